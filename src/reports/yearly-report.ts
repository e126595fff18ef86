import { agencyById } from '../agencies/index.ts';
import { head } from '../ledger/index.ts';
import type { Services } from '../platform/index.ts';
import type { ReportFigure, ReportForm, ReportRecord, YearlyReport } from './contract.ts';
import { ReportError } from './errors.ts';
import {
  CHANGE_FIGURES,
  counted,
  figuresOf,
  type PublishedItem,
  punctuality,
  type YearEntry,
} from './records.ts';
import { entriesOfYear, publishedItems, reportTexts, topCategories } from './store.ts';

export interface ReportSubject {
  agencyId: string;
  year: number;
  form: ReportForm;
}

/**
 * The yearly report (《条例》2007 第三十一条, 2019 第五十条): every figure counted from the public records and
 * the log, the texts as the officer wrote them.
 * @throws ReportError 'REPORT_YEAR_NOT_BEGUN'; AgenciesError 'AGENCY_NOT_FOUND'
 */
export async function yearlyReport(services: Services, subject: ReportSubject): Promise<YearlyReport> {
  const { agencyId, year, form } = subject;
  const { read } = services.database;
  if (year > Number(services.clock.today().slice(0, 4)))
    throw new ReportError('REPORT_YEAR_NOT_BEGUN', { year });
  const agency = await agencyById(read, agencyId);
  const items = await publishedItems(read, agencyId, year);
  const entries = await entriesOfYear(read, agencyId, year);
  const { names } = await topCategories(read, agencyId);
  const texts = await reportTexts(read, agencyId, year);
  const { overview, difficulties, plan } = texts;
  return {
    agency: agency.code,
    agencyName: agency.name,
    year,
    form,
    ...figuresOf(items, entries, names, year),
    // No verb of this version records a request or a remedy, so there are none to count.
    requests: { received: 0, answered: 0 },
    remedies: { reconsiderations: 0, lawsuits: 0, complaints: 0, reports: 0 },
    texts: { overview: overview.text, difficulties: difficulties.text, plan: plan.text },
    generatedAt: services.clock.now(),
    logSize: (await head(read))?.size ?? 0,
  };
}

/** Every figure about publication with the address of its records. */
export function figureLinks(report: YearlyReport, agencyId: string): ReportFigure[] {
  const link = (key: string, value: number) => ({
    key,
    value,
    list: `/api/v1/reports/${agencyId}/${report.year}/records?${new URLSearchParams({ figure: key })}`,
  });
  const { proactive, timeliness, changes } = report;
  return [
    link('proactive.total', proactive.total),
    ...Object.entries(proactive.byCategory).map(([name, value]) =>
      link(`proactive.byCategory.${name}`, value),
    ),
    link('timeliness.inTime', timeliness.inTime),
    link('timeliness.late', timeliness.late),
    link('timeliness.notMeasured', timeliness.notMeasured),
    link('changes.amended', changes.amended),
    link('changes.repealed', changes.repealed),
    link('changes.withdrawn', changes.withdrawn),
  ];
}

/**
 * The records that make up one figure, in order of publication.
 * @param figure a key of `figureLinks`
 * @throws ReportError 'REPORT_FIGURE_UNKNOWN'
 */
export async function recordsOfFigure(
  services: Services,
  agencyId: string,
  year: number,
  figure: string,
): Promise<ReportRecord[]> {
  const { read } = services.database;
  const [group, kind, ...rest] = figure.split('.');
  if (group === 'changes' && kind && Object.hasOwn(CHANGE_FIGURES, kind)) {
    const action = CHANGE_FIGURES[kind as keyof typeof CHANGE_FIGURES];
    const entries = await entriesOfYear(read, agencyId, year);
    return changedRecords(
      services,
      agencyId,
      entries.filter((entry) => entry.action === action),
    );
  }
  const chosen = chooser(group, kind, rest.join('.'));
  if (!chosen) throw new ReportError('REPORT_FIGURE_UNKNOWN', { figure });
  const items = counted(await publishedItems(read, agencyId, year), year);
  return items.filter(chosen).map(toRecord);
}

function chooser(group?: string, kind?: string, name?: string): ((item: PublishedItem) => boolean) | null {
  if (group === 'proactive' && kind === 'total') return () => true;
  if (group === 'proactive' && kind === 'byCategory') return (item) => item.category === name;
  if (group === 'timeliness' && ['inTime', 'late', 'notMeasured'].includes(kind ?? ''))
    return (item) => punctuality(item) === kind;
  return null;
}

/** Entries of the log as records: one item changed twice is there twice. */
async function changedRecords(
  services: Services,
  agencyId: string,
  entries: readonly YearEntry[],
): Promise<ReportRecord[]> {
  const rows = await services.database.read
    .selectFrom('publication')
    .select(['item_id', 'index_number', 'title', 'formed_on', 'published_on'])
    .where('agency_id', '=', agencyId)
    .where('section', '=', 'catalogue')
    .execute();
  const byId = new Map(rows.map((row) => [row.item_id, row]));
  return entries.map(({ seq, itemId, at }) => {
    const row = byId.get(itemId)!;
    return {
      itemId,
      seq,
      indexNumber: row.index_number,
      title: row.title,
      formedOn: row.formed_on,
      publishedOn: row.published_on,
      at,
    };
  });
}

function toRecord(item: PublishedItem): ReportRecord {
  const { itemId, seq, indexNumber, title, formedOn, publishedOn, updatedAt } = item;
  return { itemId, seq, indexNumber, title, formedOn, publishedOn, at: updatedAt };
}
