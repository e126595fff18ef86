import { datesIn } from './dates.ts';
import { documentNumbersIn } from './document-number.ts';
import { type Candidate, headLines, type TextLine, textPlace, valuePlace } from './metadata-places.ts';

/** What titles end with: the genres of 《党政机关公文处理工作条例》第八条 and what offices publish besides. */
const ENDINGS =
  /(?:决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|公示|办法|规定|细则|条例|方案|预案|计划|规划|要点|总结|说明|情况|答复|解读|制度|名单|目录|清单|指南|决算|预算|决定书|通知书|告知书|一览表|规则|标准|汇编|年报|征求意见|结果|安排|回复|须知|流程|信息表|统计表)(?:[（(][^（()）]{1,30}[)）])?$/u;

/** Candidates for the title from the text's first lines, the file's name and its properties. */
export function titleCandidates(
  text: string,
  fileName: string | undefined,
  propertyTitle: string | undefined,
): Candidate[] {
  const candidates = titleLines(text);
  const base = (fileName ?? '')
    .split(/[\\/]/u)
    .at(-1)!
    .replace(/\.[^.]{1,10}$/u, '')
    .trim();
  if (looksLikeTitle(base)) {
    candidates.push({
      value: base,
      confidence: ENDINGS.test(base) ? 0.6 : 0.4,
      place: valuePlace('file-name', base, 'file-name'),
    });
  }
  const stated = propertyTitle?.replace(/^Microsoft Word - /u, '').trim() ?? '';
  if (looksLikeTitle(stated)) {
    candidates.push({
      value: stated,
      confidence: 0.35,
      place: valuePlace('properties', stated, 'properties-title'),
    });
  }
  return candidates;
}

const looksLikeTitle = (text: string) => /[\u4e00-\u9fff]{4}/u.test(text) && text.length <= 120;

/** A title may run over up to three lines; the first that ends like a title ends it. */
function titleLines(text: string): Candidate[] {
  const lines = headLines(text, 12).filter((line) => !isHeadMatter(line.text));
  for (const [n] of lines.entries()) {
    for (let count = 1; count <= 3 && n + count <= lines.length; count++) {
      const parts = lines.slice(n, n + count);
      if (parts.some((line) => isSentence(line)) || interrupted(text, parts)) break;
      const title = parts.map((line) => line.text.trim()).join('');
      if (title.length < 5 || title.length > 120 || !ENDINGS.test(title)) continue;
      const place = textPlace(text, parts[0]!.start, parts.at(-1)!.end, 'title-lines');
      return [{ value: title, confidence: n === 0 ? 0.8 : 0.75, place }];
    }
    if (isSentence(lines[n]!)) break;
  }
  return [];
}

/** Something else stands between the lines, the document's number say: they are not one title. */
function interrupted(text: string, lines: readonly TextLine[]): boolean {
  return lines.some((line, n) => n > 0 && /\S/u.test(text.slice(lines[n - 1]!.end, line.start)));
}

/** Masthead, copy number, secrecy and urgency marks, own number, date, labels: what stands above a title. */
function isHeadMatter(line: string): boolean {
  const text = line.trim();
  const [number] = documentNumbersIn(text);
  const [date] = datesIn(text);
  return (
    (/文件$/u.test(text.replaceAll(/\s/gu, '')) && text.length <= 40 && !/关于/u.test(text)) ||
    /^(?:\d{1,6}|特急|加急|平急|急件|(?:绝密|机密|秘密)★?.{0,6}|附件\d*[:：]?|内部资料.{0,8})$/u.test(text) ||
    /^[^：:]{2,10}[：:]\s*\S{0,60}$/u.test(text) ||
    (number !== undefined && text.length - number.original.length <= 12 && number.start === 0) ||
    (date !== undefined && text.length - (date.end - date.start) <= 10)
  );
}

const isSentence = (line: TextLine) => /[。；！？]|[，,].*[，,]/u.test(line.text) || line.text.length > 100;
