import { fileURLToPath } from 'node:url';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { asBuffer } from './archive.ts';
import { DocumentError } from './errors.ts';
import { htmlToText } from './html-text.ts';
import type { DocumentLimits } from './limits.ts';
import { pageHtml } from './pdf-html.ts';
import { type PdfPiece, paragraphsOf } from './pdf-lines.ts';
import type { DocumentProperties, ExtraText, FormatResult, WarningCode } from './types.ts';

/**
 * Reads a PDF that has a text layer: paragraphs page by page, pages separated by `<hr>` in the HTML.
 * Notes, form values and names of attached files come back as extra texts. Pictures are not taken over.
 * @throws DocumentError PDF_ENCRYPTED, PDF_NO_TEXT, PDF_TOO_MANY_PAGES, FILE_BROKEN, TEXT_TOO_LONG
 */
export async function readPdf(bytes: Uint8Array, limits: DocumentLimits): Promise<FormatResult> {
  checkComplete(asBuffer(bytes));
  const document = await open(bytes);
  try {
    if (document.numPages > limits.pageCount) {
      throw new DocumentError('PDF_TOO_MANY_PAGES', { pageCount: limits.pageCount });
    }
    const { html, extraTexts } = await readPages(document, limits);
    const pages = html.map(htmlToText);
    const properties = await readProperties(document);
    if (pages.join('').replaceAll(/\s+/gu, '').length < Math.max(4, pages.length)) {
      throw new DocumentError('PDF_NO_TEXT');
    }
    return {
      html: html.filter((page) => page !== '').join('\n<hr />\n'),
      pages,
      properties,
      extraTexts: [...extraTexts, ...propertyTexts(properties), ...(await attachmentNames(document))],
      warnings: warningsOf(pages),
    };
  } finally {
    await document.loadingTask.destroy();
  }
}

/** Readers mend a file that was cut off, silently losing pages; a whole one ends with its trailer. */
function checkComplete(content: Buffer): void {
  if (!content.subarray(-8192).includes('%%EOF')) throw new DocumentError('FILE_BROKEN', { where: '%%EOF' });
}

/**
 * The library wants a browser's drawing classes as soon as it is loaded and fetches a native canvas for
 * them. Reading text never draws, so empty classes do, and no native code runs on hostile input.
 */
async function loadPdfjs() {
  const globals = globalThis as Record<string, unknown>;
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) globals[name] ??= class {};
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

async function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const pdfjs = await loadPdfjs();
  const folder = (name: string) =>
    fileURLToPath(new URL(`../../${name}/`, import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')));
  try {
    return await pdfjs.getDocument({
      // The library takes the memory over; the caller's bytes must stay as they are.
      data: Uint8Array.from(bytes),
      isEvalSupported: false,
      useWorkerFetch: false,
      useSystemFonts: false,
      disableFontFace: true,
      enableXfa: false,
      cMapUrl: folder('cmaps'),
      cMapPacked: true,
      standardFontDataUrl: folder('standard_fonts'),
      verbosity: 0,
    }).promise;
  } catch (cause) {
    const encrypted = cause instanceof Error && cause.name === 'PasswordException';
    throw new DocumentError(encrypted ? 'PDF_ENCRYPTED' : 'FILE_BROKEN', {}, { cause });
  }
}

async function readPages(document: PDFDocumentProxy, limits: DocumentLimits) {
  const html: string[] = [];
  const extraTexts: ExtraText[] = [];
  let length = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await pageOf(document, number);
    const text = pageHtml(paragraphsOf(await piecesOf(page)));
    length += text.length;
    if (length > limits.textLength)
      throw new DocumentError('TEXT_TOO_LONG', { textLength: limits.textLength });
    html.push(text);
    extraTexts.push(...(await annotationTexts(page)));
    page.cleanup();
  }
  return { html, extraTexts };
}

async function pageOf(document: PDFDocumentProxy, number: number): Promise<PDFPageProxy> {
  try {
    return await document.getPage(number);
  } catch (cause) {
    throw new DocumentError('FILE_BROKEN', { where: `page ${number}` }, { cause });
  }
}

async function piecesOf(page: PDFPageProxy): Promise<PdfPiece[]> {
  const { Util } = await loadPdfjs();
  const view = page.getViewport({ scale: 1 });
  const content = await page.getTextContent();
  const pieces: PdfPiece[] = [];
  for (const item of content.items) {
    if (!('str' in item)) continue;
    const place = Util.transform(view.transform, item.transform) as number[];
    const size = Math.hypot(place[2] ?? 0, place[3] ?? 0) || item.height || 1;
    pieces.push({ text: cleanText(item.str), x: place[4] ?? 0, y: place[5] ?? 0, width: item.width, size });
  }
  return pieces;
}

const cleanText = (text: string) =>
  text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/gu, '');

type Annotation = {
  subtype?: string;
  contentsObj?: { str?: string };
  fieldValue?: unknown;
  unsafeUrl?: string;
};

async function annotationTexts(page: PDFPageProxy): Promise<ExtraText[]> {
  const texts: ExtraText[] = [];
  for (const annotation of (await page.getAnnotations()) as Annotation[]) {
    const note = annotation.contentsObj?.str?.trim();
    if (note) texts.push({ where: 'annotations', text: note });
    const value = annotation.fieldValue;
    if (typeof value === 'string' && value.trim() !== '')
      texts.push({ where: 'form-fields', text: value.trim() });
    if (annotation.unsafeUrl) texts.push({ where: 'links', text: annotation.unsafeUrl });
  }
  return texts;
}

const propertyNames = {
  Title: 'title',
  Author: 'author',
  Subject: 'subject',
  Keywords: 'keywords',
  Creator: 'application',
} as const;

async function readProperties(document: PDFDocumentProxy): Promise<DocumentProperties> {
  const properties: DocumentProperties = {};
  const { info } = await document.getMetadata();
  const values = info as Record<string, unknown>;
  for (const [key, name] of Object.entries(propertyNames)) {
    const value = values[key];
    if (typeof value === 'string' && value.trim() !== '') properties[name] = value.trim();
  }
  const created = pdfDate(values.CreationDate);
  const modified = pdfDate(values.ModDate);
  return { ...properties, ...(created ? { created } : {}), ...(modified ? { modified } : {}) };
}

/** `D:20141205093000+08'00'` (ISO 32000-1, 7.9.4) → UTC ISO 8601. */
function pdfDate(value: unknown): string | undefined {
  const parts = /^D:(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:([+-])(\d{2})'?(\d{2})?)?/u.exec(
    String(value ?? ''),
  );
  if (parts === null) return undefined;
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', sign, h, m = '00'] =
    parts;
  const zone = sign === undefined ? 'Z' : `${sign}${h}:${m}`;
  const instant = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
}

function propertyTexts(properties: DocumentProperties): ExtraText[] {
  const { title, author, subject, keywords } = properties;
  const text = [title, author, subject, keywords].filter((value) => value !== undefined).join('\n');
  return text === '' ? [] : [{ where: 'properties', text }];
}

async function attachmentNames(document: PDFDocumentProxy): Promise<ExtraText[]> {
  const attachments = ((await document.getAttachments()) ?? {}) as Record<string, { filename?: string }>;
  return Object.values(attachments).map(({ filename }) => ({ where: 'attachments', text: filename ?? '' }));
}

function warningsOf(pages: string[]): WarningCode[] {
  const warnings: WarningCode[] = [];
  if (pages.some((page) => page.trim() === '')) warnings.push('PAGES_WITHOUT_TEXT');
  if (pages.some((page) => /[\ufffd\ue000-\uf8ff]/u.test(page))) warnings.push('UNREADABLE_CHARACTERS');
  return warnings;
}
