import { type Actor, recordAudit } from '../../agencies/index.ts';
import { newId, type Queryable, type Services, type Tx } from '../../platform/index.ts';
import type { ImportNote } from './errors.ts';
import type { Incoming } from './incoming.ts';
import type { ImportJobTable } from './schema.ts';

const IMPORTED_CODE = 'imported';
const IMPORTED_NAME = { name: '未分类', name_en: 'Not classified', index_class: '0000' };

/** Where an incoming item stands in the agency: its unit and its category, by their names. */
export async function placeOf(
  tx: Tx,
  services: Services,
  actor: Actor,
  job: Pick<ImportJobTable, 'agency_id' | 'unit_id' | 'publish'>,
  incoming: Pick<Incoming, 'category' | 'unit' | 'fields'>,
): Promise<{ unitId: string | null; categoryId: string | null; notes: ImportNote[] }> {
  const notes: ImportNote[] = [];
  const named = (table: 'unit' | 'category', name: string | null) =>
    name === null ? null : idByName(tx, table, job.agency_id, name);
  const unitId = await named('unit', incoming.unit);
  if (incoming.unit && !unitId) notes.push({ code: 'UNIT_UNKNOWN', details: { unit: incoming.unit } });
  let categoryId =
    (await named('category', incoming.category)) ?? (await named('category', incoming.fields.genre));
  if (!categoryId) {
    const { category } = incoming;
    notes.push(
      category ? { code: 'CATEGORY_UNKNOWN', details: { category } } : { code: 'CATEGORY_NOT_GIVEN' },
    );
    if (job.publish) {
      categoryId = await importedCategory(tx, services, actor, job.agency_id);
      notes.push({ code: 'PUT_UNDER_UNCLASSIFIED' });
    }
  }
  return { unitId: unitId ?? job.unit_id, categoryId, notes };
}

async function idByName(
  database: Queryable,
  table: 'unit' | 'category',
  agencyId: string,
  name: string,
): Promise<string | null> {
  const rows = await database
    .selectFrom(table)
    .select(['id', 'name', 'code'])
    .where('agency_id', '=', agencyId)
    .where('active', '=', 1)
    .orderBy('code')
    .execute();
  const asked = key(name);
  const found = rows.find((row) => key(row.name) === asked) ?? rows.find((row) => key(row.code) === asked);
  return found?.id ?? null;
}

function key(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase();
}

/** The category of what comes in already public and fits no other; made when first needed. */
async function importedCategory(tx: Tx, services: Services, actor: Actor, agencyId: string): Promise<string> {
  const known = await tx
    .selectFrom('category')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('code', '=', IMPORTED_CODE)
    .executeTakeFirst();
  if (known) return known.id;
  const id = newId();
  const last = await tx
    .selectFrom('category')
    .select((eb) => eb.fn.max('position').as('position'))
    .where('agency_id', '=', agencyId)
    .executeTakeFirst();
  const row = {
    parent_id: null,
    code: IMPORTED_CODE,
    ...IMPORTED_NAME,
    position: (last?.position ?? 0) + 1,
    active: 1,
  };
  await tx
    .insertInto('category')
    .values({ id, agency_id: agencyId, ...row })
    .execute();
  await recordAudit(tx, actor, {
    at: services.clock.now(),
    action: 'category.created',
    agencyId,
    subjectKind: 'category',
    subjectId: id,
    detail: row,
  });
  return id;
}
