/**
 * Word and WPS paste their whole paper with the text. What is kept is text, tables and list marks; the marks of
 * their automatic numbering (一、 (二) 3.) are written out as text, since in a document they are content.
 * @param html hostile, from the clipboard
 */
export function cleanPaste(html: string): string {
  const page = new DOMParser().parseFromString(withoutConditions(html), 'text/html');
  for (const junk of page.querySelectorAll('style, script, meta, link, title, xml, object, iframe'))
    junk.remove();
  for (const element of page.querySelectorAll('*')) unwrapOffice(element);
  for (const caption of page.querySelectorAll('caption, figcaption')) liftCaption(caption);
  return page.body.innerHTML;
}

/** Word's conditional comments; `supportLists` holds the list marks, which stay. */
function withoutConditions(html: string): string {
  return html
    .replace(/<!--\[if[\s\S]*?<!\[endif\]-->/gi, '')
    .replace(/<!\[(?:if|endif)[^\]]*\]>/gi, '')
    .replace(/<!--[\s\S]*?-->/g, '');
}

function unwrapOffice(element: Element): void {
  const style = element.getAttribute('style') ?? '';
  if (/mso-list:\s*Ignore/i.test(style)) element.textContent = markOf(element);
  if (/display:\s*none|mso-hide:\s*all/i.test(style)) {
    element.remove();
    return;
  }
  const align = /text-align:\s*(left|center|right|justify)/i.exec(style)?.[1];
  element.removeAttribute('class');
  element.removeAttribute('style');
  if (align && element instanceof HTMLElement) element.style.textAlign = align;
  if (element.localName.includes(':')) element.replaceWith(...element.childNodes);
}

/** Word's Symbol-font bullet is '·'; a mark is followed by one space, not by Word's row of them. */
function markOf(element: Element): string {
  const mark = (element.textContent ?? '').replace(/[\s\u00a0]+/g, ' ').trim();
  return mark === '' ? '' : `${mark === '·' || mark === '\uf0b7' ? '•' : mark} `;
}

/** The editor's tables hold cells only: a caption becomes the paragraph before its table, below its figure. */
function liftCaption(caption: Element): void {
  const paragraph = caption.ownerDocument.createElement('p');
  paragraph.style.textAlign = 'center';
  paragraph.append(...caption.childNodes);
  const holder = caption.closest(caption.localName === 'caption' ? 'table' : 'figure');
  caption.remove();
  if (caption.localName === 'caption') holder?.before(paragraph);
  else holder?.after(paragraph);
}

/** Stored text made ready for the editor: captions lifted as above, nothing else changed. */
export function forEditor(html: string): string {
  if (!/<(?:caption|figcaption)/i.test(html)) return html;
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const caption of page.querySelectorAll('caption, figcaption')) liftCaption(caption);
  return page.body.innerHTML;
}
