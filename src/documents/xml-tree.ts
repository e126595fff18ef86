import { SaxesParser } from 'saxes';
import { DocumentError } from './errors.ts';

export type XmlElement = { name: string; attributes: Record<string, string>; children: XmlNode[] };
export type XmlNode = XmlElement | string;

/**
 * Parses a checked part (see office-package.ts: no DOCTYPE, bounded depth) into a tree. Names keep
 * their prefixes: all office programs write the customary ones, and a file with others yields no text.
 * @throws DocumentError FILE_BROKEN
 */
export function parseXml(content: Buffer): XmlElement {
  const root: XmlElement = { name: '#root', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', (tag) => {
    const element = { name: tag.name, attributes: tag.attributes as Record<string, string>, children: [] };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (text) => void open.at(-1)!.children.push(text));
  parser.on('cdata', (text) => void open.at(-1)!.children.push(text));
  parser.on('error', (cause) => {
    throw new DocumentError('FILE_BROKEN', {}, { cause });
  });
  parser.write(decodeXml(content)).close();
  return root;
}

function decodeXml(content: Buffer): string {
  const utf16 = content[0] === 0xff && content[1] === 0xfe ? 'utf-16le' : undefined;
  const big = content[0] === 0xfe && content[1] === 0xff ? 'utf-16be' : undefined;
  return new TextDecoder(utf16 ?? big ?? 'utf-8').decode(content);
}

/** The tree as XML text. */
export function writeXml(node: XmlNode): string {
  if (typeof node === 'string') return escapeXml(node);
  const content = node.children.map(writeXml).join('');
  if (node.name === '#root') return `<?xml version="1.0" encoding="UTF-8"?>${content}`;
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value).replaceAll('"', '&quot;')}"`)
    .join('');
  return content === ''
    ? `<${node.name}${attributes}/>`
    : `<${node.name}${attributes}>${content}</${node.name}>`;
}

const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The first child element of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name,
  );
}

/** Child elements, of one name or all. */
export function childrenOf(element: XmlElement | undefined, name?: string): XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** Every element below, in document order. */
export function* descendants(element: XmlElement, name?: string): Generator<XmlElement> {
  for (const child of childrenOf(element)) {
    if (name === undefined || child.name === name) yield child;
    yield* descendants(child, name);
  }
}

/** All character data below. */
export function xmlText(node: XmlNode): string {
  return typeof node === 'string' ? node : node.children.map(xmlText).join('');
}
