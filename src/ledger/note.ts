import { fromBase64, toBase64 } from './base64.ts';
import { LedgerError } from './errors.ts';
import { isKeyName, type Verifier } from './vkey.ts';

/** Limits of c2sp.org/signed-note: at least 16 signatures must be accepted; these are Go's, generous. */
const MAX_SIGNATURES = 100;
const MAX_NOTE_BYTES = 1_000_000;

export interface NoteSignature {
  readonly name: string;
  readonly keyId: number;
  readonly signature: Uint8Array;
}

/** A note taken apart, nothing verified: its text must not be believed. */
export interface ParsedNote {
  /** With its final newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/**
 * Takes a signed note apart (c2sp.org/signed-note). Hostile input.
 * @throws LedgerError 'NOTE_MALFORMED'
 */
export function parseNote(note: string | Uint8Array): ParsedNote {
  const whole = typeof note === 'string' ? note : decodeUtf8(note);
  const end = whole.lastIndexOf('\n\n');
  const signed =
    whole.length <= MAX_NOTE_BYTES && whole.isWellFormed() && !/[\x00-\x09\x0b-\x1f]/.test(whole);
  if (!signed || end < 0 || !whole.endsWith('\n')) throw new LedgerError('NOTE_MALFORMED');
  const lines = whole.slice(end + 2, -1).split('\n');
  if (lines.length > MAX_SIGNATURES) throw new LedgerError('NOTE_MALFORMED');
  return { text: whole.slice(0, end + 1), signatures: lines.map(parseSignatureLine) };
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new LedgerError('NOTE_MALFORMED', {}, { cause });
  }
}

function parseSignatureLine(line: string): NoteSignature {
  const [dash, name = '', encoded = '', ...rest] = line.split(' ');
  const bytes = fromBase64(encoded);
  if (dash !== '—' || rest.length > 0 || !isKeyName(name) || !bytes || bytes.length < 5)
    throw new LedgerError('NOTE_MALFORMED');
  return { name, keyId: bytes.readUInt32BE(0), signature: bytes.subarray(4) };
}

/** The signature line of a key over a text, with its newline. */
export function signatureLine(name: string, keyId: number, signature: Uint8Array): string {
  const id = Buffer.alloc(4);
  id.writeUInt32BE(keyId);
  return `— ${name} ${toBase64(Buffer.concat([id, signature]))}\n`;
}

/** What may be signed: ends with a newline, well-formed, no control characters but newlines. */
export function isNoteText(text: string): boolean {
  return text.endsWith('\n') && text.isWellFormed() && !/[\x00-\x09\x0b-\x1f]/.test(text);
}

export interface OpenedNote {
  readonly text: string;
  /** The known keys whose signatures were verified, each once. */
  readonly signedBy: readonly Verifier[];
  /** Signatures of unknown keys: ignored, as the specification demands. */
  readonly unverified: readonly NoteSignature[];
}

/**
 * Verifies a note against the keys one trusts. One bad signature of a known key spoils the whole note.
 * @throws LedgerError 'NOTE_MALFORMED', 'NOTE_SIGNATURE_INVALID', 'NOTE_UNVERIFIED' (no known key signed),
 *   'NOTE_KEY_AMBIGUOUS' (two different trusted keys with one name and ID)
 */
export function openNote(note: string | Uint8Array, trusted: readonly Verifier[]): OpenedNote {
  const { text, signatures } = parseNote(note);
  const signedBy = new Set<Verifier>();
  const unverified: NoteSignature[] = [];
  for (const signature of signatures) {
    const verifier = knownKey(signature, trusted);
    if (!verifier) unverified.push(signature);
    else if (verifier.verify(text, signature.signature)) signedBy.add(verifier);
    else throw new LedgerError('NOTE_SIGNATURE_INVALID', { key: verifier.name });
  }
  if (signedBy.size === 0) throw new LedgerError('NOTE_UNVERIFIED');
  return { text, signedBy: [...signedBy], unverified };
}

function knownKey(signature: NoteSignature, trusted: readonly Verifier[]): Verifier | undefined {
  const [known, ...more] = trusted.filter(
    (key) => key.name === signature.name && key.keyId === signature.keyId,
  );
  if (more.some((other) => other.vkey !== known?.vkey))
    throw new LedgerError('NOTE_KEY_AMBIGUOUS', { key: signature.name });
  return known;
}
