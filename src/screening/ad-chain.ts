import {
  AMBIGUOUS_BRANDS,
  BRANDS,
  CALLS,
  GAMBLING_NOUNS,
  LATIN_ALIASES,
  PADDING,
  PLAIN_GAMBLING,
  PORN_STRONG,
  PORN_TELLING,
  PORN_WEAK,
  TRADES,
  WEAK_CALLS,
} from './data/promotion-words.ts';
import { type WordHit, WordTrie } from './word-trie.ts';

/** Kinds of word a promotion is built from. */
export type PromotionKind =
  | 'brand'
  | 'ambiguous'
  | 'alias'
  | 'noun'
  | 'plain'
  | 'call'
  | 'weak-call'
  | 'trade'
  | 'padding'
  | 'porn'
  | 'porn-weak';

const trie = new WordTrie<PromotionKind>()
  .add('brand', BRANDS)
  .add('porn', PORN_STRONG)
  .add('noun', GAMBLING_NOUNS)
  .add('alias', LATIN_ALIASES)
  .add('ambiguous', AMBIGUOUS_BRANDS)
  .add('plain', PLAIN_GAMBLING)
  .add('call', CALLS)
  .add('weak-call', WEAK_CALLS)
  .add('trade', TRADES)
  .add('porn-weak', PORN_WEAK)
  .add('padding', PADDING);

/** Promotion words in a row, as advertisements string them together without grammar. */
export interface AdChain {
  readonly start: number;
  readonly end: number;
  readonly words: readonly WordHit<PromotionKind>[];
}

/** Between the words of one chain: joiners, or up to two characters that are no sentence punctuation. */
const GAP = /^(?:[\s_,|、/·&+\-—~:()[\]【】]{1,3}|[^\s。;!?:,“”‘’《》()\n]{1,2})$/;
const MAX_GAP = 3;

/** Words that make a chain worth weighing; calls and padding alone are everyday government prose. */
const CORE: ReadonlySet<PromotionKind> = new Set([
  'brand',
  'noun',
  'alias',
  'ambiguous',
  'trade',
  'porn',
  'porn-weak',
]);

/** Calls that a row of calls without a name is known by. */
const ROW_OF_CALLS = 3;

/** Three different calls written together, as in app官网开户: service guides put grammar between them. */
function isRowOfCalls(words: readonly WordHit<PromotionKind>[]): boolean {
  const row = words.filter((word, i) => {
    const touches = words[i - 1]?.end === word.start || words[i + 1]?.start === word.end;
    return word.kind === 'call' && touches;
  });
  return new Set(row.map((word) => word.word)).size >= ROW_OF_CALLS;
}

/** All chains of promotion words in a folded text that hold a core word or a row of calls. */
export function adChains(folded: string): AdChain[] {
  const chains: AdChain[] = [];
  let words: WordHit<PromotionKind>[] = [];
  const close = () => {
    if (words.some((word) => CORE.has(word.kind)) || isRowOfCalls(words))
      chains.push({ start: words[0]!.start, end: words.at(-1)!.end, words });
    words = [];
  };
  for (const word of trie.find(folded)) {
    const last = words.at(-1);
    if (last && !joined(folded, last.end, word.start)) close();
    words.push(word);
  }
  close();
  return chains;
}

function joined(text: string, from: number, to: number): boolean {
  return from === to || (to - from <= MAX_GAP && GAP.test(text.slice(from, to)));
}

function distinct(chain: AdChain, kind: PromotionKind): number {
  return new Set(chain.words.filter((word) => word.kind === kind).map((word) => word.word)).size;
}

/** Weight of a chain by what it sells and how it calls, and whether it is pornography. */
export interface ChainWeight {
  readonly score: number;
  readonly kind: 'gambling' | 'pornography';
}

const SPLIT_BONUS = 3;
/** Parts of a pornographic chain without a strong word from which it can be nothing else. */
const TELLING_PARTS = 5;

function weighPornography(chain: AdChain): number {
  const strong = distinct(chain, 'porn');
  const weak = distinct(chain, 'porn-weak');
  const telling = chain.words.some((word) => PORN_TELLING.has(word.word));
  if (strong > 0) return strong * 3 + Math.min(4, weak);
  return telling && weak >= TELLING_PARTS ? weak : 0;
}

/** Kinds that may stand between a name and what it is to do; 在线 is of both worlds. */
const FILLING: ReadonlySet<PromotionKind> = new Set(['padding', 'porn-weak']);

/** The word right behind the i-th, padding left out: 金沙官网, hth在线官网; undefined when anything else is between. */
function rightBehind(words: AdChain['words'], i: number): WordHit<PromotionKind> | undefined {
  let at = i;
  while (words[at + 1]?.start === words[at]!.end && FILLING.has(words[at + 1]!.kind)) at++;
  return words[at + 1]?.start === words[at]!.end ? words[at + 1] : undefined;
}

/** A doubtful name with a trade or a call at its very side: 米兰体育, 金沙官网. */
function doubtfulAtWork(chain: AdChain): boolean {
  return chain.words.some((word, i) => {
    const next = rightBehind(chain.words, i)?.kind;
    return (word.kind === 'ambiguous' || word.kind === 'alias') && (next === 'call' || next === 'trade');
  });
}

/**
 * A trade with calls one upon another, whatever name stands before it: XX体育(中国)官方网站-登录入口. New names
 * appear faster than any list; this row of words is what they share.
 */
function weighUnknownName(chain: AdChain, calls: number): number {
  const called = chain.words.some((word, i) => {
    const near = [chain.words[i + 1], chain.words[i + 2]];
    return word.kind === 'trade' && near.some((next) => next?.kind === 'call' && next.start - word.end <= 6);
  });
  // Sports offices have sites and sign-in pages too: 体育 needs a longer row than 娱乐.
  const enough = chain.words.some((word) => word.kind === 'trade' && word.word !== '体育') ? 2 : 3;
  if (called && calls >= enough) return calls * 2;
  // Not enough alone; a tail of a title, a breadcrumb or an organ behind it make it so.
  return isRowOfCalls(chain.words) ? ROW_OF_CALLS : 0;
}

function weighGambling(chain: AdChain): number {
  const count = (kind: PromotionKind) => distinct(chain, kind);
  const brands = count('brand');
  const nouns = count('noun');
  const doubtful = count('ambiguous') + count('alias');
  const calls = count('call') + count('weak-call');
  const sold = brands > 0 || (nouns > 0 && (calls > 0 || doubtful > 0));
  const named = sold || (doubtfulAtWork(chain) && (count('call') > 0 || count('trade') > 0));
  if (!named) return weighUnknownName(chain, count('call'));
  const names = Math.min(8, brands * 4) + Math.min(6, nouns * 3) + Math.min(4, doubtful * 2);
  return (
    names +
    Math.min(6, calls * 2) +
    Math.min(2, count('plain')) +
    Math.min(1, count('trade') + count('padding'))
  );
}

/**
 * Weighs the words of a chain: an unmistakable brand 4, a gambling noun 3, a doubtful name 2, a call 2, a
 * plain word 1, each word once. A noun needs a call or a name beside it, a doubtful name a call or trade.
 */
export function weighChain(chain: AdChain): ChainWeight {
  const pornography = weighPornography(chain);
  if (pornography >= 4) return { score: pornography, kind: 'pornography' };
  const score = weighGambling(chain);
  const split =
    score > 0 && chain.words.some((word) => word.split && (word.kind === 'brand' || word.kind === 'noun'));
  return { score: score + (split ? SPLIT_BONUS : 0), kind: 'gambling' };
}
