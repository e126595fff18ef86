import { parseDate } from './dates.ts';
import { type LabelledValue, labelledValues } from './labelled-values.ts';
import { agencyCandidates, isAgencyName } from './metadata-agency.ts';
import { formedCandidates, publishedCandidates } from './metadata-dates.ts';
import { genreOf } from './metadata-genre.ts';
import { numberCandidates, statedNumber } from './metadata-number.ts';
import { type Candidate, type MetadataField, type Place, textPlace, valuePlace } from './metadata-places.ts';
import { titleCandidates } from './metadata-title.ts';
import type { DocumentProperties } from './types.ts';

/** What is known of a document: a ReadDocument fits, a DocumentRecord goes into `record`. */
export type MetadataSource = {
  fileName?: string;
  title?: string;
  text: string;
  meta?: Record<string, string>;
  properties?: DocumentProperties;
  /** Values another system stated: a record, a table's row. */
  record?: Partial<Record<MetadataField | 'url', string>>;
};

/** The best value for a field, and the others that were found, best first. */
export type MetadataProposal = Candidate & { field: MetadataField; alternatives: Candidate[] };

/**
 * Proposes metadata for a document with the place each value came from; a person confirms them.
 * Sources: the catalogue's metadata block and page tags (《政府网站发展指引》), the layout of official
 * documents (GB/T 9704-2012), index numbers as in `shared/reference` §1.3. Pure; looks only at the head
 * and tail of the text, so it takes the same time for any length. A field for which nothing was found
 * is missing from the result.
 */
export function proposeMetadata(source: MetadataSource): MetadataProposal[] {
  const context = { source, labelled: labelledValues(source.text) };
  const titles = fieldCandidates('title', context);
  const title = titles[0]?.value;
  const byField: [MetadataField, Candidate[]][] = [
    ['title', titles],
    [
      'issuingAgency',
      [...fieldCandidates('issuingAgency', context), ...agencyCandidates(source.text, title)],
    ],
    [
      'documentNumber',
      [...fieldCandidates('documentNumber', context), ...numberCandidates(source.text, title)],
    ],
    ['formedOn', [...fieldCandidates('formedOn', context), ...formedCandidates(source.text)]],
    [
      'publishedOn',
      [...fieldCandidates('publishedOn', context), ...publishedCandidates(source.text, source.record?.url)],
    ],
    ['indexNumber', [...fieldCandidates('indexNumber', context), ...indexPatterns(source.text)]],
    ['category', [...fieldCandidates('category', context), ...genreCandidates(title)]],
  ];
  return byField.flatMap(([field, candidates]) => best(field, candidates));
}

function best(field: MetadataField, candidates: Candidate[]): MetadataProposal[] {
  const sorted = [...candidates].sort((a, b) => b.confidence - a.confidence);
  const distinct = sorted.filter((one, n) => sorted.findIndex((other) => other.value === one.value) === n);
  const [first, ...alternatives] = distinct;
  return first === undefined ? [] : [{ field, ...first, alternatives }];
}

type Context = { source: MetadataSource; labelled: LabelledValue[] };

/** Tags and labels that state a field, with the trust each deserves. */
const statedIn: Record<MetadataField, { name: string; confidence: number }[]> = {
  title: [
    { name: 'ArticleTitle', confidence: 0.95 },
    { name: '标题', confidence: 0.88 },
  ],
  issuingAgency: [
    { name: '发布机构', confidence: 0.9 },
    { name: 'ContentSource', confidence: 0.6 },
    { name: '来源', confidence: 0.5 },
  ],
  documentNumber: [{ name: '文号', confidence: 0.95 }],
  formedOn: [
    { name: '成文日期', confidence: 0.93 },
    { name: '发文日期', confidence: 0.7 },
  ],
  publishedOn: [
    { name: 'PubDate', confidence: 0.95 },
    { name: '发布日期', confidence: 0.92 },
  ],
  indexNumber: [{ name: '索引号', confidence: 0.95 }],
  category: [
    { name: '体裁分类', confidence: 0.8 },
    { name: '主题分类', confidence: 0.5 },
  ],
};

/** What the record, the page's tags and the labels in the text state for a field. */
function fieldCandidates(field: MetadataField, { source, labelled }: Context): Candidate[] {
  const stated: (Candidate | undefined)[] = [];
  const recorded = source.record?.[field]?.trim();
  if (recorded) stated.push(checked(field, recorded, 0.98, valuePlace('record', recorded, 'record-field')));
  for (const { name, confidence } of statedIn[field]) {
    const inText = labelled.find(({ label }) => label === name);
    const tag = source.meta?.[name]?.trim();
    if (inText) {
      const place = textPlace(source.text, inText.start, inText.end, 'labelled');
      stated.push(checked(field, inText.value, confidence, place));
    } else if (tag) stated.push(checked(field, tag, confidence, valuePlace('meta', tag, 'meta-tag')));
  }
  if (field === 'title') stated.push(...readTitle(source));
  return stated.filter((candidate) => candidate !== undefined).sort((a, b) => b.confidence - a.confidence);
}

function readTitle({ title, text, fileName, properties }: MetadataSource): Candidate[] {
  const heading = title?.trim().slice(0, 300);
  const own: Candidate[] = heading
    ? [{ value: heading, confidence: 0.85, place: valuePlace('title', heading, 'heading') }]
    : [];
  return [...own, ...titleCandidates(text, fileName, properties?.title)];
}

/** A stated value must have the form of its field; a stray value is no proposal. */
function checked(
  field: MetadataField,
  value: string,
  confidence: number,
  place: Place,
): Candidate | undefined {
  if (field === 'documentNumber') return statedNumber(value, confidence, place);
  if (field === 'formedOn' || field === 'publishedOn') return statedDate(value, confidence, place);
  if (field === 'indexNumber')
    return /\d{3}/u.test(value) && value.length <= 60 ? { value, confidence, place } : undefined;
  if (field === 'issuingAgency' && confidence < 0.98) {
    const trust = isAgencyName(value) ? confidence : confidence * 0.6;
    return value.length <= 60 ? { value, confidence: trust, place } : undefined;
  }
  return value.length <= 300 ? { value, confidence, place } : undefined;
}

function statedDate(value: string, confidence: number, place: Place): Candidate | undefined {
  const date = parseDate(value);
  if (date === undefined || date === '1970-01-01') return undefined;
  return { value: date, confidence, place, ...(date === value ? {} : { original: value }) };
}

/** Index numbers by their form alone: national, credit-code and Fujian families (reference §1.3, §1.4). */
const INDEX_FORMS =
  /(?<![0-9A-Za-z/-])(?:[0-9A-Z]{8}-?[0-9X]\/(?:19|20)\d{2}-\d{5}|[0-9A-HJ-NPQRTUWXY]{18}\/(?:19|20)\d{2}(?:0[1-9]|1[0-2])?-\d{5,6}|[A-Z]{2}\d{5}-\d{2,4}-(?:19|20)\d{2}-\d{5})(?![0-9A-Za-z/-])/gu;

function indexPatterns(text: string): Candidate[] {
  return [...text.slice(0, 3000).matchAll(INDEX_FORMS)].slice(0, 1).map((hit) => ({
    value: hit[0],
    confidence: 0.8,
    place: textPlace(text, hit.index, hit.index + hit[0].length, 'pattern'),
  }));
}

function genreCandidates(title: string | undefined): Candidate[] {
  const hint = genreOf(title ?? '');
  if (hint === undefined) return [];
  const { genre: value, start, end, certain } = hint;
  return [
    {
      value,
      confidence: certain ? 0.7 : 0.6,
      place: { source: 'title', start, end, excerpt: title!, rule: 'genre' },
    },
  ];
}
