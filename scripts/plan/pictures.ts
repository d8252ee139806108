import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../content/inputs.ts';
import { collector } from '../finding.ts';
import { rulesOf } from '../layout/kinds.ts';
import { tooHeavy } from './messages.ts';
import { filePath } from './plan.ts';
import type { Made, Workshop } from './publication.ts';
import { keyOf } from './store.ts';
import { writeWhole } from './write.ts';

/** More, and a page of the web or a message is slow to show it. */
const mostBytes = 300_000;

/** A pixel of a piece that is drawn in pixels is a CSS pixel. */
const dpi = 96;

/** Writes output/png/<name>.png: the page of a piece for screens and social media, pixel for pixel. */
export async function addPictures(made: Made, workshop: Workshop): Promise<void> {
  const { world, store, timings, tool } = workshop;
  const { publication, format, name } = made.job;
  if (!made.file || !rulesOf(publication.facts.kind, format).pictures) return;
  const pdf = readFileSync(made.file);
  const key = `${keyOf('picture', tool, sha256(pdf))}.png`;
  const png = store.get(key) ?? (await timings.measure('picture', () => draw(pdf)));
  store.put(key, png);
  const file = join(world.out, 'png', `${name}.png`);
  const { findings, report } = collector();
  if (writeWhole(world, file, png, report)) made.pictures.push({ file, bytes: png.length });
  for (const [path, bytes] of [
    [filePath(made.job), pdf.length],
    [`png/${name}.png`, png.length],
  ] as const) {
    if (bytes <= mostBytes) continue;
    const { file } = publication;
    report(tooHeavy(path, Math.ceil(bytes / 1000), mostBytes / 1000), { file });
  }
  made.findings.push(...findings);
}

async function draw(pdf: Uint8Array): Promise<Uint8Array> {
  const { renderPages } = await import('../pages/render.ts');
  const { encodeLight } = await import('../pages/png.ts');
  const [picture] = await renderPages(pdf, { dpi, pages: [1] });
  if (!picture) throw new Error('A file without a page');
  return encodeLight(picture, mostBytes);
}
