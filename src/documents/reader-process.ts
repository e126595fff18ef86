/**
 * The program that runs the parsers, apart from the server (see reader-pool.ts): no environment, no
 * network, no writing, no other programs, and only the files of the parsers to read. It may be killed
 * at any moment; nothing depends on it.
 */
import { DocumentError } from './errors.ts';
import { readDocument } from './read-document.ts';
import type { ReaderAnswer, ReaderJob } from './reader-protocol.ts';
import { readTableFile } from './table.ts';

process.on('disconnect', () => process.exit(0));
process.on('message', (job: ReaderJob) => {
  answerTo(job).then(
    (answer) => process.send?.(answer),
    () => process.exit(1),
  );
});

async function answerTo({ kind, bytes, fileName, limits }: ReaderJob): Promise<ReaderAnswer> {
  const input = { bytes, fileName };
  try {
    const result =
      kind === 'document' ? await readDocument(input, limits) : await readTableFile(input, limits);
    return { ok: true, result };
  } catch (error) {
    return refusal(error);
  }
}

function refusal(error: unknown): ReaderAnswer {
  const message = reasonsOf(error).join(' ← ');
  // V8 refuses single buffers, strings and arrays that are too large with an ordinary error.
  if (
    /allocation failed|Failed to allocate|Invalid (?:array|string|typed array) length|Cannot create a/iu.test(
      message,
    )
  ) {
    return { ok: false, code: 'PARSE_OUT_OF_MEMORY', details: {}, message };
  }
  if (error instanceof DocumentError) return { ok: false, code: error.code, details: error.details, message };
  return { ok: false, code: 'PARSE_CRASHED', details: {}, message };
}

function reasonsOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)];
  return [
    `${error.name}: ${error.message}`.slice(0, 300),
    ...(error.cause === undefined ? [] : reasonsOf(error.cause)),
  ];
}
