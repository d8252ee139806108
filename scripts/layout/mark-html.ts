import { drawMark } from '../images/mark/draw.ts';
import type { Box, MarkFrame } from '../images/mark/mark.ts';
import { markSvg } from '../images/mark/svg.ts';
import { Html } from './html.ts';

const colours = {
  accent: 'var(--accent)',
  second: 'var(--second)',
  deep: 'var(--deep)',
  pale: 'var(--pale)',
};

/** Past the trim by the bleed and what the printed page has beyond it, in mm. */
const beyondMm = 4.3;

/** The mark of a seed, placed on its page. It runs past the trim; an edge inside the page cuts it. */
export function markHtml(
  frame: MarkFrame,
  seed: string,
  trim: { widthMm: number; heightMm: number },
): Html {
  const { window } = frame;
  const view: Box = {
    left: window.left - (window.left === 0 ? beyondMm : 0),
    top: window.top - (window.top === 0 ? beyondMm : 0),
    right: window.right + (window.right === trim.widthMm ? beyondMm : 0),
    bottom: window.bottom + (window.bottom === trim.heightMm ? beyondMm : 0),
  };
  const svg = markSvg(drawMark(frame, seed), colours, view);
  if (!svg) return new Html('');
  return new Html(`<div class="mark" style="left:${view.left}mm;top:${view.top}mm">${svg}</div>`);
}
