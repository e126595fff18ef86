import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemActor } from '../src/agencies/index.ts';
import { closeIsolatedReader, readDocument } from '../src/documents/index.ts';
import { runImport, startImport } from '../src/information/intake/index.ts';
import { openInstallation } from '../test/support/installation.ts';
import { corpus } from './corpus.ts';
import { heading, line, timed } from './measure.ts';

/** A folder of HTML files through `zhaogao import --publish`, beside reading the same files alone. */
export async function benchImport(files: number): Promise<void> {
  heading(`Import with --publish, ${files} HTML files: read in an isolated process, screened, logged`);
  const { services, agencyId, directory, dispose } = await openInstallation();
  const folder = join(directory, 'incoming');
  mkdirSync(folder);
  const pages = [...corpus(files)].map((document, number) => {
    const html = `<!doctype html><meta charset="utf-8"><title>${document.title}</title><h1>${document.title}</h1><p>${document.documentNumber}</p><p>${document.body.replaceAll('\n', '</p><p>')}</p><p>示例市交通运输局</p><p>${document.publishedOn}</p>`;
    const name = `${String(number).padStart(5, '0')}.html`;
    writeFileSync(join(folder, name), html);
    return { fileName: name, bytes: Buffer.from(html) };
  });
  try {
    const actor = await systemActor(services.database.read);
    const job = await startImport(services, actor, {
      agencyId,
      unitId: null,
      publish: true,
      paths: [folder],
    });
    const own = await timed(() => runImport(services, actor, job));
    const peer = await timed(async () => {
      for (const page of pages) await readDocument(page);
    });
    line(
      'files/s, each a durable commit',
      (files / (own / 1000)).toFixed(0),
      `parsing alone, no isolation or storage ${(files / (peer / 1000)).toFixed(0)}, ratio ${((100 * peer) / own).toFixed(0)} %`,
    );
    const { published } = await services.database.read
      .selectFrom('publication')
      .select((eb) => eb.fn.countAll<number>().as('published'))
      .executeTakeFirstOrThrow();
    line('of these public', String(published));
  } finally {
    await closeIsolatedReader();
    await dispose();
  }
}
