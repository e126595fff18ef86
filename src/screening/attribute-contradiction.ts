import type { DisclosureAttribute } from '../law/index.ts';
import type { Hit, Subject } from './detect.ts';

const PRINTED =
  /此件(不公开|不予公开|依申请公开|公开发布|主动公开)|公开(?:属性|方式|类别|类型|形式|选项) {0,2}: {0,2}[☑√✓■]? ?(主动公开|依申请公开|不予公开|不公开)/g;

const ATTRIBUTE_OF: Record<string, DisclosureAttribute> = {
  不公开: 'not-disclosed',
  不予公开: 'not-disclosed',
  依申请公开: 'on-request',
  公开发布: 'proactive',
  主动公开: 'proactive',
};

/** Rules on how to print the mark quote it. */
function isQuoted(text: string, start: number, end: number): boolean {
  return (
    /[“‘"'「]$/.test(text.slice(Math.max(0, start - 1), start)) ||
    /^[”’"'」]|^字样/.test(text.slice(end, end + 2))
  );
}

function judge(
  printed: DisclosureAttribute,
  recorded: DisclosureAttribute | undefined,
): Pick<Hit, 'code' | 'severity'> | null {
  if (printed === recorded) return null;
  if (recorded === 'proactive') return { code: 'attribute.not-public', severity: 'critical' };
  if (recorded) return { code: 'attribute.differs', severity: 'warning' };
  return printed === 'proactive' ? null : { code: 'attribute.undecided', severity: 'warning' };
}

/**
 * The disclosure attribute printed in the document against the one recorded (M7, M8): a document that says
 * 此件依申请公开 must not go out as 主动公开, and one that says 此件公开发布 should not be kept back.
 */
export function detectAttributeContradictions(
  subject: Subject,
  recorded: DisclosureAttribute | undefined,
): Hit[] {
  const text = subject.normalised.folded;
  const hits: Hit[] = [];
  for (const match of text.matchAll(PRINTED)) {
    const start = match.index;
    const end = start + match[0].length;
    const verdict = judge(ATTRIBUTE_OF[(match[1] ?? match[2])!]!, recorded);
    if (verdict && !isQuoted(text, start, end)) hits.push({ ...verdict, start, end });
  }
  return hits;
}
