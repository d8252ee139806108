import assert from 'node:assert/strict';
import test from 'node:test';
import { publication as schema } from '../../scripts/content/schema/publication.ts';
import type { Finding } from '../../scripts/finding.ts';
import { isAbout, isSpoilt, touches } from '../../scripts/plan/touch.ts';
import { source } from '../helpers/setting.ts';

const at = (slug: string, facts: object) => ({
  ...source(slug, schema.parse(facts)),
  file: `content/publications/${slug}.md`,
});
const book = at('prospectus', { kind: 'book' });
const sheet = at('law-sheet', { kind: 'course-sheet', course: 'law' });

const cases: [file: string, inBook: boolean, onSheet: boolean][] = [
  ['content/courses/law.md', true, true],
  ['content/courses/law.cy.md', true, true],
  ['content/courses/lawn.md', true, false],
  ['content/pages/city.md', true, false],
  ['content/publications/prospectus.md', true, false],
  ['content/publications/law-sheet.md', false, true],
  ['content/institution.md', true, true],
  ['content/snippets/terms.md', true, true],
  ['content/data/sessions.csv', true, true],
  ['templates/book/style.css', true, true],
];
for (const [file, inBook, onSheet] of cases) {
  test(`${file} may be printed ${inBook ? 'in the book' : ''} ${onSheet ? 'on the sheet' : ''}`, () => {
    assert.equal(touches(file, book), inBook);
    assert.equal(touches(file, sheet), onSheet);
  });
}

test('a book that names all it prints takes in nothing else, one by subject anything', () => {
  const sections = [{ title: 'One', courses: ['law'], pages: ['city'], facing: 'story' }];
  const named = at('book', { kind: 'book', sections });
  const seen = (publication: typeof named) =>
    [
      'courses/law.md',
      'courses/law.cy.md',
      'courses/art.md',
      'pages/city.md',
      'pages/story.md',
      'pages/fees.md',
      'data/x.csv',
    ].filter((file) => touches(`content/${file}`, publication));
  assert.deepEqual(seen(named), [
    'courses/law.md',
    'courses/law.cy.md',
    'pages/city.md',
    'pages/story.md',
    'data/x.csv',
  ]);
  const bySubject = at('book', {
    kind: 'book',
    sections: [...sections, { title: 'Two', subject: 'Art' }],
  });
  assert.equal(seen(bySubject).length, 7);
});

test('a sheet is about its course and its own file, a book only about its own', () => {
  assert.equal(isAbout('content/courses/law.md', sheet), true);
  assert.equal(isAbout('content/publications/law-sheet.md', sheet), true);
  assert.equal(isAbout('content/institution.md', sheet), false);
  assert.equal(isAbout('content/courses/law.md', book), false);
  assert.equal(isAbout('content/publications/prospectus.md', book), true);
});

test('a piece of many is about its course and the file that stands for it', () => {
  const file = 'content/publications/faculty.md';
  const piece = { ...at('law-flyer', { kind: 'flyer', course: 'law' }), file };
  assert.equal(isAbout('content/courses/law.md', piece), true);
  assert.equal(isAbout('content/courses/art.md', piece), false);
  assert.equal(isAbout(file, piece), true);
  assert.equal(touches('content/publications/law-flyer.md', piece), false);
});

test('an error in what a publication prints spoils it; a gap and another file do not', () => {
  const finding = (severity: Finding['severity'], file?: string): Finding => ({
    ...{ severity, code: 'x/y', message: '', hint: '' },
    ...(file ? { place: { file } } : {}),
  });
  const lawn = finding('error', 'content/courses/lawn.md');
  assert.equal(isSpoilt(book, [lawn]), true);
  assert.equal(isSpoilt(sheet, [lawn]), false);
  assert.equal(isSpoilt(sheet, [finding('error')]), true);
  assert.equal(isSpoilt(book, [finding('gap', 'content/courses/law.md')]), false);
  assert.equal(isSpoilt(book, [finding('warning')]), false);
});
