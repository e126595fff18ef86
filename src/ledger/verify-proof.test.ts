import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { openOnSqlite, type TestServices } from '../platform/testing.ts';
import { appendEntries } from './append.ts';
import { canonicalJson } from './canonical.ts';
import { logKey, privateKeyFromSeed } from './key.ts';
import { makeProof } from './make-proof.ts';
import { formatProof, parseProof } from './proof-file.ts';
import { ledgerMigrations } from './schema.ts';
import { testEntries, testEntry, testKey, testRecord } from './testing.ts';
import { type ProofInputs, type ProofReport, verifyProof } from './verify-proof.ts';
import { keyFingerprint } from './vkey.ts';

const SIZE = 300;
const otherKey = logKey('other.example/log', privateKeyFromSeed(new Uint8Array(32)));

describe('proof files', () => {
  let services: TestServices;
  let proof: string;
  before(async () => {
    services = await openOnSqlite(ledgerMigrations);
    await services.database.write((tx) => appendEntries(tx, testKey, testEntries(0, SIZE)));
    proof = await makeProof(services.database.read, testKey, 270, testRecord(270));
  });
  after(() => services.dispose());

  const trust: ProofInputs = { trustedKeys: [testKey.vkey] };
  const failed = (report: ProofReport) => report.checks.filter((one) => !one.ok).map((one) => one.code);

  test('the proof of any entry verifies by itself, with no database', async () => {
    for (const seq of [0, 1, 255, 256, 270, 299]) {
      const text = await makeProof(services.database.read, testKey, seq, testRecord(seq));
      const report = verifyProof(text, trust);
      assert.deepEqual(failed(report), []);
      assert.deepEqual(report.entry, testEntry(seq));
      assert.equal(report.record, testRecord(seq));
      assert.deepEqual([report.seq, report.size, report.signedBy], [seq, SIZE, testKey.vkey]);
      assert.equal(report.keyTrusted, true);
    }
  });

  test('a proof made earlier still verifies after more was published', async () => {
    await services.database.write((tx) => appendEntries(tx, testKey, testEntries(SIZE, SIZE + 5)));
    assert.equal(verifyProof(proof, trust).ok, true);
  });

  test('without a trusted key it says that the key is from the file, with the fingerprint to compare', () => {
    const report = verifyProof(proof);
    assert.deepEqual([report.ok, report.keyTrusted], [true, false]);
    const key = report.checks.find((one) => one.name === 'key')!;
    assert.equal(key.code, 'KEY_FROM_FILE');
    assert.equal(key.detail.fingerprint, keyFingerprint(testKey.vkey));
  });

  test('with only another key trusted it fails, whatever key is in the file', () => {
    assert.deepEqual(failed(verifyProof(proof, { trustedKeys: [otherKey.vkey] })), [
      'KEY_UNKNOWN',
      'CHECKPOINT_INVALID',
    ]);
    assert.throws(() => verifyProof(proof, { trustedKeys: ['nonsense'] }), { code: 'VKEY_INVALID' });
  });

  test('a whole file forged with another key passes only where no key is trusted', () => {
    const file = parseProof(proof);
    const checkpoint = otherKey.sign(
      `${file.checkpoint.split('\n\n')[0]!.replace(testKey.origin, otherKey.origin)}\n`,
    );
    const forged = formatProof({ ...file, checkpoint, extra: { ...file.extra, vkey: otherKey.vkey } });
    assert.deepEqual([verifyProof(forged).ok, verifyProof(forged).keyTrusted], [true, false]);
    assert.equal(verifyProof(forged, trust).ok, false);
  });

  test('an attachment is recognised by its bytes, another file is not', () => {
    const report = verifyProof(proof, {
      ...trust,
      files: [
        { name: '附件.txt', bytes: Buffer.from('file 270') },
        { name: '附件2.txt', bytes: Buffer.from('file 271') },
      ],
    });
    assert.deepEqual(failed(report), ['FILE_NOT_LISTED']);
    assert.deepEqual(
      report.checks.filter((one) => one.name === 'file').map((one) => one.code),
      ['FILE_LISTED', 'FILE_NOT_LISTED'],
    );
  });

  test('the proof of a withdrawn record comes without it; who kept the record can still check it', async () => {
    const bare = await makeProof(services.database.read, testKey, 9, null);
    assert.ok(!bare.includes(Buffer.from(testRecord(9)).toString('base64')));
    const codes = (inputs: ProofInputs) =>
      verifyProof(bare, { ...trust, ...inputs }).checks.find((one) => one.name === 'record')?.code;
    assert.equal(codes({}), 'RECORD_ABSENT');
    assert.equal(codes({ record: testRecord(9) }), 'RECORD_MATCHES');
    assert.equal(codes({ record: testRecord(8) }), 'RECORD_DIFFERS');
  });

  test('no proof is made with a record that is not the one logged, or of an entry that is not there', async () => {
    const db = services.database.read;
    await assert.rejects(makeProof(db, testKey, 9, testRecord(8)), { code: 'PROOF_RECORD_DIFFERS' });
    await assert.rejects(makeProof(db, testKey, 9_999, null), { code: 'LOG_ENTRY_NOT_FOUND' });
    await assert.rejects(makeProof(db, otherKey, 9, null), { code: 'NOTE_UNVERIFIED' });
  });

  test('each part altered fails its own check', () => {
    const file = parseProof(proof);
    const altered = (more: Partial<typeof file>) =>
      failed(verifyProof(formatProof({ ...file, ...more }), trust));
    const extra = file.extra;
    assert.deepEqual(altered({ extra: { ...extra, record: testRecord(1) } }), ['RECORD_DIFFERS']);
    assert.deepEqual(altered({ extra: { ...extra, entry: extra.entry.replace('item270', 'item271') } }), [
      'ENTRY_NOT_INCLUDED',
    ]);
    assert.deepEqual(altered({ extra: { ...extra, entry: `${extra.entry} ` } }), [
      'ENTRY_INVALID',
      'ENTRY_NOT_INCLUDED',
    ]);
    assert.deepEqual(altered({ extra: { ...extra, vkey: 'nonsense' } }), ['KEY_INVALID']);
    assert.deepEqual(altered({ seq: 271 }), ['ENTRY_NOT_INCLUDED']);
    assert.deepEqual(altered({ hashes: file.hashes.slice(1) }), ['ENTRY_NOT_INCLUDED']);
    assert.deepEqual(altered({ checkpoint: file.checkpoint.replace('\n300\n', '\n301\n') }), [
      'CHECKPOINT_INVALID',
    ]);
  });

  test('no single character can be changed unnoticed', () => {
    fc.assert(
      fc.property(fc.nat({ max: proof.length - 1 }), fc.integer({ min: 1, max: 127 }), (at, by) => {
        const code = String.fromCharCode((proof.charCodeAt(at) + by) % 128);
        const altered = proof.slice(0, at) + code + proof.slice(at + 1);
        if (altered !== proof) assert.equal(verifyProof(altered, trust).ok, false);
      }),
      { numRuns: 1000 },
    );
  });

  test('anything at all is judged without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat({ max: 400 }), (junk, at) => {
        assert.equal(verifyProof(junk).ok, false);
        verifyProof(`${proof.slice(0, at)}${junk}${proof.slice(at)}`);
      }),
    );
  });

  const malformed: [string, string, (text: string) => string][] = [
    ['another first line', 'header', (text) => text.replace('@v1', '@v2')],
    ['no empty line', 'header', (text) => text.replaceAll('\n\n', '\n')],
    ['no extra line', 'extra', (text) => text.replace(/extra .*\n/, '')],
    ['extra that is not base64', 'extra', (text) => text.replace('extra ', 'extra !')],
    ['extra that is not JSON', 'extra', (text) => text.replace(/extra .*\n/, 'extra YWJj\n')],
    ['no index line', 'index', (text) => text.replace('index 270\n', '')],
    ['an index with a leading zero', 'index', (text) => text.replace('index 270', 'index 0270')],
    ['a hash of another length', 'hashes', (text) => text.replace('index 270\n', 'index 270\nYWJj\n')],
    [
      'more hashes than any tree has',
      'hashes',
      (text) =>
        text.replace('index 270\n', `index 270\n${`${Buffer.alloc(32).toString('base64')}\n`.repeat(65)}`),
    ],
  ];
  for (const [what, part, spoil] of malformed)
    test(`a file with ${what} is malformed`, () => {
      assert.throws(() => parseProof(spoil(proof)), { code: 'PROOF_MALFORMED', details: { part } });
      assert.deepEqual(failed(verifyProof(spoil(proof))), ['FORMAT_MALFORMED']);
    });

  test('extra data in another spelling, or with more in it, is malformed', () => {
    const { entry, record, vkey } = parseProof(proof).extra;
    const exact = canonicalJson({ schema: 'zhaogao/proof/v1', entry, record, vkey });
    for (const json of [
      `${exact} `,
      exact.replace('{', '{"a":1,'),
      exact.replace('proof/v1', 'proof/v2'),
      JSON.stringify({ vkey, schema: 'zhaogao/proof/v1', record, entry }),
      '[]',
      'null',
    ]) {
      const extra = `extra ${Buffer.from(json).toString('base64')}\n`;
      assert.throws(() => parseProof(proof.replace(/extra .*\n/, extra)), { code: 'PROOF_MALFORMED' });
    }
  });
});
