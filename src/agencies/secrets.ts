import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { newId } from '../platform/index.ts';
import { AgenciesError } from './errors.ts';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = 'v1';

/**
 * Encrypts small values at rest (AES-256-GCM) with the key file `<dataDirectory>/keys/secrets.key`. Who has
 * only the database reads nothing; who has both reads everything: keep backups of the two apart.
 */
export interface SecretBox {
  /** @param context what and whose the value is, e.g. `totp:<personId>`: a sealed value opens nowhere else */
  seal(plain: string, context: string): string;
  /** @throws AgenciesError 'SECRET_UNREADABLE': other key, other context, or altered */
  open(sealed: string, context: string): string;
}

const boxes = new Map<string, SecretBox>();

/** The box of a data directory; its key is made on first use. */
export function secretBox(dataDirectory: string): SecretBox {
  let box = boxes.get(dataDirectory);
  if (!box) {
    box = boxWith(loadKey(join(dataDirectory, 'keys')));
    boxes.set(dataDirectory, box);
  }
  return box;
}

function boxWith(key: Buffer): SecretBox {
  return {
    seal(plain, context) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return `${VERSION}.${Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64url')}`;
    },
    open(sealed, context) {
      try {
        return decrypt(key, sealed, context);
      } catch (cause) {
        throw new AgenciesError('SECRET_UNREADABLE', {}, { cause });
      }
    },
  };
}

function decrypt(key: Buffer, sealed: string, context: string): string {
  const [version, text] = sealed.split('.');
  if (version !== VERSION || !text) throw new Error('unknown form of sealed value');
  const bytes = Buffer.from(text, 'base64url');
  const tagAt = bytes.length - TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(tagAt));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, tagAt)), decipher.final()]).toString(
    'utf8',
  );
}

function loadKey(directory: string): Buffer {
  const file = join(directory, 'secrets.key');
  const known = readKey(file);
  if (known) return known;
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  // Written and synced under another name, then linked: two processes starting at once agree on one key,
  // and a crash never leaves half a key.
  const temporary = `${file}.${newId()}.part`;
  const descriptor = openSync(temporary, 'wx', 0o600);
  writeSync(descriptor, randomBytes(KEY_BYTES).toString('hex'));
  fsyncSync(descriptor);
  closeSync(descriptor);
  try {
    linkSync(temporary, file);
    syncDirectory(directory);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(temporary);
  }
  return readKey(file)!;
}

function syncDirectory(directory: string): void {
  const descriptor = openSync(directory, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

function readKey(file: string): Buffer | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  if (!/^[0-9a-f]{64}$/.test(text)) throw new AgenciesError('SECRET_UNREADABLE', { file: 'secrets.key' });
  return Buffer.from(text, 'hex');
}
