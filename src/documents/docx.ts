import mammoth from 'mammoth';
import { hiddenStylesOf, paragraphText, settleBody } from './docx-body.ts';
import { Numbering } from './docx-numbering.ts';
import { DocumentError } from './errors.ts';
import { elementsOf, parseHtml, textOf } from './html-tree.ts';
import type { DocumentLimits } from './limits.ts';
import { type OfficePackage, openOfficePackage, repack } from './office-package.ts';
import { readOfficeProperties } from './office-properties.ts';
import { sanitiseTree } from './sanitise.ts';
import type { ExtraText, FormatResult, WarningCode } from './types.ts';
import { descendants, parseXml, writeXml, type XmlElement } from './xml-tree.ts';

/**
 * Reads a Word document (.docx). The body is what Word shows with all changes accepted; comments,
 * headers, deleted and hidden text and properties come back as extra texts.
 * @throws DocumentError FILE_BROKEN, ZIP_*, XML_*
 */
export async function readDocx(bytes: Uint8Array, limits: DocumentLimits): Promise<FormatResult> {
  const parts = openOfficePackage(bytes, limits);
  const mainPath = mainPartOf(parts);
  const found = settleMainPart(parts, mainPath);
  const warnings = new Set<WarningCode>(found.warnings);
  const converted = await mammoth.convertToHtml({ buffer: repack(parts) }, conversion(limits));
  const aligned = converted.value.replaceAll(/<p class="zg-(center|right)">/gu, '<p align="$1">');
  const tree = parseHtml(aligned);
  const { html, droppedImages } = sanitiseTree(tree, limits);
  if (droppedImages > 0) warnings.add('IMAGE_DROPPED');
  for (const code of packageWarnings(parts)) warnings.add(code);
  const { properties, texts } = readOfficeProperties(parts);
  const heading = headingOf(tree);
  return {
    ...(heading === undefined ? {} : { title: heading }),
    html,
    properties,
    extraTexts: [...found.extraTexts, ...sideTexts(parts), ...texts],
    warnings: [...warnings],
  };
}

function mainPartOf(parts: OfficePackage): string {
  const relations = parts.get('_rels/.rels');
  if (relations !== undefined) {
    for (const relation of descendants(parseXml(relations), 'Relationship')) {
      const path = (relation.attributes.Target ?? '').replace(/^\//u, '');
      if (relation.attributes.Type?.endsWith('/officeDocument') && parts.has(path)) return path;
    }
  }
  if (parts.has('word/document.xml')) return 'word/document.xml';
  throw new DocumentError('FILE_BROKEN', { where: 'word/document.xml' });
}

function partTree(parts: OfficePackage, name: string): XmlElement | undefined {
  const part = parts.get(name);
  return part === undefined ? undefined : parseXml(part);
}

function settleMainPart(
  parts: OfficePackage,
  path: string,
): { extraTexts: ExtraText[]; warnings: WarningCode[] } {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const styles = partTree(parts, `${folder}styles.xml`);
  const numbering = new Numbering(partTree(parts, `${folder}numbering.xml`), styles);
  const body = parseXml(parts.get(path)!);
  const { hidden, deleted, trackedChanges } = settleBody(body, numbering, hiddenStylesOf(styles));
  parts.set(path, Buffer.from(writeXml(body)));
  const extraTexts: ExtraText[] = [];
  if (hidden.length > 0) extraTexts.push({ where: 'hidden', text: hidden.join('\n') });
  if (deleted.length > 0) extraTexts.push({ where: 'tracked-changes', text: deleted.join('\n') });
  const warnings: WarningCode[] = [];
  if (hidden.length > 0) warnings.push('HIDDEN_TEXT');
  if (trackedChanges) warnings.push('TRACKED_CHANGES');
  return { extraTexts, warnings };
}

const sideParts: [RegExp, ExtraText['where']][] = [
  [/(?:^|\/)comments\w*\.xml$/u, 'comments'],
  [/(?:^|\/)(?:footnotes|endnotes)\.xml$/u, 'footnotes'],
  [/(?:^|\/)(?:header|footer)\d*\.xml$/u, 'headers'],
];

/** Text of comments, notes, headers and footers, one entry a part. */
function sideTexts(parts: OfficePackage): ExtraText[] {
  const texts: ExtraText[] = [];
  for (const [name, content] of parts) {
    const where = sideParts.find(([pattern]) => pattern.test(name))?.[1];
    if (where === undefined) continue;
    const text = paragraphText(parseXml(content)).trim();
    if (text !== '') texts.push({ where, text });
  }
  return texts;
}

function packageWarnings(parts: OfficePackage): WarningCode[] {
  const warnings: WarningCode[] = [];
  for (const [name, content] of parts) {
    if (/(?:^|\/)comments\.xml$/u.test(name) && content.includes('<w:comment ')) warnings.push('COMMENTS');
    if (/(?:^|\/)(?:embeddings|charts|diagrams|afchunk)/iu.test(name)) warnings.push('EMBEDDED_OBJECT');
    if (/vbaProject\.bin$/iu.test(name)) warnings.push('MACROS');
    if (name.endsWith('.rels') && hasForeignContent(content)) warnings.push('EXTERNAL_CONTENT');
  }
  const body = parts.get('word/document.xml');
  if (body?.includes('<m:oMath')) warnings.push('EMBEDDED_OBJECT');
  return warnings;
}

/** Links may lead elsewhere; pictures, templates and frames that do are fetched by some programs. */
function hasForeignContent(relations: Buffer): boolean {
  for (const relation of descendants(parseXml(relations), 'Relationship')) {
    const external = relation.attributes.TargetMode?.toLowerCase() === 'external';
    if (external && !relation.attributes.Type?.endsWith('/hyperlink')) return true;
  }
  return false;
}

const STYLE_MAP = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='标题'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  ...[1, 2, 3, 4, 5, 6].map((level) => `p[style-name='标题 ${level}'] => h${level}:fresh`),
  "p[style-name='zg-center'] => p.zg-center:fresh",
  "p[style-name='zg-right'] => p.zg-right:fresh",
  'u => u',
  'strike => s',
];

function conversion(limits: DocumentLimits) {
  return {
    styleMap: STYLE_MAP,
    includeEmbeddedStyleMap: false,
    transformDocument: markAlignment,
    convertImage: mammoth.images.imgElement(async (image) => {
      const content = await image.readAsBuffer();
      const type = bitmapType(content);
      const keep = type !== undefined && content.length <= limits.imageBytes;
      return { src: keep ? `data:image/${type};base64,${content.toString('base64')}` : '' };
    }),
  };
}

/** By content: the type written in the package may be anything. */
function bitmapType(content: Buffer): string | undefined {
  if (content.subarray(1, 4).toString('latin1') === 'PNG') return 'png';
  if (content[0] === 0xff && content[1] === 0xd8) return 'jpeg';
  if (content.subarray(0, 4).toString('latin1') === 'GIF8') return 'gif';
  return content.subarray(8, 12).toString('latin1') === 'WEBP' ? 'webp' : undefined;
}

type MammothElement = {
  type: string;
  alignment?: string;
  styleId?: string | null;
  styleName?: string | null;
  children?: MammothElement[];
};

/** Mammoth has no word for alignment; a made-up style carries it to the style map. */
function markAlignment(element: MammothElement): MammothElement {
  const children = element.children?.map(markAlignment);
  const changed = children === undefined ? element : { ...element, children };
  const align = element.type === 'paragraph' ? alignmentStyle(element) : undefined;
  return align === undefined ? changed : { ...changed, styleId: align, styleName: align };
}

function alignmentStyle(paragraph: MammothElement): string | undefined {
  if (/^(?:heading|title|subtitle|标题|list)/iu.test(paragraph.styleName ?? '')) return undefined;
  if (paragraph.alignment === 'center') return 'zg-center';
  return paragraph.alignment === 'right' || paragraph.alignment === 'end' ? 'zg-right' : undefined;
}

function headingOf(tree: ReturnType<typeof parseHtml>): string | undefined {
  for (const element of elementsOf(tree)) {
    if (element.tag !== 'h1') continue;
    const text = textOf(element).replaceAll(/\s+/gu, ' ').trim();
    if (text !== '') return text.slice(0, 500);
  }
  return undefined;
}
