import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { logKey, privateKeyFromSeed } from './key.ts';
import { openNote, parseNote, signatureLine } from './note.ts';
import { testKey } from './testing.ts';
import { encodeVkey, keyFingerprint, parseVkey } from './vkey.ts';

// golang.org/x/mod sumdb/note/note_test.go at fe2ec04f (values only).
const PETER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const PETER_SEED = Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1);
const ENOCH = 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop';
const TEXT =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const PETER_SIG =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
const ENOCH_SIG =
  '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n';
const peter = parseVkey(PETER);
const enoch = parseVkey(ENOCH);

describe('signed notes against published vectors', () => {
  test('the example of c2sp.org/signed-note verifies', () => {
    const key = parseVkey('example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k');
    const note =
      'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';
    assert.equal(openNote(note, [key]).text, 'This is an example message.\n');
    assert.equal(openNote(Buffer.from(note), [key]).signedBy[0], key);
  });

  test("the Go authors' key signs their text to their bytes", () => {
    const key = logKey('PeterNeumann', privateKeyFromSeed(PETER_SEED));
    assert.equal(key.vkey, PETER);
    assert.equal(key.sign(TEXT), `${TEXT}\n${PETER_SIG}`);
  });

  test('one known and one unknown signature: the known one counts, the other is set aside', () => {
    const note = openNote(`${TEXT}\n${PETER_SIG}${ENOCH_SIG}`, [peter]);
    assert.equal(note.text, TEXT);
    assert.deepEqual(note.signedBy, [peter]);
    assert.deepEqual(
      note.unverified.map((one) => [one.name, one.keyId]),
      [['EnochRoot', 0xaf0cfe78]],
    );
  });

  test('both known: both count, each once however often it signed', () => {
    const note = openNote(`${TEXT}\n${PETER_SIG}${ENOCH_SIG}${PETER_SIG}`, [peter, enoch]);
    assert.deepEqual(note.signedBy, [peter, enoch]);
  });

  test('no known key: refused', () => {
    assert.throws(() => openNote(`${TEXT}\n${PETER_SIG}`, []), { code: 'NOTE_UNVERIFIED' });
    assert.throws(() => openNote(`${TEXT}\n${PETER_SIG}`, [enoch]), { code: 'NOTE_UNVERIFIED' });
  });

  test('a bad signature of a known key spoils the note, even beside a good one', () => {
    const bad = signatureLine('PeterNeumann', 0xc74f20a3, Buffer.alloc(64, 1));
    for (const signatures of [bad, bad + ENOCH_SIG, ENOCH_SIG + bad, PETER_SIG + bad])
      assert.throws(() => openNote(`${TEXT}\n${signatures}`, [peter, enoch]), {
        code: 'NOTE_SIGNATURE_INVALID',
      });
    assert.throws(() => openNote(`x${TEXT}\n${PETER_SIG}`, [peter]), { code: 'NOTE_SIGNATURE_INVALID' });
  });

  test('a key that shares only the name or only the ID is unknown', () => {
    const sameName = signatureLine('PeterNeumann', 1, Buffer.alloc(64));
    const sameId = signatureLine('Peter', 0xc74f20a3, Buffer.alloc(64));
    assert.deepEqual(openNote(`${TEXT}\n${sameName}${sameId}${PETER_SIG}`, [peter]).signedBy, [peter]);
  });

  test('two different trusted keys with one name and ID are ambiguous; the same key twice is not', () => {
    const other = { ...enoch, vkey: 'EnochRoot+af0cfe78+other' };
    assert.throws(() => openNote(`${TEXT}\n${ENOCH_SIG}`, [enoch, other]), { code: 'NOTE_KEY_AMBIGUOUS' });
    assert.deepEqual(openNote(`${TEXT}\n${ENOCH_SIG}`, [enoch, parseVkey(ENOCH)]).signedBy, [enoch]);
    assert.deepEqual(openNote(`${TEXT}\n${PETER_SIG}`, [enoch, other, peter]).signedBy, [peter]);
  });

  test('16 signatures are accepted, and a hundred; one more is not', () => {
    for (const count of [16, 100])
      assert.deepEqual(openNote(`${TEXT}\n${PETER_SIG.repeat(count)}`, [peter]).signedBy, [peter]);
    assert.throws(() => openNote(`${TEXT}\n${PETER_SIG.repeat(101)}`, [peter]), { code: 'NOTE_MALFORMED' });
  });

  test('a text may hold empty lines: the last one separates', () => {
    const text =
      'Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n';
    assert.equal(openNote(testKey.sign(text), [testKey.verifier]).text, text);
    assert.equal(
      parseNote(
        `${text}\n— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n`,
      ).text,
      text,
    );
  });

  const malformed: [string, string | Uint8Array][] = [
    ['no signatures', TEXT],
    ['an empty signature block', `${TEXT}\n`],
    ['no last newline', `${TEXT}\n${PETER_SIG.slice(0, -1)}`],
    ['a control character', `\x01${TEXT}\n${PETER_SIG}`],
    ['a tab', `\t${TEXT}\n${PETER_SIG}`],
    ['a carriage return', `${TEXT.replace('\n', '\r\n')}\n${PETER_SIG}`],
    ['bytes that are not UTF-8', Buffer.concat([Buffer.of(0xff), Buffer.from(`${TEXT}\n${PETER_SIG}`)])],
    ['a lone surrogate', `\ud800${TEXT}\n${PETER_SIG}`],
    ['a name with a space', `${TEXT}\n${PETER_SIG.replace('PeterNeumann', 'Bad Name')}`],
    ['a name with a no-break space', `${TEXT}\n${PETER_SIG.replace('PeterNeumann', 'Bad\u00a0Name')}`],
    ['a name with a plus', `${TEXT}\n${PETER_SIG.replace('PeterNeumann', 'Bad+Name')}`],
    ['an empty name', `${TEXT}\n${PETER_SIG.replace('PeterNeumann', '')}`],
    ['a line that is no signature', `${TEXT}\n${PETER_SIG}Unexpected line.\n`],
    ['a hyphen for the dash', `${TEXT}\n${PETER_SIG.replace('—', '-')}`],
    ['base64 without padding', `${TEXT}\n${PETER_SIG.replace('=', '')}`],
    ['base64 of another spelling', `${TEXT}\n${PETER_SIG.replace('nAM=', 'nAN=')}`],
    ['a signature of nothing but the key ID', `${TEXT}\n— PeterNeumann x08gow==\n`],
    ['something after the signature', `${TEXT}\n${PETER_SIG.replace('=\n', '= x\n')}`],
    ['more than a megabyte', `${'x'.repeat(1_000_000)}\n\n${PETER_SIG}`],
  ];
  for (const [what, note] of malformed)
    test(`a note with ${what} is malformed`, () =>
      assert.throws(() => openNote(note, [peter]), { code: 'NOTE_MALFORMED' }));

  test('a text that does not end with a newline, or has control characters, is not signed', () => {
    for (const text of ['abc', '', 'a\tb\n', 'a\u0000\n', '\ud800\n'])
      assert.throws(() => testKey.sign(text), { code: 'NOTE_MALFORMED' });
  });
});

describe('verifier keys', () => {
  test('what is encoded is read', () => {
    assert.equal(parseVkey(PETER).name, 'PeterNeumann');
    assert.equal(parseVkey(PETER).keyId, 0xc74f20a3);
    assert.equal(encodeVkey('PeterNeumann', Buffer.from(PETER.slice(22), 'base64').subarray(1)), PETER);
  });

  test('any part of a key, and any key with one character raised, is refused, as in Go', () => {
    for (let from = 0; from < PETER.length; from++)
      for (let to = from; to <= PETER.length; to++)
        if (to - from < PETER.length)
          assert.throws(() => parseVkey(PETER.slice(from, to)), { code: 'VKEY_INVALID' });
    for (let at = 0; at < PETER.length; at++) {
      const raised = String.fromCharCode(PETER.charCodeAt(at) + 1);
      assert.throws(() => parseVkey(PETER.slice(0, at) + raised + PETER.slice(at + 1)), {
        code: 'VKEY_INVALID',
      });
    }
  });

  for (const [what, vkey] of [
    ['of the wrong length', 'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY=='],
    ['of an unknown type', 'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'],
  ] as const)
    test(`a key ${what} is refused, though its ID fits`, () =>
      assert.throws(() => parseVkey(vkey), { code: 'VKEY_INVALID' }));

  test('different keys have different fingerprints of ten groups', () => {
    assert.match(keyFingerprint(PETER), /^([0-9a-f]{4} ){9}[0-9a-f]{4}$/);
    assert.notEqual(keyFingerprint(PETER), keyFingerprint(ENOCH));
  });
});
