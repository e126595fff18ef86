import { rmSync, statSync } from 'node:fs';
import { openSearchIndex } from './search-index.ts';
import { changesOf, generated, queryOf } from './test-support.ts';

rmSync('/tmp/zzb', { recursive: true, force: true });
const n = Number(process.argv[2]);
const filler = Array.from({ length: 3000 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * 7) % 6000))).join(
  '',
);
const docs = generated(n).map((d, i) => ({
  ...d,
  body: d.body + filler.slice((i * 37) % 2000, ((i * 37) % 2000) + 400) + '依法行政',
}));
const ch = changesOf(docs);
const ix = openSearchIndex('/tmp/zzb/search.db');
let t = performance.now();
await ix.rebuild(async (s, l) => ch.slice(s + 1, s + 1 + l));
console.log('build s', (performance.now() - t) / 1e3, statSync('/tmp/zzb/search.db').size / 1e6, 'MB');
const q = (label: string, text: string, o: object = {}) => {
  ix.search(queryOf(text, o));
  const ts = [];
  for (let i = 0; i < 15; i++) {
    const a = performance.now();
    ix.search(queryOf(text, o));
    ts.push(performance.now() - a);
  }
  ts.sort((a, b) => a - b);
  console.log(
    label.padEnd(30),
    'p50',
    ts[7]!.toFixed(2),
    'max',
    ts[14]!.toFixed(2),
    ix.search(queryOf(text, o)).total,
  );
};
for (const order of ['relevance', 'newest'] as const) {
  q(order + ' everywhere', '依法行政', { order });
  q(order + ' common title', '道路养护', { order });
  q(order + ' two', '道路养护 城东', { order });
  q(order + ' rare', 'X777Z', { order });
  q(order + ' number', '示交〔2014〕1480号', { order });
  q(order + ' empty', '', { order });
  q(order + ' filter', '依法行政', { order, unitId: 'u2', year: 2014 });
  q(order + ' facets everywhere', '依法行政', { order, facets: true });
  q(order + ' facets empty', '', { order, facets: true });
  q(order + ' deep', '依法行政', { order, offset: 50000 });
  q(order + ' phrase long', '关于印发《城东道路养护工作方案》的通知', { order });
  q(order + ' single', '法', { order });
}
t = performance.now();
ix.suggest('道路养护', 10);
console.log('suggest', performance.now() - t);
t = performance.now();
ix.apply([{ seq: n + 1, id: 'g5', document: null }]);
console.log('remove', performance.now() - t);
t = performance.now();
ix.apply([{ seq: n + 2, id: 'g5', document: docs[5]! }]);
console.log('add', performance.now() - t);
console.log(process.memoryUsage().rss / 1e6);
