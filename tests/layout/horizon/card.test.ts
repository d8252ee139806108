import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import type { TextRun } from '../../../scripts/check/runs.ts';
import { pxPerMm, readGeometry } from '../../../scripts/layout/geometry.ts';
import { openFinished, runOf, wordsOf } from '../../helpers/finished.ts';
import { codeOn, headingsOf, outside, overlaps } from '../../helpers/piece.ts';
import { press, projectFolder } from '../../helpers/press.ts';

const folder = projectFolder('templates/projects/sample');
const tool = new URL('../../..', import.meta.url).pathname;
const pdf = (name: string) => join(folder.path, 'output/screen', `${name}-draft.pdf`);
const png = (name: string) => join(folder.path, 'output/png', `${name}-draft.png`);

const long =
  'Advanced Clinical Practice for Children, Young People and Their Families in the Community';
const photograph = 'images:\n  - {file: images/noise.png, alt: Noise, credit: "Drawn: by chance"}';
const courses: Record<string, string> = {
  bare: 'title: Art Therapy',
  long: `title: ${long}\naward: Master of Science\nduration: 2 years\nfees:\n  - {audience: uk, total: 9500}\nstarts: [2027-09-27]`,
  'long-promise': `title: ${long}\naward: Master of Science\npromise: Be the one a family turns to first, and know what to do.`,
  wordy: `title: Art Therapy\ndelivery: ${'in a room with a window '.repeat(12).trim()}\nlocation: Quay House`,
  compound:
    'title: Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz in Translation\npromise: Mend one chair.',
  starting: 'title: Art Therapy\nstarts: [2027-09-27]',
  credited: `title: Noise Twice\npromise: Learn by doing, not by watching.\naward: MSc\n${photograph.replace('by chance', `by ${'many hands and '.repeat(20)}chance`)}`,
  addressed: `title: Droit\napply: {url: "https://averyveryverylongsubdomainwithoutanybreakatall.departmentofcomputing.example.ac.uk/"}\n${photograph}`,
  noise: `title: Noise\npromise: Hear what is not there.\naward: MSc\n${photograph}\nstarts: [2027-09-27]`,
};
const kinds = {
  wide: { kind: 'card', size: 'wide', widthPx: 1200, heightPx: 630 },
  tall: { kind: 'card', size: 'tall', widthPx: 1080, heightPx: 1350 },
  slide: { kind: 'slide', size: undefined, widthPx: 1920, heightPx: 1080 },
} as const;
type Name = keyof typeof kinds;
const names = Object.keys(kinds) as Name[];

const pages = new Map<string, TextRun[]>();
let findings: { file?: string; line?: number; code: string; message: string }[] = [];

before(async () => {
  const content = (name: string) => join(folder.path, 'content', name);
  // The hardest photograph there is: no two pixels alike.
  let seed = 1;
  const next = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed >> 16;
  };
  const raw = { width: 1200, height: 900, channels: 3 as const };
  const noise = Buffer.from(Array.from({ length: 1200 * 900 * 3 }, () => next() & 255));
  await sharp(noise, { raw }).png().toFile(content('images/noise.png'));
  for (const [name, facts] of Object.entries(courses))
    writeFileSync(content(`courses/${name}.md`), `---\nschema: 1\n${facts}\n---\n`);
  const pieces = [...Object.keys(courses), 'group-therapy-for-empathy', 'typeface-design'];
  const slugs = pieces.flatMap((course) =>
    names.map((name) => {
      const { kind, size } = kinds[name];
      const slug = `${name}-${course}`;
      const facts = [`kind: ${kind}`, ...(size ? [`size: ${size}`] : []), `course: ${course}`];
      writeFileSync(
        content(`publications/${slug}.md`),
        `---\nschema: 1\n${facts.join('\n')}\nissued: 2026-11-02\n---\n`,
      );
      return slug;
    }),
  );
  const args = ['build', ...slugs, '--project', folder.path, '--json'];
  const { code, stdout, stderr } = await press(args);
  assert.equal(code, 0, `${stdout}${stderr}`.slice(0, 3000));
  findings = JSON.parse(stdout).findings;
  for (const slug of slugs) pages.set(slug, openFinished(pdf(slug)).pages[0] ?? []);
});
after(() => folder[Symbol.dispose]());

const runs = (name: string) => pages.get(name) ?? [];
const isAt = (run: TextRun, xPx: number, yPx: number, sizePx: number) => {
  const [x, y, size] = [run.xMm * pxPerMm, run.yMm * pxPerMm, (run.sizePt * 96) / 72];
  assert.ok(Math.abs(y - yPx) < 0.6, `"${run.text}" is on ${y}, not ${yPx}`);
  assert.ok(Math.abs(x - xPx) < 6, `"${run.text}" begins at ${x}, not ${xPx}`);
  assert.ok(Math.abs(size - sizePx) < 0.3, `"${run.text}" has ${size} px, not ${sizePx}`);
};

describe('cards and slide', () => {
  test('each is a picture of its size, pixel for pixel, and under 300 kB, as is the file', async () => {
    for (const slug of pages.keys()) {
      const { widthPx, heightPx } = kinds[slug.split('-')[0] as Name];
      const { width, height, format } = await sharp(png(slug)).metadata();
      assert.deepEqual([width, height, format], [widthPx, heightPx, 'png'], slug);
      if (/noise|credited|addressed/.test(slug)) continue;
      assert.ok(readFileSync(png(slug)).length < 300_000, slug);
      assert.ok(readFileSync(pdf(slug)).length < 300_000, slug);
    }
  });

  test('what cannot be made so light is said, with the file', () => {
    for (const slug of [...pages.keys()].filter((one) => /noise|addressed/.test(one))) {
      const bytes = { png: readFileSync(png(slug)).length, pdf: readFileSync(pdf(slug)).length };
      const said = findings.filter(
        ({ code, file }) => code === 'plan/too-heavy' && file?.endsWith(`${slug}.md`),
      );
      const heavy = Object.values(bytes).filter((count) => count > 300_000);
      assert.equal(said.length, heavy.length, `${slug} ${JSON.stringify(bytes)}`);
    }
    assert.ok(findings.some(({ code }) => code === 'plan/too-heavy'));
  });

  test('a photograph leaves the grounds beside it as they are, in however few colours', async () => {
    const cuts = { wide: 522, tall: 972, slide: 744 };
    for (const slug of ['tall-typeface-design', 'tall-noise', 'slide-noise', 'wide-long']) {
      const { data, info } = await sharp(png(slug)).raw().toBuffer({ resolveWithObject: true });
      const cut = cuts[slug.split('-')[0] as Name];
      // Along the left margin, the whole height of both grounds.
      const seen = (from: number, to: number) => {
        const colours = new Set<string>();
        for (let y = from; y < to; y++) {
          for (let x = 0; x < 50; x++) {
            const start = (y * info.width + x) * info.channels;
            colours.add(data.subarray(start, start + 3).toString('hex'));
          }
        }
        return [...colours];
      };
      const top = slug.startsWith('tall') ? 300 : cut;
      assert.deepEqual(seen(0, top), ['630041'], slug);
      assert.deepEqual(seen(cut, info.height), ['ffffff'], slug);
    }
  });

  test('words stand on their lines', () => {
    isAt(runOf(runs('wide-group-therapy-for-empathy'), 'Learn to lead'), 60, 192, 90);
    isAt(runOf(runs('wide-group-therapy-for-empathy'), 'Group Therapy'), 60, 588, 30);
    isAt(runOf(runs('tall-group-therapy-for-empathy'), 'empathy.'), 80, 476, 104);
    isAt(runOf(runs('tall-group-therapy-for-empathy'), 'Group Therapy'), 80, 1076, 42);
    const slide = runs('slide-group-therapy-for-empathy');
    isAt(runOf(slide, 'Learn to lead'), 96, 288, 148);
    isAt(runOf(slide, 'Group Therapy'), 96, 816, 32);
    isAt(runOf(slide, 'Starts'), 680, 816, 32);
    isAt(runOf(slide, '£8,900 international'), 1118, 912, 32);
    isAt(runOf(slide, 'ostrey.example/gte'), 1612, 1056, 24);
    isAt(runOf(runs('wide-long-promise'), 'Be the'), 60, 192, 68);
    isAt(runOf(runs('slide-long'), 'in the Community'), 96, 668, 96);
  });

  test('a card has no fee, no date, no code, and nothing under 28 px', async () => {
    for (const [slug, words] of pages) {
      if (slug.startsWith('slide')) continue;
      assert.doesNotMatch(wordsOf(words), /£|20\d\d|September/, slug);
      if (slug.endsWith('empathy')) assert.equal(await codeOn(pdf(slug), 1), undefined, slug);
      for (const { text, sizePt } of words) assert.ok(sizePt > 20.9, `${slug}: "${text}"`);
    }
  });

  test('the slide has a code that a camera reads, with paper round it', async () => {
    const code = await codeOn(pdf('slide-group-therapy-for-empathy'), 1);
    assert.equal(code?.text, 'https://ostrey.example/gte');
    assert.ok(Math.abs(code.sizeMm * pxPerMm - 212) < 3, `${code.sizeMm * pxPerMm} px`);
    assert.ok(code.quietModules >= 3.75, `${code.quietModules} modules`);
  });

  test('all words are within the safe area, none on another', () => {
    for (const [slug, words] of pages) {
      const { kind, size } = kinds[slug.split('-')[0] as Name];
      assert.deepEqual(outside(words, readGeometry(tool, kind, size).page), [], slug);
      assert.deepEqual(overlaps(words), [], slug);
    }
  });

  test('says whose a photograph is, and has "Draft" on a ground of its own', async () => {
    for (const name of names) {
      const words = runs(`${name}-typeface-design`);
      assert.match(wordsOf(words), /Drawing by code: University of Ostrey/);
      const draft = runOf(words, 'Draft');
      const slug = `${name}-typeface-design`;
      const { data, info } = await sharp(png(slug)).raw().toBuffer({ resolveWithObject: true });
      const at = (xPx: number, yPx: number) => {
        const start = (Math.round(yPx) * info.width + Math.round(xPx)) * info.channels;
        return data.subarray(start, start + 3).toString('hex');
      };
      const [left, line] = [draft.xMm * pxPerMm, draft.yMm * pxPerMm];
      const right = left + draft.widthMm * pxPerMm;
      for (const [x, y] of [
        [left - 4, line],
        [right + 4, line],
        [left, line + 4],
        [right, line - 24],
      ])
        assert.equal(at(x ?? 0, y ?? 0), '630041', `${name} at ${x}, ${y}`);
    }
  });

  test('a photograph whose credit has nowhere to stand gives way to the mark, with a finding', () => {
    for (const name of names) {
      assert.doesNotMatch(wordsOf(runs(`${name}-credited`)), /many hands/, name);
      assert.ok(readFileSync(pdf(`${name}-credited`)).length < 60_000, 'no photograph');
    }
    const said = findings.filter(({ code }) => code === 'layout/credit-too-long');
    // Both cards say the same.
    assert.deepEqual(
      said.map(({ file, line }) => `${file}:${line}`),
      ['content/courses/credited.md:7', 'content/courses/credited.md:7'],
    );
  });

  test('without an award no column is left empty, and a long address breaks before a stop', () => {
    const [first] = runs('slide-starting').filter(({ yMm }) => yMm * pxPerMm > 800);
    assert.equal(Math.round((first?.xMm ?? 0) * pxPerMm), 96, first?.text);
    const lines = runs('wide-addressed').filter(({ yMm }) => yMm * pxPerMm > 530);
    assert.match(lines.at(-1)?.text ?? '', /^\.\w/, wordsOf(lines));
  });

  test('above an address, whose a photograph is begins where all begins; beside it, it ends at the margin', () => {
    const creditOf = (slug: string) => runOf(runs(slug), 'Drawn: by chance');
    const above = creditOf('tall-addressed');
    assert.equal(Math.round(above.xMm * pxPerMm), 80, above.text);
    const beside = creditOf('tall-noise');
    assert.equal(Math.round((beside.xMm + beside.widthMm) * pxPerMm), 1000, beside.text);
  });

  test('no label stands without its value: the next fact takes its place', () => {
    const said = wordsOf(runs('slide-wordy'));
    assert.doesNotMatch(said, /Study/);
    const where = runOf(runs('slide-wordy'), 'Where');
    assert.equal(Math.round(where.xMm * pxPerMm), 96, said);
    assert.match(said, /Quay House/);
  });

  test('the course is the one heading', () => {
    const heading = (slug: string) => headingsOf(readFileSync(pdf(slug)));
    assert.deepEqual(heading('wide-group-therapy-for-empathy'), [
      'H1 Group Therapy for Empathy , Postgraduate Certificate',
    ]);
    assert.deepEqual(heading('slide-group-therapy-for-empathy'), ['H1 Group Therapy for Empathy']);
    assert.deepEqual(heading('tall-bare'), ['H1 Art Therapy']);
  });
});
