/** Where a proposed value came from, so that a person can look. Positions are in the named source. */
export type Place = {
  source: 'text' | 'title' | 'meta' | 'file-name' | 'record' | 'properties';
  start?: number;
  end?: number;
  /** The value with a little of what stands around it. */
  excerpt: string;
  /** Which rule found it; closed list in {@link metadataRules}. */
  rule: MetadataRule;
};

export const metadataRules = [
  'record-field',
  'meta-tag',
  'labelled',
  'heading',
  'title-lines',
  'file-name',
  'properties-title',
  'title-prefix',
  'title-suffix',
  'own-line',
  'line-start',
  'before-signature',
  'masthead',
  'signature',
  'signature-line',
  'after-number',
  'published-note',
  'url-date',
  'pattern',
  'genre',
] as const;

export type MetadataRule = (typeof metadataRules)[number];

export type MetadataField =
  | 'title'
  | 'issuingAgency'
  | 'documentNumber'
  | 'formedOn'
  | 'publishedOn'
  | 'indexNumber'
  | 'category';

/** One value for one field. Never invented: it stands in the source, or follows from it in one way only. */
export type Candidate = {
  value: string;
  /** 0–1; not a probability, but ordered, and calibrated on real pages. */
  confidence: number;
  place: Place;
  /** As printed, where the value is written differently. */
  original?: string;
  /** The printed form was damaged and put right. */
  repaired?: true;
};

/** A line of a text with its position. */
export type TextLine = { text: string; start: number; end: number };

/** The first or last lines of a text, without reading the rest. */
export function headLines(text: string, count: number, length = 3000): TextLine[] {
  return linesFrom(text.slice(0, length), 0).slice(0, count);
}

export function tailLines(text: string, count: number, length = 3000): TextLine[] {
  const from = Math.max(0, text.length - length);
  return linesFrom(text.slice(from), from).slice(-count);
}

function linesFrom(part: string, offset: number): TextLine[] {
  const lines: TextLine[] = [];
  let start = offset;
  for (const text of part.split('\n')) {
    lines.push({ text, start, end: start + text.length });
    start += text.length + 1;
  }
  return lines.filter((line) => line.text.trim() !== '');
}

/** Place of a passage of the text. */
export function textPlace(text: string, start: number, end: number, rule: MetadataRule): Place {
  const excerpt = text.slice(Math.max(0, start - 12), Math.min(text.length, end + 12)).replaceAll('\n', ' ');
  return { source: 'text', start, end, excerpt, rule };
}

/** Place of a whole value that is not in the text. */
export function valuePlace(source: Place['source'], value: string, rule: MetadataRule): Place {
  return { source, excerpt: value.slice(0, 200), rule };
}
