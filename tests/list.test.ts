import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { press, projectFolder } from './helpers/press.ts';
import { lay } from './setup/temporary.ts';

const file = (facts: string) => `---\nschema: 1\n${facts}\n---\n`;

/** A book, a file that stands for three kinds of two courses, and one that stands for nothing. */
function project() {
  const folder = projectFolder();
  lay(join(folder.path, 'content'), {
    'institution.md': file('name: Sample University'),
    'courses/art.md': file('title: Art Therapy\nsubject: Health'),
    'courses/law.md': file('title: Law\nsubject: Law'),
    'courses/nursing.md': file('title: Nursing\nsubject: Health'),
    'publications/book.md': file('kind: book'),
    'publications/faculty.md': file(
      'kind: [course-sheet, flyer, card]\nsize: [wide, tall]\nstatus: final\nfor: courses where subject = health',
    ),
    'publications/nobody.md': file('kind: poster\nfor: courses where subject = alchemy'),
  });
  return folder;
}

test('list shows the query of a file that stands for many, how many files, and then each', async () => {
  using folder = project();
  const { code, stdout, stderr } = await press(['list', '--project', folder.path]);
  assert.equal(code, 0);
  const [publications] = stdout.split('\n\n');
  assert.equal(
    publications,
    `Publications
  book     book, draft  ->  output/screen/book-draft.pdf
  faculty  course-sheet, flyer, card for courses where subject = health, en-GB: 8 files
    art-course-sheet      course-sheet, final  ->  output/screen/art-course-sheet.pdf
    art-flyer             flyer, final  ->  output/screen/art-flyer.pdf
    art-card-wide         card wide, final  ->  output/screen/art-card-wide.pdf
    art-card-tall         card tall, final  ->  output/screen/art-card-tall.pdf
    nursing-course-sheet  course-sheet, final  ->  output/screen/nursing-course-sheet.pdf
    nursing-flyer         flyer, final  ->  output/screen/nursing-flyer.pdf
    nursing-card-wide     card wide, final  ->  output/screen/nursing-card-wide.pdf
    nursing-card-tall     card tall, final  ->  output/screen/nursing-card-tall.pdf
  nobody   poster for courses where subject = alchemy, en-GB: nothing`,
  );
  assert.match(stderr, /warning: No course has the `subject` `alchemy`, so nothing is made/);
});

test('list --json gives programs the same', async () => {
  using folder = project();
  const { stdout } = await press(['list', '--project', folder.path, '--json']);
  const { publications, series } = JSON.parse(stdout);
  assert.deepEqual(series, [
    {
      slug: 'faculty',
      lang: 'en-GB',
      file: 'content/publications/faculty.md',
      kinds: ['course-sheet', 'flyer', 'card'],
      for: 'courses where subject = health',
      pieces: ['art', 'nursing'].flatMap((slug) =>
        ['course-sheet', 'flyer', 'card-wide', 'card-tall'].map((kind) => `${slug}-${kind}`),
      ),
    },
    {
      slug: 'nobody',
      lang: 'en-GB',
      file: 'content/publications/nobody.md',
      kinds: ['poster'],
      for: 'courses where subject = alchemy',
      pieces: [],
    },
  ]);
  assert.equal(publications.length, 9);
  assert.deepEqual(publications.at(-1), {
    slug: 'nursing-card-tall',
    kind: 'card',
    size: 'tall',
    course: 'nursing',
    lang: 'en-GB',
    status: 'final',
    format: 'standard',
    edition: 'screen',
    name: 'nursing-card-tall',
    file: 'output/screen/nursing-card-tall.pdf',
    from: 'content/publications/faculty.md',
  });
});

test('words of the content cannot steer the terminal', async () => {
  using folder = project();
  lay(join(folder.path, 'content'), {
    'publications/z.md': file('kind: flyer\nfor: "courses where subject = \\e[2Jx"'),
  });
  const { stdout, stderr } = await press(['list', '--project', folder.path]);
  assert.match(stdout, /\bz\b.*nothing/);
  assert.equal(`${stdout}${stderr}`.includes('\u001b'), false);
});
