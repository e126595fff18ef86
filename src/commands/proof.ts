import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { publicItem, recordText } from '../information/index.ts';
import { makeProof } from '../ledger/index.ts';
import { type Command, UsageError } from './command.ts';

export const proof: Command = {
  name: 'proof',
  summary: 'write the self-contained proof that an item is what was published',
  usage: `proof ITEM [-o FILE]

  ITEM     the item's identifier (the last part of its address)
  -o FILE  where to write (default: ITEM.tlog-proof)

Anyone checks it offline with \`zhaogao verify FILE\`.`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { output: { type: 'string', short: 'o' } },
    });
    const [itemId] = positionals;
    if (!itemId || positionals.length > 1) throw new UsageError('one ITEM is needed');
    const services = await io.openServices();
    try {
      const { read } = services.database;
      const item = await publicItem(read, itemId);
      if (!item) {
        io.stderr.write(`没有公开过的信息 nothing public under ${itemId}\n`);
        return 1;
      }
      const text = await makeProof(read, services.logKey, item.seq, await recordText(read, item.seq));
      const file = values.output ?? `${itemId}.tlog-proof`;
      await writeFile(file, text);
      io.stdout.write(`${file}\n`);
      return 0;
    } finally {
      await services.close();
    }
  },
};
