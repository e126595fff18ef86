/** A value that the text itself labels, e.g. in the metadata block of a page: `索引号：000014349/2017-00110`. */
export type LabelledValue = { label: string; value: string; start: number; end: number };

/** Labels of catalogue metadata blocks, every spelling → the name under which the value is given. */
const labels: [string, string][] = [
  ['索引号', '索引号'],
  ['索取号', '索引号'],
  ['发文字号', '文号'],
  ['发文文号', '文号'],
  ['文件编号', '文号'],
  ['发文编号', '文号'],
  ['文号', '文号'],
  ['成文日期', '成文日期'],
  ['生成日期', '成文日期'],
  ['制发日期', '成文日期'],
  ['发文日期', '发文日期'],
  ['发布日期', '发布日期'],
  ['发布时间', '发布日期'],
  ['公开日期', '发布日期'],
  ['发布机构', '发布机构'],
  ['发文机关', '发布机构'],
  ['发文单位', '发布机构'],
  ['发布单位', '发布机构'],
  ['发文机构', '发布机构'],
  ['公开责任部门', '发布机构'],
  ['信息来源', '来源'],
  ['来源', '来源'],
  ['文件名称', '标题'],
  ['名称', '标题'],
  ['标题', '标题'],
  ['主题分类', '主题分类'],
  ['体裁分类', '体裁分类'],
  ['有效性', '有效性'],
  ['公开方式', '公开属性'],
  ['公开属性', '公开属性'],
];

const SPELLINGS = new Map(labels);
/** Labels are printed with spaces to fill the column (`文  号`), so any may stand between characters. */
const LABEL = new RegExp(
  `(?<=^|[\\n\\t \\u00a0\\u3000|【\\[])[【\\[]?(${labels
    .map(([label]) => [...label].join('[ \\u00a0\\u3000]{0,4}'))
    .join('|')})[ \\u00a0\\u3000]{0,4}[】\\]]?(?:[:：][ \\t\\u00a0\\u3000]{0,4}|\\t)`,
  'gu',
);
/** Metadata blocks stand at the top. */
const BLOCK_LENGTH = 3000;

/**
 * Values labelled in the head of a text. A value ends at the line's or cell's end or before the next
 * label; a label with nothing after it has no value (the next line is never taken for one).
 */
export function labelledValues(text: string): LabelledValue[] {
  const head = text.slice(0, BLOCK_LENGTH);
  const found: LabelledValue[] = [];
  const hits = [...head.matchAll(LABEL)];
  for (const [n, hit] of hits.entries()) {
    const label = SPELLINGS.get(hit[1]!.replaceAll(/[ \u00a0\u3000]/gu, ''))!;
    const from = hit.index + hit[0].length;
    const raw = /^[^\n\t]*/u.exec(head.slice(from, hits[n + 1]?.index ?? head.length))![0];
    const value = raw.replace(/[ \u00a0\u3000|【[]+$/u, '').trim();
    const start = from + raw.indexOf(value);
    if (value !== '' && value.length <= 200 && !/^[-—/无]*$/u.test(value)) {
      found.push({ label, value, start, end: start + value.length });
    }
  }
  return found.filter(({ label }, n) => found.findIndex((other) => other.label === label) === n);
}
