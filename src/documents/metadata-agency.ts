import { datesIn } from './dates.ts';
import { type Candidate, headLines, tailLines, textPlace } from './metadata-places.ts';

const SUFFIX =
  '(?:人民政府办公厅|人民政府办公室|人民政府|政府办公室|委员会办公室|领导小组办公室|领导小组|指挥部办公室|指挥部|委员会|管委会|办公厅|办公室|办事处|管理局|分局|总局|厅|局|委|署|部|院|处|所|站|队|中心|党组|党委|学校|医院|公司|政府)';
const NAME = `[\\u4e00-\\u9fff（）()]{2,30}?${SUFFIX}`;
const ONE = new RegExp(`^(?:中共)?${NAME}$`, 'u');
/** What follows the agency's name in a title. */
const AFTER =
  '(?=关于|对|转发|印发|[(（]|\\d{4}|[一二三四五六七八九〇]{4}年|公告|通告|通知|公示|政府信息公开|部门|行政|年度|法治|机关|工作)';
const TITLE = new RegExp(`^(?:\\d{4}年度?)?((?:中共)?${NAME})${AFTER}`, 'u');
/** `…局文件`, the red masthead (发文机关标志). */
const MASTHEAD = new RegExp(`^((?:中共)?${NAME})文件$`, 'u');

/**
 * Candidates for the issuing agency: masthead, signature above or beside the last date, beginning of
 * the title. Names are taken as printed; a district's bureau is not given its city.
 */
export function agencyCandidates(text: string, title: string | undefined): Candidate[] {
  return [...mastheads(text), ...signatures(text), ...titleAgency(title ?? '')];
}

/** Whether a string can be the name of an organ. */
export function isAgencyName(name: string): boolean {
  return name.length <= 60 && name.split(/[、\s]+/u).every((part) => ONE.test(part));
}

function mastheads(text: string): Candidate[] {
  for (const line of headLines(text, 6)) {
    const compact = line.text.replaceAll(/[ \u3000]/gu, '');
    const name = MASTHEAD.exec(compact)?.[1];
    if (name === undefined) continue;
    return [{ value: name, confidence: 0.92, place: textPlace(text, line.start, line.end, 'masthead') }];
  }
  return [];
}

function signatures(text: string): Candidate[] {
  const lines = tailLines(text, 25);
  for (let n = lines.length - 1; n >= 0; n--) {
    const line = lines[n]!;
    const date = datesIn(line.text).at(-1);
    if (date === undefined || /印发|发布|截止/u.test(line.text.slice(date.end))) continue;
    const beside = line.text.slice(0, date.start).replaceAll(/[ \u3000]+$/gu, '');
    const sentence = beside
      .split(/[。；;,，]/u)
      .at(-1)!
      .trim();
    const ends = /^[)）。.\s]*$/u.test(line.text.slice(date.end)) || /^。/u.test(line.text.slice(date.end));
    if (ends && isAgencyName(sentence)) {
      const start = line.start + beside.length - sentence.length;
      return [
        {
          value: sentence,
          confidence: 0.85,
          place: textPlace(text, start, start + sentence.length, 'signature-line'),
        },
      ];
    }
    const above = lines[n - 1];
    if (beside === '' && above !== undefined) return signatureAbove(text, above);
  }
  return [];
}

function signatureAbove(text: string, line: { text: string; start: number; end: number }): Candidate[] {
  const name = line.text.trim().replaceAll(/[ \u3000]+/gu, line.text.includes('　') ? '' : ' ');
  if (!isAgencyName(name)) return [];
  return [{ value: name, confidence: 0.88, place: textPlace(text, line.start, line.end, 'signature') }];
}

function titleAgency(title: string): Candidate[] {
  const hit = TITLE.exec(title);
  const name = hit?.[1];
  if (name === undefined || !isAgencyName(name) || /^(?:关于|全市|全区|全县|我)/u.test(name)) return [];
  const start = title.indexOf(name);
  const place = {
    source: 'title' as const,
    start,
    end: start + name.length,
    excerpt: title.slice(0, 200),
    rule: 'title-prefix' as const,
  };
  return [{ value: name, confidence: 0.8, place }];
}
