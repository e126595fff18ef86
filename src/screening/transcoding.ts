import type { Hit, Subject } from './detect.ts';
import { isTraditional } from './normalise.ts';

/** A Chinese character with its reading in brackets: 習(xí). Scrapers leave it when they convert scripts. */
const ANNOTATED = /([\u3400-\u9fff])\(([a-zü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ][a-zü]{0,4}) ?\)/gi;
/** Broken remains of the same: 8?jìng)€(gè)月. */
const BROKEN_READING = /[a-zü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]{0,4}\)€/gi;

/** From so many readings the text was converted by machine; a dictionary note explains one or two. */
const MANY_READINGS = 3;

function readingHits(text: string): Hit[] {
  const found = [...text.matchAll(ANNOTATED)];
  const traditional = found.filter((match) => isTraditional(match[1]!));
  const places = traditional.length > 0 ? traditional : found.length >= MANY_READINGS * 2 ? found : [];
  const severity = places.length >= MANY_READINGS ? 'critical' : 'warning';
  const broken = [...text.matchAll(BROKEN_READING)];
  return [...places.slice(0, MANY_READINGS), ...broken.slice(0, MANY_READINGS)].map((match) => ({
    code: 'hijack.transcoding',
    severity,
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const DOUBLED = /(?<=[\u4e00-\u9fff\d”)》])[,、;](?=[,。、;.])[,。、;.](?=[\u4e00-\u9fff“《\d]|$)/g;
const MANY_DOUBLED = 4;

function doubledHits(text: string): Hit[] {
  const found = [...text.matchAll(DOUBLED)];
  if (found.length < MANY_DOUBLED) return [];
  const [first] = found;
  return [
    {
      code: 'hijack.doubled-punctuation',
      severity: 'warning',
      start: first!.index,
      end: first!.index + first![0].length,
    },
  ];
}

/** UTF-8 read as GBK and back: mixed-weight box lines, stray vowels and '锟斤拷' among Chinese characters. */
const MOJIBAKE =
  /锟斤拷|烫烫烫|屯屯屯|�{2,}|[?？]。[ǎǐǒǔǖǘǚǜ]|(?<=[\u4e00-\u9fffǖǘǚǜ])[\u251d-\u2522\u2525-\u252a\u252d-\u2532\u2535-\u253a\u253d-\u254a](?=[\u4e00-\u9fff])/g;

function mojibakeHits(text: string): Hit[] {
  const [first] = text.matchAll(MOJIBAKE);
  if (!first) return [];
  return [
    { code: 'hijack.mojibake', severity: 'warning', start: first.index, end: first.index + first[0].length },
  ];
}

/** What scraping mirrors leave behind: readings in brackets, doubled punctuation, broken encodings. */
export function transcodingTraces(subject: Subject): Hit[] {
  const { text } = subject.normalised;
  return [...readingHits(text), ...doubledHits(text), ...mojibakeHits(text)];
}
