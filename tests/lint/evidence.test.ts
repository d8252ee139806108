import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintFacts } from '../../scripts/lint/facts.ts';
import { only, project, read } from '../content/projects.ts';
import { codesOf, course, lint, yaml } from './publications.ts';

const good = {
  claims: '[{text: One in four adults, source: S, date: 2026-01-01, kind: actual, evidence: E}]',
  charts: '{a: {rows: [{year: 2020, value: 1}], unit: U, source: S}}',
  images: '[{file: images/a.jpg, alt: A, credit: C, rights: R}]',
};
const body = 'One in four adults.\n\n![It](chart:a)\n\n![A](images/a.jpg)\n';

test('claims, charts and pictures with all they need', async (t) => {
  assert.deepEqual((await lint(t, { facts: yaml(good), body })).findings, []);
});

const bad: [what: string, changes: Partial<typeof good>, code: string, severity: string][] = [
  ['a claim without a source', { claims: '[{text: One in four adults}]' }, 'claim-source', 'gap'],
  [
    'a claim without date and evidence',
    { claims: '[{text: One in four adults, source: S, kind: actual}]' },
    'claim-incomplete',
    'warning',
  ],
  [
    'a chart without a source',
    { charts: '{a: {rows: [{year: 2020, value: 1}], unit: U}}' },
    'chart-source',
    'gap',
  ],
  ['a chart without rows', { charts: '{a: {unit: U, source: S}}' }, 'chart-empty', 'gap'],
  [
    'a chart without a unit',
    { charts: '{a: {rows: [{year: 2020, value: 1}], source: S}}' },
    'chart-unit',
    'warning',
  ],
  [
    'a specification without words',
    { charts: '{a: {spec: images/a.jpg, source: S}}' },
    'chart-alt',
    'gap',
  ],
  [
    'a picture without words',
    { images: '[{file: images/a.jpg, credit: C, rights: R}]' },
    'image-alt',
    'gap',
  ],
  [
    'a picture without a credit',
    { images: '[{file: images/a.jpg, alt: A, rights: R}]' },
    'image-credit',
    'gap',
  ],
  [
    'a picture without rights',
    { images: '[{file: images/a.jpg, alt: A, credit: C}]' },
    'image-rights',
    'gap',
  ],
  ['a picture in the text that is not listed', { images: '[]' }, 'image-not-listed', 'gap'],
];
for (const [what, changes, code, severity] of bad) {
  test(`${what}: one finding with its line`, async (t) => {
    const { findings } = await lint(t, { facts: yaml({ ...good, ...changes }), body });
    assert.deepEqual(codesOf(findings), [code]);
    assert.equal(findings[0]?.severity, severity);
    assert.equal(findings[0]?.place?.file, course);
    assert.ok((findings[0]?.place?.line ?? 0) > 20);
  });
}

test('a picture that only decorates needs no words', async (t) => {
  const images = '[{file: images/a.jpg, alt: "", credit: C, rights: R}]';
  assert.deepEqual((await lint(t, { facts: yaml({ ...good, images }), body })).findings, []);
});

test('the prose of a publication is not printed: its pictures are not looked at', async (t) => {
  const { findings } = await lint(t, {
    files: {
      'content/publications/p.md': '---\nkind: course-sheet\ncourse: x\n---\n![A](images/a.jpg)\n',
    },
  });
  assert.deepEqual(findings, []);
});

test('a chart that stands nowhere is a warning', async (t) => {
  const { findings } = await lint(t, { facts: yaml({ charts: good.charts }) });
  assert.deepEqual(codesOf(findings), ['chart-not-placed']);
});

test('a figure in careers needs a claim', async (t) => {
  const careers = '90 % lead a group';
  const { findings } = await lint(t, { facts: yaml({ careers }) });
  assert.deepEqual(codesOf(findings), ['careers-claim']);
  const claims = good.claims.replace('One in four adults', careers);
  assert.deepEqual((await lint(t, { facts: yaml({ careers, claims }) })).findings, []);
});

const praise: Record<string, string[]> = {
  'en-GB': [
    'A leading university for groups.',
    'Our world-class teachers.',
    'The award-winning course.',
    'We are the best in the country.',
    'The UK’s leading course.',
    'Market-leading work.',
    'A top-ranked school.',
    'The most successful course.',
  ],
  cy: ['Y cwrs gorau yng Nghymru.', 'Prifysgol flaenllaw, cwrs blaenllaw.'],
  fr: ['La meilleure université.', 'Une formation de premier plan.'],
};
for (const [lang, sentences] of Object.entries(praise)) {
  for (const sentence of sentences) {
    test(`praise without a claim (${lang}): ${sentence}`, async (t) => {
      const facts = `lang: ${lang}\n${yaml()}`;
      const { findings } = await lint(t, {
        facts,
        body: `Plain words.\n\n${sentence}\n`,
        publication: `lang: ${lang}`,
      });
      const finding = only(findings, 'lint/superlative');
      assert.deepEqual([finding.severity, finding.place?.line], ['warning', 25]);
    });
  }
}

test('plain uses of the same words are no praise', async (t) => {
  const body = `You learn best practice, leading to better work and leading a group in the best interests of all.

The leading cause of harm. A leading role. The best way in is by train. At best, one of us. Topics: no. 12.

50% of the marks are for the essay. Three in five weeks. One in the group.
`;
  assert.deepEqual((await lint(t, { body })).findings, []);
});

test('praise that a claim backs is no finding', async (t) => {
  const claims =
    '[{text: The UK’s leading course, source: S, date: 2026-01-01, kind: actual, evidence: E}]';
  assert.deepEqual(
    (await lint(t, { facts: yaml({ claims }), body: 'The UK’s leading course.\n' })).findings,
    [],
  );
  const { findings } = await lint(t, { facts: yaml({ standfirst: 'A world-class course' }) });
  assert.equal(only(findings, 'lint/superlative').place?.line, 21);
});

test('figures that somebody must have counted need a claim', async (t) => {
  for (const sentence of [
    'One in four adults.',
    '94% of graduates.',
    '9 out of 10 say so.',
    '94 per cent of graduates',
  ]) {
    const { findings } = await lint(t, { body: `${sentence}\n` });
    assert.deepEqual(codesOf(findings), ['statistic'], sentence);
  }
  const { findings } = await lint(t, {
    facts: yaml({ claims: good.claims }),
    body: 'Three in four adults.\n',
  });
  assert.match(only(findings, 'lint/statistic').message, /"Three in four"/);
});

test('figures and pictures of an editorial page are looked at like those of a course', async (t) => {
  const folder = project(t, {
    'content/institution.md': '---\nname: H\ncontacts: [{email: a@example.ac.uk}]\n---\n',
    'content/pages/a.md':
      '---\nlayout: figures\nfigures:\n  - {value: 12, label: ships}\n  - {value: 9, label: by 2025, source: S, kind: projection}\npicture: {file: images/a.jpg}\napply: {until: 2026-11-30}\nvalidUntil: 2026-01-01\n---\n',
    'content/publications/b.md':
      '---\nkind: book\nsections: [{title: A, pages: [a]}]\ncover: {picture: {file: images/a.jpg, alt: A}}\n---\n',
    'content/images/a.jpg': 'x',
  });
  const { project: found } = await read(folder);
  const { findings } = lintFacts(found, found.publications[0]!, '2026-11-23');
  assert.deepEqual(codesOf(findings), [
    'apply-soon',
    'expired',
    'figure-source',
    'image-alt',
    'image-credit',
    'image-credit',
    'image-rights',
    'image-rights',
    'projection-past',
  ]);
});
