import { type Actor, AgenciesError, demand, recordAudit } from '../agencies/index.ts';
import { legalDate, type Queryable, type Services } from '../platform/index.ts';
import { checkChain, DEFAULT_CHAIN } from './chain.ts';
import type { Chain, IndexPattern, Settings } from './contract.ts';
import { InformationError } from './errors.ts';
import { checkIndexPattern, counterScope, DEFAULT_INDEX_PATTERN, formatIndexNumber } from './index-number.ts';

/** The agency's chain and index pattern, or the defaults until it sets its own. */
export async function loadSettings(
  database: Queryable,
  agencyId: string,
): Promise<{ chain: Chain; indexPattern: IndexPattern; revision: number }> {
  const row = await database
    .selectFrom('information_setting')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .executeTakeFirst();
  if (row)
    return {
      chain: JSON.parse(row.chain) as Chain,
      indexPattern: JSON.parse(row.index_pattern) as IndexPattern,
      revision: row.revision,
    };
  const agency = await database
    .selectFrom('agency')
    .select(['code', 'org_code'])
    .where('id', '=', agencyId)
    .executeTakeFirst();
  if (!agency) throw new AgenciesError('AGENCY_NOT_FOUND');
  const body = agency.org_code ?? agency.code;
  return { chain: DEFAULT_CHAIN, indexPattern: { ...DEFAULT_INDEX_PATTERN, body }, revision: 0 };
}

/** The settings as shown, with the number the next published item of class 0000 would get. */
export async function viewSettings(services: Services, agencyId: string): Promise<Settings> {
  const { read } = services.database;
  const { chain, indexPattern, revision } = await loadSettings(read, agencyId);
  const year = Number(services.clock.today().slice(0, 4));
  const indexClass = await firstClass(read, agencyId);
  const last = await lastNumber(read, agencyId, counterScope(indexPattern, indexClass, year));
  const nextIndexNumber = formatIndexNumber(indexPattern, indexClass, year, last + 1);
  return { agencyId, chain, indexPattern, nextIndexNumber, revision };
}

/**
 * Replaces an agency's chain and index pattern. Items under review go on by the new chain.
 * @throws InformationError 'BAD_CHAIN' | 'BAD_PATTERN' | 'REVISION_CONFLICT'
 */
export async function saveSettings(
  services: Services,
  actor: Actor,
  agencyId: string,
  input: { revision: number; chain: Chain; indexPattern: IndexPattern },
): Promise<Settings> {
  demand(actor, 'settings.manage', agencyId);
  checkChain(input.chain);
  checkIndexPattern(input.indexPattern);
  await services.database.write(async (tx) => {
    const before = await loadSettings(tx, agencyId);
    if (before.revision !== input.revision) throw new InformationError('REVISION_CONFLICT');
    const values = {
      chain: JSON.stringify(input.chain),
      index_pattern: JSON.stringify(input.indexPattern),
      revision: input.revision + 1,
    };
    await tx
      .insertInto('information_setting')
      .values({ agency_id: agencyId, ...values })
      .onConflict((conflict) => conflict.column('agency_id').doUpdateSet(values))
      .execute();
    await recordAudit(tx, actor, {
      at: services.clock.now(),
      action: 'settings.changed',
      agencyId,
      subjectKind: 'agency',
      subjectId: agencyId,
      detail: { before: { chain: before.chain, indexPattern: before.indexPattern }, after: input },
    });
  });
  return viewSettings(services, agencyId);
}

/**
 * Takes the next index number in the publishing transaction: writers queue, and a transaction that fails
 * takes its number back with it, so numbers have neither gaps nor doubles.
 */
export async function allocateIndexNumber(
  tx: Queryable,
  agencyId: string,
  indexClass: string,
  at: string,
): Promise<string> {
  const { indexPattern } = await loadSettings(tx, agencyId);
  const year = Number(legalDate(at).slice(0, 4));
  const scope = counterScope(indexPattern, indexClass, year);
  const last = (await lastNumber(tx, agencyId, scope)) + 1;
  await tx
    .insertInto('index_counter')
    .values({ agency_id: agencyId, scope, last })
    .onConflict((conflict) => conflict.columns(['agency_id', 'scope']).doUpdateSet({ last }))
    .execute();
  return formatIndexNumber(indexPattern, indexClass, year, last);
}

async function lastNumber(database: Queryable, agencyId: string, scope: string): Promise<number> {
  const row = await database
    .selectFrom('index_counter')
    .select('last')
    .where('agency_id', '=', agencyId)
    .where('scope', '=', scope)
    .executeTakeFirst();
  return row?.last ?? 0;
}

async function firstClass(database: Queryable, agencyId: string): Promise<string> {
  const row = await database
    .selectFrom('category')
    .select('index_class')
    .where('agency_id', '=', agencyId)
    .orderBy('position')
    .limit(1)
    .executeTakeFirst();
  return row?.index_class ?? '0000';
}
