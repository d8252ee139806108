import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import sharp from 'sharp';
import { encodePng } from '../../scripts/pages/png.ts';
import { type Picture, renderPages } from '../../scripts/pages/render.ts';
import { press, projectFolder, shippedProject } from '../helpers/press.ts';
import { type Chosen, chosen, pageOf } from './chosen.ts';
import { compare } from './compare.ts';

/*
 * Pages as they were when somebody last looked at them. A page that has changed fails, with three
 * pictures in a folder. If it is meant: PRESS_RENEW_PAGES=1 npm test -- tests/pages/pages.test.ts,
 * look at each picture that git shows as changed, commit.
 */
const dpi = 50;
const isRenewed = process.env.PRESS_RENEW_PAGES === '1';

const projects = {
  sample: projectFolder('templates/projects/sample'),
  shipped: shippedProject(),
};
after(() => {
  for (const folder of Object.values(projects)) folder[Symbol.dispose]();
});
before(async () => {
  for (const { path } of Object.values(projects)) {
    const { stdout, stderr } = await press(['build', '--project', path, '--as-of', '2026-12-01']);
    assert.match(stdout, /prospectus/, stderr);
  }
});

const reference = (name: string) => join(import.meta.dirname, `${name}.png`);

async function drawn(page: Chosen): Promise<Picture> {
  const file = join(projects[page.project].path, 'output/screen', `${page.publication}.pdf`);
  const [picture] = await renderPages(readFileSync(file), { dpi, pages: [pageOf(page, file)] });
  return picture!;
}

async function readPng(file: string): Promise<Picture> {
  const { data, info } = await sharp(file)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { widthPx: info.width, heightPx: info.height, rgba: data };
}

/** 256 colours: half the size, and within the few levels that make no difference. */
function encodeSmall({ widthPx, heightPx, rgba }: Picture): Promise<Buffer> {
  const raw = { width: widthPx, height: heightPx, channels: 4 as const };
  return sharp(rgba, { raw })
    .removeAlpha()
    .png({ palette: true, dither: 0, effort: 10 })
    .toBuffer();
}

let failures: string | undefined;

/** Writes what is to be looked at into one folder for all pages, and returns it. */
async function showFailure(name: string, pictures: Record<string, Picture>): Promise<string> {
  failures ??= mkdtempSync(join(tmpdir(), 'press-pages-'));
  for (const [what, picture] of Object.entries(pictures)) {
    const file = join(failures, `${name}-${what}.png`);
    writeFileSync(file, await encodePng(picture, { effort: 6 }));
  }
  return failures;
}

for (const page of chosen) {
  test(`${page.name} looks as it did`, async () => {
    const actual = await drawn(page);
    const file = reference(page.name);
    const expected = existsSync(file) ? await readPng(file) : undefined;
    const comparison = expected && compare(actual, expected);
    if (comparison?.isSame) return;
    if (isRenewed) {
      writeFileSync(file, await encodeSmall(actual));
      assert.ok(compare(actual, await readPng(file)).isSame, 'its colours are too many for 256');
      return;
    }
    assert.ok(expected && comparison, `${file} is missing: PRESS_RENEW_PAGES=1 writes it`);
    const { difference, share } = comparison;
    const folder = await showFailure(page.name, { actual, expected, difference });
    assert.fail(`${(share * 100).toFixed(2)} % of the page differ: see ${folder}`);
  });
}
