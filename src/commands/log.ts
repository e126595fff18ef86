import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { checkRecords } from '../information/index.ts';
import { type VerificationReport, verifyLocal, verifyRemote } from '../ledger/index.ts';
import { translate } from '../platform/index.ts';
import { type Command, type CommandIo, UsageError } from './command.ts';
import { progressBar } from './progress.ts';

export const log: Command = {
  name: 'log',
  summary: 'verify the publication log: every entry, hash, tile and signature recomputed',
  usage: `log verify [--url URL] [--key VKEY] [--previous FILE] [--json]

  --url URL        a log served elsewhere, e.g. https://jt.example.gov.cn/log
                   (default: the data directory, and that every public page is what its entry says)
  --key VKEY       the log's key; without it the server's own is used and said so
  --previous FILE  a checkpoint saved earlier: the log must continue it
  --json           print one JSON document`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        url: { type: 'string' },
        key: { type: 'string' },
        previous: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
    if (positionals.join(' ') !== 'verify') throw new UsageError('the only action is: verify');
    const bar = progressBar(io.stderr, 'entries');
    const options = {
      onProgress: bar.update,
      ...(values.previous && { previousCheckpoint: await readFile(values.previous, 'utf8') }),
    };
    const report = values.url
      ? await verifyRemote(values.url, { ...options, ...(values.key && { vkey: values.key }) })
      : await local(io, options);
    bar.end();
    io.stdout.write(values.json ? `${JSON.stringify(report)}\n` : describe(report));
    return report.ok ? 0 : 1;
  },
};

async function local(
  io: CommandIo,
  options: { onProgress: (done: number, total: number) => void; previousCheckpoint?: string },
): Promise<VerificationReport> {
  const services = await io.openServices();
  try {
    return await verifyLocal(services.database, services.logKey, {
      ...options,
      onEntry: checkRecords(services.database),
    });
  } finally {
    await services.close();
  }
}

function describe(report: VerificationReport): string {
  const lines = report.findings.map(
    (one) => `✗ ${translate(`ledger.finding.${one.code}`, 'zh')} ${JSON.stringify(one.detail)}`,
  );
  return [
    ...lines,
    `条目 entries ${report.checked}/${report.size}  根 root ${report.root}`,
    `密钥 key ${report.vkey ?? '-'}${report.keyTrusted ? '' : ' (取自该服务器 taken from the server itself)'}`,
    report.ok ? '核验通过 verified' : `核验未通过 NOT verified: ${report.findingCount}`,
    '',
  ].join('\n');
}
