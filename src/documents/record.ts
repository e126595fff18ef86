import { z } from 'zod';
import { asBuffer } from './archive.ts';
import { parseDate } from './dates.ts';
import { DocumentError } from './errors.ts';
import { textToHtml } from './html-text.ts';
import { decodeText } from './text-encoding.ts';

/** An item as another system recorded it. A missing value was not seen; it never means "none". */
export type DocumentRecord = {
  title: string;
  issuingAgency?: string;
  /** As printed, brackets not put right. */
  documentNumber?: string;
  indexNumber?: string;
  formedOn?: string;
  publishedOn?: string;
  /** 'YYYY-MM' when the record knows only the month. */
  publishedMonth?: string;
  category?: string;
  url?: string;
  text: string;
  html: string;
};

const optionalText = z.string().max(2000).nullish();
const date = z.string().max(40).nullish();

const shape = z.object({
  title: z.string().trim().min(1).max(500),
  issuing_agency: optionalText,
  document_number: optionalText,
  index_number: optionalText,
  formed_date: date,
  published_date: date,
  category: optionalText,
  url: optionalText,
  text: z.string().max(20_000_000).nullish(),
});

/**
 * One record of the exchange form (`title`, `issuing_agency`, `document_number`, `index_number`,
 * `formed_date`, `published_date`, `category`, `url`, `text`; null = not seen; dates as YYYY-MM-DD, the
 * publication also as YYYY-MM). Other keys are ignored.
 * @param json the parsed object, its JSON text, or the bytes of a file
 * @throws DocumentError RECORD_INVALID with the field in details.where, TEXT_UNREADABLE
 */
export function readRecord(json: unknown): DocumentRecord {
  const parsed = shape.safeParse(toObject(json));
  if (!parsed.success) {
    throw new DocumentError('RECORD_INVALID', { where: parsed.error.issues[0]?.path.join('.') || 'JSON' });
  }
  const { data } = parsed;
  const text = (data.text ?? '').trim();
  const record: DocumentRecord = { title: data.title, text, html: textToHtml(text) };
  put(record, 'issuingAgency', data.issuing_agency);
  put(record, 'documentNumber', data.document_number);
  put(record, 'indexNumber', data.index_number);
  put(record, 'category', data.category);
  put(record, 'url', data.url);
  put(record, 'formedOn', wholeDate(data.formed_date, 'formed_date'));
  if (/^\d{4}-\d{2}$/u.test(data.published_date?.trim() ?? ''))
    put(record, 'publishedMonth', data.published_date);
  else put(record, 'publishedOn', wholeDate(data.published_date, 'published_date'));
  return record;
}

function put(record: DocumentRecord, key: keyof DocumentRecord, value: string | null | undefined): void {
  const text = value?.trim();
  if (text) record[key] = text;
}

function wholeDate(value: string | null | undefined, where: string): string | undefined {
  if (!value?.trim()) return undefined;
  const parsed = parseDate(value);
  if (parsed === undefined) throw new DocumentError('RECORD_INVALID', { where });
  return parsed;
}

function toObject(json: unknown): unknown {
  const text = json instanceof Uint8Array ? decodeText(asBuffer(json)).text : json;
  if (typeof text !== 'string') return text;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DocumentError('RECORD_INVALID', { where: 'JSON' }, { cause });
  }
}
