import { datesIn } from './dates.ts';
import { documentNumbersIn, type FoundNumber } from './document-number.ts';
import { type Candidate, headLines, type MetadataRule, tailLines, textPlace } from './metadata-places.ts';

/** A code that begins with such a word was cut out of a sentence about somebody else's document. */
const CITED_WITHIN =
  /^(?:依据|根据|按照|遵照|落实|贯彻|执行|参照|转发|印发|制定依据|转载|引用|对照|关于|收到)/u;
const LABEL_START = /^(?:文号|发文字号|文件编号)/u;

/**
 * Candidates for the document's own number (文号; GB/T 9704-2012, 7.2.5). A number inside 《》 or after
 * 依据, 根据 and the like belongs to another document. The own one stands in the title, alone on a line
 * near the top, at the very beginning, or before the signature.
 */
export function numberCandidates(text: string, title: string | undefined): Candidate[] {
  return [...titleNumbers(title ?? ''), ...headNumbers(text), ...tailNumbers(text)];
}

function titleNumbers(title: string): Candidate[] {
  const candidates: Candidate[] = [];
  for (const found of documentNumbersIn(title)) {
    const before = title.slice(0, found.start);
    const after = title.slice(found.end);
    const starts = /^(?:【[^】]*】|\[[^\]]*\]|\s)*$/u.test(before) && !isCited(found);
    const ends = /[（(【[]\s*$/u.test(before) && /^\s*[)）】\]]\s*$/u.test(after);
    if (!starts && !ends) continue;
    const place = {
      source: 'title' as const,
      start: found.start,
      end: found.end,
      excerpt: title.slice(0, 200),
      rule: (starts ? 'title-prefix' : 'title-suffix') as MetadataRule,
    };
    candidates.push(candidate(found, 0.9, place));
  }
  return candidates;
}

function headNumbers(text: string): Candidate[] {
  const candidates: Candidate[] = [];
  for (const [n, line] of headLines(text, 15).entries()) {
    const [found] = documentNumbersIn(line.text);
    if (found === undefined || isCited(found)) continue;
    const rest = line.text.slice(found.end).trim();
    if (line.text.slice(0, found.start).trim() !== '') continue;
    const alone = rest === '' || /^(?:签发人|签发)[:：]?/u.test(rest);
    const begins = n === 0 && /^(?:[,，;；。\s]|$|[A-Z]类)/u.test(line.text.slice(found.end));
    if (!alone && !begins) continue;
    const place = textPlace(
      text,
      line.start + found.start,
      line.start + found.end,
      alone ? 'own-line' : 'line-start',
    );
    candidates.push(candidate(found, alone ? 0.95 - n * 0.01 : 0.85, place));
  }
  return candidates;
}

/** Announcements often carry their number between the text and the signature. */
function tailNumbers(text: string): Candidate[] {
  const lines = tailLines(text, 8);
  const date = lines.findLastIndex((line) => datesIn(line.text).length > 0);
  const candidates: Candidate[] = [];
  for (const line of lines.slice(0, Math.max(0, date))) {
    const [found] = documentNumbersIn(line.text);
    if (found === undefined || line.text.trim() !== found.original || isCited(found)) continue;
    const place = textPlace(text, line.start + found.start, line.start + found.end, 'before-signature');
    candidates.push(candidate(found, 0.7, place));
  }
  return candidates;
}

function isCited(found: FoundNumber): boolean {
  return CITED_WITHIN.test(found.original) || LABEL_START.test(found.original);
}

function candidate(found: FoundNumber, confidence: number, place: Candidate['place']): Candidate {
  return {
    value: found.number,
    confidence: found.repaired ? confidence * 0.7 : confidence,
    place,
    ...(found.number === found.original ? {} : { original: found.original }),
    ...(found.repaired ? { repaired: true as const } : {}),
  };
}

/** A value given as the number by a label, tag or record: brackets put right, damage mended and marked. */
export function statedNumber(
  value: string,
  confidence: number,
  place: Candidate['place'],
): Candidate | undefined {
  const found = documentNumbersIn(value);
  const [first] = found;
  const whole = first !== undefined && value.trim() === first.original;
  if (whole) return candidate(first, confidence, place);
  // Something we cannot take apart: kept as it is written, if it looks like a number at all.
  return /[\u4e00-\u9fff].*\d/u.test(value) && value.length <= 60
    ? { value: value.trim(), confidence: confidence * 0.6, place }
    : undefined;
}
