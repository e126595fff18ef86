import { newId, type Services, type Tx } from '../platform/index.ts';
import { type Actor, demand, EVERYWHERE } from './actor.ts';
import { agencyById } from './agency-store.ts';
import { recordAudit } from './audit.ts';
import { checked } from './checked.ts';
import { type CreateAgencyBody, createAgencyBody } from './contract.ts';
import { AgenciesError } from './errors.ts';

/**
 * Adds an agency under another; one at the top only by the system itself (`zhaogao init`, demonstration).
 * @returns its id
 * @throws AgenciesError 'FORBIDDEN', 'AGENCY_NOT_FOUND' (parent), 'AGENCY_CODE_TAKEN', 'INVALID_INPUT'
 */
export async function createAgency(
  services: Services,
  actor: Actor,
  input: CreateAgencyBody,
): Promise<string> {
  const body = checked(createAgencyBody, input);
  demand(actor, 'agency.manage', body.parentId ?? EVERYWHERE);
  return services.database.write(async (tx) => {
    if (body.parentId !== null) await agencyById(tx, body.parentId);
    return addAgency(tx, services, actor, body);
  });
}

/** The same within a transaction that does more; the parent has been checked. */
export async function addAgency(
  tx: Tx,
  services: Services,
  actor: Actor,
  body: CreateAgencyBody,
): Promise<string> {
  const taken = await tx.selectFrom('agency').select('id').where('code', '=', body.code).executeTakeFirst();
  if (taken) throw new AgenciesError('AGENCY_CODE_TAKEN', { code: body.code });
  const id = newId();
  const at = services.clock.now();
  await tx
    .insertInto('agency')
    .values({
      id,
      code: body.code,
      name: body.name,
      name_en: body.nameEn ?? null,
      parent_id: body.parentId,
      kind: body.kind,
      org_code: body.orgCode ?? null,
      address: body.address ?? null,
      phone: body.phone ?? null,
      email: body.email ?? null,
      hours: body.hours ?? null,
      active: 1,
      created_at: at,
    })
    .execute();
  await recordAudit(tx, actor, {
    at,
    action: 'agency.created',
    agencyId: id,
    subjectKind: 'agency',
    subjectId: id,
    detail: { ...body },
  });
  return id;
}
