import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { SearchIndex } from './search-index.ts';
import { find, generated, idsFor, indexOf, queryOf } from './test-support.ts';
import type { IndexDocument, SearchFilters } from './types.ts';

const isWordCharacter = (character: string | undefined) => /[\p{L}\p{N}]/u.test(character ?? '');
const isDigit = (character: string | undefined) => /[0-9A-Za-z]/.test(character ?? '');
const cutsNumber = (text: string, at: number) => isDigit(text[at - 1]) && isDigit(text[at]);

/** All ids a query finds, over as many pages as it takes. */
function allIds(index: SearchIndex, text: string, filters: SearchFilters = {}): Set<string> {
  const ids = new Set<string>();
  for (let offset = 0; ; offset += 100) {
    const { hits } = index.search(queryOf(text, { ...filters, offset, limit: 100 }));
    for (const { id } of hits) ids.add(id);
    if (hits.length < 100) return ids;
  }
}

test('a document is found by any part of its title, typed as it is or as a phrase', (context) => {
  const documents = generated(2000);
  const index = indexOf(context, documents);
  const document = fc.constantFrom(...documents);
  fc.assert(
    fc.property(
      document,
      fc.nat(30),
      fc.integer({ min: 2, max: 8 }),
      ({ id, title, publishedOn }, at, length) => {
        const start = at % (title.length - 1);
        const part = title.slice(start, start + length);
        fc.pre([...part].filter(isWordCharacter).length >= 2 && !/[-"“”]/.test(part));
        fc.pre(!cutsNumber(title, start) && !cutsNumber(title, start + length));
        // Of its day only: one page each, not all that match.
        const day = { from: publishedOn, to: publishedOn };
        assert.ok(allIds(index, part, day).has(id), part);
        assert.ok(allIds(index, `"${part}"`, day).has(id), `"${part}"`);
      },
    ),
    { numRuns: 300 },
  );
});

test('the whole title, its number and its index number each bring the document first', (context) => {
  const documents = generated(2000);
  const index = indexOf(context, documents);
  const first = (text: string) => find(index, text, { limit: 1 }).hits[0]?.id;
  for (const { id, title, documentNumber, indexNumber } of documents.filter((_, n) => n % 97 === 0)) {
    assert.equal(first(title), id);
    assert.equal(first(title.replace(/[《》（）]/g, '')), id);
    assert.equal(first(documentNumber!), id);
    assert.equal(first(documentNumber!.replace('〔', '[').replace('〕', ']')), id);
    assert.equal(first(indexNumber), id);
  }
});

test('what is found contains every word, and nothing that contains the phrase is missed', (context) => {
  const documents = generated(2000);
  const index = indexOf(context, documents);
  const textOf = (d: IndexDocument) => `${d.title}|${d.body}`;
  for (const phrase of ['道路养护', '城东公共交通', '责任到人', '管理办法》的通知', '滨海新区的']) {
    const expected = documents.filter((d) => textOf(d).includes(phrase)).map(({ id }) => id);
    assert.deepEqual(allIds(index, `"${phrase}"`), new Set(expected), phrase);
  }
  assert.deepEqual(idsFor(index, '道路养护 -2014', { limit: 5, order: 'newest' }).length, 5);
});
