import { createHash } from 'node:crypto';
import { DocumentError, orBroken } from './errors.ts';
import { htmlToText } from './html-text.ts';
import { type DocumentLimits, limitsFrom } from './limits.ts';
import { type SniffedType, sniff } from './sniff.ts';
import type { DocumentFormat, DocumentInput, FormatResult, ReadDocument, WarningCode } from './types.ts';

/**
 * Reads one uploaded document: Word (.docx), PDF with text, HTML, plain text or Markdown. Everything
 * in the result is safe to keep and show; nothing in it is to be believed before a person confirms it.
 *
 * Runs hostile input through large parsers in this process: a server calls it through
 * {@link createDocumentReader} instead, which can be stopped.
 * @throws DocumentError – every code but the PARSE_ ones
 */
export async function readDocument(
  input: DocumentInput,
  limits?: Partial<DocumentLimits>,
): Promise<ReadDocument> {
  const bounds = limitsFrom(limits);
  const type = sniff(input.bytes, input.fileName, bounds);
  const format = formatOf(type);
  const result = await orBroken('FILE_BROKEN', () => readers[format](input.bytes, bounds));
  const text = htmlToText(result.html);
  if (text.length > bounds.textLength)
    throw new DocumentError('TEXT_TOO_LONG', { textLength: bounds.textLength });
  return {
    ...result,
    format,
    mediaType: type.mediaType,
    sha256: createHash('sha256').update(input.bytes).digest('hex'),
    sizeBytes: input.bytes.byteLength,
    text,
    warnings: withEmptiness(result.warnings, text),
  };
}

const formats: readonly string[] = ['docx', 'pdf', 'html', 'txt', 'markdown'] satisfies DocumentFormat[];

function formatOf(type: SniffedType): DocumentFormat {
  if (formats.includes(type.kind)) return type.kind as DocumentFormat;
  throw new DocumentError('UNSUPPORTED_TYPE', { extension: type.extension, found: type.kind });
}

type Reader = (bytes: Uint8Array, limits: DocumentLimits) => FormatResult | Promise<FormatResult>;

/** Loaded on first use: the libraries are large and most processes need one or none. */
const readers: Record<DocumentFormat, Reader> = {
  docx: async (bytes, limits) => (await import('./docx.ts')).readDocx(bytes, limits),
  pdf: async (bytes, limits) => (await import('./pdf.ts')).readPdf(bytes, limits),
  html: async (bytes, limits) => (await import('./html-document.ts')).readHtml(bytes, limits),
  txt: async (bytes, limits) => (await import('./plain-text.ts')).readPlainText(bytes, limits),
  markdown: async (bytes, limits) => (await import('./plain-text.ts')).readMarkdown(bytes, limits),
};

function withEmptiness(warnings: WarningCode[], text: string): WarningCode[] {
  return text === '' ? [...warnings, 'NO_TEXT'] : warnings;
}
