import type { Inks } from '../chart.ts';
import type { Element } from '../svg.ts';

/** What a drawing of the author's own had that a page cannot have. */
export interface Untidy {
  pictures: number;
  gradients: number;
  /** Colours that are not the brand's, as they were written. */
  colours: string[];
  /** Things that let what lies behind them show. */
  seeThrough: number;
  marks: number;
}

/**
 * Makes a stranger's drawing one that can stand among others, in place: colours named by role
 * become the brand's, see-through ones what they look like on paper, links their content; the
 * names of what cuts begin with `prefix`. Pictures and gradients are only counted: a drawing that
 * has them is not used.
 */
export function tidy(drawing: Element, inks: Inks, prefix: string): Untidy {
  const found: Untidy = { pictures: 0, gradients: 0, colours: [], seeThrough: 0, marks: 0 };
  const brand = new Set([...Object.values(inks).map((ink) => ink.toLowerCase()), paper]);
  const visit = (element: Element): void => {
    found.marks++;
    if (element.name === 'image') found.pictures++;
    if (/Gradient$|^pattern$/.test(element.name)) found.gradients++;
    for (const key of ['fill', 'stroke']) paint(element, key, inks, brand, found);
    for (const key of ['id', 'clip-path']) {
      const name = element.attributes.get(key);
      if (name) element.attributes.set(key, name.replace(/^(url\(#)?/, `$1${prefix}-`));
    }
    element.children = element.children.flatMap((child) =>
      typeof child === 'object' && child.name === 'a' ? child.children : [child],
    );
    for (const child of element.children) if (typeof child === 'object') visit(child);
  };
  visit(drawing);
  found.colours = [...new Set(found.colours)].sort();
  return found;
}

const paper = '#ffffff';

function paint(element: Element, key: string, inks: Inks, brand: Set<string>, found: Untidy): void {
  const written = element.attributes.get(key);
  if (written === undefined || written === 'none') return;
  if (written === 'transparent' || written === '') {
    element.attributes.delete(key);
    return;
  }
  const colour = inks[written as keyof Inks] ?? hex(written) ?? written;
  const shows =
    Number(element.attributes.get('opacity') ?? 1) *
    Number(element.attributes.get(`${key}-opacity`) ?? 1);
  if (shows < 1) found.seeThrough++;
  else if (!brand.has(colour.toLowerCase())) found.colours.push(written);
  element.attributes.set(key, shows < 1 ? onPaper(colour, shows) : colour);
}

/** `#rgb`, `#rrggbb`, `rgb(…)`, `black`, `white` as `#rrggbb`; nothing for other names. */
function hex(colour: string): string | undefined {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(colour);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`.toLowerCase();
  if (/^#[0-9a-f]{6}$/i.test(colour)) return colour.toLowerCase();
  const parts = /^rgb\((\d+), *(\d+), *(\d+)\)$/.exec(colour)?.slice(1).map(Number);
  if (parts) return fromParts(parts);
  return colour === 'white' ? paper : colour === 'black' ? '#000000' : undefined;
}

function onPaper(colour: string, share: number): string {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) return colour;
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return fromParts(parts.map((part) => Math.round(255 - (255 - part) * Math.max(0, share))));
}

function fromParts(parts: number[]): string {
  return `#${parts.map((part) => Math.min(255, part).toString(16).padStart(2, '0')).join('')}`;
}
