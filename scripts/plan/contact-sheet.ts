import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../content/inputs.ts';
import { collector } from '../finding.ts';
import { openFont } from '../fonts/font.ts';
import { sharpVersion } from '../images/sharp.ts';
import { rulesOf } from '../layout/kinds.ts';
import type { Made, Workshop } from './publication.ts';
import { keyOf } from './store.ts';
import { writeWhole } from './write.ts';

/** Pages of an A4 piece on the sheet. */
const pageWidthPx = 240;
/** Pages are drawn so much larger and shrunk: a hair line stays one. */
const oversize = 3;
const numberFont = 'templates/fonts/SourceSans3-Regular.ttf';

/** Writes output/contact/<name>.png: all pages of a finished publication at one glance. */
export async function addContactSheet(made: Made, workshop: Workshop): Promise<void> {
  const { world, store, timings, tool } = workshop;
  if (!made.file) return;
  const pdf = readFileSync(made.file);
  const key = `${keyOf('contact', tool, sharpVersion(), sha256(pdf))}.png`;
  const png =
    store.get(key) ?? (await timings.measure('contact sheet', () => draw(pdf, made, world.tool)));
  store.put(key, png);
  const file = join(world.out, 'contact', `${made.job.name}.png`);
  const { findings, report } = collector();
  if (writeWhole(world, file, png, report)) made.contactSheet = { file, bytes: png.length };
  made.findings.push(...findings);
}

async function draw(pdf: Uint8Array, { job }: Made, tool: string): Promise<Uint8Array> {
  const { contactSheet, singles, spreads } = await import('../pages/contact-sheet.ts');
  const { openPages } = await import('../pages/render.ts');
  const { shrink } = await import('../pages/shrink.ts');
  using open = await openPages(pdf);
  const pictures = [];
  for (let page = 1; page <= open.count; page++) {
    pictures.push(shrink(await open.draw(page, { widthPx: pageWidthPx * oversize }), oversize));
  }
  const isBook = rulesOf(job.publication.facts.kind, job.format).spreads === true;
  return contactSheet(pictures, {
    groups: isBook ? spreads(open.count) : singles(open.count),
    columns: isBook ? 4 : 8,
    font: openFont(readFileSync(join(tool, numberFont))),
  });
}
