import { type Language, type Services, translate } from '../platform/index.ts';
import type { Actor } from './actor.ts';
import { type AuditEvent, recordAudit } from './audit.ts';
import type { AuditFilter } from './contract.ts';
import { homeAgency } from './people-store.ts';
import { type AuditScope, auditConditions, auditScope } from './search-audit.ts';

export type AuditFormat = 'csv' | 'jsonl';

const PAGE = 500;

/** Columns of the CSV file, by key of their heading and field of the event. */
const COLUMNS = {
  seq: 'seq',
  at: 'at',
  personName: 'person_name',
  personId: 'person_id',
  agencyId: 'agency_id',
  action: 'action',
  subjectKind: 'subject_kind',
  subjectId: 'subject_id',
  detail: 'detail',
  address: 'address',
  hash: 'hash',
} as const satisfies Record<string, keyof AuditEvent>;

/**
 * The matching events, oldest first, as a stream of text that holds one page in memory. JSON Lines carry every
 * stored field, so the chain can be recomputed from them; CSV is for spreadsheets. The export itself is an
 * event; it is recorded before the first byte.
 * @throws AgenciesError 'FORBIDDEN'
 */
export async function exportAudit(
  services: Services,
  actor: Actor,
  filter: AuditFilter,
  format: AuditFormat,
  language: Language,
): Promise<AsyncGenerator<string>> {
  const scope = await auditScope(services.database.read, actor, 'audit.export');
  await services.database.write(async (tx) =>
    recordAudit(tx, actor, {
      at: services.clock.now(),
      action: 'audit.exported',
      agencyId: filter.agencyId ?? (await homeAgency(tx, actor.personId)),
      detail: { format, filter },
    }),
  );
  return format === 'csv' ? csvLines(services, scope, filter, language) : jsonLines(services, scope, filter);
}

async function* csvLines(services: Services, scope: AuditScope, filter: AuditFilter, language: Language) {
  const heading = Object.keys(COLUMNS).map((key) => translate(`audit.column.${key}`, language));
  // The byte order mark tells spreadsheet programs that this is UTF-8.
  yield `\uFEFF${csvRow(heading)}`;
  for await (const event of events(services, scope, filter))
    yield csvRow(Object.values(COLUMNS).map((field) => event[field]));
}

async function* jsonLines(services: Services, scope: AuditScope, filter: AuditFilter) {
  for await (const event of events(services, scope, filter)) yield `${JSON.stringify(event)}\n`;
}

async function* events(
  services: Services,
  scope: AuditScope,
  filter: AuditFilter,
): AsyncGenerator<AuditEvent> {
  let after = 0;
  for (;;) {
    const page = await services.database.read
      .selectFrom('audit_event')
      .selectAll()
      .where((eb) => eb.and([eb('seq', '>', after), ...auditConditions(eb, scope, filter)]))
      .orderBy('seq')
      .limit(PAGE)
      .execute();
    yield* page;
    if (page.length < PAGE) return;
    after = page.at(-1)!.seq;
  }
}

/** One row after RFC 4180. */
export function csvRow(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/**
 * A cell a spreadsheet shows as text whatever is in it: what would start a formula gets an apostrophe before
 * it (OWASP, CSV injection). Hostile input: logins' names, titles, browser names.
 */
function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const harmless = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(value) ? `'${value}` : value;
  return /[",\r\n']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
