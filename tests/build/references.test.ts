import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { bareText, plainText, TextReader } from '../../scripts/check/text.ts';
import { pagesOf } from '../../scripts/pdf/pages.ts';
import { readPdf } from '../../scripts/pdf/read.ts';
import { press, projectFolder } from '../helpers/press.ts';

const folder = projectFolder('templates/projects/sample');
/** The words of each page of the book, without spaces. */
let pages: string[];

function add(file: string, text: string) {
  const path = join(folder.path, 'content', file);
  writeFileSync(path, `${readFileSync(path, 'utf8')}\n${text}\n`);
}

function wordsOf(name: string): string[] {
  const file = readPdf(readFileSync(join(folder.path, 'output/screen', name)));
  const reader = new TextReader(file);
  return pagesOf(file).map((page) => bareText(plainText(reader.page(page))));
}

before(async () => {
  add(
    'courses/charity-law.md',
    'Read [how to apply](page:fees-and-how-to-apply), learn (as [data scientists do](course:data-science)) ' +
      'or look up [the words we use](page:how-teaching-works#words-we-use) and [the project](course:data-science#the-project).',
  );
  add('pages/how-teaching-works.md', 'Ask [the lawyers](course:charity-law).');
  const { code, stderr } = await press([
    ...['build', 'prospectus', 'public-health', '--draft', '--project', folder.path],
  ]);
  assert.equal(code, 0, stderr);
  pages = wordsOf('prospectus-draft.pdf');
});
after(() => folder[Symbol.dispose]());

/** Pages, from 1, on which words stand. */
const pagesWith = (words: string) =>
  pages.flatMap((page, i) => (page.includes(bareText(words)) ? [i + 1] : []));

function printed(words: string): number {
  const pattern = new RegExp(`${bareText(words)}[(,]page(\\d+)`);
  const found = pages.flatMap((page) => pattern.exec(page)?.[1] ?? []);
  assert.equal(found.length, 1, `"${words}" has one number`);
  return Number(found[0]);
}

test('the number in the text is that of the page where the target’s text lies', () => {
  // Words that stand at the target and nowhere else in the book.
  const targets: [string, string][] = [
    ['how to apply', 'Every fee here is for the whole course'],
    ['data scientists do', 'Data that describe people'],
    ['the words we use', 'Words we use'],
    ['the lawyers', 'Key facts'],
  ];
  const first = readFileSync(join(folder.path, 'content/courses/data-science.md'), 'utf8');
  const title = /^title: (.*)$/m.exec(first)?.[1] ?? '';
  assert.ok(title);
  assert.equal(printed('how to apply'), pagesWith(targets[0]![1])[0]);
  assert.equal(printed('the words we use'), pagesWith('Words we use')[0]);
  assert.ok(pagesWith(title).includes(printed('data scientists do')));
  // The project stands on a page that the course's text runs on to.
  const project = printed('the project');
  assert.ok(project > printed('data scientists do') + 1);
  assert.match(pages[project - 1] ?? '', /Theproject[A-Z]/);
  assert.match(pages[printed('the lawyers') - 1] ?? '', /Charitylaw/i);
});

test('a course sheet prints no number and no dead link: words only, with a finding', async () => {
  add(
    'courses/public-health.md',
    '## Next\n\nRead [how to apply](page:fees-and-how-to-apply) today.',
  );
  const args = ['build', 'public-health', '--draft', '--json', '--project', folder.path];
  const { code, stdout } = await press(args);
  assert.equal(code, 0);
  const found = JSON.parse(stdout).findings.filter(
    (finding: { code: string }) => finding.code === 'layout/link-elsewhere',
  );
  assert.equal(found.length, 1);
  assert.equal(found[0].file, 'content/courses/public-health.md');
  const text = wordsOf('public-health-draft.pdf').join('');
  assert.match(text, /Readhowtoapplytoday/);

  const path = join(folder.path, 'content/pages/fees-and-how-to-apply.md');
  const page = readFileSync(path, 'utf8');
  writeFileSync(path, page.replace('---\n', '---\nweb: ostrey.example/fees\n'));
  const again = await press(args);
  assert.doesNotMatch(again.stdout, /link-elsewhere/);
  const bytes = readFileSync(join(folder.path, 'output/screen/public-health-draft.pdf'));
  const file = readPdf(bytes);
  const addresses = pagesOf(file).flatMap((sheet) =>
    (file.array(sheet.dict.get('Annots')) ?? []).map(
      (one) => file.string(file.dict(file.dict(one)?.get('A'))?.get('URI'))?.bytes,
    ),
  );
  assert.ok(addresses.includes('https://ostrey.example/fees'), String(addresses));
});
