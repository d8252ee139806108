import { type Element, parseSvg } from '../../scripts/charts/svg.ts';
import { measure } from '../../scripts/fonts/measure.ts';
import { faces } from './desk.ts';

export interface Words {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
  size: number;
}

/** All elements of a drawing with the offset that they and their groups have. */
export function elements(svg: string): { element: Element; x: number; y: number }[] {
  const found: { element: Element; x: number; y: number }[] = [];
  const visit = (element: Element, x: number, y: number) => {
    const moved = element.attributes.get('transform');
    const [dx = 0, dy = 0] = (/translate\((.*)\)/.exec(moved ?? '')?.[1] ?? '0,0')
      .split(',')
      .map(Number);
    found.push({ element, x: x + dx, y: y + dy });
    for (const child of element.children) {
      if (typeof child === 'object') visit(child, x + dx, y + dy);
    }
  };
  visit(parseSvg(svg), 0, 0);
  return found;
}

/** Every line of words in a drawing with the box of its letters, in the drawing's units. Needs `readyToMeasure`. */
export function wordsOf(svg: string): Words[] {
  return elements(svg).flatMap(({ element, x, y }) => {
    if (element.name !== 'text') return [];
    const of = (key: string) => Number(element.attributes.get(key) ?? 0);
    const size = of('font-size');
    const anchor = element.attributes.get('text-anchor') ?? 'start';
    const font = (of('font-weight') >= 600 ? faces.semibold : faces.regular).font;
    let baseline = y + of('y');
    const lines = element.children.map((child, i) => {
      if (typeof child === 'string') return child;
      if (i > 0) baseline += Number(child.attributes.get('dy') ?? 0);
      return child.children.join('');
    });
    baseline = y + of('y');
    return lines.map((text, i) => {
      const line = element.children[i];
      if (typeof line === 'object') baseline += Number(line.attributes.get('dy') ?? 0);
      const width = measure(font, text.replace(/&amp;/g, '&'), size, { lnum: true, tnum: true });
      const shift = anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0;
      const left = x + of('x') - shift;
      return {
        text,
        size,
        left,
        right: left + width,
        top: baseline - 0.66 * size,
        bottom: baseline,
      };
    });
  });
}

/** Bars as boxes, in the drawing's units. */
export function barsOf(svg: string) {
  return elements(svg).flatMap(({ element, x, y }) => {
    const path = /^M([-\d.]+),([-\d.]+)h([-\d.]+)v([-\d.]+)h/.exec(
      element.attributes.get('d') ?? '',
    );
    if (element.name !== 'path' || !path) return [];
    const [left = 0, top = 0, width = 0, height = 0] = path.slice(1).map(Number);
    const box = { left: left + x, top: top + y, right: left + x + width, bottom: top + y + height };
    return [{ ...box, width, height, fill: element.attributes.get('fill') ?? '' }];
  });
}

/** Straight lines, in the drawing's units. */
export function linesOf(svg: string) {
  return elements(svg).flatMap(({ element, x, y }) => {
    if (element.name !== 'line') return [];
    const of = (key: string) => Number(element.attributes.get(key) ?? 0);
    return [
      {
        ...{ x1: of('x1') + x, y1: of('y1') + y, x2: of('x2') + x, y2: of('y2') + y },
        weight: of('stroke-width'),
        dash: element.attributes.get('stroke-dasharray'),
        stroke: element.attributes.get('stroke') ?? '',
      },
    ];
  });
}

/** Pairs of words that touch. */
export function touching(words: Words[]): string[] {
  return words.flatMap((a, i) =>
    words
      .slice(i + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.text} | ${b.text}`),
  );
}
