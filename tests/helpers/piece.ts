import { readFileSync } from 'node:fs';
import jsqr from 'jsqr';
import type { TextRun } from '../../scripts/check/runs.ts';
import { TextReader } from '../../scripts/check/text.ts';
import { type Picture, renderPages } from '../../scripts/pages/render.ts';
import { PdfRef, type PdfValue } from '../../scripts/pdf/objects.ts';
import { pagesOf } from '../../scripts/pdf/pages.ts';
import { readPdf } from '../../scripts/pdf/read.ts';

/** What holds for every piece of one or two pages, whatever its content. */

/** The headings of a tagged file as a screen reader lists them: `H1 Art Therapy`. */
export function headingsOf(bytes: Uint8Array): string[] {
  const file = readPdf(bytes);
  const reader = new TextReader(file);
  const pages = new Map(pagesOf(file).map((page) => [page.ref.number, reader.page(page)] as const));
  const found: string[] = [];
  const textOf = (value: PdfValue | undefined, page: PdfRef | undefined): string => {
    if (typeof value === 'number') {
      const runs = pages.get(page?.number ?? -1) ?? [];
      return runs.flatMap((run) => (run.mcid === value ? run.text : [])).join(' ');
    }
    const kids = file.array(value);
    if (kids) return kids.map((kid) => textOf(kid, page)).join(' ');
    const element = file.dict(value);
    if (!element) return '';
    const own = element.get('Pg');
    const at = own instanceof PdfRef ? own : page;
    if (file.name(element.get('Type')) === 'MCR') return textOf(element.get('MCID'), at);
    const text = textOf(element.get('K'), at);
    const tag = file.name(element.get('S')) ?? '';
    if (/^H[1-6]$/.test(tag)) found.push(`${tag} ${text.replace(/\s+/g, ' ').trim()}`);
    return text;
  };
  const root = file.dict(file.catalog.get('StructTreeRoot'));
  textOf(root?.get('K'), undefined);
  return found;
}

/** Runs that leave the page's safe area. */
export function outside(
  runs: readonly TextRun[],
  page: { widthMm: number; heightMm: number; safeMm: number },
): string[] {
  const { widthMm, heightMm, safeMm } = page;
  const slack = 0.3;
  return runs
    .filter((run) => run.text.trim() !== '')
    .filter(
      (run) =>
        run.xMm < safeMm - slack ||
        run.xMm + run.widthMm > widthMm - safeMm + slack ||
        run.yMm < safeMm ||
        run.yMm > heightMm - safeMm + slack,
    )
    .map(({ text, xMm, yMm }) => `"${text}" at ${xMm.toFixed(1)}, ${yMm.toFixed(1)}`);
}

/** Pairs of runs that stand on each other, from the baseline to the height of an x. */
export function overlaps(runs: readonly TextRun[]): string[] {
  const seen = runs.filter((run) => run.text.trim() !== '');
  const boxes = seen.map((run) => ({
    run,
    left: run.xMm,
    right: run.xMm + run.widthMm,
    top: run.yMm - 0.45 * em(run),
    bottom: run.yMm,
  }));
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter(
        (b) =>
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.3 &&
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.1,
      )
      .map((b) => `"${a.run.text}" and "${b.run.text}"`),
  );
}

function em({ sizePt }: TextRun): number {
  return (sizePt * 25.4) / 72;
}

/** A code as a camera finds it on a page: what it says, where it is, and how much paper is round it. */
export interface FoundCode {
  text: string;
  xMm: number;
  yMm: number;
  sizeMm: number;
  /** Modules of paper on the side that has least. */
  quietModules: number;
}

const dpi = 200;

export async function codeOn(path: string, page: number): Promise<FoundCode | undefined> {
  const [picture] = await renderPages(readFileSync(path), { dpi, pages: [page] });
  if (!picture) return undefined;
  const { widthPx, heightPx, rgba } = picture;
  const found = jsqr.default(new Uint8ClampedArray(rgba), widthPx, heightPx);
  if (!found) return undefined;
  const { topLeftCorner, topRightCorner } = found.location;
  const modules = 17 + 4 * found.version;
  const modulePx = (topRightCorner.x - topLeftCorner.x) / modules;
  const mm = 25.4 / dpi;
  return {
    text: found.data,
    xMm: topLeftCorner.x * mm,
    yMm: topLeftCorner.y * mm,
    sizeMm: modules * modulePx * mm,
    quietModules: quietOf(picture, topLeftCorner, modulePx, modules),
  };
}

/** Grows a frame round the code until something dark stands on it. */
function quietOf(
  { widthPx, heightPx, rgba }: Picture,
  corner: { x: number; y: number },
  modulePx: number,
  modules: number,
): number {
  const isDark = (x: number, y: number) => {
    if (x < 0 || y < 0 || x >= widthPx || y >= heightPx) return true;
    const at = 4 * (Math.round(y) * widthPx + Math.round(x));
    return (rgba[at] ?? 0) + (rgba[at + 1] ?? 0) + (rgba[at + 2] ?? 0) < 600;
  };
  const side = modules * modulePx;
  for (let quiet = 0.5; quiet < 8; quiet += 0.25) {
    const out = quiet * modulePx;
    for (let along = -out; along <= side + out; along++) {
      const hits =
        isDark(corner.x + along, corner.y - out) ||
        isDark(corner.x + along, corner.y + side + out) ||
        isDark(corner.x - out, corner.y + along) ||
        isDark(corner.x + side + out, corner.y + along);
      if (hits) return quiet - 0.25;
    }
  }
  return 8;
}
