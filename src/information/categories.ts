import { type Actor, demand, recordAudit } from '../agencies/index.ts';
import { newId, type Queryable, type Services } from '../platform/index.ts';
import type { CategoryView } from './contract.ts';
import { InformationError } from './errors.ts';

export interface CategoryInput {
  agencyId: string;
  parentId?: string | null;
  code: string;
  name: string;
  nameEn?: string;
  indexClass: string;
  position?: number;
  active?: boolean;
}

/**
 * Creates a category of an agency's catalogue (主动公开目录), or changes one.
 * @returns its id
 * @throws InformationError 'CATEGORY_CODE_TAKEN' | 'CATEGORY_NOT_FOUND'
 */
export async function saveCategory(
  services: Services,
  actor: Actor,
  input: CategoryInput,
  categoryId?: string,
): Promise<string> {
  demand(actor, 'catalogue.manage', input.agencyId);
  return services.database.write(async (tx) => {
    const id = categoryId ?? newId();
    const known = await tx
      .selectFrom('category')
      .select(['id', 'code'])
      .where('agency_id', '=', input.agencyId)
      .execute();
    if (categoryId && !known.some((one) => one.id === categoryId))
      throw new InformationError('CATEGORY_NOT_FOUND');
    if (known.some((one) => one.code === input.code && one.id !== id))
      throw new InformationError('CATEGORY_CODE_TAKEN', { code: input.code });
    const parent = input.parentId ?? null;
    if (parent === id || (parent && !known.some((one) => one.id === parent)))
      throw new InformationError('CATEGORY_NOT_FOUND');
    const row = {
      parent_id: parent,
      code: input.code,
      name: input.name,
      name_en: input.nameEn ?? '',
      index_class: input.indexClass,
      position: input.position ?? known.length,
      active: input.active === false ? 0 : 1,
    };
    await tx
      .insertInto('category')
      .values({ id, agency_id: input.agencyId, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
    await recordAudit(tx, actor, {
      at: services.clock.now(),
      action: categoryId ? 'category.changed' : 'category.created',
      agencyId: input.agencyId,
      subjectKind: 'category',
      subjectId: id,
      detail: row,
    });
    return id;
  });
}

/** An agency's categories in their order, each with how many public items it holds. */
export async function listCategories(database: Queryable, agencyId: string): Promise<CategoryView[]> {
  const rows = await database
    .selectFrom('category as c')
    .leftJoin('publication as p', (join) =>
      join.onRef('p.category_id', '=', 'c.id').on('p.status', '!=', 'withdrawn'),
    )
    .selectAll('c')
    .select((eb) => eb.fn.count<number>('p.item_id').as('published'))
    .where('c.agency_id', '=', agencyId)
    .groupBy('c.id')
    .orderBy('c.position')
    .orderBy('c.code')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    agencyId: row.agency_id,
    parentId: row.parent_id,
    code: row.code,
    name: row.name,
    nameEn: row.name_en,
    indexClass: row.index_class,
    position: row.position,
    active: row.active === 1,
    publishedCount: Number(row.published),
  }));
}
