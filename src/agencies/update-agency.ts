import type { Services, Tx } from '../platform/index.ts';
import { type Actor, demand, EVERYWHERE } from './actor.ts';
import { type Agency, agencyById, listAgencies } from './agency-store.ts';
import { recordAudit } from './audit.ts';
import { checked } from './checked.ts';
import { type UpdateAgencyBody, updateAgencyBody } from './contract.ts';
import { AgenciesError } from './errors.ts';
import { closesCircle } from './tree.ts';

/**
 * Changes what is given and leaves the rest. Hanging it elsewhere needs the permission in
 * the agency above it, before and after.
 * @throws AgenciesError 'FORBIDDEN', 'AGENCY_NOT_FOUND', 'AGENCY_CODE_TAKEN', 'AGENCY_CIRCLE',
 *   'AGENCY_IN_USE' (the top of the tree, or with active agencies below, cannot be deactivated), 'INVALID_INPUT'
 */
export async function updateAgency(
  services: Services,
  actor: Actor,
  agencyId: string,
  input: UpdateAgencyBody,
): Promise<void> {
  const body = checked(updateAgencyBody, input);
  demand(actor, 'agency.manage', agencyId);
  await services.database.write(async (tx) => {
    const agency = await agencyById(tx, agencyId);
    if (body.parentId !== undefined && body.parentId !== agency.parentId)
      await demandMovable(tx, actor, agency, body.parentId);
    if (body.code !== undefined) await demandCodeFree(tx, agencyId, body.code);
    if (body.active === false) await demandUnused(tx, agency);
    const next = { ...agency, ...given(body) };
    await tx
      .updateTable('agency')
      .set({
        code: next.code,
        name: next.name,
        name_en: next.nameEn,
        parent_id: next.parentId,
        kind: next.kind,
        org_code: next.orgCode,
        address: next.address,
        phone: next.phone,
        email: next.email,
        hours: next.hours,
        active: next.active ? 1 : 0,
      })
      .where('id', '=', agencyId)
      .execute();
    await recordAudit(tx, actor, {
      at: services.clock.now(),
      action: 'agency.updated',
      agencyId,
      subjectKind: 'agency',
      subjectId: agencyId,
      detail: given(body),
    });
  });
}

/** What was named; a key with the value undefined counts as not named. */
function given(body: UpdateAgencyBody): Partial<Agency> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

/** Both superiors must agree: nobody leaves the sight of those above alone. */
async function demandMovable(tx: Tx, actor: Actor, agency: Agency, parentId: string | null): Promise<void> {
  demand(actor, 'agency.manage', agency.parentId ?? EVERYWHERE);
  demand(actor, 'agency.manage', parentId ?? EVERYWHERE);
  if (parentId === null) return;
  await agencyById(tx, parentId);
  if (closesCircle(await listAgencies(tx), agency.id, parentId)) throw new AgenciesError('AGENCY_CIRCLE');
}

async function demandCodeFree(tx: Tx, agencyId: string, code: string): Promise<void> {
  const taken = await tx
    .selectFrom('agency')
    .select('id')
    .where('code', '=', code)
    .where('id', '<>', agencyId)
    .executeTakeFirst();
  if (taken) throw new AgenciesError('AGENCY_CODE_TAKEN', { code });
}

async function demandUnused(tx: Tx, agency: Agency): Promise<void> {
  const below = await tx
    .selectFrom('agency')
    .select('id')
    .where('parent_id', '=', agency.id)
    .where('active', '=', 1)
    .limit(1)
    .executeTakeFirst();
  if (below || agency.parentId === null) throw new AgenciesError('AGENCY_IN_USE');
}
