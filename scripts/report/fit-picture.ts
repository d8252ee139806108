import { escapeHtml } from '../layout/html.ts';
import type { DocumentPanels, PanelFit } from '../plan/fit.ts';

/** Picture pixels to a millimetre of the page, and what stands round pages, in pixels. */
const pxPerMm = 1;
const [margin, gap, headPx, mostWidthPx] = [24, 16, 22, 1600];

/** How full, in words and colour; over is hatched as well, for those who do not see the colour. */
const fills = [
  { upTo: 0.75, colour: '#d8ebe6', says: 'room left' },
  { upTo: 0.95, colour: '#b2dbd2', says: 'well filled' },
  { upTo: 1, colour: '#f2cd73', says: 'full' },
  { upTo: Number.POSITIVE_INFINITY, colour: 'url(#over)', says: 'too full' },
] as const;

/**
 * Draws the pages of publications with each panel in the colour of how full it is, and its lines:
 * "12 of 14". An SVG, self-contained.
 */
export function fitPicture(documents: readonly DocumentPanels[]): string {
  const drawn: string[] = [];
  let [x, y, row] = [margin, margin + headPx, 0];
  for (const { name, page: size, panels } of documents) {
    const count = Math.max(1, ...panels.map(({ page }) => page));
    const [width, height] = [size.widthMm * pxPerMm, size.heightMm * pxPerMm];
    for (let number = 1; number <= count; number++) {
      if (x > margin && x + width > mostWidthPx) [x, y, row] = [margin, y + row + gap + headPx, 0];
      const title = number === 1 ? name : String(number);
      drawn.push(
        `<text x="${x}" y="${y - 7}" class="name">${escapeHtml(title)}</text>`,
        `<rect x="${x}" y="${y}" width="${round(width)}" height="${round(height)}" class="page"/>`,
        ...panels.filter(({ page }) => page === number).map((panel) => panelSvg(panel, x, y)),
      );
      x += width + gap;
      row = Math.max(row, height);
    }
  }
  const heightPx = Math.ceil(y + row + margin);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${mostWidthPx} ${heightPx}" width="${mostWidthPx}" height="${heightPx}" role="img" aria-label="How full each panel is">
<style>text{font:9px sans-serif;fill:#000}.name,.key{font-weight:600;font-size:11px}.page{fill:#fff;stroke:#000;stroke-width:.5}.panel{stroke:#630041;stroke-width:.5}</style>
<defs><pattern id="over" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#ec5f5a"/><path d="M0 6 6 0" stroke="#fff" stroke-width="1.5"/></pattern></defs>
<rect width="100%" height="100%" fill="#f3f0ec"/>
${key()}
${drawn.join('\n')}
</svg>
`;
}

function panelSvg(panel: PanelFit, left: number, top: number): string {
  const { xMm, yMm, widthMm, heightMm, usedLines, roomLines } = panel;
  const [x, y] = [left + xMm * pxPerMm, top + yMm * pxPerMm];
  const [width, height] = [widthMm * pxPerMm, heightMm * pxPerMm];
  const share = usedLines / roomLines;
  const colour = fills.find(({ upTo }) => share <= upTo)?.colour ?? fills[3].colour;
  const says = `${panel.panel}: ${usedLines} of ${roomLines} lines`;
  const label =
    height >= 10 && width >= 30
      ? `<text x="${round(x + 3)}" y="${round(y + Math.min(height - 2, 10))}">${escapeHtml(labelOf(panel, width))}</text>`
      : '';
  return `<g><title>${escapeHtml(says)}</title><rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" class="panel" fill="${colour}"/>${label}</g>`;
}

/** Its lines, and its name where there is room for that. */
function labelOf({ panel, usedLines, roomLines }: PanelFit, widthPx: number): string {
  const lines = `${usedLines} of ${roomLines}`;
  const named = `${panel}: ${lines}`;
  return named.length * 4.6 < widthPx - 6 ? named : lines;
}

function key(): string {
  return fills
    .map(({ colour, says }, i) => {
      const x = mostWidthPx - margin - (fills.length - i) * 110;
      return `<rect x="${x}" y="8" width="12" height="12" class="panel" fill="${colour}"/><text x="${x + 18}" y="18" class="key">${says}</text>`;
    })
    .join('');
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
