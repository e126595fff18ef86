import { type Numbering, value } from './docx-numbering.ts';
import { childOf, childrenOf, descendants, type XmlElement, type XmlNode, xmlText } from './xml-tree.ts';

export type BodyFindings = { hidden: string[]; deleted: string[]; trackedChanges: boolean };

/**
 * Makes a document part show what Word shows, before mammoth reads it: deleted and moved-away text and
 * hidden text (`w:vanish`) leave the body and are reported, automatic numbers (一、 （一） 1.) become
 * text, and drawings without a fallback keep their text. Changes the tree in place.
 */
export function settleBody(
  body: XmlElement,
  numbering: Numbering,
  hiddenStyles: ReadonlySet<string>,
): BodyFindings {
  const findings: BodyFindings = { hidden: [], deleted: [], trackedChanges: false };
  settle(body, { numbering, hiddenStyles, findings });
  return findings;
}

/** Identifiers of styles whose text is hidden. */
export function hiddenStylesOf(styles: XmlElement | undefined): Set<string> {
  const hidden = new Set<string>();
  for (const style of childrenOf(childOf(styles, 'w:styles'), 'w:style')) {
    if (isOn(childOf(childOf(style, 'w:rPr'), 'w:vanish'))) hidden.add(style.attributes['w:styleId'] ?? '');
  }
  return hidden;
}

type Context = { numbering: Numbering; hiddenStyles: ReadonlySet<string>; findings: BodyFindings };

const DELETED = new Set(['w:del', 'w:moveFrom']);
const INSERTED = new Set(['w:ins', 'w:moveTo']);

function settle(element: XmlElement, context: Context): void {
  const kept: XmlNode[] = [];
  for (const child of element.children) {
    if (typeof child === 'string') kept.push(child);
    else kept.push(...settleChild(child, context));
  }
  element.children = kept;
}

/** What stands in the place of one element afterwards. */
function settleChild(child: XmlElement, context: Context): XmlNode[] {
  const { findings } = context;
  if (INSERTED.has(child.name)) findings.trackedChanges = true;
  const deletedRow = child.name === 'w:tr' && childOf(childOf(child, 'w:trPr'), 'w:del') !== undefined;
  if (deletedRow || (DELETED.has(child.name) && childrenOf(child).length > 0)) {
    findings.trackedChanges = true;
    note(findings.deleted, child);
    return [];
  }
  if (child.name === 'w:r' && isHiddenRun(child, context)) {
    note(findings.hidden, child);
    return [];
  }
  if (child.name === 'mc:AlternateContent') return settleAlternative(child, context);
  if (child.name === 'w:p') settleParagraph(child, context);
  settle(child, context);
  return [child];
}

/** Mammoth reads the fallback only; a drawing that has none still has its text. */
function settleAlternative(element: XmlElement, context: Context): XmlNode[] {
  const chosen = childOf(element, 'mc:Fallback') ?? childOf(element, 'mc:Choice');
  if (chosen === undefined) return [];
  settle(chosen, context);
  return [{ ...element, children: [{ ...chosen, name: 'mc:Fallback' }] }];
}

function isHiddenRun(run: XmlElement, context: Context): boolean {
  const properties = childOf(run, 'w:rPr');
  const vanish = childOf(properties, 'w:vanish');
  if (vanish !== undefined) return isOn(vanish);
  return context.hiddenStyles.has(value(childOf(properties, 'w:rStyle')) ?? '');
}

function settleParagraph(paragraph: XmlElement, context: Context): void {
  const properties = childOf(paragraph, 'w:pPr');
  if (context.hiddenStyles.has(value(childOf(properties, 'w:pStyle')) ?? '')) {
    for (const run of descendants(paragraph, 'w:r')) {
      note(context.findings.hidden, run);
      run.children = [];
    }
  }
  const label = context.numbering.next(properties);
  if (label === undefined || label === '' || paragraphText(paragraph).trim() === '') return;
  const spaced = /[0-9A-Za-z.)]$/u.test(label) ? `${label} ` : label;
  const text = { name: 'w:t', attributes: { 'xml:space': 'preserve' }, children: [spaced] };
  const run = { name: 'w:r', attributes: {}, children: [text] };
  const at = properties === undefined ? 0 : paragraph.children.indexOf(properties) + 1;
  paragraph.children.splice(at, 0, run);
  turnOffNumbering(properties);
}

/** `numId` 0 switches numbering off, a style's too (17.9.15); otherwise the number would show twice. */
function turnOffNumbering(properties: XmlElement | undefined): void {
  if (properties === undefined) return;
  const off = ['w:ilvl', 'w:numId'].map((name) => ({ name, attributes: { 'w:val': '0' }, children: [] }));
  const others = properties.children.filter((child) => typeof child === 'string' || child.name !== 'w:numPr');
  properties.children = [...others, { name: 'w:numPr', attributes: {}, children: off }];
}

function isOn(element: XmlElement | undefined): boolean {
  return element !== undefined && !['0', 'false', 'off'].includes(value(element) ?? 'true');
}

function note(list: string[], element: XmlElement): void {
  const text = paragraphText(element).trim();
  if (text !== '') list.push(text);
}

const TEXT = new Set(['w:t', 'w:delText']);
const LINE_ENDS = new Set(['w:p', 'w:br', 'w:tr']);

/** Text of any part of a document: paragraphs by line ends, cells by tabs. */
export function paragraphText(element: XmlElement): string {
  if (TEXT.has(element.name)) return xmlText(element);
  if (element.name === 'w:tab') return '\t';
  const inner = childrenOf(element).map(paragraphText).join('');
  if (element.name === 'w:tc') return `${inner.trim().replaceAll('\n', ' ')}\t`;
  return LINE_ENDS.has(element.name) ? `${inner}\n` : inner;
}
