import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { press, projectFolder } from '../helpers/press.ts';
import { spoken } from '../helpers/spoken.ts';

const folder = projectFolder('templates/projects/sample');
const path = (file: string) => join(folder.path, 'content', file);
let said: ReturnType<typeof spoken>;

const build = async () => {
  const { code, stderr } = await press(['build', '--draft', '--project', folder.path, ...names]);
  assert.equal(code, 0, stderr);
};
const names = ['group-therapy-for-empathy', 'llyfr'];
const saidIn = (file: string) =>
  spoken(readFileSync(join(folder.path, 'output/screen', `${file}-cy-draft.pdf`)));

before(async () => {
  const file = path('courses/group-therapy-for-empathy.cy.md');
  const text = readFileSync(file, 'utf8');
  // A title, an award, a place, a module and what fees cover are left to the original.
  writeFileSync(
    file,
    text
      .replace(/^(title|award|location): .*\n/gm, '')
      .replace(/^ {2}- title: Empathi ar waith$/m, '  - core: false')
      .replace(/covers: "[^"]*", /g, ''),
  );
  writeFileSync(
    path('publications/llyfr.cy.md'),
    '---\nkind: book\ntitle: Llyfr\nlang: cy\nyear: 2028\nsections:\n  - {title: Cyrsiau, courses: [group-therapy-for-empathy]}\n---\n',
  );
  await build();
  said = saidIn('group-therapy-for-empathy');
});
after(() => folder[Symbol.dispose]());

const bare = (text: string) => text.replace(/\s/g, '');
const languageOf = (words: string, all = said) => {
  const found = all.filter(({ text }) => bare(text).includes(bare(words)));
  assert.ok(found.length > 0, `"${words}" is said`);
  return [...new Set(found.map(({ lang }) => lang))].join();
};

test('words that a translation takes from its original are said in the original’s language', () => {
  for (const words of [
    'Group Therapy for Empathy',
    'Postgraduate Certificate',
    'Quay House, and online',
    'Empathy in practice',
    'teaching, books, supervision and assessment',
  ]) {
    assert.equal(languageOf(words), 'en-GB', words);
  }
});

test('words of our own beside them, and what is translated, are said in the piece’s language', () => {
  for (const words of [
    ', mynediad 2028',
    '(dewisol)',
    'Ffeithiau allweddol',
    'Prifysgol Ostrey',
    'yn ddilys tan 31 Gorffennaf 2029',
    'Gwrthdaro a chymod',
  ]) {
    assert.equal(languageOf(words), 'cy', words);
  }
  const foreign = said.filter(({ lang }) => lang !== 'cy').map(({ text }) => text);
  assert.ok(foreign.length >= 5, `${foreign.length} runs are borrowed`);
  assert.doesNotMatch(foreign.join(' '), /\d{4}|£/);
});

test('in a book the contents, the opener and the index say a borrowed title in its language, too', () => {
  const book = saidIn('llyfr');
  const times = book.filter(({ text }) => bare(text).includes('GroupTherapyforEmpathy'));
  assert.ok(times.length >= 4, `${times.length} times`);
  assert.deepEqual([...new Set(times.map(({ lang }) => lang))], ['en-GB']);
});

test('an institution without a translation keeps its own language', async () => {
  rmSync(path('institution.cy.md'));
  await build();
  const all = saidIn('llyfr');
  assert.equal(languageOf('University of Ostrey', all), 'en-GB');
  assert.equal(languageOf('Disabled students', all), 'en-GB');
});
