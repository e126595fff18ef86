import { type Language, legalDate } from '../platform/index.ts';
import type { YearlyReport } from './contract.ts';
import { say } from './labels.ts';
import { type TextBlock, textBlocks } from './text-blocks.ts';

/** One numbered part of the report as both renderings write it. */
export interface ReportPart {
  heading: string;
  /** Where the table of categories and its chart stand. */
  counts: boolean;
  blocks: TextBlock[];
}

export function reportTitle(report: YearlyReport, language: Language): string {
  return say('report.title', language, { agency: report.agencyName, year: report.year });
}

/** `权力运行类17条、财政资金类14条 …` */
export function countsInWords(report: YearlyReport, language: Language): string {
  const parts = Object.entries(report.proactive.byCategory).map(([name, count]) =>
    say('report.item', language, { name, count }),
  );
  return parts.join(language === 'zh' ? '、' : ', ');
}

/**
 * The seven parts in the order Fujian agencies use for their reports of these years. What there was none of is
 * said in words, because a zero in a table reads like a field left empty.
 */
export function reportParts(report: YearlyReport, language: Language): ReportPart[] {
  const { texts } = report;
  const part = (heading: string, blocks: TextBlock[], counts = false) => ({ heading, blocks, counts });
  const said = (...lines: string[]): TextBlock[] => lines.map((text) => ({ kind: 'paragraph', text }));
  return [
    part(say('report.part.overview', language), [
      ...said(say('report.period', language, { year: report.year })),
      ...textBlocks(texts.overview),
    ]),
    part(say('report.part.proactive', language), said(...proactiveLines(report, language)), true),
    part(say('report.part.requests', language), said(requestsLine(report, language))),
    part(say('report.part.fees', language), said(say('report.fees.none', language))),
    part(say('report.part.remedies', language), said(remediesLine(report, language))),
    part(say('report.part.difficulties', language), written(texts.difficulties, language)),
    part(say('report.part.plan', language), written(texts.plan, language)),
  ];
}

function written(text: string, language: Language): TextBlock[] {
  const blocks = textBlocks(text);
  return blocks.length > 0 ? blocks : [{ kind: 'paragraph', text: say('report.unwritten', language) }];
}

function proactiveLines(report: YearlyReport, language: Language): string[] {
  const { year, proactive, timeliness, changes } = report;
  if (proactive.total === 0)
    return [say('report.proactive.none', language, { year }), say('report.changes', language, changes)];
  const median = timeliness.medianWorkingDays;
  const middle = median === null ? '' : say('report.timeliness.middle', language, { median });
  const { limitDays: limit, inTime, late, notMeasured } = timeliness;
  return [
    say('report.proactive', language, {
      year,
      total: proactive.total,
      parts: countsInWords(report, language),
    }),
    say('report.timeliness', language, { limit, inTime, late, middle }),
    ...(notMeasured > 0 ? [say('report.timeliness.notMeasured', language, { count: notMeasured })] : []),
    say('report.changes', language, changes),
  ];
}

function requestsLine({ requests }: YearlyReport, language: Language): string {
  return requests.received === 0
    ? say('report.requests.none', language)
    : say('report.requests', language, requests);
}

function remediesLine({ remedies }: YearlyReport, language: Language): string {
  const none = Object.values(remedies).every((count) => count === 0);
  return none ? say('report.remedies.none', language) : say('report.remedies', language, remedies);
}

/** From what and when the figures were counted. */
export function countedLine(report: YearlyReport, language: Language): string {
  return say('report.counted', language, {
    logSize: report.logSize,
    date: legalDate(report.generatedAt),
  });
}

/** Share of the whole in percent with one decimal, `10.5%`. */
export function share(count: number, total: number): string {
  return total === 0 ? '—' : `${((count / total) * 100).toFixed(1)}%`;
}
