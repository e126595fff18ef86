import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { temporaryDirectory } from '../src/platform/testing.ts';
import { openSearchIndex, type SearchOrder } from '../src/search/index.ts';
import { corpus } from './corpus.ts';
import { heading, line, percentiles, timed } from './measure.ts';

const QUERIES = {
  'rare word': '罕见词渡槽',
  'common word': '农村公路',
  'word in every document': '政府信息',
  'two words': '危桥改造 资金',
};

/** Search in the engine, beside plain FTS5 `bm25` over the same words (characters as tokens). */
export async function benchSearch(size: number): Promise<void> {
  heading(`Search, ${size.toLocaleString('en')} documents: milliseconds p50 / p99, top 20`);
  const directory = temporaryDirectory();
  const index = openSearchIndex(join(directory, 'search.db'));
  const plain = new DatabaseSync(join(directory, 'plain.db'));
  plain.exec(
    "pragma journal_mode = wal; create virtual table d using fts5(title, body, tokenize = 'trigram')",
  );
  const documents = [...corpus(size)];
  const filling = await timed(() => {
    for (let start = 0; start < size; start += 500)
      index.apply(
        documents.slice(start, start + 500).map((document, offset) => ({
          seq: start + offset,
          id: `i${start + offset}`,
          document: {
            id: `i${start + offset}`,
            agencyId: 'a',
            agencyName: '示例市交通运输局',
            section: 'catalogue',
            status: 'in-force' as const,
            indexNumber: `SL10107-0100-${document.publishedOn.slice(0, 4)}-${start + offset}`,
            attachments: [],
            ...document,
          },
        })),
      );
  });
  const insert = plain.prepare('insert into d (title, body) values (?, ?)');
  plain.exec('begin');
  for (const document of documents) insert.run(document.title, document.body);
  plain.exec('commit');
  line('index filled, documents/s', (size / (filling / 1000)).toFixed(0));
  const ranked = plain.prepare('select rowid from d where d match ? order by bm25(d) limit 20');
  for (const [kind, text] of Object.entries(QUERIES)) {
    const phrase = text
      .split(' ')
      .map((word) => `"${word}"`)
      .join(' ');
    // Two-character words are below trigram's reach; the peer then answers nothing, which is said.
    const peer = await percentiles(20, () => ranked.all(phrase));
    for (const order of ['relevance', 'newest'] satisfies SearchOrder[]) {
      const own = await percentiles(200, () => index.search({ text, order, offset: 0, limit: 20 }));
      line(
        `${kind}, by ${order}`,
        `${own.p50.toFixed(2)} / ${own.p99.toFixed(2)}`,
        `plain FTS5 bm25 (trigram) ${peer.p50.toFixed(2)} / ${peer.p99.toFixed(2)}, ratio p50 ${(peer.p50 / own.p50).toFixed(1)}×`,
      );
    }
  }
  index.close();
  plain.close();
  rmSync(directory, { recursive: true, force: true });
}
