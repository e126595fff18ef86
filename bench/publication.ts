import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { verifyLocal } from '../src/ledger/index.ts';
import { openInstallation, publishQuickly } from '../test/support/installation.ts';
import { corpus } from './corpus.ts';
import { heading, line, percentiles, timed } from './measure.ts';

/** Publication into the log, beside the least a durable write costs on this disk; and its verification. */
export async function benchPublication(count: number): Promise<void> {
  heading(
    'Publication (draft, screening-free entry, record, number, log entry and checkpoint in one commit)',
  );
  const { services, agencyId, directory, dispose } = await openInstallation();
  try {
    const documents = corpus(count + 20);
    const own = await percentiles(count, async () => {
      const { value } = documents.next();
      await publishQuickly(services, agencyId, { title: value!.title, bodyHtml: `<p>${value!.body}</p>` });
    });
    const file = openSync(join(directory, 'fsync.probe'), 'w');
    const peer = await percentiles(count, () => {
      writeSync(file, 'x'.repeat(4096));
      fsyncSync(file);
    });
    closeSync(file);
    line(
      'one publication with attachment, ms p50 / p99',
      `${own.p50.toFixed(2)} / ${own.p99.toFixed(2)}`,
      `one 4 KiB write + fsync ${peer.p50.toFixed(2)} / ${peer.p99.toFixed(2)}, ratio p50 ${(own.p50 / peer.p50).toFixed(1)}×`,
    );
    const verifying = await timed(() => verifyLocal(services.database, services.logKey));
    line('log verified, entries/s', ((count + 10) / (verifying / 1000)).toFixed(0));
  } finally {
    await dispose();
    rmSync(directory, { recursive: true, force: true });
  }
}
