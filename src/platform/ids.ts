import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * A new opaque identifier: 16 Crockford base-32 characters (80 random bits), lower case, safe in URLs and
 * file names. It says nothing about time, order or kind, so nothing can be guessed from one.
 */
export function newId(): string {
  const bytes = randomBytes(16);
  let id = '';
  for (const byte of bytes) id += ALPHABET[byte & 31];
  return id;
}

/** A fresh secret for tokens: 256 random bits, base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
