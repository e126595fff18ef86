import { newId, type Services } from '../platform/index.ts';
import { type Actor, demand } from './actor.ts';
import { agencyById, listUnits } from './agency-store.ts';
import { recordAudit } from './audit.ts';
import { checked } from './checked.ts';
import { type CreateUnitBody, createUnitBody } from './contract.ts';
import { AgenciesError } from './errors.ts';

/**
 * Adds a unit (科室 or 直属单位) to an agency.
 * @returns its id
 * @throws AgenciesError 'FORBIDDEN', 'AGENCY_NOT_FOUND', 'UNIT_CODE_TAKEN', 'INVALID_INPUT'
 */
export async function createUnit(
  services: Services,
  actor: Actor,
  agencyId: string,
  input: CreateUnitBody,
): Promise<string> {
  const body = checked(createUnitBody, input);
  demand(actor, 'agency.manage', agencyId);
  const id = newId();
  await services.database.write(async (tx) => {
    await agencyById(tx, agencyId);
    const units = await listUnits(tx, agencyId);
    if (units.some((unit) => unit.code === body.code))
      throw new AgenciesError('UNIT_CODE_TAKEN', { code: body.code });
    const position = body.position ?? Math.max(0, ...units.map((unit) => unit.position)) + 1;
    await tx
      .insertInto('unit')
      .values({
        id,
        agency_id: agencyId,
        code: body.code,
        name: body.name,
        kind: body.kind,
        position,
        active: 1,
      })
      .execute();
    await recordAudit(tx, actor, {
      at: services.clock.now(),
      action: 'unit.created',
      agencyId,
      subjectKind: 'unit',
      subjectId: id,
      detail: { ...body },
    });
  });
  return id;
}
