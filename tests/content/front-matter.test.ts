import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { cut, noEngines } from '../../scripts/content/front-matter.ts';
import { collector } from '../../scripts/finding.ts';
import { only, readCourse } from './projects.ts';

function cutting(text: string) {
  const { findings, report } = collector();
  return { parts: cut(text, 'x.md', report), findings };
}

test('front matter and body are cut apart, each with the line it begins on', () => {
  const { parts } = cutting('---\ntitle: A\nyear: 2027\n---\n\nWords.\n---\nMore.\n');
  assert.deepEqual(parts, {
    yaml: 'title: A\nyear: 2027',
    yamlLine: 2,
    body: '\nWords.\n---\nMore.\n',
    bodyLine: 5,
  });
});

test('no front matter, an empty one and one that names YAML are all right', () => {
  assert.deepEqual(cutting('Words.\n').parts, {
    yaml: '',
    yamlLine: 1,
    body: 'Words.\n',
    bodyLine: 1,
  });
  assert.equal(cutting('---\n---\nWords.\n').parts.yaml, '');
  assert.equal(cutting('---\n---\nWords.\n').parts.body, 'Words.\n');
  assert.equal(cutting('--- yaml\ntitle: A\n---  \nWords.\n').parts.yaml, 'title: A');
  assert.equal(cutting('--- yaml\ntitle: A\n---  \nWords.\n').parts.body, 'Words.\n');
  assert.equal(cutting('---- \nWords.\n').parts.body, '---- \nWords.\n');
});

test('facts without the line that opens them are one finding, and prose is none', async (t) => {
  const facts = 'schema: 1\ntitle: A\n---\n\n![x](chart:none)\n';
  const { findings } = await readCourse(t, facts);
  assert.deepEqual(
    findings.map(({ code, place }) => [code, place?.line, place?.column]),
    [['content/front-matter-start', 1, 1]],
  );
  assert.match(findings[0]?.hint ?? '', /^Write `---` alone on a line above/);
  for (const prose of ['note: this\nis prose\n\n---\n\nMore.\n', 'a: 1\nb: 2\n']) {
    assert.deepEqual(cutting(prose).findings, []);
    assert.equal(cutting(prose).parts.body, prose);
  }
});

for (const language of ['js', 'javascript', 'JS', 'coffee', 'coffeescript', 'cson', ' js ']) {
  test(`front matter in ${language.trim()} (${language.length}) is never run`, async (t) => {
    const global_ = globalThis as { pressWasHere?: boolean };
    delete global_.pressWasHere;
    const text = `---${language}\nglobalThis.pressWasHere = true\n---\nWords.\n`;
    const { findings, course } = await readCourse(t, text);
    const finding = only(findings, 'content/front-matter-executable');
    assert.deepEqual([finding.place?.line, finding.severity], [1, 'error']);
    assert.equal(global_.pressWasHere, undefined);
    assert.equal(course, undefined);
  });
}

test('the library that splits would run it: this is what the refusal is for', () => {
  const matter = createRequire(import.meta.url)('gray-matter') as (
    text: string,
    options?: object,
  ) => { data: { ran?: number } };
  assert.equal(matter('---js\n{ ran: 6 * 7 }\n---\n', {}).data.ran, 42);
  const engines = { ...noEngines };
  assert.throws(() => matter('---js\n{ ran: 6 * 7 }\n---\n', { engines }), /never read/);
  assert.throws(() => matter('---coffee\nran: 6\n---\n', { engines }), /never read/);
  assert.throws(() => matter('---json\n{}\n---\n', { engines }), /never read/);
});

test('its cache stays empty: hostile files do not pile up in memory', () => {
  const matter = createRequire(import.meta.url)('gray-matter') as { cache: object };
  const before = Object.keys(matter.cache).length;
  cutting('---\ntitle: Never cached\n---\n');
  assert.equal(Object.keys(matter.cache).length, before);
});

test('other languages, names of the prototype among them, are refused', () => {
  for (const language of ['toml', 'json', 'constructor', '__proto__', 'toString']) {
    const { findings, parts } = cutting(`---${language}\na = 1\n---\nWords.\n`);
    assert.equal(only(findings, 'content/front-matter-language').place?.line, 1);
    assert.equal(parts.yaml, undefined);
  }
});

test('front matter that does not end, ends oddly, begins late or is huge is one finding each', () => {
  const place = (text: string, code: string) => only(cutting(text).findings, code).place;
  assert.equal(place('---\ntitle: A\n\nWords.\n', 'content/front-matter-open')?.line, 1);
  assert.equal(place('---', 'content/front-matter-open')?.line, 1);
  assert.equal(place('---\na: 1\n---- x\nWords\n', 'content/front-matter-closing')?.line, 3);
  assert.equal(place('\n\n---\ntitle: A\n---\n', 'content/front-matter-late')?.line, 3);
  const huge = `---\nx: ${'y'.repeat(200_000)}\n---\n`;
  assert.ok(place(huge, 'content/front-matter-large'));
});
