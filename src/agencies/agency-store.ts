import type { Queryable } from '../platform/index.ts';
import type { AgencyView, UnitView } from './contract.ts';
import { AgenciesError } from './errors.ts';

/** An agency as other rooms see it. */
export type Agency = AgencyView;
export type Unit = UnitView;

const agencyColumns = [
  'id',
  'code',
  'name',
  'name_en as nameEn',
  'parent_id as parentId',
  'kind',
  'org_code as orgCode',
  'address',
  'phone',
  'email',
  'hours',
  'active',
] as const;

const unitColumns = ['id', 'agency_id as agencyId', 'code', 'name', 'kind', 'position', 'active'] as const;

const withFlag = <T extends { active: number }>(row: T) => ({ ...row, active: row.active === 1 });

/** All agencies, in order of their codes. */
export async function listAgencies(database: Queryable): Promise<Agency[]> {
  const rows = await database.selectFrom('agency').select(agencyColumns).orderBy('code').execute();
  return rows.map(withFlag);
}

/** @throws AgenciesError 'AGENCY_NOT_FOUND' */
export async function agencyById(database: Queryable, id: string): Promise<Agency> {
  const row = await database
    .selectFrom('agency')
    .select(agencyColumns)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new AgenciesError('AGENCY_NOT_FOUND', { agency: id });
  return withFlag(row);
}

/** @throws AgenciesError 'AGENCY_NOT_FOUND' */
export async function agencyByCode(database: Queryable, code: string): Promise<Agency> {
  const row = await database
    .selectFrom('agency')
    .select(agencyColumns)
    .where('code', '=', code)
    .executeTakeFirst();
  if (!row) throw new AgenciesError('AGENCY_NOT_FOUND', { agency: code });
  return withFlag(row);
}

export async function agenciesById(database: Queryable, ids: readonly string[]): Promise<Agency[]> {
  if (ids.length === 0) return [];
  const rows = await database
    .selectFrom('agency')
    .select(agencyColumns)
    .where('id', 'in', ids)
    .orderBy('code')
    .execute();
  return rows.map(withFlag);
}

/** Units of an agency in their own order, inactive ones included. */
export async function listUnits(database: Queryable, agencyId: string): Promise<Unit[]> {
  const rows = await database
    .selectFrom('unit')
    .select(unitColumns)
    .where('agency_id', '=', agencyId)
    .orderBy('position')
    .orderBy('code')
    .execute();
  return rows.map(withFlag);
}

/** @throws AgenciesError 'UNIT_NOT_FOUND' */
export async function unitById(database: Queryable, id: string): Promise<Unit> {
  const row = await database.selectFrom('unit').select(unitColumns).where('id', '=', id).executeTakeFirst();
  if (!row) throw new AgenciesError('UNIT_NOT_FOUND', { unit: id });
  return withFlag(row);
}

/** @throws AgenciesError 'UNIT_NOT_FOUND' */
export async function unitByCode(database: Queryable, agencyId: string, code: string): Promise<Unit> {
  const row = await database
    .selectFrom('unit')
    .select(unitColumns)
    .where('agency_id', '=', agencyId)
    .where('code', '=', code)
    .executeTakeFirst();
  if (!row) throw new AgenciesError('UNIT_NOT_FOUND', { unit: code });
  return withFlag(row);
}

/** A unit of exactly this agency. @throws AgenciesError 'UNIT_NOT_FOUND' for another's too */
export async function unitOfAgency(database: Queryable, agencyId: string, unitId: string): Promise<Unit> {
  const unit = await unitById(database, unitId);
  if (unit.agencyId !== agencyId) throw new AgenciesError('UNIT_NOT_FOUND', { unit: unitId });
  return unit;
}
