import { Parser } from 'htmlparser2';

export type HtmlElement = {
  tag: string;
  attributes: Record<string, string>;
  children: HtmlNode[];
};

export type HtmlNode = HtmlElement | string;

/** Elements nested deeper than this lose their tag; what they contain moves up to the last one kept. */
const MAX_DEPTH = 120;
const MAX_OPEN = 300;

/**
 * Parses HTML, however broken, into a tree of bounded depth whose root has the tag `#root`. Comments,
 * declarations and processing instructions are dropped. Linear time.
 * @param html hostile
 */
export function parseHtml(html: string): HtmlElement {
  const root: HtmlElement = { tag: '#root', attributes: {}, children: [] };
  const kept: HtmlElement[] = [root];
  const open: boolean[] = [];
  const parser = new BoundedParser({
    onopentag(tag, attributes) {
      const keep = kept.length < MAX_DEPTH;
      open.push(keep);
      if (!keep) return;
      const element = { tag, attributes, children: [] };
      kept.at(-1)!.children.push(element);
      kept.push(element);
    },
    ontext(text) {
      kept.at(-1)!.children.push(text);
    },
    onclosetag() {
      if (open.pop()) kept.pop();
    },
  });
  parser.end(html);
  return root;
}

type Handler = Pick<
  Required<NonNullable<ConstructorParameters<typeof Parser>[0]>>,
  'onopentag' | 'ontext' | 'onclosetag'
>;

/**
 * The library keeps its open elements in an array that it searches and shifts at every tag; past
 * {@link MAX_OPEN} a new element is taken for a void one, so that the array stays short.
 */
class BoundedParser extends Parser {
  #open = 0;
  #ignoreNew = false;
  #closing = false;

  constructor(handler: Handler) {
    super({
      ontext: handler.ontext,
      onopentag: (name, attributes, implied) => {
        this.#open++;
        handler.onopentag(name, attributes, implied);
      },
      onclosetag: (name, implied) => {
        this.#open--;
        handler.onclosetag(name, implied);
      },
    });
  }

  override onopentagname(start: number, endIndex: number): void {
    this.#ignoreNew = this.#open >= MAX_OPEN;
    super.onopentagname(start, endIndex);
  }

  override onclosetag(start: number, endIndex: number): void {
    this.#closing = true;
    super.onclosetag(start, endIndex);
    this.#closing = false;
  }

  protected override isVoidElement(name: string): boolean {
    return (this.#ignoreNew && !this.#closing) || super.isVoidElement(name);
  }
}

/** Depth-first search for elements, in document order. */
export function* elementsOf(node: HtmlElement): Generator<HtmlElement> {
  for (const child of node.children) {
    if (typeof child === 'string') continue;
    yield child;
    yield* elementsOf(child);
  }
}

/** All text below a node, markup ignored. */
export function textOf(node: HtmlNode): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}
