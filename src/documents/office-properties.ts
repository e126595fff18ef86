import type { OfficePackage } from './office-package.ts';
import type { DocumentProperties, ExtraText } from './types.ts';
import { descendants, parseXml, type xmlText } from './xml-tree.ts';

const names: Record<string, keyof DocumentProperties> = {
  'dc:title': 'title',
  'dc:creator': 'author',
  'cp:lastModifiedBy': 'lastModifiedBy',
  'dc:subject': 'subject',
  'cp:keywords': 'keywords',
  'dc:description': 'description',
  'dcterms:created': 'created',
  'dcterms:modified': 'modified',
  Company: 'company',
  Application: 'application',
};

/** Document properties of an office container, and as text for screening (names of people stand there). */
export function readOfficeProperties(parts: OfficePackage): {
  properties: DocumentProperties;
  texts: ExtraText[];
} {
  const properties: DocumentProperties = {};
  const texts: string[] = [];
  for (const part of ['docProps/core.xml', 'docProps/app.xml', 'docProps/custom.xml']) {
    const content = parts.get(part);
    if (content === undefined) continue;
    for (const element of descendants(parseXml(content))) {
      const text = ownText(element);
      const name = names[element.name];
      if (text === '') continue;
      if (name === 'created' || name === 'modified') {
        const instant = toInstant(text);
        if (instant !== undefined) properties[name] = instant;
      } else if (name !== undefined) {
        properties[name] ??= text;
        texts.push(text);
      } else if (/^(?:Manager|HyperlinkBase|cp:category|vt:lpwstr|vt:lpstr|vt:bstr)$/u.test(element.name)) {
        texts.push(text);
      }
    }
  }
  return { properties, texts: texts.length === 0 ? [] : [{ where: 'properties', text: texts.join('\n') }] };
}

const ownText = (element: Parameters<typeof xmlText>[0] & object) =>
  element.children
    .filter((child) => typeof child === 'string')
    .join('')
    .trim();

/** A timestamp as UTC ISO 8601, undefined when it is none. */
export function toInstant(text: string): string | undefined {
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
}
