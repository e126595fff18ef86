/**
 * `npm run bench [-- --size N]`: import, publication, pages and search, each beside a peer measured in the
 * same run. Figures hold for the machine and size printed with them.
 */
import { parseArgs } from 'node:util';
import { benchImport } from './import.ts';
import { machine } from './measure.ts';
import { benchPages } from './pages.ts';
import { benchPublication } from './publication.ts';
import { benchSearch } from './search.ts';

const { values } = parseArgs({ options: { size: { type: 'string', default: '10000' } } });
process.stdout.write(`${machine()}\n`);
await benchImport(200);
await benchPublication(500);
await benchPages(1000);
await benchSearch(Number(values.size));
process.exit(0);
