/** An element of the SVG that Vega writes: its attributes are quoted and escaped throughout. */
export interface Element {
  name: string;
  attributes: Map<string, string>;
  children: (Element | string)[];
}

const token = /<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/gy;
const attribute = /([\w:-]+)="([^"]*)"/g;

/** Reads Vega's SVG. Text and attribute values stay escaped as they are. Throws for anything else. */
export function parseSvg(text: string): Element {
  const root: Element = { name: '', attributes: new Map(), children: [] };
  const open = [root];
  let at = 0;
  for (const [whole, closing, name, attributes, empty, words] of text.matchAll(token)) {
    at += whole.length;
    const parent = open.at(-1);
    if (!parent) break;
    if (words !== undefined) parent.children.push(words);
    else if (closing) open.pop();
    else {
      const pairs = [...(attributes ?? '').matchAll(attribute)];
      const element: Element = {
        name: name ?? '',
        attributes: new Map(pairs.map(([, key = '', value = '']) => [key, value])),
        children: [],
      };
      parent.children.push(element);
      if (!empty) open.push(element);
    }
  }
  const [svg] = root.children;
  if (at !== text.length || open.length !== 1 || typeof svg !== 'object') {
    throw new Error('Vega wrote an SVG that cannot be read');
  }
  return svg;
}

/** Writes an element and all within it. */
export function writeSvg({ name, attributes, children }: Element): string {
  const pairs = [...attributes].map(([key, value]) => ` ${key}="${value}"`).join('');
  if (children.length === 0) return `<${name}${pairs}/>`;
  const inner = children.map((child) => (typeof child === 'string' ? child : writeSvg(child)));
  return `<${name}${pairs}>${inner.join('')}</${name}>`;
}
