import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { fromBase64, toBase64 } from './base64.ts';
import { LedgerError } from './errors.ts';

/** Signature type identifier of plain Ed25519 notes (c2sp.org/signed-note); the only one we know. */
const ED25519 = 0x01;

/** A public key that verifies notes, with the name and ID its signature lines carry. */
export interface Verifier {
  readonly name: string;
  readonly keyId: number;
  /** The text form: `<name>+<hex key ID>+<base64 of type and key>`. */
  readonly vkey: string;
  verify(text: string, signature: Uint8Array): boolean;
}

/** Key names are not empty and have no Unicode spaces, no plus (c2sp.org/signed-note) and no control characters. */
export function isKeyName(name: string): boolean {
  return /^[^\p{White_Space}+\p{Cc}]+$/u.test(name) && name.isWellFormed();
}

/** key ID = SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key)[:4], big-endian. */
export function keyIdOf(name: string, publicKey: Uint8Array): number {
  const material = Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(ED25519), publicKey]);
  return createHash('sha256').update(material).digest().readUInt32BE(0);
}

/** @param publicKey 32 bytes, RFC 8032 */
export function encodeVkey(name: string, publicKey: Uint8Array): string {
  const id = keyIdOf(name, publicKey).toString(16).padStart(8, '0');
  return `${name}+${id}+${toBase64(Buffer.concat([Buffer.of(ED25519), publicKey]))}`;
}

/**
 * Reads a verifier key. Hostile input.
 * @throws LedgerError 'VKEY_INVALID' for a bad name, another signature type, or an ID that is not the key's
 */
export function parseVkey(vkey: string): Verifier {
  const [, name = '', id = '', encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(vkey) ?? [];
  const material = fromBase64(encoded);
  if (material?.length !== 33 || material[0] !== ED25519 || !isKeyName(name))
    throw new LedgerError('VKEY_INVALID');
  const keyId = Number.parseInt(id, 16);
  const publicKey = material.subarray(1);
  if (keyId !== keyIdOf(name, publicKey)) throw new LedgerError('VKEY_INVALID');
  const key = publicKeyFrom(publicKey);
  return { name, keyId, vkey, verify: (text, signature) => verify(null, Buffer.from(text), key, signature) };
}

function publicKeyFrom(bytes: Uint8Array): KeyObject {
  const x = Buffer.from(bytes).toString('base64url');
  try {
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  } catch (cause) {
    throw new LedgerError('VKEY_INVALID', {}, { cause });
  }
}

/**
 * What two people read to each other to make sure they mean the same key: the first 160 bits of the SHA-256 of
 * the vkey's text, hex in groups of four.
 */
export function keyFingerprint(vkey: string): string {
  const hex = createHash('sha256').update(vkey).digest('hex').slice(0, 40);
  return hex.match(/.{4}/g)!.join(' ');
}
