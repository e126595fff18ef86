import { type AdChain, adChains, weighChain } from './ad-chain.ts';
import { ENFORCEMENT, ILLEGAL_SERVICES, LAWFUL_LOTTERY } from './data/promotion-words.ts';
import type { Hit, Subject } from './detect.ts';
import { replacedNames } from './name-replacement.ts';
import { transcodingTraces } from './transcoding.ts';
import { WordTrie } from './word-trie.ts';

/** From this score a hit blocks; from REVIEW it is shown to a person. */
const BLOCK = 7;
const REVIEW = 4;

const ORGAN_BONUS = 5;
const TAIL_BONUS = 2;
const BREADCRUMB_BONUS = 3;
const TITLE_BONUS = 3;
const REPEAT_BONUS = 3;
const REPORTED_PENALTY = 7;

/** What stands where an agency's name goes on: 局, 人民政府, 政府信息公开 … */
const ORGAN_AFTER =
  /^[:\s]{0,2}(?:\d{4}年(?:度)?)?(?:政府信息公开|政务公开|信息公开|政务服务|[\u4e00-\u9fff]{0,10}?(?:局|厅|委员会|人民政府|办公室|办公厅|领导小组|党组|街道办事处)(?![部长]))/;
const OWN_ORGAN_WORDS = /整治|打击|治理|监察|监管|管理|协调|专项|发行|销售|委员会/;
const BREADCRUMB_BEFORE = /(?:当前位置|您的位置|您现在的位置|所在位置|首页 ?[>»]|>) ?:? ?[^。;\n]{0,24}$/;
/** A dash and at most a short name: no list knows every brand. */
const TAIL_BEFORE = /[-_|—–] ?([^\s。;!?,:、]{0,6})$/;
const SENTENCE_END = /[。;!?\n]/;
const CONTEXT = 48;

function sentenceAround(text: string, chain: AdChain): string {
  const head = text.slice(Math.max(0, chain.start - CONTEXT), chain.start);
  const tail = text.slice(chain.end, chain.end + CONTEXT);
  const tailEnd = tail.search(SENTENCE_END);
  const headParts = head.split(SENTENCE_END);
  return `${headParts.at(-1)} ${tailEnd < 0 ? tail : tail.slice(0, tailEnd)}`;
}

function standsForOrgan(text: string, chain: AdChain): boolean {
  const match = ORGAN_AFTER.exec(text.slice(chain.end, chain.end + 24));
  return match !== null && !OWN_ORGAN_WORDS.test(match[0]);
}

/** A suffix hung on a title, or a segment of its own at the end of a line. */
function isTail(text: string, chain: AdChain): boolean {
  if (!SENTENCE_END.test(text[chain.end] ?? '\n')) return false;
  const match = TAIL_BEFORE.exec(text.slice(Math.max(0, chain.start - 8), chain.start));
  return match !== null && !ENFORCEMENT.test(match[1]!);
}

function breadcrumb(text: string, chain: AdChain): boolean {
  return BREADCRUMB_BEFORE.test(text.slice(Math.max(0, chain.start - 40), chain.start));
}

interface Judged {
  readonly chain: AdChain;
  readonly score: number;
  readonly code: Hit['code'];
}

function judgeChain(subject: Subject, chain: AdChain): Judged | null {
  const { folded } = subject.normalised;
  const weight = weighChain(chain);
  const inserted = subject.normalised.original(chain.start, chain.end);
  const hidden = inserted.end - inserted.start > chain.end - chain.start + 1 ? 1 : 0;
  if (weight.score < 2) return null;
  const organ = weight.kind === 'gambling' && weight.score >= 3 && standsForOrgan(folded, chain);
  const crumb = breadcrumb(folded, chain);
  const tail = isTail(folded, chain);
  const bonus =
    (organ ? ORGAN_BONUS : 0) +
    (crumb ? BREADCRUMB_BONUS : 0) +
    (tail ? TAIL_BONUS : 0) +
    (subject.field === 'title' ? TITLE_BONUS : 0) +
    hidden;
  const reported = !organ && !crumb && !tail && isReported(folded, chain);
  const code = organ
    ? 'hijack.name-replaced'
    : crumb
      ? 'hijack.breadcrumb'
      : (`hijack.${weight.kind}` as const);
  return { chain, score: weight.score + bonus - (reported ? REPORTED_PENALTY : 0), code };
}

/** The sentence reports, forbids or lawfully runs the thing it names. */
function isReported(text: string, chain: AdChain): boolean {
  const sentence = sentenceAround(text, chain);
  if (ENFORCEMENT.test(sentence)) return true;
  return LAWFUL_LOTTERY.test(sentence) && !chain.words.some((word) => word.kind === 'brand');
}

function wordsOf(chain: AdChain): string {
  return chain.words.map((word) => word.word).join(' ');
}

/** Chains that come again are inserted by machine: the same words in several places. */
function repeats(judged: readonly Judged[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { chain } of judged) counts.set(wordsOf(chain), (counts.get(wordsOf(chain)) ?? 0) + 1);
  return counts;
}

function promotionHits(subject: Subject): Hit[] {
  const judged = adChains(subject.normalised.folded)
    .map((chain) => judgeChain(subject, chain))
    .filter((item) => item !== null)
    .filter((item) => item.score >= 3);
  const counts = repeats(judged);
  return judged.flatMap(({ chain, score, code }) => {
    const total = score + (score >= REVIEW && counts.get(wordsOf(chain))! > 1 ? REPEAT_BONUS : 0);
    if (total < REVIEW) return [];
    return [
      {
        code,
        severity: total >= BLOCK ? 'critical' : 'warning',
        start: chain.start,
        end: chain.end,
      } as const,
    ];
  });
}

const services = new WordTrie<'service'>().add('service', ILLEGAL_SERVICES);
const CONTACT =
  /(?:微信|加微|vx|wx|q ?q|电话|手机|咨询|联系|telegram|tg|飞机) ?号?[:：]? ?[a-z0-9_-]{5,}|1[3-9]\d{9}/;

function serviceHits(subject: Subject): Hit[] {
  const { folded } = subject.normalised;
  return services
    .find(folded)
    .filter(
      ({ start, end }) =>
        CONTACT.test(folded.slice(end, end + 40)) &&
        !ENFORCEMENT.test(folded.slice(Math.max(0, start - 24), end + 24)),
    )
    .map(({ start, end }) => ({ code: 'hijack.spam', severity: 'warning', start, end }));
}

/**
 * Injected promotion and the traces of hijacked or mirrored pages: chains of gambling or porn words weighed
 * by place and context, agency names replaced, foreign domains given as the portal, transcoding residue.
 * News of police work, Macau's gaming regulator and the state lottery use the same words and must pass.
 */
export function detectHijacking(subject: Subject, agencyName?: string): Hit[] {
  return [
    ...promotionHits(subject),
    ...serviceHits(subject),
    ...replacedNames(subject, agencyName),
    ...transcodingTraces(subject),
  ];
}

/** Highest score a short text (link text, title) earns as promotion; 0 when it is none. */
export function promotionScore(folded: string): number {
  return Math.max(0, ...adChains(folded).map((chain) => weighChain(chain).score));
}
