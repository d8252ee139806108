import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { TextReader } from '../../scripts/check/text.ts';
import type { PdfFile } from '../../scripts/pdf/file.ts';
import { type PdfPage, pagesOf } from '../../scripts/pdf/pages.ts';
import { readPdf } from '../../scripts/pdf/read.ts';
import { isContent, isTag, readTags, type Tag, type TagKid } from '../../scripts/pdf/tags.ts';
import { textOf } from '../../scripts/pdf/text.ts';
import { press, projectFolder } from '../helpers/press.ts';

/*
 * The structure of what is built: types that a screen reader knows, text in paragraphs whose words
 * do not run together, links that say where they lead, nothing that is only drawn.
 */

const known =
  'Document Part Sect Div Art P H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD Caption BlockQuote Note Code Figure Formula Link Span Reference'.split(
    ' ',
  );
const folder = projectFolder('templates/projects/sample');
const files = new Map<string, { file: PdfFile; pages: PdfPage[]; tops: Tag[] }>();

before(async () => {
  const { code, stderr } = await press(['build', '--project', folder.path]);
  assert.equal(code, 0, stderr.slice(0, 2000));
  const screen = join(folder.path, 'output/screen');
  for (const name of readdirSync(screen)) {
    const file = readPdf(readFileSync(join(screen, name)));
    files.set(name.replace('.pdf', ''), { file, pages: pagesOf(file), tops: readTags(file) });
  }
});
after(() => folder[Symbol.dispose]());

const all = (tag: Tag): Tag[] => [tag, ...tag.kids.filter(isTag).flatMap(all)];
const each = () =>
  [...files].flatMap(([name, { tops }]) => tops.flatMap(all).map((tag) => ({ name, tag })));

/** The text of each element of a type, in order. */
function textsOf(name: string, type: string): string[] {
  const { file, pages, tops } = files.get(name)!;
  const reader = new TextReader(file);
  const runs = new Map(pages.map((page) => [page.ref.number, reader.page(page)]));
  const said = (kid: TagKid): string => {
    if (isTag(kid)) return kid.kids.map(said).join('');
    if (!isContent(kid) || kid.page === undefined) return '';
    const own = runs.get(kid.page)?.filter(({ mcid }) => mcid === kid.mcid) ?? [];
    return own.map(({ text }) => text).join('');
  };
  return tops
    .flatMap(all)
    .filter((tag) => tag.type === type)
    .map((tag) => said(tag).trim());
}

test('every element is of a type that readers know', () => {
  const strange = each().filter(({ tag }) => !known.includes(tag.type));
  assert.deepEqual(
    strange.map(({ name, tag }) => `${name}: ${tag.type}`),
    [],
  );
  assert.ok(each().length > 1500, 'there is something to look at');
});

test('text stands in no box of pages; items have a label and a body', () => {
  for (const { name, tag } of each()) {
    if (tag.type === 'Document' || tag.type === 'Div') {
      assert.ok(tag.kids.every(isTag), `${name}: text in ${tag.type}`);
    }
    if (tag.type !== 'LI') continue;
    const types = tag.kids.map((kid) => (isTag(kid) ? kid.type : 'text'));
    assert.ok(
      types.every((type) => type === 'Lbl' || type === 'LBody'),
      `${name}: LI of ${types}`,
    );
  }
});

test('a row of facts is a paragraph, its words apart, lines included', () => {
  const texts = textsOf('group-therapy-for-empathy', 'P');
  for (const words of [
    'Length 1 year, part time',
    'Study Blended: evenings online, Saturdays in person One evening a week, eight Saturdays',
    'Group therapy sessions rose from 50,000 in 2024 to 60,000 in 2026; the projection for 2028 is 75,000.',
  ]) {
    assert.ok(texts.includes(words), words);
  }
  assert.deepEqual(textsOf('group-therapy-for-empathy', 'H1'), ['Group Therapy for Empathy']);
});

test('a paragraph that goes on in the next column is one', () => {
  const whole = textsOf('prospectus', 'P').filter((text) =>
    text.startsWith('Work comes back within 15'),
  );
  assert.equal(whole.length, 1);
  assert.match(whole[0] ?? '', /\.$/);
});

test('every link says where it leads, with the words that stand there', () => {
  let links = 0;
  for (const { file, pages } of files.values()) {
    for (const page of pages) {
      for (const entry of file.array(page.dict.get('Annots')) ?? []) {
        const said = file.string(file.dict(entry)?.get('Contents'));
        assert.ok(said && textOf(said).trim() !== '');
        links++;
      }
    }
  }
  assert.ok(links > 100, `${links} links`);
  const [book] = [files.get('prospectus')!];
  const names = book.pages.flatMap((page) =>
    (book.file.array(page.dict.get('Annots')) ?? []).flatMap((entry) => {
      const said = book.file.string(book.file.dict(entry)?.get('Contents'));
      return said ? [textOf(said)] : [];
    }),
  );
  assert.ok(names.includes('4 A city of stairs'), names.slice(0, 5).join(' | '));
});

test('what is only drawn is not in the structure', () => {
  for (const [name, { file, pages, tops }] of files) {
    const reader = new TextReader(file);
    const texts = new Map(pages.map((page) => [page.ref.number, reader.page(page)]));
    for (const tag of tops.flatMap(all)) {
      if (['Figure', 'Formula', 'Lbl', 'Link'].includes(tag.type)) continue;
      for (const kid of tag.kids) {
        if (!isContent(kid) || kid.form !== undefined) continue;
        const runs = texts.get(kid.page ?? -1) ?? [];
        assert.ok(
          runs.some(({ mcid }) => mcid === kid.mcid),
          `${name}: ${tag.type} ${kid.mcid}`,
        );
      }
    }
  }
});
