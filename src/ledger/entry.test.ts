import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { canonicalJson } from './canonical.ts';
import { encodeEntry, parseEntry } from './entry.ts';
import { testEntry } from './testing.ts';

describe('canonical JSON', () => {
  test('keys are sorted by UTF-16 code units, as in RFC 8785 §3.2.3', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    assert.equal(
      canonicalJson(value),
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    );
  });

  test('strings and literals are written as in RFC 8785 §3.2.2', () => {
    const value = { string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/', literals: [null, true, false] };
    assert.equal(
      canonicalJson(value),
      '{"literals":[null,true,false],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test('whatever is written reads back, whatever the order of keys it came in', () => {
    const leaf = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.maxSafeInteger(),
      fc.boolean(),
      fc.constant(null),
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.string({ unit: 'grapheme' }), tie('value'), { maxKeys: 4, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(value, (value) => {
        const text = canonicalJson(value);
        assert.equal(canonicalJson(reversed(JSON.parse(text))), text);
        assert.equal(text, canonicalJson(JSON.parse(JSON.stringify(value))));
      }),
    );
  });

  const without: [string, unknown][] = [
    ['a fraction', 1.5],
    ['a number beyond 2^53', 2 ** 53],
    ['NaN', Number.NaN],
    ['undefined', undefined],
    ['an undefined member', { a: undefined }],
    ['a Date', new Date(0)],
    ['a bigint', 1n],
    ['a lone surrogate', '\ud800'],
    ['a lone surrogate in a key', { '\udc00': 1 }],
    ['a Map', new Map()],
  ];
  for (const [what, value] of without)
    test(`${what} has no canonical spelling`, () =>
      assert.throws(() => canonicalJson(value), { code: 'VALUE_NOT_CANONICAL' }));
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}

describe('entries', () => {
  const entry = testEntry(3);
  const text = encodeEntry(entry);

  test('an entry is exactly its nine keys in order', () => {
    assert.deepEqual(Object.keys(JSON.parse(text)), [
      'action',
      'agency',
      'at',
      'files',
      'index',
      'item',
      'record',
      'schema',
      'version',
    ]);
    assert.deepEqual(parseEntry(text), entry);
    assert.deepEqual(parseEntry(Buffer.from(text)), entry);
  });

  const spoiled: [string, string, string][] = [
    ['an unknown key', text.replace('{', '{"a":1,'), 'a'],
    ['a missing key', text.replace(',"version":1', ''), 'version'],
    ['another order', `{"version":1,${text.slice(1).replace(',"version":1', '')}`, 'canonical'],
    ['a space', text.replace(':', ': '), 'canonical'],
    ['a last newline', `${text}\n`, 'canonical'],
    ['a key twice', text.replace('{', '{"action":"publish",'), 'canonical'],
    ['an escape that is not needed', text.replace('SLJT', '\\u0053LJT'), 'canonical'],
    ['a version of 1.0', text.replace('"version":1', '"version":1.0'), 'canonical'],
    ['a version of 0', text.replace('"version":1', '"version":0'), 'version'],
    ['a version as text', text.replace('"version":1', '"version":"1"'), 'version'],
    ['an unknown action', text.replace('publish', 'delete'), 'action'],
    ['another schema', text.replace('entry/v1', 'entry/v2'), 'schema'],
    ['an instant without milliseconds', text.replace('.000Z', 'Z'), 'at'],
    ['a day that does not exist', text.replace('2026-01-01', '2026-02-30'), 'at'],
    ['a record hash in capitals', text.replace(entry.record, entry.record.toUpperCase()), 'record'],
    ['a file hash too short', text.replace(entry.files[0]!, 'abc'), 'files'],
    ['an empty agency', text.replace('"agency":"SLJT"', '"agency":""'), 'agency'],
    ['a control character', text.replace('item3', 'item\\u0000'), 'item'],
    ['an array for the whole', '[]', 'action'],
    ['null for the whole', 'null', 'json'],
    ['no JSON', '{', 'json'],
  ];
  for (const [what, data, field] of spoiled)
    test(`an entry with ${what} is refused`, () =>
      assert.throws(() => parseEntry(data), { code: 'LOG_ENTRY_INVALID', details: { field } }));

  test('bytes that are not UTF-8, or begin with a byte order mark, are refused', () => {
    assert.throws(() => parseEntry(Buffer.of(0xff)), { code: 'LOG_ENTRY_INVALID' });
    assert.throws(() => parseEntry(Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), Buffer.from(text)])), {
      code: 'LOG_ENTRY_INVALID',
    });
  });

  test('as many attachments as fit into 65,535 bytes are accepted, one more is not', () => {
    const hash = 'a'.repeat(64);
    const empty = Buffer.byteLength(encodeEntry(testEntry(1, { files: [] })));
    const most = Math.floor((65_535 - empty + 1) / 67);
    const fits = encodeEntry(testEntry(1, { files: Array<string>(most).fill(hash) }));
    assert.ok(Buffer.byteLength(fits) <= 65_535);
    assert.throws(() => encodeEntry(testEntry(1, { files: Array<string>(most + 1).fill(hash) })), {
      code: 'LOG_ENTRY_TOO_LARGE',
    });
  });
});
