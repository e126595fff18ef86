import { elementsOf, type HtmlElement, type HtmlNode, textOf } from './html-tree.ts';
import { droppedTags } from './sanitise-rules.ts';

/** What the content management systems of government sites call the place of the article. */
const KNOWN =
  /^(?:trs_editor|ucap-content|pages_content|view|zoom|fontzoom|articlecontent|article-content|article_content|news_content|newscontent|content_main|xxgk_content|info_content|textbody|con_text|vsb_content.*|bt_content)$/iu;
const CONTAINERS = new Set(['div', 'td', 'article', 'section', 'main', 'body']);
const FURNITURE_TAGS = new Set(['nav', 'header', 'footer', 'aside', 'menu']);
const FURNITURE =
  /(?:^|[-_\s])(?:nav|navbar|menu|breadcrumb|crumbs?|footer|foot|sidebar|share|copyright|toolbar|location|position|dqwz)(?:$|[-_\s\d])/iu;

/**
 * The element that holds the article, with navigation cut out; the page itself when it has none (a
 * document saved as HTML). Known containers first, then the smallest one with most of the page's text
 * that is not links.
 */
export function findArticle(page: HtmlElement): HtmlElement {
  const body = [...elementsOf(page)].find((element) => element.tag === 'body') ?? page;
  const weights = new Map<HtmlElement, number>();
  const total = weigh(body, weights);
  const chosen = knownContainer(body, weights, total) ?? narrowest(body, weights, total);
  const { element, cut } = withoutFurniture(chosen);
  return chosen === body && !cut ? page : element;
}

/** Characters of text outside links and navigation, for every element below. */
function weigh(element: HtmlElement, weights: Map<HtmlElement, number>): number {
  let weight = 0;
  if (!droppedTags.has(element.tag) && element.tag !== 'a' && !isFurniture(element)) {
    for (const child of element.children) {
      weight += typeof child === 'string' ? child.replaceAll(/\s+/gu, '').length : weigh(child, weights);
    }
  }
  weights.set(element, weight);
  return weight;
}

function knownContainer(
  body: HtmlElement,
  weights: Map<HtmlElement, number>,
  total: number,
): HtmlElement | undefined {
  let best: HtmlElement | undefined;
  for (const element of elementsOf(body)) {
    const names = `${element.attributes.id ?? ''} ${element.attributes.class ?? ''}`.split(/\s+/u);
    const known = element.tag === 'article' || names.some((name) => KNOWN.test(name));
    const weight = weights.get(element) ?? 0;
    if (known && weight >= Math.min(200, total * 0.2) && weight > (best ? weights.get(best)! : 0))
      best = element;
  }
  return best;
}

/** Descends while one container alone still holds most of the text. */
function narrowest(body: HtmlElement, weights: Map<HtmlElement, number>, total: number): HtmlElement {
  let current = body;
  for (;;) {
    const next = current.children.find(
      (child): child is HtmlElement =>
        typeof child !== 'string' &&
        (weights.get(child) ?? 0) >= total * 0.7 &&
        (weights.get(child) ?? 0) > 0,
    );
    if (next === undefined || !leadsToContainer(next)) return current;
    current = next;
  }
}

const leadsToContainer = (element: HtmlElement) =>
  CONTAINERS.has(element.tag) || ['table', 'tbody', 'tr', 'form', 'center'].includes(element.tag);

function isFurniture(element: HtmlElement): boolean {
  if (FURNITURE_TAGS.has(element.tag)) return true;
  const names = `${element.attributes.id ?? ''} ${element.attributes.class ?? ''}`;
  return FURNITURE.test(names) && linkShare(element) > 0.5;
}

function linkShare(element: HtmlElement): number {
  const length = textOf(element).replaceAll(/\s+/gu, '').length;
  let linked = 0;
  for (const child of elementsOf(element)) {
    if (child.tag === 'a') linked += textOf(child).replaceAll(/\s+/gu, '').length;
  }
  return length === 0 ? 0 : linked / length;
}

function withoutFurniture(element: HtmlElement): { element: HtmlElement; cut: boolean } {
  let cut = false;
  const children = element.children.flatMap((child): HtmlNode[] => {
    if (typeof child === 'string') return [child];
    if (isFurniture(child)) {
      cut = true;
      return [];
    }
    const inner = withoutFurniture(child);
    cut ||= inner.cut;
    return [inner.element];
  });
  return { element: { ...element, children }, cut };
}
