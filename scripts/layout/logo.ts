import type { CleanSvg } from '../images/svg/clean.ts';
import { escapeHtml, Html } from './html.ts';

/** On what a logo stands: white paper, or the deep ground of a cover. */
export type LogoGround = 'paper' | 'deep';

/** The largest logo: a wide one fills the width, a high one the height. */
const boxes = {
  deep: { widthMm: 70, heightMm: 14 },
  paper: { widthMm: 50, heightMm: 10 },
};

/**
 * An institution's logo as large as its place allows; to a screen reader it is a picture that is
 * called as the institution is.
 */
export function logoHtml({ svg, viewBox }: CleanSvg, name: string, ground: LogoGround): Html {
  const [, , width, height] = viewBox;
  const box = boxes[ground];
  const scale = Math.min(box.widthMm / width, box.heightMm / height);
  const size = `width:${round(width * scale)}mm;height:${round(height * scale)}mm`;
  const role = name ? `role="img" aria-label="${escapeHtml(name)}"` : `aria-hidden="true"`;
  const named = svg.replace('<svg ', `<svg ${role} `);
  return new Html(`<div class="logo" style="${size}">${named}</div>`);
}

function round(mm: number): number {
  return Math.round(mm * 100) / 100;
}
