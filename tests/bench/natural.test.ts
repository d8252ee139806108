import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { generateProject } from '../../scripts/bench/generate.ts';
import { type Inputs, writeInputs } from '../../scripts/bench/peers/inputs.ts';
import {
  type NaturalCourse,
  naturalBook,
  naturalSheet,
} from '../../scripts/bench/peers/natural.ts';
import { openWorld } from '../../scripts/world.ts';
import { projectFolder } from '../helpers/press.ts';

const project = projectFolder();
const target = projectFolder();
const pieces = ['course-001', 'course-003', 'prospectus'];
let inputs: Inputs;

before(async () => {
  await generateProject(project.path, 3);
  inputs = await writeInputs(openWorld({ project: project.path }), pieces, target.path);
});
after(() => {
  project[Symbol.dispose]();
  target[Symbol.dispose]();
});

const read = (name: string) => readFileSync(join(target.path, name), 'utf8');
const count = (text: string, found: RegExp) => text.match(found)?.length ?? 0;

function textOf(html: string): string {
  return html.replace(/<[^>]*>/g, ' ').replaceAll('&amp;', '&');
}

/** Words in their order: how they are set does not matter, nor what stands between them. */
function inOrder(text: string, words: readonly string[]): boolean {
  const plain = (one: string) => one.replaceAll('’', "'");
  let at = 0;
  return words.every((word) => {
    at = plain(text).indexOf(plain(word), at) + 1;
    return at > 0;
  });
}

test('natural HTML has every word of each course in its order, and the facts, fees and modules', () => {
  for (const slug of pieces) {
    const [title = '', ...words] = inputs.get(slug)?.words ?? [];
    assert.ok(words.length > 250);
    const text = textOf(read(`${slug}-natural.html`));
    assert.ok(inOrder(text, [title, ...words]), slug);
    assert.ok(!inOrder(text, [...words, 'Where', 'it', 'leads']), slug);
  }
  const facts = JSON.parse(read('course-001.json'));
  const cells = [...facts.rows, ...facts.fees].flat();
  assert.ok(cells.length > 24);
  const sheet = textOf(read('course-001-natural.html'));
  for (const cell of [...cells, ...facts.modules.map((one: { title: string }) => one.title)])
    assert.ok(sheet.includes(cell), cell);
  for (const about of ['University of Nowhere', 'ask@nowhere.example', 'nowhere.example/terms'])
    assert.ok(sheet.includes(about), about);
});

test('it has as many charts and photographs as our pages, which are cropped by the browser', () => {
  for (const slug of pieces) {
    const natural = read(`${slug}-natural.html`);
    const ours = read(`${slug}.html`);
    assert.equal(count(natural, /<img /g), count(ours, /<img/g), slug);
    // Ours has one drawing more of a chart that may come to stand in a narrow column.
    assert.equal(count(natural, /<svg/g), count(ours, /<div class="chart[ "]/g), slug);
  }
  assert.equal(count(read('prospectus-natural.html'), /<img /g), 2);
  assert.match(read('natural.css'), /img \{[^}]*object-fit: cover/);
  assert.doesNotMatch(read('course-001-natural.html'), /class="page|file:|\.cache/);
});

test('a book opens each course on a new page and lists it with room for its number', () => {
  const book = read('prospectus-natural.html');
  assert.match(read('natural.css'), /article \+ article[^{]*\{ break-before: page/);
  for (const slug of ['course-001', 'course-002', 'course-003']) {
    assert.ok(book.includes(`<article id="${slug}">`));
    assert.match(book, new RegExp(`<a href="#${slug}">[^<]+<span data-ref="${slug}"></span></a>`));
  }
});

test('all it loads lies beside it: nothing comes from the network', () => {
  for (const slug of pieces) {
    const html = read(`${slug}-natural-boxes.html`);
    const loaded = [...html.matchAll(/(?:src|<link[^>]* href)="([^"]*)"/g)].map(([, to]) => to);
    assert.ok(loaded.includes('natural.css') && loaded.includes('margin-boxes.css'));
    const css = `${read('natural.css')}${read('margin-boxes.css')}`;
    const fonts = [...css.matchAll(/url\("([^"]*)"\)/g)].map(([, to]) => to);
    assert.equal(fonts.length, 4);
    for (const file of [...loaded, ...fonts]) assert.ok(existsSync(join(target.path, file ?? '')));
    assert.doesNotMatch(`${html}${css}`, /https?:\/\/(?!www\.w3\.org)|@import|<script/);
  }
  assert.doesNotMatch(read('course-001-natural.html'), /margin-boxes/);
});

test('hostile words are words', () => {
  const nasty = '</title><script src="//evil.example"></script><img src=x onerror="go()">\' & "';
  const words: NaturalCourse['words'] = {
    ...{ title: nasty, award: nasty, standfirst: nasty },
    lead: { picture: nasty, alt: nasty },
    rows: [[nasty, nasty]],
    fees: [[nasty, nasty]],
    sections: [
      {
        heading: nasty,
        blocks: [{ text: nasty }, { picture: nasty, alt: nasty }, { chart: true }],
      },
    ],
    modules: [{ title: nasty, credits: 1 }],
  };
  const chart = {
    ...{ svg: '<svg role="img"></svg>', widthMm: 1, heightMm: 1, baseMm: 1, title: nasty, alt: '' },
    ...{ sentence: nasty, note: undefined, unit: nasty, source: nasty },
    table: { caption: '', head: [], rows: [] },
  };
  const setting = {
    lang: nasty,
    styles: [nasty],
    institution: {
      name: nasty,
      terms: nasty,
      contacts: [{ for: nasty, email: nasty, phone: nasty }],
      address: [nasty],
      website: nasty,
      schema: 1 as const,
      placeholder: true,
      lang: 'en',
    },
  };
  const course = { slug: nasty, words, chart };
  for (const html of [naturalSheet(course, setting), naturalBook(nasty, [course], setting)]) {
    assert.doesNotMatch(html, /<script|onerror="|src="\/\//);
    assert.ok(count(html, /&lt;script src=&quot;\/\/evil/g) > 15);
    const outside = html.replace(/"[^"]*"/g, '');
    assert.equal(count(outside, /<img /g), html.includes('class="cover"') ? 2 : 1);
    assert.equal(count(html, /<svg role="img"><\/svg>/g), 1);
  }
});
