import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type Finished, openFinished, runOf, wordsOf } from '../../helpers/finished.ts';
import { press, projectFolder } from '../../helpers/press.ts';

/* What gives way in a leaflet, in the order of the house style, and what is said of it. */

const folder = projectFolder('templates/projects/sample');
const course = 'content/courses/group-therapy-for-empathy.md';
const file = (name: string) => join(folder.path, 'output/screen', `${name}-draft.pdf`);
const open = (name: string): Finished => openFinished(file(name));

/** A finding as `--json` writes it. */
interface Said {
  severity: string;
  code: string;
  message: string;
  file?: string;
  line?: number;
}
let findings: Said[];

const paragraph = (lines: number) =>
  `${'They listen, and write down what was said and by whom. '.repeat(lines).trim()}\n\n`;

/** The sample's course with other prose, or other facts. */
const variants: Record<string, (text: string) => string> = {
  whole: (text) => text,
  // One paragraph that leaves room for a low chart alone; for none; a short one for all.
  low: (text) => withProse(text, paragraph(33)),
  chartless: (text) => withProse(text, paragraph(38)),
  long: (text) => withProse(text, paragraph(12) + paragraph(12) + paragraph(12)),
  facts: (text) =>
    text
      .replace(
        /^delivery:.*$/m,
        'delivery: Evenings online in small groups that stay together all year, Saturdays in person at Quay House',
      )
      .replace(
        /^duration:.*$/m,
        'duration: 1 year part time, or two years for those who also lead a group of their own from the start',
      )
      .replace(
        /^extraCosts:.*$/m,
        'extraCosts: Travel to eight Saturdays, and about £120 for a recording device that meets the rules of consent',
      ),
  title: (text) =>
    text
      .replace(/^promise:.*\n/m, '')
      .replace(
        /^title:.*$/m,
        'title: International Humanitarian Law, Forced Migration and the Protection of Displaced People at Sea',
      ),
  nothing: () => '---\nschema: 1\ntitle: Nothing Known\n---\n',
};

/** Prose in place of the course's own, with its chart. */
function withProse(text: string, prose: string): string {
  const [, front] = text.split('---\n');
  return `---\n${front?.replace(/modules:\n( {2}-.*\n)+/, '')}---\n\n${prose}![Sessions](chart:session-demand)\n`;
}

/** A paragraph as long as two panels is too long for one. */
const sizesOf = (name: string) =>
  name === 'low' || name === 'chartless' ? ['roll-fold', 'z-fold'] : ['roll-fold', 'z-fold', 'a5'];

before(async () => {
  const original = readFileSync(join(folder.path, course), 'utf8');
  for (const [name, make] of Object.entries(variants)) {
    writeFileSync(join(folder.path, `content/courses/x-${name}.md`), make(original));
    for (const size of sizesOf(name)) {
      writeFileSync(
        join(folder.path, `content/publications/${name}-${size}.md`),
        `---\nschema: 1\nkind: leaflet\ncourse: x-${name}\nsize: ${size}\nyear: 2028\n---\n`,
      );
    }
  }
  const names = Object.keys(variants).flatMap((name) =>
    sizesOf(name).map((size) => `${name}-${size}`),
  );
  const { code, stdout } = await press(['build', ...names, '--json', '--project', folder.path]);
  findings = JSON.parse(stdout).findings;
  assert.equal(code, 0, JSON.stringify(findings.filter(({ severity }) => severity === 'error')));
});
after(() => folder[Symbol.dispose]());

const said = (name: string, code: string) =>
  findings.filter((one) => one.code === code && one.file?.endsWith(`x-${name}.md`));

/** y of the chart's highest label; undefined where there is no chart. */
function valueOnBar({ pages }: Finished): number | undefined {
  return pages[1]?.find(({ text }) => text.trim() === '75')?.yMm;
}

test('a text that fits has its chart, 48 mm high, on 180', () => {
  assert.ok(Math.abs((valueOnBar(open('whole-roll-fold')) ?? 0) - (180 - 48 - 1.8)) < 0.3);
  assert.deepEqual(said('whole', 'layout/left-out'), []);
});

test('a text without a paragraph to spare has the chart lower, then goes without it', () => {
  assert.ok(Math.abs((valueOnBar(open('low-roll-fold')) ?? 0) - (180 - 30 - 1.8)) < 0.3);
  assert.equal(valueOnBar(open('chartless-roll-fold')), undefined);
  const left = said('chartless', 'layout/left-out').map(({ message }) => message);
  assert.ok(
    left.some((message) => /for the chart "50,000 sessions/.test(message)),
    left.join('\n'),
  );
});

test('a paragraph goes before the chart does, and is named with its line', () => {
  assert.ok(Math.abs((valueOnBar(open('long-roll-fold')) ?? 0) - (180 - 48 - 1.8)) < 0.3);
  const [found] = said('long', 'layout/left-out');
  const lines = readFileSync(join(folder.path, 'content/courses/x-long.md'), 'utf8').split('\n');
  assert.match(found?.message ?? '', /left: text\) for 1 paragraph of/);
  assert.match(lines[(found?.line ?? 0) - 1] ?? '', /^They listen/);
});

test('a text fills the left column before it runs on', () => {
  const inside = open('long-roll-fold').pages[1] ?? [];
  const body = inside.filter(({ font }) => /SourceSerif4-Regular/.test(font));
  const left = body.filter(({ xMm }) => xMm < 100).map(({ yMm }) => yMm);
  const middle = body.filter(({ xMm }) => xMm > 100).map(({ yMm }) => yMm);
  assert.ok(Math.max(...left) > 189, `${Math.max(...left)}`);
  assert.ok(Math.abs(Math.min(...middle) - 65) < 0.15);
  assert.ok(Math.max(...middle) < 106);
});

test('facts take their short forms, then rows go, with a finding; the fees stay', () => {
  const words = wordsOf(open('facts-roll-fold').pages[1]);
  assert.match(words, /£4,250 UK/);
  assert.doesNotMatch(words, /no examination/);
  const left = said('facts', 'layout/left-out').map(({ message }) => message);
  assert.ok(
    left.some((message) => /right: key facts\) for "(Assessment|Study)"/.test(message)),
    left.join('\n'),
  );
});

test('a title of 96 characters takes the place of the promise, smaller, in the top 70 mm', () => {
  for (const size of ['roll-fold', 'z-fold', 'a5']) {
    const { pages } = open(`title-${size}`);
    const front = runOf(pages[0], 'International');
    assert.ok(front.yMm < 28 && front.sizePt < 32.1);
    assert.ok(runOf(pages[0], 'Postgraduate Certificate').yMm <= 70.1);
    assert.ok(runOf(pages[1], 'International').sizePt < 26.1);
  }
  assert.equal(said('title', 'layout/no-promise').length > 0, true);
});

test('where nothing is known, nothing is printed for it, and whom to ask stands in its place', () => {
  for (const size of ['roll-fold', 'z-fold', 'a5']) {
    assert.ok(existsSync(file(`nothing-${size}`)));
    const words = open(`nothing-${size}`).pages.map(wordsOf).join(' ');
    assert.doesNotMatch(words, /undefined|null|NaN|Key facts|How to apply/);
    assert.match(words, /Is it for you\? Ask us 01632.*Ask us ostrey.example 01632/);
  }
});

test('words run over nothing and out of nothing', () => {
  for (const name of Object.keys(variants)) {
    for (const size of sizesOf(name)) {
      for (const page of open(`${name}-${size}`).pages) {
        for (const { xMm, yMm, widthMm, text } of page) {
          const isInside = xMm > 8.4 && xMm + widthMm < 288.6 && yMm < 205.1;
          assert.ok(isInside, `${name}-${size}: "${text}" at ${xMm}, ${yMm}`);
        }
      }
    }
  }
});
