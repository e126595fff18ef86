import type { FastifyRequest } from 'fastify';
import { DocumentError } from '../../documents/index.ts';
import type { Config } from '../../platform/index.ts';
import { IntakeError } from './errors.ts';

/** Fields and files of a multipart form, in the order they came. */
export interface UploadForm {
  fields: Map<string, string>;
  field(name: string): string;
}

/** Most files of one upload; more than that goes into a zip. */
export const MAX_FILES = 500;

/**
 * Reads a multipart form, one file in memory at a time.
 * @param onFile called with each file's whole content
 * @throws DocumentError 'FILE_TOO_LARGE', IntakeError 'UPLOAD_MISSING'
 */
export async function readForm(
  request: FastifyRequest,
  config: Config,
  maxFiles: number,
  onFile: (file: { fileName: string; bytes: Buffer }) => Promise<void>,
): Promise<UploadForm> {
  const fields = new Map<string, string>();
  if (!request.isMultipart()) throw new IntakeError('UPLOAD_MISSING');
  const limits = {
    fileSize: config.maxUploadBytes,
    files: maxFiles,
    fields: 10,
    fieldSize: 1000,
    parts: maxFiles + 10,
    fieldNameSize: 100,
    headerPairs: 50,
  };
  let files = 0;
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') fields.set(part.fieldname, String(part.value));
    else {
      await onFile({ fileName: part.filename || 'file', bytes: await bytesOf(part, config) });
      files++;
    }
  }
  if (files === 0) throw new IntakeError('UPLOAD_MISSING');
  return {
    fields,
    field(name) {
      const value = fields.get(name)?.trim();
      if (!value) throw new IntakeError('UPLOAD_FIELD_MISSING', { field: name });
      return value;
    },
  };
}

async function bytesOf(part: { toBuffer(): Promise<Buffer> }, config: Config): Promise<Buffer> {
  return part.toBuffer().catch((cause: { code?: string }) => {
    if (cause.code !== 'FST_REQ_FILE_TOO_LARGE') throw cause;
    const maxMib = Math.max(1, Math.round(config.maxUploadBytes / 1024 / 1024));
    throw new DocumentError('FILE_TOO_LARGE', { maxMib }, { cause });
  });
}
