import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type TestContext, test } from 'node:test';
import { kinds, sizesOfKind } from '../../../scripts/content/schema/publication.ts';
import type { Finding } from '../../../scripts/finding.ts';
import { codes, type Files, only, project, read } from '../projects.ts';

const course = (facts: string) => `---\n${facts}\n---\n\nWords.\n`;
const faculty: Files = {
  'content/institution.md': '---\nname: Harbour\n---\n',
  'content/courses/art.md': course('title: Art Therapy\nsubject: [Health, Art]\nlevel: 7'),
  'content/courses/art.cy.md': course('title: Therapi Celf\nsubject: [Iechyd, Celf]'),
  'content/courses/law.md': course('title: Law\nsubject: Law\nlevel: 6'),
  'content/courses/nursing.md': course('title: Nursing\nsubject: Health\nlevel: 6\nfaculty: Care'),
};

async function pieces(t: TestContext, file: string, more: Files = {}) {
  const folder = project(t, {
    ...faculty,
    'content/publications/all.md': `---\n${file}\n---\n`,
    ...more,
  });
  const { project: made, findings } = await read(folder);
  const of = made.publications.map(({ slug, facts: { kind, course: about, size } }) =>
    [slug, kind, about, size].filter(Boolean).join(' '),
  );
  return { project: made, findings, of };
}

const health = 'for: courses where subject = health';

test('a file stands for a piece of each kind of each course that its query matches', async (t) => {
  const { of, findings, project: made } = await pieces(t, `kind: [flyer, poster]\n${health}`);
  assert.deepEqual(of, [
    'art-flyer flyer art',
    'art-poster poster art',
    'nursing-flyer flyer nursing',
    'nursing-poster poster nursing',
  ]);
  assert.deepEqual(findings, []);
  assert.deepEqual(made.series, [
    {
      slug: 'all',
      lang: 'en-GB',
      file: 'content/publications/all.md',
      kinds: ['flyer', 'poster'],
      for: 'courses where subject = health',
    },
  ]);
  const [piece] = made.publications;
  assert.deepEqual(
    [piece?.file, piece?.places.course?.line, piece?.facts.status],
    ['content/publications/all.md', 3, 'draft'],
  );
  assert.ok(made.publications.every(({ facts }) => !('for' in facts) && !('name' in facts)));
});

const usual: [file: string, names: string[]][] = [
  [`kind: flyer\n${health}`, ['all-art', 'all-nursing']],
  [`kind: [flyer]\n${health}`, ['all-art', 'all-nursing']],
  ['kind: [flyer, poster]\ncourse: law', ['law-flyer', 'law-poster']],
  ['kind: card\nsize: [wide, tall]\ncourse: law', ['all-wide', 'all-tall']],
  [
    'kind: [card, flyer]\nsize: [wide, tall]\ncourse: law',
    ['law-card-wide', 'law-card-tall', 'law-flyer'],
  ],
  ['kind: [card, flyer]\nsize: tall\ncourse: law', ['law-card', 'law-flyer']],
  ['kind: [flyer, flyer]\ncourse: law', ['all']],
  ['kind: flyer\ncourse: law', ['all']],
  ['kind: flyer\ncourse: law\nname: "{course}-{year}"\nyear: 2028', ['law-2028']],
  ['kind: book\nname: "prospectus-{year}"\nyear: 2028', ['prospectus-2028']],
  [`kind: flyer\n${health}\nname: "{faculty} {title}"`, ['art-therapy', 'care-nursing']],
  [`kind: flyer\n${health}\nname: "{publication}-{subject}"\nslug: x`, ['x-health', 'x-health']],
];
for (const [file, names] of usual) {
  test(`${file.replaceAll('\n', ', ')}: ${names.join(', ')}`, async (t) => {
    const { project: made } = await pieces(t, file);
    assert.deepEqual(
      made.publications.map(({ slug }) => slug),
      names,
    );
  });
}

test('a size goes to the kinds that have it', async (t) => {
  const { of } = await pieces(t, 'kind: [card, leaflet, flyer]\nsize: [tall, z-fold]\ncourse: law');
  assert.deepEqual(of, [
    'law-card card law tall',
    'law-leaflet leaflet law z-fold',
    'law-flyer flyer law',
  ]);
});

test('the sizes that a list is dealt out by are those of the templates', () => {
  for (const kind of kinds) {
    const path = new URL(`../../../templates/${kind}/geometry.json`, import.meta.url);
    const sizes = Object.keys(JSON.parse(readFileSync(path, 'utf8')).sizes);
    assert.deepEqual(sizesOfKind[kind] ?? [sizes[0]], sizes, kind);
  }
});

test('a file that stands for one is as it was', async (t) => {
  const { project: made, findings } = await pieces(t, 'kind: course-sheet\ncourse: law\ntitle: T');
  assert.deepEqual([made.series, findings], [[], []]);
  assert.deepEqual(
    made.publications.map(({ facts }) => [facts.kind, facts.course, facts.title]),
    [['course-sheet', 'law', 'T']],
  );
});

test('a Welsh piece is made of the courses that the query matches in either language, and of those in Welsh alone', async (t) => {
  const cy = { 'content/publications/all.cy.md': '---\n---\n' };
  const { project: made, findings } = await pieces(t, `kind: flyer\n${health}`, cy);
  assert.deepEqual(
    made.publications.map(({ slug, lang }) => `${slug} ${lang}`),
    ['all-art en-GB', 'all-nursing en-GB', 'all-art cy'],
  );
  const said = only(findings, 'content/for-no-version');
  assert.match(said.message, /`nursing` is left out: it has no version in `cy`/);
  assert.equal(said.place?.file, 'content/publications/all.md');
  const welsh = await pieces(t, 'kind: flyer\nlang: cy\nfor: courses where subject = iechyd');
  assert.deepEqual([welsh.of, welsh.findings], [['all-art flyer art'], []]);
  const asked = await pieces(t, `kind: flyer\nlang: cy\n${health} and lang = cy`);
  assert.deepEqual([asked.of, asked.findings], [['all-art flyer art'], []]);
});

test('a course that is there only in another language is left out of the own one without a word', async (t) => {
  const welsh = { 'content/courses/celf.cy.md': course('title: Celf\nsubject: Health') };
  const { of, findings } = await pieces(t, `kind: flyer\n${health}`, welsh);
  assert.deepEqual([of.length, findings], [2, []]);
});

test('a query is asked of the facts for the year of the publication', async (t) => {
  const years = course('title: X\ncredits: 20\nyears:\n  2028: {extraCosts: None}');
  const query = 'kind: flyer\nfor: courses where extraCosts is given';
  const more = { 'content/courses/x.md': years };
  assert.deepEqual((await pieces(t, query, more)).of, []);
  assert.deepEqual((await pieces(t, `${query}\nyear: 2028`, more)).of, ['all-x flyer x']);
});

const at = ({ place }: Finding) =>
  `${place?.file}:${place?.line}:${place?.column}+${place?.length}`;

test('what is wrong with a query is said at its very place, and nothing is made', async (t) => {
  const { of, findings } = await pieces(t, 'kind: flyer\nfor: courses where subjekt = health');
  assert.deepEqual(of, []);
  assert.equal(
    at(only(findings, 'content/for-unknown-fact')),
    'content/publications/all.md:3:20+7',
  );
  const quoted = await pieces(t, 'kind: flyer\nfor: "courses where subjekt = health"');
  assert.equal(
    at(only(quoted.findings, 'content/for-unknown-fact')),
    'content/publications/all.md:3:21+7',
  );
  const folded = await pieces(t, 'kind: flyer\nfor: >\n  courses where\n  subjekt = health');
  assert.equal(only(folded.findings, 'content/for-unknown-fact').place?.line, 3);
});

test('a value that no course has is said with what courses have', async (t) => {
  const said = async (query: string, more: Files = {}) => {
    const { findings } = await pieces(t, `kind: flyer\nfor: ${query}`, more);
    return findings.map(({ severity, message, hint }) => `${severity}: ${message} ${hint}`);
  };
  assert.deepEqual(await said('courses where subject = helth'), [
    'warning: No course has the `subject` `helth`, so nothing is made of this file. Did you mean `Health`?',
  ]);
  assert.deepEqual(await said('courses where subject in (law, philosophy)'), [
    'warning: No course has the `subject` `philosophy`. Correct it: courses have `Health`, `Art` or `Law`.',
  ]);
  assert.deepEqual(await said('courses where subject = care'), [
    'warning: No course has the `subject` `care`, so nothing is made of this file. Did you mean `faculty = care`?',
  ]);
  assert.deepEqual(await said('courses where award = MA'), [
    'warning: No course has the `award` `MA`, so nothing is made of this file. No course has a `award` at all: add it to courses, or ask for another fact.',
  ]);
  assert.deepEqual(await said('courses where subject = law and level = 7'), [
    'warning: No course meets this, so nothing is made of this file. Loosen a condition; `or` takes courses that meet one of two.',
  ]);
  assert.deepEqual(await said('courses where subject = law and level < 7'), []);
});

test('what courses have is not told while one of them cannot be read', async (t) => {
  const query = 'kind: flyer\nfor: courses where subject = philosophy';
  for (const facts of ['title: [A', 'title: A\nsubject: {a: b}']) {
    const { findings } = await pieces(t, query, { 'content/courses/x.md': course(facts) });
    assert.deepEqual(
      findings.filter(({ code }) => code === 'content/for-matches-nothing'),
      [],
    );
    assert.ok(findings.length > 0);
  }
});

const contradictions: [file: string, found: string[]][] = [
  [
    `kind: flyer\ncourse: law\n${health}`,
    ['content/for-and-course @ content/publications/all.md:3'],
  ],
  [`kind: book\n${health}`, ['content/for-book @ content/publications/all.md:2']],
  ['kind: [flyer, book]\ncourse: law', ['content/for-book @ content/publications/all.md:2']],
  [
    'kind: [flyer, poster]\nsize: tall\ncourse: law',
    ['content/for-size-of-none @ content/publications/all.md:3'],
  ],
  [
    `kind: flyer\n${health}\nname: x-{nme}`,
    ['content/name-unknown @ content/publications/all.md:4'],
  ],
  ['kind: [flyer, flier]\ncourse: law', ['content/not-one-of @ content/publications/all.md:2']],
];
for (const [file, found] of contradictions) {
  test(`${file.replaceAll('\n', ', ')}: ${found[0]?.split(' ')[0]}`, async (t) => {
    const { findings } = await pieces(t, file);
    assert.deepEqual(codes(findings), found);
  });
}

test('a title for many is not printed, and that is said', async (t) => {
  const { project: made, findings } = await pieces(t, `kind: flyer\n${health}\ntitle: T`);
  only(findings, 'content/for-title');
  assert.deepEqual(
    made.publications.map(({ facts }) => facts.title),
    [undefined, undefined],
  );
});

test('a name without what a course lacks is said once for all of them', async (t) => {
  const { findings } = await pieces(
    t,
    'kind: [flyer, poster]\nfor: courses\nname: "{course}-{kind}-{faculty}"',
  );
  const said = only(findings, 'content/name-without');
  assert.equal(
    said.message,
    'Pieces about `art`, `law` are named without `{faculty}`, which they lack.',
  );
  assert.equal(said.place?.line, 4);
});
