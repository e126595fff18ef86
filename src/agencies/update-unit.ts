import type { Services, Tx } from '../platform/index.ts';
import { type Actor, demand } from './actor.ts';
import { listUnits, unitById } from './agency-store.ts';
import { recordAudit } from './audit.ts';
import { checked } from './checked.ts';
import { type UpdateUnitBody, updateUnitBody } from './contract.ts';
import { AgenciesError } from './errors.ts';

/**
 * Changes what is given and leaves the rest.
 * @throws AgenciesError 'FORBIDDEN', 'UNIT_NOT_FOUND', 'UNIT_CODE_TAKEN', 'UNIT_IN_USE' (people have posts or
 *   roles in it), 'INVALID_INPUT'
 */
export async function updateUnit(
  services: Services,
  actor: Actor,
  unitId: string,
  input: UpdateUnitBody,
): Promise<void> {
  const body = checked(updateUnitBody, input);
  await services.database.write(async (tx) => {
    const unit = await unitById(tx, unitId);
    demand(actor, 'agency.manage', unit.agencyId);
    const others = (await listUnits(tx, unit.agencyId)).filter((other) => other.id !== unitId);
    if (others.some((other) => other.code === body.code))
      throw new AgenciesError('UNIT_CODE_TAKEN', { code: body.code! });
    if (body.active === false) await demandEmpty(tx, unitId);
    await tx
      .updateTable('unit')
      .set({
        code: body.code ?? unit.code,
        name: body.name ?? unit.name,
        kind: body.kind ?? unit.kind,
        position: body.position ?? unit.position,
        active: (body.active ?? unit.active) ? 1 : 0,
      })
      .where('id', '=', unitId)
      .execute();
    await recordAudit(tx, actor, {
      at: services.clock.now(),
      action: 'unit.updated',
      agencyId: unit.agencyId,
      subjectKind: 'unit',
      subjectId: unitId,
      detail: { ...body },
    });
  });
}

async function demandEmpty(tx: Tx, unitId: string): Promise<void> {
  const post = await tx
    .selectFrom('post')
    .select('id')
    .where('unit_id', '=', unitId)
    .where('to_on', 'is', null)
    .limit(1)
    .executeTakeFirst();
  const role = await tx
    .selectFrom('role_assignment')
    .select('id')
    .where('unit_id', '=', unitId)
    .where('ended_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  if (post || role) throw new AgenciesError('UNIT_IN_USE');
}
