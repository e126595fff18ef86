import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { verifyProof } from '../ledger/index.ts';
import { translate } from '../platform/index.ts';
import { type Command, UsageError } from './command.ts';

export const verify: Command = {
  name: 'verify',
  summary: 'check a proof file offline, with the files it speaks of',
  usage: `verify FILE [--file ATTACHMENT …] [--key VKEY] [--json]

  FILE               a proof file (.tlog-proof)
  --file ATTACHMENT  a downloaded file: its hash must stand in the entry (may be given several times)
  --key VKEY         the agency's log key, got from elsewhere; without it the key in the file is used
                     and its fingerprint is shown for you to compare
  --json             print one JSON document`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        file: { type: 'string', multiple: true },
        key: { type: 'string', multiple: true },
        json: { type: 'boolean' },
      },
    });
    const [file] = positionals;
    if (!file || positionals.length > 1) throw new UsageError('one FILE is needed');
    const files = await Promise.all(
      (values.file ?? []).map(async (path) => ({ name: basename(path), bytes: await readFile(path) })),
    );
    const report = verifyProof(await readFile(file, 'utf8'), {
      ...(values.key && { trustedKeys: values.key }),
      files,
    });
    if (values.json) io.stdout.write(`${JSON.stringify(report)}\n`);
    else {
      for (const check of report.checks)
        io.stdout.write(
          `${check.ok ? '✓' : '✗'} ${translate(`ledger.proof.${check.code}`, 'zh', check.detail)}\n`,
        );
      io.stdout.write(report.ok ? '核验通过 verified\n' : '核验未通过 NOT verified\n');
    }
    return report.ok ? 0 : 1;
  },
};
