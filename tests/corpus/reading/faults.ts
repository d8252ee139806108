import type { Colour, Fill, Glyph, Ink, Placed } from './inks.ts';
import { overlapMm, type Rectangle, type Shape } from './shape.ts';

/** What is wrong on a page, by the eye of somebody who only has the page. */
export interface PageFault {
  rule:
    | 'outside'
    | 'unsafe'
    | 'on-fold'
    | 'clipped'
    | 'covered'
    | 'overlap'
    | 'overprint'
    | 'contrast'
    | 'on-code';
  /** The letters concerned, those of one line in one. */
  text: string;
  xMm: number;
  yMm: number;
}

/** What is no letter, and its place in the order of painting. */
interface Ground {
  ink: Fill | Placed;
  at: number;
}

const white: Colour = [1, 1, 1];

/** A hair: below it nobody sees anything, and rounding is as large. */
const hairMm = 0.12;
/** A guillotine and a folder are off by so much at worst. */
const safeMm = 4.5;
const foldMm = 3;
/** Of a full em: letters of one line that stand nearer than this are one upon the other. */
const overprintEm = 0.35;
/** WCAG 2.2, 1.4.3: small text, and from 18 pt. */
const leastContrast = 4.5;
const leastContrastLarge = 3;
const largePt = 18;
/** A filled path of so many outlines, as wide as high, is a QR code. */
const fewestModules = 100;

/** What is sure of a page before it is read. */
export interface Leaf {
  widthMm: number;
  heightMm: number;
  /** Where it is folded, from the left. */
  foldsMm?: readonly number[];
}

export function faultsOf(inks: readonly Ink[], leaf: Leaf): PageFault[] {
  const letters: { rule: PageFault['rule']; glyph: Glyph; at: number }[] = [];
  const paper: Rectangle = { left: 0, top: 0, right: leaf.widthMm, bottom: leaf.heightMm };
  const safe: Rectangle = {
    left: safeMm,
    top: safeMm,
    right: leaf.widthMm - safeMm,
    bottom: leaf.heightMm - safeMm,
  };
  const codes = inks.filter(isCode);
  const grounds: Ground[] = inks.flatMap((ink, at) => (ink.what === 'glyph' ? [] : [{ ink, at }]));
  inks.forEach((ink, at) => {
    if (ink.what !== 'glyph') return;
    const find = (rule: PageFault['rule']) => letters.push({ rule, glyph: ink, at });
    if (!isInside(ink.box, paper)) find('outside');
    else if (!isInside(ink.box, safe)) find('unsafe');
    if (leaf.foldsMm?.some((x) => ink.box.left < x + foldMm && ink.box.right > x - foldMm)) {
      find('on-fold');
    }
    if (ink.clips.some((clip) => !isInside(ink.box, clip.box))) find('clipped');
    if (grounds.some((one) => one.at > at && covers(one.ink, ink.box))) find('covered');
    const ground = groundOf(grounds, at, ink);
    const least = ink.sizePt >= largePt - 0.1 ? leastContrastLarge : leastContrast;
    if (ground && contrast(ink.colour, ground) < least) find('contrast');
    if (codes.some((code) => overlapMm(code.shape.box, ink.box) > hairMm)) find('on-code');
  });
  letters.push(...overlaps(inks));
  return inLines(letters);
}

function isInside(box: Rectangle, outer: Rectangle): boolean {
  return (
    box.left >= outer.left - hairMm &&
    box.right <= outer.right + hairMm &&
    box.top >= outer.top - hairMm &&
    box.bottom <= outer.bottom + hairMm
  );
}

function isCode(ink: Ink): ink is Fill {
  if (ink.what !== 'fill' || ink.shape.outlines < fewestModules) return false;
  const { left, right, top, bottom } = ink.shape.box;
  return Math.abs(right - left - (bottom - top)) < 0.5;
}

const isShown = (clips: readonly Shape[], x: number, y: number) =>
  clips.every((clip) => clip.contains(x, y));

function covers(ink: Fill | Placed, box: Rectangle): boolean {
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  return paints(ink, x, y);
}

function paints(ink: Fill | Placed, x: number, y: number): boolean {
  if (ink.what === 'fill') return ink.shape.contains(x, y) && isShown(ink.clips, x, y);
  const { left, right, top, bottom } = ink.box;
  return x >= left && x <= right && y >= top && y <= bottom && isShown(ink.clips, x, y);
}

/** The colour under the corner of a letter that has the least contrast; undefined on a picture. */
function groundOf(
  grounds: readonly Ground[],
  at: number,
  { box, colour }: Glyph,
): Colour | undefined {
  const points: [number, number][] = [
    [box.left, box.top],
    [box.right, box.top],
    [box.left, box.bottom],
    [box.right, box.bottom],
  ];
  let worst: Colour | undefined;
  for (const [x, y] of points) {
    const last = grounds.findLast((one) => one.at < at && paints(one.ink, x, y))?.ink;
    if (last?.what === 'picture') return undefined;
    const ground = last?.colour ?? white;
    if (!worst || contrast(colour, ground) < contrast(colour, worst)) worst = ground;
  }
  return worst;
}

function contrast(a: Colour, b: Colour): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((p, q) => q - p) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance of an sRGB colour (WCAG 2.2). */
function luminance(colour: Colour): number {
  const [r, g, b] = colour.map((c) =>
    c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
  ) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const cellMm = 5;

/** Letters of different lines that touch, and letters of one line that stand on each other. */
function overlaps(inks: readonly Ink[]) {
  const found: { rule: PageFault['rule']; glyph: Glyph; at: number }[] = [];
  const cells = new Map<string, Glyph[]>();
  inks.forEach((glyph, at) => {
    if (glyph.what !== 'glyph') return;
    const { left, right, top, bottom } = glyph.box;
    const near = new Set<Glyph>();
    for (let x = Math.floor(left / cellMm); x <= Math.floor(right / cellMm); x++) {
      for (let y = Math.floor(top / cellMm); y <= Math.floor(bottom / cellMm); y++) {
        const key = `${x} ${y}`;
        const cell = cells.get(key) ?? [];
        for (const one of cell) near.add(one);
        cell.push(glyph);
        cells.set(key, cell);
      }
    }
    const rules = [...near].map((other) => clash(glyph, other));
    const rule = rules.find((one) => one !== undefined);
    if (rule) found.push({ rule, glyph, at });
  });
  return found;
}

function clash(a: Glyph, b: Glyph): PageFault['rule'] | undefined {
  const emMm = (Math.min(a.sizePt, b.sizePt) * 25.4) / 72;
  const depth = overlapMm(a.box, b.box);
  if (depth <= hairMm) return undefined;
  const apart = Math.abs(a.baselineMm - b.baselineMm);
  if (apart < emMm * 0.02) return depth > emMm * overprintEm ? 'overprint' : undefined;
  // A raised figure or an accent belongs to its line.
  if (apart < emMm * 0.5 && a.mcid === b.mcid) return undefined;
  return 'overlap';
}

/** One fault for all letters of a line that have it. */
function inLines(
  letters: readonly { rule: PageFault['rule']; glyph: Glyph; at: number }[],
): PageFault[] {
  const faults: (PageFault & { at: number })[] = [];
  for (const { rule, glyph, at } of letters) {
    const last = faults.at(-1);
    const isSame = last?.rule === rule && Math.abs(last.yMm - glyph.baselineMm) < 0.1;
    if (isSame && at - last.at < 200) last.text += glyph.text;
    else {
      const place = { xMm: glyph.box.left, yMm: glyph.baselineMm };
      faults.push({ rule, text: glyph.text, ...place, at });
    }
  }
  return faults.map(({ at: _, ...fault }) => fault);
}
