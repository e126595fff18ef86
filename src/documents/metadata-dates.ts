import { datesIn, parseDate } from './dates.ts';
import { documentNumbersIn } from './document-number.ts';
import { type Candidate, headLines, tailLines, textPlace, valuePlace } from './metadata-places.ts';

/**
 * Candidates for the date formed (成文日期): the last date that stands alone on its line near the end,
 * or behind the agency's name there; what the text itself calls the signature date; the date right after
 * the own number. The date of printing (…印发) and deadlines are none.
 */
export function formedCandidates(text: string): Candidate[] {
  return [...signatureDates(text), ...namedDates(text), ...datesAfterNumber(text)];
}

function signatureDates(text: string): Candidate[] {
  const lines = tailLines(text, 40);
  for (let n = lines.length - 1; n >= 0; n--) {
    const line = lines[n]!;
    const date = datesIn(line.text).at(-1);
    if (date === undefined) continue;
    const before = line.text.slice(0, date.start).trim();
    const after = line.text.slice(date.end).trim();
    if (!/^[)）]?(?:[（(].{0,20}[)）])?[。.]?$/u.test(after)) continue;
    const place = textPlace(
      text,
      line.start + date.start,
      line.start + date.end,
      before === '' ? 'signature' : 'signature-line',
    );
    if (before === '' || before === '(' || before === '（') return [dated(date.date, 0.92, place, text)];
    if (/^[\u4e00-\u9fff（）()、 \u3000]{3,40}(?:府|局|厅|委|会|室|部|处|院|队|心|组|站|所)$/u.test(before)) {
      return [dated(date.date, 0.88, place, text)];
    }
  }
  return [];
}

/** `落款2017年8月21日`, `平江县交通运输局2017年8月9日。` inside running text. */
function namedDates(text: string): Candidate[] {
  const from = Math.max(0, text.length - 3000);
  const tail = text.slice(from);
  const candidates: Candidate[] = [];
  for (const date of datesIn(tail)) {
    const before = tail.slice(Math.max(0, date.start - 20), date.start);
    const after = tail.slice(date.end, date.end + 4);
    const place = textPlace(text, from + date.start, from + date.end, 'signature-line');
    if (/落款(?:日期|时间)?(?:为|是|:|：)?$/u.test(before) || /^落款/u.test(after)) {
      candidates.push(dated(date.date, 0.82, place, text));
    } else if (
      /[。；\n][\u4e00-\u9fff]{3,18}(?:人民政府|局|厅|委员会|办公室)$/u.test(before) &&
      /^[。\n]|^$/u.test(after)
    ) {
      candidates.push(dated(date.date, 0.75, place, text));
    }
  }
  return candidates.reverse();
}

function datesAfterNumber(text: string): Candidate[] {
  const [line] = headLines(text, 1);
  const [number] = line === undefined ? [] : documentNumbersIn(line.text);
  if (line === undefined || number === undefined || number.start !== 0) return [];
  const date = datesIn(line.text).find((found) =>
    /^[,，\s]*$/u.test(line.text.slice(number.end, found.start)),
  );
  if (date === undefined) return [];
  const place = textPlace(text, line.start + date.start, line.start + date.end, 'after-number');
  return [dated(date.date, 0.7, place, text)];
}

/** Candidates for the date published: what the page says beside 发布, then the date in its address. */
export function publishedCandidates(text: string, url: string | undefined): Candidate[] {
  const candidates: Candidate[] = [];
  const parts = [text.slice(0, 2000), text.slice(Math.max(2000, text.length - 1000))];
  const offsets = [0, Math.max(2000, text.length - 1000)];
  for (const [n, part] of parts.entries()) {
    for (const date of datesIn(part)) {
      const after = part.slice(date.end, date.end + 20);
      if (!/^[ \u3000]*(?:\d{1,2}:\d{2}(?::\d{2})?)?[ \u3000]*(?:发布|上网)/u.test(after)) continue;
      const start = offsets[n]! + date.start;
      candidates.push(
        dated(date.date, 0.8, textPlace(text, start, start + date.end - date.start, 'published-note'), text),
      );
    }
  }
  return [...candidates, ...urlDates(url)];
}

/** `/t20220627_839421.html`, `/2023/1/30/`, `/20220820/`; 1970-01-01 is a clock that was never set. */
function urlDates(url: string | undefined): Candidate[] {
  const path = /^https?:\/\/[^/]+(\/[^?#]*)/u.exec(url ?? '')?.[1] ?? '';
  const hit =
    /\/t?((?:19|20)\d{2})(\d{2})(\d{2})[_/.]/u.exec(path) ??
    /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})\//u.exec(path);
  const value = hit === null ? undefined : parseDate(`${hit[1]}-${hit[2]}-${hit[3]}`);
  if (value === undefined || value === '1970-01-01') return [];
  return [{ value, confidence: 0.5, place: valuePlace('record', url!, 'url-date') }];
}

function dated(value: string, confidence: number, place: Candidate['place'], text: string): Candidate {
  const original = text.slice(place.start, place.end);
  return { value, confidence, place, ...(original === value ? {} : { original }) };
}
