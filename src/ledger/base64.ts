/**
 * Bytes of standard base64 (RFC 4648 §4) in its one canonical spelling: with padding, without line breaks,
 * unused bits zero. Hostile input; anything else gives undefined, so that no two spellings mean one thing.
 */
export function fromBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}

export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
