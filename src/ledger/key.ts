import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Config, newId } from '../platform/index.ts';
import { LedgerError } from './errors.ts';
import { isNoteText, signatureLine } from './note.ts';
import { encodeVkey, isKeyName, parseVkey, type Verifier } from './vkey.ts';

/**
 * The log's identity. Who has the private key can sign a second history; who reads keys/log.key has it.
 * Nobody else can make a checkpoint that verifies.
 */
export interface LogKey {
  /** The log's name: the checkpoint's first line and the key's name. */
  readonly origin: string;
  /** What the public verifies with. */
  readonly vkey: string;
  readonly verifier: Verifier;
  /**
   * The signed note over a text that ends with a newline.
   * @throws LedgerError 'NOTE_MALFORMED'
   */
  sign(text: string): string;
}

/**
 * Opens the log's key, and at first use generates it into `<dataDirectory>/keys/log.key` (PKCS#8 PEM, readable
 * by the owner only) with the log's name beside it in `log.origin`. Neither is ever overwritten: a log has one
 * name and one key for life. Safe when two processes start at once: the first to link its file wins.
 * @throws LedgerError 'LOG_ORIGIN_INVALID', 'LOG_ORIGIN_DIFFERS' (config.logOrigin is not the stored one),
 *   'LOG_KEY_INCOMPLETE' (a key without its name), 'LOG_KEY_INVALID'
 */
export function openLogKey(config: Pick<Config, 'dataDirectory' | 'logOrigin'>): LogKey {
  const directory = join(config.dataDirectory, 'keys');
  const keyFile = join(directory, 'log.key');
  const originFile = join(directory, 'log.origin');
  // Looked for first: the name is always written before the key, so a key found here has its name already,
  // even while another process is just making both.
  const hadKey = existsSync(keyFile);
  if (!existsSync(originFile)) {
    if (hadKey) throw new LedgerError('LOG_KEY_INCOMPLETE');
    const origin = config.logOrigin || `zhaogao.local/${newId().slice(0, 8)}`;
    if (!isKeyName(origin)) throw new LedgerError('LOG_ORIGIN_INVALID', { origin });
    // The name first: a crash in between leaves a name without a key, which the next start completes.
    createOnce(originFile, `${origin}\n`);
  }
  if (!existsSync(keyFile)) createOnce(keyFile, newPrivateKey());
  const origin = readFileSync(originFile, 'utf8').replace(/\n$/, '');
  if (config.logOrigin && config.logOrigin !== origin)
    throw new LedgerError('LOG_ORIGIN_DIFFERS', { stored: origin, configured: config.logOrigin });
  return logKey(origin, readPrivateKey(keyFile));
}

/** @throws LedgerError 'LOG_ORIGIN_INVALID', 'LOG_KEY_INVALID' unless it is an Ed25519 key */
export function logKey(origin: string, privateKey: KeyObject): LogKey {
  if (!isKeyName(origin)) throw new LedgerError('LOG_ORIGIN_INVALID', { origin });
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new LedgerError('LOG_KEY_INVALID');
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  const vkey = encodeVkey(origin, Buffer.from(x!, 'base64url'));
  const verifier = parseVkey(vkey);
  return {
    origin,
    vkey,
    verifier,
    sign: (text) => {
      if (!isNoteText(text)) throw new LedgerError('NOTE_MALFORMED');
      return `${text}\n${signatureLine(origin, verifier.keyId, sign(null, Buffer.from(text), privateKey))}`;
    },
  };
}

const PKCS8_ED25519_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The private key of a 32-byte seed (RFC 8032), as published test vectors give it. */
export function privateKeyFromSeed(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PKCS8_ED25519_PREFIX, seed]), format: 'der', type: 'pkcs8' });
}

function newPrivateKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
}

function readPrivateKey(file: string): KeyObject {
  try {
    return createPrivateKey(readFileSync(file));
  } catch (cause) {
    throw new LedgerError('LOG_KEY_INVALID', {}, { cause });
  }
}

/** Writes a file durably and whole, or leaves the one that is there: a link never replaces. */
function createOnce(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const temporary = `${file}.${newId()}.part`;
  const handle = openSync(temporary, 'wx', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    linkSync(temporary, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(temporary);
  }
  syncDirectory(dirname(file));
}

function syncDirectory(directory: string): void {
  const handle = openSync(directory, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
