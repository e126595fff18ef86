import { DRAFT_MARKS, INTERNAL_MARKS, URGENCY_MARKS } from './data/marks.ts';
import type { Hit, Subject } from './detect.ts';
import { type Line, linesOf } from './lines.ts';

/** Longest terms of the three levels in years, 《保守国家秘密法》第二十条. */
const MAXIMUM_YEARS: Record<string, number> = { 绝密: 30, 机密: 20, 秘密: 10 };

const HEAD_LINES = 10;
const MARK_LINE_LENGTH = 40;

/** Level, star, term: 机密★5年. GB/T 9704 allows a wide space inside the level. */
const LEVEL_AND_TERM =
  /(绝 ?密|机 ?密|秘 ?密) {0,4}([★☆⭐*※]) {0,4}(启用前|使用前|开考前|长期|\d{1,2} ?(?:年|个月|月)|\d{4}年\d{1,2}月\d{1,2}日)?/g;
const LEVEL_LINE = /^(?:\d{6} +)?(绝 ?密|机 ?密|秘 ?密)级?(?: +(?:特急|加急|特提|平急))?$/;
const LEVEL_FIELD = /(?:^|[\s|,;])密 ?级 {0,2}[:|\t ] {0,2}(绝密|机密|秘密)级?(?![□☐○◻/、或及和])/g;
const COPY_NUMBER = /^(?:份号:?)?\d{6}$/;
const TRADE_SECRET = /^(?:(?:核心|普通)商密 {0,2}[▲△]?.{0,12}|商业秘密)$/;
const TRADE_SECRET_SIGN = /(?:核心|普通)商密 {0,2}[▲△]/g;

const QUOTE_BEFORE = /[“‘"'「『《]$/;
const EXPLAINED_BEFORE =
  /(?:标注|标明|标志|标识|注明|例如|比如|如|写作|写为|格式|加盖|分为|定为|确定为)[为是:“"]{0,2}$/;
const EXPLAINED_AFTER = /^[”’"'」』》]|^(?:级|字样|标志|标识|等)/;

function isMentioned(text: string, start: number, end: number): boolean {
  const head = text.slice(Math.max(0, start - 10), start);
  return (
    QUOTE_BEFORE.test(head) || EXPLAINED_BEFORE.test(head) || EXPLAINED_AFTER.test(text.slice(end, end + 3))
  );
}

/** Excerpts name the kind of mark, never the text around it. */
function levelHit(
  code: 'secrecy.level-and-term' | 'secrecy.level',
  start: number,
  end: number,
  shown: string,
): Hit {
  return { code, severity: 'critical', start, end, shown };
}

function termHit(level: string, term: string | undefined, start: number, end: number): Hit[] {
  const years = /^(\d{1,2}) ?年$/.exec(term ?? '');
  if (!years || Number(years[1]) <= MAXIMUM_YEARS[level]!) return [];
  return [{ code: 'secrecy.term-over-maximum', severity: 'warning', start, end, shown: `${level}★${term}` }];
}

function levelAndTermHits(text: string): Hit[] {
  const hits: Hit[] = [];
  for (const match of text.matchAll(LEVEL_AND_TERM)) {
    const [whole, spaced, star, term] = match;
    const level = spaced!.replace(' ', '');
    const start = match.index;
    const end = start + whole.trimEnd().length;
    // '*' alone also masks names and marks footnotes: it needs a term to be a secrecy mark.
    if (!term && '*※'.includes(star!)) continue;
    const shown = term ? `${level}${star}${term}` : `${level}${star}`;
    if (term?.endsWith('前')) hits.push({ code: 'secrecy.exam', severity: 'warning', start, end, shown });
    else if (isMentioned(text, start, end))
      hits.push({ code: 'secrecy.mentioned', severity: 'info', start, end, shown });
    else
      hits.push(levelHit('secrecy.level-and-term', start, end, shown), ...termHit(level, term, start, end));
  }
  return hits;
}

function levelHits(text: string, lines: readonly Line[]): Hit[] {
  const hits: Hit[] = [];
  for (const line of lines) {
    const inHead = line.index < HEAD_LINES || line.pageHead;
    const match = inHead && line.text.length <= MARK_LINE_LENGTH ? LEVEL_LINE.exec(line.text) : null;
    if (match)
      hits.push(
        levelHit('secrecy.level', line.start, line.start + line.text.length, match[1]!.replace(' ', '')),
      );
  }
  for (const match of text.matchAll(LEVEL_FIELD))
    hits.push(levelHit('secrecy.level', match.index, match.index + match[0].length, match[1]!));
  return hits;
}

/** A copy number only says something beside a level (M3). */
function copyNumberHits(lines: readonly Line[], marks: readonly Hit[]): Hit[] {
  if (!marks.some((mark) => mark.severity === 'critical')) return [];
  return lines
    .filter((line) => line.index < HEAD_LINES && COPY_NUMBER.test(line.text))
    .map((line) => ({
      code: 'secrecy.copy-number',
      severity: 'warning',
      start: line.start,
      end: line.start + line.text.length,
      shown: line.text,
    }));
}

/** True when a short text consists of these marks and punctuation only, so it is a mark and not prose. */
function consistsOf(text: string, marks: readonly string[]): boolean {
  let rest = text.replace(/[\s()[\]【】〔〕★☆,、。.!:;*—-]/g, '');
  const length = rest.length;
  for (const mark of marks) rest = rest.replaceAll(mark, '');
  return length > 0 && rest.length === 0;
}

function markLines(
  lines: readonly Line[],
  marks: readonly string[],
  hit: Pick<Hit, 'code' | 'severity'>,
): Hit[] {
  return lines
    .filter((line) => line.text.length <= MARK_LINE_LENGTH && consistsOf(line.text, marks))
    .map((line) => ({ ...hit, start: line.start, end: line.start + line.text.length }));
}

/** A mark in brackets inside a longer line, e.g. a title that ends in (内部资料). */
function bracketed(
  text: string,
  limit: number,
  marks: readonly string[],
  hit: Pick<Hit, 'code' | 'severity'>,
): Hit[] {
  const hits: Hit[] = [];
  for (const match of text.slice(0, limit).matchAll(/[([【〔]([^()[\]【】〔〕\n]{2,24})[)\]】〕]/g))
    if (consistsOf(match[1]!, marks))
      hits.push({ ...hit, start: match.index, end: match.index + match[0].length });
  return hits;
}

function secretSignHits(text: string, lines: readonly Line[]): Hit[] {
  const hits: Hit[] = [];
  const ownLines = new Set<number>();
  for (const line of lines) {
    if (line.text.length > MARK_LINE_LENGTH) continue;
    const place = { severity: 'critical', start: line.start, end: line.start + line.text.length } as const;
    if (/^工 ?作 ?秘 ?密$/.test(line.text)) hits.push({ code: 'secrecy.work-secret', ...place });
    else if (TRADE_SECRET.test(line.text)) {
      hits.push({ code: 'secrecy.trade-secret', ...place });
      ownLines.add(line.start);
    }
  }
  for (const match of text.matchAll(TRADE_SECRET_SIGN)) {
    const start = match.index;
    if (!ownLines.has(start))
      hits.push({ code: 'secrecy.trade-secret', severity: 'critical', start, end: start + match[0].length });
  }
  return hits;
}

const HANDLING = /^(?:拟同意|拟办意见:.{0,20}|领导批示:.{0,20}|批示:.{0,20}|请.{1,6}阅示.{0,6})$/;

function handlingHits(lines: readonly Line[]): Hit[] {
  return lines
    .filter((line) => line.text.length <= MARK_LINE_LENGTH && HANDLING.test(line.text))
    .map((line) => ({
      code: 'secrecy.process',
      severity: 'warning',
      start: line.start,
      end: line.start + line.text.length,
    }));
}

/** Offset at which the head of a document, where brackets count as its own marks, is over. */
function headEnd(text: string, lines: readonly Line[]): number {
  const line = lines[4];
  return Math.min(line ? line.start + line.text.length : text.length, 400);
}

/**
 * Secrecy, internal and process marks by their geometry: own line, head of the document, star and term.
 * The same words in running text (保守国家秘密法, 泄露商业秘密) are not marks. Marks M1–M6, M9, M10.
 */
export function detectSecrecyMarks(subject: Subject): Hit[] {
  const text = subject.normalised.folded;
  const lines = linesOf(text);
  const levels = [...levelAndTermHits(text), ...levelHits(text, lines)];
  const head = headEnd(text, lines);
  const internal = { code: 'secrecy.internal', severity: 'critical' } as const;
  const internalLines = markLines(lines, INTERNAL_MARKS, internal);
  // A bracketed mark that is a line of its own is reported with the line.
  const reported = new Set(internalLines.map((hit) => hit.start));
  return [
    ...levels,
    ...copyNumberHits(lines, levels),
    ...internalLines,
    ...bracketed(text, text.length, INTERNAL_MARKS, internal).filter((hit) => !reported.has(hit.start)),
    ...secretSignHits(text, lines),
    ...markLines(lines, URGENCY_MARKS, { code: 'secrecy.urgency', severity: 'warning' }),
    ...bracketed(text, head, DRAFT_MARKS, { code: 'secrecy.process', severity: 'warning' }),
    ...handlingHits(lines),
  ];
}
