import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { course } from '../../scripts/content/schema/course.ts';
import { page } from '../../scripts/content/schema/page.ts';
import { bare } from '../../scripts/content/schema-keys.ts';
import { lintFacts } from '../../scripts/lint/facts.ts';
import { wordKeys } from '../../scripts/lint/translations.ts';
import { only, project, read } from '../content/projects.ts';
import { codesOf, lint, yaml } from './publications.ts';

const welsh = 'content/courses/x.cy.md';
const inWelsh = (facts: string, body = 'Geiriau.\n') => ({
  publication: 'lang: cy',
  files: { [welsh]: `---\n${facts}\n---\n${body}` },
});

const translated = `title: Therapi Grŵp
award: Tystysgrif
awardedBy: Prifysgol
entry: Gradd
modules: [{title: Moeseg}]
delivery: Wyneb yn wyneb
location: Campws
contactHours: 120 awr
workload: 600 awr
assessment: Dau draethawd
duration: Blwyddyn
mode: Rhan-amser
pattern: Un noson yr wythnos
fees: [{covers: Addysgu}]
extraCosts: Dim`;

test('a translation with all words and the same facts has nothing to be said of it', async (t) => {
  const { findings, read: said } = await lint(t, inWelsh(translated));
  assert.deepEqual(said, []);
  assert.deepEqual(findings, []);
});

test('facts whose words come from the original are named, in one finding', async (t) => {
  const { findings } = await lint(t, inWelsh('title: Therapi Grŵp\nextraCosts: Dim'));
  const finding = only(findings, 'lint/words-of-original');
  assert.deepEqual([finding.severity, finding.place?.file], ['gap', welsh]);
  assert.match(finding.hint, /^Translate from `content\/courses\/x\.md`: /);
  for (const fact of ['award` (line 3', 'entry` (line 5', 'title` (line 6', 'covers` (line 16']) {
    assert.ok(finding.hint.includes(`\`${fact})`), `${fact} in ${finding.hint}`);
  }
  assert.doesNotMatch(finding.hint, /`title` \(line 2\)|`terms`|`ukprn`|audience|currency|until/);
});

test('prose that comes from the original is a gap', async (t) => {
  const { findings } = await lint(t, inWelsh(translated, ''));
  assert.deepEqual(codesOf(findings), ['prose-of-original']);
});

test('facts that differ from the original are gaps at their line', async (t) => {
  const { findings } = await lint(
    t,
    inWelsh(
      translated
        .replace('fees: [{covers: Addysgu}]', 'fees: [{covers: Addysgu, total: 8000}]')
        .replace('modules: [{title: Moeseg}]', 'modules: [{title: A}, {title: B}]'),
    ),
  );
  assert.deepEqual(codesOf(findings), ['fact-differs', 'list-differs']);
  const differs = only(findings, 'lint/fact-differs');
  assert.match(differs.message, /^`total` in this entry of `fees` is 8000 here and 8500/);
  assert.deepEqual([differs.place?.file, differs.place?.line], [welsh, 15]);
});

test('the original is not held against its translation', async (t) => {
  const { findings } = await lint(t, { files: { [welsh]: `---\n${translated}\n---\nGeiriau.\n` } });
  assert.deepEqual(findings, []);
});

test('a course that has no version in the language is a gap; in its own language none is', async (t) => {
  const { findings } = await lint(t, { publication: 'lang: cy' });
  assert.deepEqual(codesOf(findings), ['no-version']);
  assert.match(findings[0]?.hint ?? '', /`x\.cy\.md`/);
  assert.deepEqual((await lint(t, { publication: 'lang: en-US' })).findings, []);
});

test('of a book in the institution’s language, courses in others are no business', async (t) => {
  const folder = project(t, {
    'content/institution.md': '---\nname: H\ncontacts: [{email: a@example.ac.uk}]\n---\n',
    'content/courses/only.cy.md': 'Geiriau.\n',
    'content/courses/x.md': `---\n${yaml()}\n---\n`,
    'content/publications/b.md': '---\nkind: book\n---\n',
  });
  const { project: found } = await read(folder);
  assert.deepEqual(lintFacts(found, found.publications[0]!, '2026-11-23').findings, []);
});

/** Texts that are not read as words of a language: names, addresses, codes, columns. */
const notWords =
  'slug lang ukprn email phone web url terms regulations name role file credit rights spec data x y series kind currency id evidence body validUntil consentUntil until from date sourceDate sourceKind template layout audience'.split(
    ' ',
  );

test('every text of a course or page is either words to translate, or known not to be', () => {
  const unknown: string[] = [];
  const visit = (schema: z.ZodType, key: string) => {
    for (const type of bare(schema)) {
      if (type instanceof z.ZodObject) {
        for (const [name, inner] of Object.entries(type.shape)) visit(inner as z.ZodType, name);
      } else if (type instanceof z.ZodArray) visit(type.element as z.ZodType, key);
      else if (type instanceof z.ZodRecord && key !== 'rows')
        visit(type.valueType as z.ZodType, key);
      else if (type instanceof z.ZodString && !wordKeys.has(key) && !notWords.includes(key))
        unknown.push(key);
    }
  };
  visit(course, '');
  visit(page, '');
  assert.deepEqual([...new Set(unknown)].sort(), []);
});
