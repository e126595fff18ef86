import type { DocumentLimits } from './limits.ts';
import { createDocumentReader, type DocumentReader, type DocumentReaderOptions } from './reader-pool.ts';
import type { TableRow } from './table.ts';
import type { DocumentInput, ReadDocument } from './types.ts';

let reader: DocumentReader | undefined;
let options: DocumentReaderOptions = {};

/** Sets the limits of the shared pool; called once, by whoever composes the program, before the first file. */
export function limitIsolatedReader(limits: DocumentReaderOptions): void {
  options = limits;
}

/** readDocument in a process of its own, from a pool shared by the whole program; see createDocumentReader. */
export function readDocumentIsolated(
  input: DocumentInput,
  limits?: Partial<DocumentLimits>,
): Promise<ReadDocument> {
  reader ??= createDocumentReader(options);
  return reader.readDocument(input, limits);
}

/** readTable in a process of its own. */
export async function readTableIsolated(
  input: DocumentInput,
  limits?: Partial<DocumentLimits>,
): Promise<TableRow[]> {
  reader ??= createDocumentReader(options);
  return (await reader.readTableFile(input, limits)).rows;
}

/** Ends the shared pool's processes; the next file starts a new one. */
export async function closeIsolatedReader(): Promise<void> {
  const closing = reader;
  reader = undefined;
  await closing?.close();
}
