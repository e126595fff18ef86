import { DocumentError, type DocumentInput, readDocumentIsolated, sniff } from '../../documents/index.ts';
import type { Services } from '../../platform/index.ts';
import type { StoredFile } from '../attach.ts';
import { IntakeError } from './errors.ts';
import { hidesText } from './hidden.ts';
import { baseName } from './names.ts';
import { workbookText } from './workbook-text.ts';

/** Kinds that may be attached, with how their text is found; pictures have none. */
const TEXT_OF = {
  docx: documentText,
  pdf: documentText,
  html: documentText,
  txt: documentText,
  markdown: documentText,
  csv: csvText,
  xlsx: workbookText,
  png: async () => '',
  jpeg: async () => '',
} as const;

type AttachableKind = keyof typeof TEXT_OF;

/**
 * Takes in a file that is attached to an item, with its text for screening and search.
 * @throws DocumentError when it cannot be read or is of a kind that is not attached, IntakeError
 *   'ATTACHMENT_HIDES_TEXT'; nothing is stored
 */
export async function readAttachment(services: Services, input: DocumentInput): Promise<StoredFile> {
  const fileName = baseName(input.fileName);
  const type = sniff(input.bytes, fileName, { fileBytes: services.config.maxUploadBytes });
  if (!Object.hasOwn(TEXT_OF, type.kind))
    throw new DocumentError('UNSUPPORTED_TYPE', { extension: type.extension, found: type.kind });
  const text = await TEXT_OF[type.kind as AttachableKind]({ bytes: input.bytes, fileName });
  return {
    name: fileName,
    mediaType: type.mediaType,
    sizeBytes: input.bytes.byteLength,
    sha256: await services.files.put(input.bytes),
    text,
  };
}

/** Everything written in the document: what is not in the body goes out with the file too. */
async function documentText(input: DocumentInput): Promise<string> {
  const { text, extraTexts } = await readDocumentIsolated(input);
  if (hidesText(extraTexts)) throw new IntakeError('ATTACHMENT_HIDES_TEXT', { name: input.fileName });
  return [text, ...extraTexts.map((extra) => extra.text)].join('\n');
}

/** Any CSV is text, whatever its columns are called. */
function csvText({ bytes, fileName }: DocumentInput): Promise<string> {
  return documentText({ bytes, fileName: `${fileName.replace(/\.[^.]*$/u, '')}.txt` });
}
