import { alike, drawMark } from '../images/mark/draw.ts';
import type { Box, Mark, MarkFrame } from '../images/mark/mark.ts';
import { markSvg } from '../images/mark/svg.ts';
import { type Geometry, pxPerMm } from './geometry.ts';
import { Html } from './html.ts';

const colours = {
  accent: 'var(--accent)',
  second: 'var(--second)',
  deep: 'var(--deep)',
  pale: 'var(--pale)',
};

/** The trim, and how far a mark runs past it: over the bleed and what the printed page has beyond it. */
interface Trim {
  widthMm: number;
  heightMm: number;
  beyondMm: number;
}

export function trimOf({ page, padPx }: Geometry): Trim {
  const { widthMm, heightMm } = page;
  return { widthMm, heightMm, beyondMm: Math.ceil((padPx / pxPerMm) * 10) / 10 };
}

/** A mark is held against so many before it: nobody compares pages further apart. */
const compared = 40;

/** Draws the mark of a seed; `pageLeftMm` is where the page begins in a frame that is wider than it. */
export type DrawnMark = (frame: MarkFrame, seed: string, pageLeftMm?: number) => Html;

/**
 * Draws the marks of one publication. A mark that comes out like one drawn before it for the same
 * kind of place is drawn on until it is unlike: so a seed keeps its drawing whatever is added or
 * taken away, but for the few that would look like an earlier page.
 *
 * Pieces of many courses, each a publication, are seen side by side, too: where a frame has a family,
 * a mark is held against those of the courses named before its own.
 *
 * @param kept marks by frame and seed, shared by publications
 * @param family slugs of all courses, in an order that does not depend on what is made
 */
export function markDrawer(
  kept: Map<string, Mark>,
  trim: Trim,
  family: readonly string[] = [],
): DrawnMark {
  const before = new Map<string, Map<string, Mark>>();
  return (frame, seed, pageLeftMm = 0) => {
    const key = JSON.stringify([frame, seed]);
    const drawn = before.get(frame.name) ?? new Map<string, Mark>();
    const others = [...drawn]
      .slice(-compared)
      .filter(([name]) => name !== seed)
      .map(([, mark]) => mark);
    if (frame.family) others.push(...siblings(frame.family, seed, family, kept));
    let mark = kept.get(key) ?? drawMark(frame, seed);
    kept.set(key, mark);
    if (mark.discs.length > 0 && others.some((other) => alike(mark, other, frame.alikeShare))) {
      mark = drawMark(frame, seed, others);
    }
    if (!drawn.has(seed)) drawn.set(seed, mark);
    before.set(frame.name, drawn);
    return markHtml(mark, trim, pageLeftMm);
  };
}

/** The marks of the courses before one, each unlike those before it, drawn as if all had the same words. */
function siblings(
  frame: MarkFrame,
  seed: string,
  family: readonly string[],
  kept: Map<string, Mark>,
): Mark[] {
  const before: Mark[] = [];
  for (const slug of family.slice(0, Math.max(0, family.indexOf(seed)))) {
    const key = `family ${frame.name} ${slug}`;
    const mark = kept.get(key) ?? drawMark(frame, slug, before);
    kept.set(key, mark);
    before.push(mark);
  }
  return before;
}

/** A mark placed on its page. It runs past the trim; an edge inside the page cuts it. */
function markHtml(mark: Mark, trim: Trim, pageLeftMm: number): Html {
  const { window } = mark;
  const { beyondMm } = trim;
  const right = pageLeftMm + trim.widthMm;
  const view: Box = {
    left: window.left <= pageLeftMm ? pageLeftMm - beyondMm : window.left,
    top: window.top - (window.top === 0 ? beyondMm : 0),
    right: window.right >= right ? right + beyondMm : window.right,
    bottom: window.bottom + (window.bottom === trim.heightMm ? beyondMm : 0),
  };
  const svg = markSvg(mark, colours, view);
  if (!svg) return new Html('');
  return new Html(
    `<div class="mark" style="left:${view.left - pageLeftMm}mm;top:${view.top}mm">${svg}</div>`,
  );
}
