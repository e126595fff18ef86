import { zipSync } from 'fflate';
import { asBuffer } from './archive.ts';
import { DocumentError } from './errors.ts';
import type { DocumentLimits } from './limits.ts';
import { readZipDirectory } from './zip-directory.ts';
import { unpackEntry } from './zip-entries.ts';
import { decodeZipName, sameNameKey } from './zip-names.ts';

/** Parts of an OOXML (or OFD) container by name, unpacked and checked. */
export type OfficePackage = Map<string, Buffer>;

/**
 * Unpacks an office container. Everything after this works on checked parts: the libraries never see
 * the bytes that arrived, only {@link repack}'s.
 * @throws DocumentError ZIP_*, XML_FORBIDDEN (a document type declaration: entity expansion), XML_TOO_DEEP
 */
export function openOfficePackage(bytes: Uint8Array, limits: DocumentLimits): OfficePackage {
  const zip = asBuffer(bytes);
  const parts: OfficePackage = new Map();
  const seen = new Set<string>();
  for (const entry of readZipDirectory(zip, limits)) {
    const name = decodeZipName(entry);
    // A part name is not a path on disk here, but a name seen twice has two contents: refuse it.
    if (seen.has(sameNameKey(name))) throw new DocumentError('ZIP_NAME_TWICE', { name });
    seen.add(sameNameKey(name));
    if (name.endsWith('/')) continue;
    const content = unpackEntry(zip, entry, limits);
    if (isXmlPart(name)) checkXml(content);
    parts.set(name, content);
  }
  return parts;
}

/** A plain zip (stored) of checked parts, for libraries that want a file. */
export function repack(parts: OfficePackage): Buffer {
  return asBuffer(zipSync(Object.fromEntries(parts), { level: 0 }));
}

const isXmlPart = (name: string) => /\.(?:xml|rels|vml)$/iu.test(name);

const MAX_DEPTH = 500;

/**
 * No OOXML part may carry a document type declaration (ECMA-376 Part 2, 8.1.4), so none is needed to
 * read honest files, and without one there are no entities to expand. UTF-16 parts are looked at as such.
 */
function checkXml(content: Buffer): void {
  const utf16 =
    content.length > 1 && (content[0] === 0 || content[1] === 0 || content.readUInt16LE(0) === 0xfeff);
  const text = utf16 ? content.toString('latin1').replaceAll('\u0000', '') : content.toString('latin1');
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(text)) throw new DocumentError('XML_FORBIDDEN');
  checkDepth(text);
}

/** Readers of XML recurse; a part nested thousands deep would end in a stack overflow. */
function checkDepth(text: string): void {
  let depth = 0;
  for (let at = text.indexOf('<'); at !== -1; ) {
    const end = endOfMarkup(text, at);
    if (end === -1) return;
    const next = text[at + 1];
    if (next === '/') depth--;
    else if (next !== '?' && next !== '!' && text[end - 1] !== '/' && ++depth > MAX_DEPTH) {
      throw new DocumentError('XML_TOO_DEEP');
    }
    at = text.indexOf('<', end);
  }
}

/** Index of the `>` that ends the markup starting at `at`, or -1. A `>` inside quotes ends nothing. */
function endOfMarkup(text: string, at: number): number {
  if (text.startsWith('<!--', at)) return text.indexOf('>', text.indexOf('-->', at) >>> 0);
  if (text.startsWith('<![CDATA[', at)) return text.indexOf('>', text.indexOf(']]>', at) >>> 0);
  for (let n = at + 1; n < text.length; n++) {
    const character = text[n];
    if (character === '>') return n;
    if (character !== '"' && character !== "'") continue;
    n = text.indexOf(character, n + 1);
    if (n === -1) return -1;
  }
  return -1;
}
