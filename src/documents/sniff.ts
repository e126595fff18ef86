import { asBuffer } from './archive.ts';
import { DocumentError, type DocumentErrorCode } from './errors.ts';
import { type DocumentLimits, limitsFrom, toMib } from './limits.ts';
import { isBinary } from './text-encoding.ts';
import { readZipDirectory } from './zip-directory.ts';

export type SniffedKind =
  | 'docx'
  | 'xlsx'
  | 'pptx'
  | 'ofd'
  | 'zip'
  | 'pdf'
  | 'html'
  | 'txt'
  | 'markdown'
  | 'csv'
  | 'json'
  | 'eml'
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'webp'
  | 'tiff'
  | 'bmp';

/** What a file really is. `extension` is what its name claims, lower case without the dot. */
export type SniffedType = { kind: SniffedKind; mediaType: string; extension: string };

const OOXML = 'application/vnd.openxmlformats-officedocument';

const mediaTypes: Record<SniffedKind, string> = {
  docx: `${OOXML}.wordprocessingml.document`,
  xlsx: `${OOXML}.spreadsheetml.sheet`,
  pptx: `${OOXML}.presentationml.presentation`,
  ofd: 'application/ofd',
  zip: 'application/zip',
  pdf: 'application/pdf',
  html: 'text/html',
  txt: 'text/plain',
  markdown: 'text/markdown',
  csv: 'text/csv',
  json: 'application/json',
  eml: 'message/rfc822',
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  tiff: 'image/tiff',
  bmp: 'image/bmp',
};

/** Names under which each kind may come. A name with no extension at all may hold anything. */
const extensions: Record<SniffedKind, readonly string[]> = {
  docx: ['docx', 'docm', 'dotx', 'dotm'],
  xlsx: ['xlsx', 'xlsm', 'xltx', 'xltm'],
  pptx: ['pptx', 'pptm', 'ppsx'],
  ofd: ['ofd'],
  zip: ['zip'],
  pdf: ['pdf'],
  html: ['html', 'htm', 'xhtml', 'shtml'],
  txt: ['txt', 'text'],
  markdown: ['md', 'markdown'],
  csv: ['csv', 'tsv'],
  json: ['json'],
  eml: ['eml'],
  png: ['png'],
  jpeg: ['jpg', 'jpeg'],
  gif: ['gif'],
  webp: ['webp'],
  tiff: ['tif', 'tiff'],
  bmp: ['bmp'],
};

const kindOfExtension = new Map(
  Object.entries(extensions).flatMap(([kind, names]) => names.map((name) => [name, kind as SniffedKind])),
);

/** What the office's own old programs are called; their content is one of two containers. */
const legacyExtensions = new Map<string, DocumentErrorCode>([
  ['doc', 'LEGACY_DOC'],
  ['dot', 'LEGACY_DOC'],
  ['xls', 'LEGACY_XLS'],
  ['et', 'LEGACY_XLS'],
  ['ppt', 'LEGACY_PPT'],
  ['pps', 'LEGACY_PPT'],
  ['dps', 'LEGACY_PPT'],
  ['wps', 'LEGACY_WPS'],
]);

/**
 * Tells what a file is: by its content first, by its name second. A name that claims another kind
 * than the content has is an error, since that is what a disguised program looks like.
 * @param bytes hostile
 * @throws DocumentError FILE_EMPTY, FILE_TOO_LARGE, UNSUPPORTED_TYPE, TYPE_MISMATCH, LEGACY_*,
 *   OFFICE_ENCRYPTED, ZIP_*
 */
export function sniff(bytes: Uint8Array, fileName: string, limits?: Partial<DocumentLimits>): SniffedType {
  const bounds = limitsFrom(limits);
  const content = asBuffer(bytes);
  if (content.length === 0) throw new DocumentError('FILE_EMPTY');
  if (content.length > bounds.fileBytes) {
    throw new DocumentError('FILE_TOO_LARGE', { maxMib: toMib(bounds.fileBytes) });
  }
  const extension = extensionOf(fileName);
  const kind = binaryKind(content, extension, bounds) ?? textKind(content, extension);
  return { kind, mediaType: mediaTypes[kind], extension };
}

/** The claimed extension, lower case, without the dot; empty when there is none. */
export function extensionOf(fileName: string): string {
  const base = fileName.split(/[\\/]/u).at(-1) ?? '';
  return /\.([^.\s]{1,10})$/u.exec(base.trim())?.[1]?.toLowerCase() ?? '';
}

type Signature = { bytes: string; at?: number; name: string; kind?: SniffedKind };

/** Signatures in latin1; those with no `kind` are only recognised to say what the file is. */
const signatures: Signature[] = [
  { bytes: '\x89PNG\r\n\x1a\n', name: 'PNG', kind: 'png' },
  { bytes: '\xff\xd8\xff', name: 'JPEG', kind: 'jpeg' },
  { bytes: 'GIF87a', name: 'GIF', kind: 'gif' },
  { bytes: 'GIF89a', name: 'GIF', kind: 'gif' },
  { bytes: 'WEBP', at: 8, name: 'WebP', kind: 'webp' },
  { bytes: 'II*\0', name: 'TIFF', kind: 'tiff' },
  { bytes: 'MM\0*', name: 'TIFF', kind: 'tiff' },
  { bytes: '\x7fELF', name: 'ELF program' },
  { bytes: '\xcf\xfa\xed\xfe', name: 'Mach-O program' },
  { bytes: '\xca\xfe\xba\xbe', name: 'Java/Mach-O program' },
  { bytes: '{\\rtf', name: 'RTF' },
  { bytes: 'Rar!\x1a\x07', name: 'RAR' },
  { bytes: '7z\xbc\xaf\x27\x1c', name: '7z' },
  { bytes: '\x1f\x8b', name: 'gzip' },
  { bytes: 'BZh', name: 'bzip2' },
  { bytes: '\xfd7zXZ\0', name: 'xz' },
  { bytes: 'ftyp', at: 4, name: 'MP4/HEIC' },
  { bytes: 'ID3', name: 'MP3' },
  { bytes: 'MSCF', name: 'CAB' },
  { bytes: 'SQLite format 3\0', name: 'SQLite' },
  { bytes: 'wOFF', name: 'WOFF' },
  { bytes: '%!PS', name: 'PostScript' },
];

function binaryKind(content: Buffer, extension: string, limits: DocumentLimits): SniffedKind | undefined {
  if (startsWith(content, 'PK\x03\x04') || startsWith(content, 'PK\x05\x06')) {
    return agree(zipKind(content, limits), extension);
  }
  if (startsWith(content, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) throw oldOffice(content, extension);
  if (hasPdfHeader(content, extension)) return agree('pdf', extension);
  if (isProgram(content)) throw unknown('Windows program', extension);
  if (startsWith(content, 'BM') && content.length > 26 && content.readUInt32LE(2) === content.length) {
    return agree('bmp', extension);
  }
  const known = signatures.find((signature) => startsWith(content, signature.bytes, signature.at));
  if (known === undefined) return undefined;
  if (known.kind === undefined) throw unknown(known.name, extension);
  return agree(known.kind, extension);
}

function startsWith(content: Buffer, signature: string, at = 0): boolean {
  return content.subarray(at, at + signature.length).equals(Buffer.from(signature, 'latin1'));
}

/** Some makers put bytes before the header; a text that merely mentions it is no PDF. */
function hasPdfHeader(content: Buffer, extension: string): boolean {
  const at = content.subarray(0, 1024).indexOf('%PDF-');
  const claimed = kindOfExtension.get(extension);
  return at === 0 || (at > 0 && !(claimed !== undefined && textKinds.includes(claimed)));
}

/** `MZ` alone could begin a text; a program also has binary bytes near the start. */
function isProgram(content: Buffer): boolean {
  return startsWith(content, 'MZ') && content.subarray(0, 256).includes(0);
}

/** A foreign file under a name we accept is a disguise; under its own name it is merely unsupported. */
function unknown(found: string, extension: string): DocumentError {
  const disguised = kindOfExtension.has(extension) || legacyExtensions.has(extension);
  return disguised
    ? new DocumentError('TYPE_MISMATCH', { extension, found })
    : new DocumentError('UNSUPPORTED_TYPE', { extension, found });
}

function agree(kind: SniffedKind, extension: string): SniffedKind {
  if (extension === '' || extensions[kind].includes(extension)) return kind;
  throw unknown(kind.toUpperCase(), extension);
}

/** Office containers are told by the parts they must have. */
function zipKind(content: Buffer, limits: DocumentLimits): SniffedKind {
  const names = new Set(
    readZipDirectory(content, { ...limits, entryCount: Math.max(limits.entryCount, 50_000) }).map((entry) =>
      entry.nameBytes.toString('latin1'),
    ),
  );
  if (names.has('OFD.xml')) return 'ofd';
  if (names.has('[Content_Types].xml')) {
    for (const name of names) {
      if (name.startsWith('word/')) return 'docx';
      if (name.startsWith('xl/')) return 'xlsx';
      if (name.startsWith('ppt/')) return 'pptx';
    }
  }
  return 'zip';
}

/** OLE compound files (MS-CFB): old office formats and password-protected new ones. */
function oldOffice(content: Buffer, extension: string): DocumentError {
  const has = (stream: string) => content.includes(Buffer.from(stream, 'utf16le'));
  if (has('EncryptedPackage')) return new DocumentError('OFFICE_ENCRYPTED');
  const byName = legacyExtensions.get(extension);
  if (byName !== undefined) return new DocumentError(byName);
  if (has('WordDocument')) return new DocumentError('LEGACY_DOC');
  if (has('Workbook')) return new DocumentError('LEGACY_XLS');
  if (has('PowerPoint Document')) return new DocumentError('LEGACY_PPT');
  return new DocumentError('LEGACY_OFFICE');
}

const textKinds: readonly SniffedKind[] = ['html', 'txt', 'markdown', 'csv', 'json', 'eml'];

function textKind(content: Buffer, extension: string): SniffedKind {
  if (isBinary(content)) throw unknown('binary data', extension);
  const html = looksLikeHtml(content);
  const claimed = kindOfExtension.get(extension);
  if (claimed === undefined) return guessTextKind(html, extension);
  if (!textKinds.includes(claimed)) {
    // HTML called .pdf or .docx: what a download from a page that asked to sign in looks like.
    throw new DocumentError('TYPE_MISMATCH', { extension, found: html ? 'HTML' : 'plain text' });
  }
  return claimed;
}

function guessTextKind(html: boolean, extension: string): SniffedKind {
  if (legacyExtensions.has(extension)) {
    throw new DocumentError('TYPE_MISMATCH', { extension, found: html ? 'HTML' : 'plain text' });
  }
  if (extension !== '') throw new DocumentError('UNSUPPORTED_TYPE', { extension, found: 'plain text' });
  return html ? 'html' : 'txt';
}

function looksLikeHtml(content: Buffer): boolean {
  const start = content.subarray(0, 2048).toString('latin1').replaceAll('\u0000', '');
  return /<(?:!doctype html|html|head|body|meta|table|div|script)[\s>]/iu.test(start);
}
