import { type Element, writeSvg } from './svg.ts';

/** What a drawing is when it stands in a page. */
export interface Frame {
  /** The drawing's own units: points, unless it is scaled. */
  width: number;
  height: number;
  /** Points to a unit. */
  scale: number;
  /** Said instead of the drawing: plain text. */
  alt: string;
  family: string;
}

/**
 * Vega's SVG, fit to stand in a page among others and to be printed: one figure with one label,
 * true to scale, live text in the brand's font with its lining figures. Vega's own roles, classes
 * and wrappers go; so does whatever draws nothing. Numbers are rounded to a thousandth of a point.
 */
export function cleanSvg(drawing: Element, frame: Frame): string {
  const [width, height] = [round(frame.width), round(frame.height)];
  return writeSvg({
    name: 'svg',
    attributes: new Map([
      ['xmlns', 'http://www.w3.org/2000/svg'],
      ['role', 'img'],
      ['aria-label', escaped(frame.alt)],
      ['viewBox', `0 0 ${width} ${height}`],
      ['width', `${mm(width * frame.scale)}mm`],
      ['height', `${mm(height * frame.scale)}mm`],
      ['fill', 'none'],
      ['font-family', escaped(frame.family)],
      ['style', textStyle],
    ]),
    children: drawing.children.flatMap(clean),
  });
}

/** Keeps what a page sets for its own text out of the drawing's. */
const textStyle =
  'font-style:normal;font-stretch:normal;font-kerning:normal;font-variant-caps:normal;font-variant-numeric:lining-nums tabular-nums;letter-spacing:0;word-spacing:0;text-transform:none';

/** Elements that draw, and wrappers of such. */
const kept = new Set(['g', 'path', 'rect', 'line', 'text', 'tspan', 'defs']);

/** Attributes that say what is drawn, in the order they are written. */
const drawn = [
  ...['clip-path', 'transform', 'x', 'y', 'x2', 'y2', 'width', 'height', 'd', 'dy'],
  ...['text-anchor', 'font-size', 'font-weight', 'fill', 'stroke', 'stroke-width'],
  ...['stroke-linecap', 'stroke-linejoin', 'stroke-dasharray', 'stroke-dashoffset'],
];
const words = new Set([
  ...['fill', 'stroke', 'clip-path', 'text-anchor', 'stroke-linecap', 'stroke-linejoin'],
]);
const standing: Readonly<Record<string, string>> = {
  transform: 'translate(0,0)',
  'text-anchor': 'start',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'stroke-dasharray': '',
};

function clean(child: Element | string): (Element | string)[] {
  if (typeof child === 'string') return [child];
  if (child.name === 'defs') return [child];
  if (!kept.has(child.name) || child.attributes.get('display') === 'none') return [];
  const attributes = new Map<string, string>();
  for (const key of drawn) {
    const value = child.attributes.get(key);
    if (value === undefined) continue;
    const exact = words.has(key) ? value : roundAll(value.replace(/px$/, ''));
    if (exact !== standing[key]) attributes.set(key, exact);
  }
  const children = child.children.flatMap(clean);
  if (child.name === 'g') return group(attributes, children);
  if (child.name === 'text') textInPlace(attributes, children);
  if (child.name === 'line') lineInPlace(attributes);
  const inked = attributes.has('fill') || attributes.has('stroke') || child.name === 'tspan';
  return inked ? [{ name: child.name, attributes, children }] : [];
}

/** A wrapper stays only if it moves or cuts what is in it. */
function group(
  attributes: Map<string, string>,
  children: Element['children'],
): Element['children'] {
  const own = [...attributes].filter(([key]) => key === 'transform' || key === 'clip-path');
  if (own.length === 0 || children.length === 0) return children;
  return [{ name: 'g', attributes: new Map(own), children }];
}

/** A text that is not turned begins at its x and y; its further lines begin there too. */
function textInPlace(attributes: Map<string, string>, lines: Element['children']): void {
  const move = takeMove(attributes);
  if (!move) return;
  putFirst(attributes, [['x', String(move.x)], ['y', String(move.y)], ...attributes]);
  for (const line of lines) {
    if (typeof line === 'object' && line.attributes.has('x')) {
      line.attributes.set('x', String(move.x));
    }
  }
}

/** Takes a transform that only moves away and says where to. */
function takeMove(attributes: Map<string, string>): { x: number; y: number } | undefined {
  const move = /^translate\(([^,]+),([^)]+)\)$/.exec(attributes.get('transform') ?? '');
  if (!move) return undefined;
  attributes.delete('transform');
  return { x: Number(move[1]), y: Number(move[2]) };
}

function putFirst(
  attributes: Map<string, string>,
  entries: readonly (readonly [string, string])[],
): void {
  const all = [...entries];
  attributes.clear();
  for (const [key, value] of all) attributes.set(key, value);
}

/** A line from where it begins: Vega moves there and draws from 0, 0. */
function lineInPlace(attributes: Map<string, string>): void {
  const { x, y } = takeMove(attributes) ?? { x: 0, y: 0 };
  const end = (key: string, from: number) => String(round(from + Number(attributes.get(key) ?? 0)));
  const places = [
    ['x1', String(x)],
    ['y1', String(y)],
    ['x2', end('x2', x)],
    ['y2', end('y2', y)],
  ] as const;
  const rest = [...attributes].filter(([key]) => key !== 'x2' && key !== 'y2');
  putFirst(attributes, [...places, ...rest]);
}

const number = /-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/g;

function roundAll(value: string): string {
  return value.replace(number, (found, offset: number) => {
    const rounded = String(round(Number(found)));
    const touches = offset > 0 && /[\d.]/.test(value[offset - 1] ?? '') && !rounded.startsWith('-');
    return touches ? ` ${rounded}` : rounded;
  });
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000 + 0;
}

function mm(pt: number): number {
  return round((pt * 25.4) / 72);
}

export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
