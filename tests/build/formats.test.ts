import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Project } from '../../scripts/content/model.ts';
import { readProject } from '../../scripts/content/read.ts';
import { collector } from '../../scripts/finding.ts';
import { inLanguage } from '../../scripts/layout/book/sections.ts';
import { numbersFor } from '../../scripts/layout/numbers.ts';
import { openWorld } from '../../scripts/world.ts';
import { openFinished } from '../helpers/finished.ts';
import { press, projectFolder } from '../helpers/press.ts';
import { atomsOf, figuresOf, missingFrom, readAloud, readPage, squeezed } from './fact-atoms.ts';

/*
 * The same facts for every reader: what a piece says in its standard format it says in clear and
 * large print and on the web, and nothing else.
 */
const folder = projectFolder('templates/projects/sample');
const content = (file: string) => join(folder.path, 'content', file);
const four = 'formats: [standard, clear, large, html]';
let project: Project;

const long = 'Words that go on, so that there are many lines. '.repeat(14);
const tenModules = Array.from(
  { length: 10 },
  (_, i) =>
    `  - {title: Module ${'abcdefghij'[i]} with a name of several words, credits: ${i + 11}}`,
);
const files = {
  'courses/bare.md': '---\n{}\n---\n',
  'courses/ten.md': `---\ntitle: Ten modules\naward: Certificate\nstarts: [2028-09-25]\nlocation: ${'A room with a name, '.repeat(12)}here\nfees:\n  - {audience: uk, total: 1234.5, perYear: 617.25, covers: Teaching, validUntil: 2029-07-31}\n  - {audience: eu, total: 4321, covers: Teaching and a bus, validUntil: 2029-08-01}\nmodules:\n${tenModules.join('\n')}\n---\n\n${`${long}\n\n`.repeat(6)}`,
  'publications/bare.md': `---\nkind: course-sheet\ncourse: bare\n${four}\n---\n`,
  'publications/ten.md': `---\nkind: course-sheet\ncourse: ten\n${four}\npanels: pale\n---\n`,
  ...Object.fromEntries(
    ['flyer', 'leaflet', 'poster'].map((kind) => [
      `publications/${kind}.md`,
      `---\nkind: ${kind}\ncourse: group-therapy-for-empathy\nyear: 2028\n${four}\n---\n`,
    ]),
  ),
};

before(async () => {
  for (const [file, text] of Object.entries(files)) writeFileSync(content(file), text);
  for (const name of [
    'prospectus',
    'public-health',
    'group-therapy-for-empathy',
    'typeface-design',
  ]) {
    const file = content(`publications/${name}.md`);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('editions: [screen]', `editions: [screen]\n${four}`));
  }
  const { code, stderr } = await press(['build', '--project', folder.path]);
  assert.equal(code, 0, stderr);
  project = await readProject(openWorld({ project: folder.path }), collector().report);
});
after(() => folder[Symbol.dispose]());

const output = (file: string) => readFileSync(join(folder.path, 'output', file));
const said = async (slug: string, format: string, suffix: string): Promise<string> => {
  if (format === 'html') return readPage(output(`html/${slug}${suffix}.html`).toString());
  const ending = format === 'standard' ? '' : `-${format}`;
  return readAloud(output(`screen/${slug}${ending}${suffix}.pdf`));
};

const pieces = [
  { slug: 'public-health', suffix: '', courses: ['public-health'], least: 20 },
  { slug: 'flyer', suffix: '-draft', courses: ['group-therapy-for-empathy'], least: 8 },
  { slug: 'leaflet', suffix: '-draft', courses: ['group-therapy-for-empathy'], least: 15 },
  { slug: 'poster', suffix: '-draft', courses: ['group-therapy-for-empathy'], least: 4 },
  {
    slug: 'group-therapy-for-empathy',
    suffix: '-cy',
    courses: ['group-therapy-for-empathy'],
    least: 20,
    lang: 'cy',
  },
  { slug: 'typeface-design', suffix: '-fr', courses: ['typeface-design'], least: 20, lang: 'fr' },
  { slug: 'ten', suffix: '-draft', courses: ['ten'], least: 15 },
  { slug: 'bare', suffix: '-draft', courses: ['bare'], least: 0 },
  { slug: 'prospectus', suffix: '', courses: undefined, least: 150 },
];

for (const { slug, suffix, courses, least, lang = 'en-GB' } of pieces) {
  test(`${slug}${suffix} says the same in all four formats`, async () => {
    const numbers = numbersFor(lang);
    const own = inLanguage(project.courses, lang).filter((course) =>
      courses ? courses.includes(course.slug) : !(`courses/${course.slug}.md` in files),
    );
    const atoms = own.flatMap((course) => atomsOf(course, numbers));
    const standard = await said(slug, 'standard', suffix);
    const printed = atoms.filter(({ text }) => squeezed(standard).includes(squeezed(text)));
    assert.ok(printed.length >= least, `${printed.length} facts were found in the standard format`);
    const blocks = [...own, ...project.pages].flatMap(({ body }) =>
      body.flatMap((one) => one.blocks),
    );
    const { institution, institutionTranslations = [] } = project;
    const imprints = [institution, ...institutionTranslations].map(({ facts }) => facts.imprint);
    const words = [...atoms, ...blocks].map(({ text }) => text);
    const known = squeezed([...words, ...imprints, standard].join(' '));
    for (const format of ['clear', 'large', 'html']) {
      const other = await said(slug, format, suffix);
      assert.deepEqual(missingFrom(other, standard, atoms), [], `${format} leaves facts out`);
      const strange = figuresOf(other, numbers).filter((figure) => !known.includes(figure));
      assert.deepEqual(strange, [], `${format} gives other amounts or dates`);
      for (const { title, credits } of own.flatMap(({ facts }) => facts.modules ?? [])) {
        const at = squeezed(other).split(squeezed(title)).slice(1);
        assert.ok(
          at.some((after) => new RegExp(`^(\\([^)]*\\))?,${credits}\\D`).test(after)),
          `${format}: ${title}, ${credits}`,
        );
      }
    }
  });
}

test('a fact that is dropped or changed in one format is found', async () => {
  const [course] = project.courses.filter(({ slug }) => slug === 'public-health');
  const atoms = course ? atomsOf(course, numbersFor('en-GB')) : [];
  const standard = await said('public-health', 'standard', '');
  const page = await said('public-health', 'html', '');
  const dropped = page.replaceAll('Quay House', 'House');
  assert.deepEqual(
    missingFrom(dropped, standard, atoms).map(({ path }) => path),
    ['location'],
  );
  const changed = page.replaceAll('£21,400', '£21,500');
  assert.deepEqual(
    missingFrom(changed, standard, atoms).map(({ path }) => path),
    ['fees.1.total'],
  );
  assert.ok(figuresOf(changed, numbersFor('en-GB')).includes('£21,500'));
});

test('a template that leaves the facts out fails the page of the web, and large print is seen to lack them', async () => {
  using own = projectFolder('templates/projects/sample');
  const partial = (name: string) => join(own.path, 'templates/partials', name);
  for (const name of ['web', 'plain']) {
    mkdirSync(partial(name), { recursive: true });
    const text = readFileSync(
      new URL(`../../templates/partials/${name}/course.hbs`, import.meta.url),
      'utf8',
    );
    writeFileSync(partial(`${name}/course.hbs`), text.replaceAll('{{value}}', ''));
  }
  const web = await press([
    'build',
    '--project',
    own.path,
    '--format',
    'html',
    '--json',
    'public-health',
  ]);
  assert.equal(web.code, 1);
  const { findings } = JSON.parse(web.stdout) as { findings: { code: string; message: string }[] };
  const lost = findings.filter(({ code }) => code === 'check/web-fact');
  assert.ok(
    lost.some(({ message }) => message.includes('Quay House')),
    web.stdout,
  );

  const large = await press(['build', '--project', own.path, '--format', 'large', 'public-health']);
  assert.equal(large.code, 0, large.stderr);
  const [course] = project.courses.filter(({ slug }) => slug === 'public-health');
  const other = readAloud(readFileSync(join(own.path, 'output/screen/public-health-large.pdf')));
  const standard = await said('public-health', 'standard', '');
  const atoms = course ? atomsOf(course, numbersFor('en-GB')) : [];
  assert.ok(missingFrom(other, standard, atoms).some(({ path }) => path === 'location'));
});

for (const [format, leastPt] of [
  ['clear', 12],
  ['large', 18],
] as const) {
  test(`${format} print has nothing below ${leastPt} pt, one sans in two weights, left-aligned lines`, () => {
    for (const piece of ['public-health', 'prospectus', 'ten']) {
      const draft = piece === 'ten' ? '-draft' : '';
      const { pages } = openFinished(
        join(folder.path, `output/screen/${piece}-${format}${draft}.pdf`),
      );
      const runs = pages.flat().filter(({ text }) => text.trim() !== '');
      assert.ok(runs.length > 50);
      const small = runs.filter(({ sizePt }) => sizePt < leastPt - 0.05);
      assert.deepEqual(
        small.map(({ text, sizePt }) => [text, sizePt]),
        [],
      );
      const fonts = new Set(runs.map(({ font }) => font.replace(/^[A-Z]{6}\+/, '')));
      assert.deepEqual([...fonts].sort(), ['SourceSans3-Regular', 'SourceSans3-Semibold']);
      const words = runs.map(({ text }) => text).join('\n');
      assert.doesNotMatch(words, /\u00ad|\p{L}[-‐]\n/u);
    }
  });
}

test('every page of clear and large print is numbered among all, and a draft says so on each', () => {
  for (const [piece, isDraft] of [
    ['prospectus-large', false],
    ['ten-large-draft', true],
  ] as const) {
    const { pages } = openFinished(join(folder.path, `output/screen/${piece}.pdf`));
    pages.forEach((page, i) => {
      const words = page
        .map(({ text }) => text)
        .join(' ')
        .replace(/\s+/g, ' ');
      assert.match(words, new RegExp(`Page ${i + 1} of ${pages.length}\\b`));
      assert.equal(words.includes('Draft:'), isDraft, words);
    });
  }
});
