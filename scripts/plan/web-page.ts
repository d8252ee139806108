import { join } from 'node:path';
import { checkWeb } from '../check/web.ts';
import { collector, type Finding, type Message, type Report, weight } from '../finding.ts';
import { cutFont, mayBeCut } from '../fonts/cut.ts';
import type { Font } from '../fonts/font.ts';
import type { FaceWants } from '../layout/web/faces.ts';
import { layOutWeb } from '../layout/web/page.ts';
import { fontStaysAway } from './messages.ts';
import { filePath, type Job } from './plan.ts';
import { type Made, notMade, type Workshop } from './publication.ts';
import { keyOf, type Store } from './store.ts';
import { writeWhole } from './write.ts';

/**
 * Makes one page of the web: laid out, its fonts cut to what it says, read again, written. No
 * browser has a hand in it. Nothing is written while an error stands.
 *
 * @param known what was found in its facts: an error there stops only the writing
 */
export async function makeWebPage(
  job: Job,
  known: readonly Finding[],
  workshop: Workshop,
): Promise<Made> {
  const { desk, store, timings, tool, world } = workshop;
  const { findings, report } = collector();
  const made = notMade(job, findings);
  const page = await timings.measure('lay out', async () => {
    const setting = desk.setting(job, report);
    const look = await desk.look(job, report);
    return look && layOutWeb(setting, look, desk.brand, job.status, job.name);
  });
  if (!page || isStopped(job, findings)) return made;
  const fonts = await timings.measure('fonts', () => fontCss(page.faces, workshop, report));
  const html = page.html(fonts);
  // What was read again before is as it was found then.
  const key = `${keyOf('web', tool, html, page.promise)}.json`;
  const kept = store.get(key);
  made.fresh = !kept;
  const found = kept
    ? (JSON.parse(Buffer.from(kept).toString()) as Message[])
    : await timings.measure('check', () => checkWeb(html, page.promise));
  store.put(key, Buffer.from(JSON.stringify(found)));
  for (const message of found) report(message);
  if (isStopped(job, [...known, ...findings])) return made;
  const bytes = Buffer.from(html);
  const file = join(world.out, filePath(job));
  made.pages = 1;
  made.bytes = bytes.length;
  if (writeWhole(world, file, bytes, report)) made.file = file;
  return made;
}

function isStopped({ status }: Job, findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => weight(severity, status) === 'error');
}

/** The faces of a page, cut and held in its style sheet; those that may not be are left to the reader's machine. */
async function fontCss(
  wanted: readonly FaceWants[],
  { desk, store, tool }: Workshop,
  report: Report,
): Promise<string> {
  const rules: string[] = [];
  const away = new Set<string>();
  for (const { family, weight, style, characters } of wanted) {
    const found = desk.brand.fonts.find(
      (one) => one.family === family && one.weight === weight && one.style === style,
    );
    if (!found) continue;
    const { font } = found;
    if (!mayBeCut(font)) {
      away.add(font.family || font.postScriptName);
      continue;
    }
    const key = `${keyOf('cut', tool, font.hash, characters)}.woff2`;
    const data = Buffer.from(await cutOnce(key, font, characters, store)).toString('base64');
    rules.push(
      `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};src:url(data:font/woff2;base64,${data}) format("woff2")}\n`,
    );
  }
  for (const name of away) report(fontStaysAway(name));
  return rules.join('');
}

/** Cuts that are being made: most pages of a build want the same. */
const cutting = new WeakMap<Store, Map<string, Promise<Uint8Array>>>();

function cutOnce(key: string, font: Font, characters: string, store: Store): Promise<Uint8Array> {
  const known = cutting.get(store) ?? new Map<string, Promise<Uint8Array>>();
  cutting.set(store, known);
  const cut = async () => {
    const made = store.get(key) ?? (await cutFont(font, characters));
    store.put(key, made);
    return made;
  };
  const making = known.get(key) ?? cut();
  known.set(key, making);
  return making;
}
