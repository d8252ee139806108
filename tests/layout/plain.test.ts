import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { depth } from '../../scripts/layout/course-view.ts';
import { readGeometry } from '../../scripts/layout/geometry.ts';
import { Html, textOf } from '../../scripts/layout/html.ts';
import { contactLines } from '../../scripts/layout/plain/contacts.ts';
import { plainCourse } from '../../scripts/layout/plain/course.ts';
import { plainRows } from '../../scripts/layout/plain/facts.ts';
import { plainParts } from '../../scripts/layout/plain/parts.ts';
import { fittedTable, tableHtml } from '../../scripts/layout/plain/tables.ts';
import { course, prose, type SettingOptions, settingFor } from '../helpers/setting.ts';

const tool = join(import.meta.dirname, '../..');

function plainSetting(options: SettingOptions = {}) {
  const setting = settingFor(options);
  return {
    ...setting,
    format: 'large' as const,
    geometry: readGeometry(tool, 'formats/large', undefined),
  };
}

const words = (html: Html) => textOf(html).replaceAll('\u00a0', ' ');

test('facts are runs of text: label, colon, every value, each a sentence', () => {
  const setting = plainSetting({ publication: { year: 2028 } });
  const rows = plainRows(
    course('x', {
      duration: '1 year',
      mode: 'Part time',
      entry: { academic: 'A degree', other: 'Two pages.', english: 'IELTS 7' },
      fees: [{ audience: 'uk', total: 4250 }],
      subject: ['One', 'Two'],
      regulations: 'https://example.org/rules/',
      ukprn: 10001234,
    }),
    setting,
  );
  assert.deepEqual(
    rows.map(({ label, value }) => `${label} ${words(value)}`),
    [
      'Length: 1 year. Part time',
      'You need: A degree. Two pages. IELTS 7',
      'UK fee: £4,250 in total',
      'Subject: One; Two',
      'Regulations: example.org/rules',
      'Provider number (UKPRN): 10001234',
    ],
  );
});

test('a French label has its space before the colon', () => {
  const rows = plainRows(course('x', { location: 'Ici' }), plainSetting({ lang: 'fr' }));
  assert.deepEqual(
    rows.map(({ label }) => label),
    ['Lieu\u00a0:'],
  );
});

test('a course of which nothing is known leaves no heading and no label', async () => {
  const setting = plainSetting({});
  const view = await plainCourse(course('x', {}), setting, { depth: depth(1), isBook: false });
  const { rows, promise, standfirst, lead, blocks, modules, apply, ask, terms, award } = view;
  assert.deepEqual(
    { rows, promise, standfirst, lead, blocks, modules, apply, ask, terms, award },
    {
      ...{ rows: [], promise: undefined, standfirst: undefined, lead: undefined, blocks: [] },
      ...{
        modules: undefined,
        apply: undefined,
        ask: undefined,
        terms: undefined,
        award: undefined,
      },
    },
  );
});

test('a piece has the promise and all contacts; in a book they are not said with each course', async () => {
  const setting = plainSetting({
    institution: {
      contacts: [{ role: 'general', email: 'ask@example.org', phone: '01632 960000' }],
    },
  });
  const facts = { promise: 'Try it.', contacts: [{ name: 'Dr X', email: 'x@example.org' }] };
  const at = (isBook: boolean) =>
    plainCourse(course('x', facts), setting, { depth: depth(1), isBook });
  const [piece, book] = [await at(false), await at(true)];
  assert.equal(piece.promise && words(piece.promise), 'Try it.');
  assert.equal(book.promise, undefined);
  assert.deepEqual(
    piece.ask?.lines.map(({ label }) => label),
    ['Dr X:', 'Questions about a course:'],
  );
  assert.deepEqual(
    book.ask?.lines.map(({ label }) => label),
    ['Dr X:'],
  );
});

test('how to apply: e-mail first, so that the code stands with the address it leads to', async () => {
  const setting = plainSetting({
    institution: { contacts: [{ role: 'apply', email: 'apply@example.org' }] },
  });
  const facts = { apply: { url: 'example.org/apply', text: 'One form.', until: '2028-06-30' } };
  const { apply } = await plainCourse(course('x', facts), setting, {
    depth: depth(1),
    isBook: false,
  });
  assert.deepEqual(
    apply?.lines.map(({ label, href, qr }) => [label, href, qr !== undefined]),
    [
      ['E-mail:', 'mailto:apply@example.org', false],
      ['Web:', 'https://example.org/apply', true],
    ],
  );
  assert.equal(apply?.text && words(apply.text), 'One form.');
});

test('whoever answers in the same words at the same place is named once', () => {
  const one = { for: 'Fees', email: 'a@example.org' };
  const lines = contactLines([one, one, { for: 'Fees' }, { ...one, phone: '1 2' }], plainSetting());
  assert.deepEqual(
    lines.map(({ label, ways }) => [label, ways.map(({ comma, href }) => [comma, href])]),
    [
      ['Fees:', [[false, 'mailto:a@example.org']]],
      [
        'Fees:',
        [
          [false, 'tel:12'],
          [true, 'mailto:a@example.org'],
        ],
      ],
    ],
  );
});

test('a book: contents, its sections in their order, each first page with the section’s name, contacts', async () => {
  const setting = plainSetting({
    institution: { name: 'U', contacts: [{ role: 'general', email: 'a@example.org' }] },
    courses: [
      course('a', { title: 'A', subject: 's' }),
      course('b', { title: 'B' }, prose('Text.')),
    ],
    publication: {
      kind: 'book',
      sections: [
        { title: 'One', courses: ['b', 'a'] },
        { title: 'None', courses: [] },
      ],
    },
  });
  const parts = await plainParts(setting);
  assert.deepEqual(
    parts.map(({ id, aliases }) => [id, aliases ?? []]),
    [
      ['contents', []],
      ['course-b', ['section-1']],
      ['course-a', []],
      ['contacts', []],
    ],
  );
  const [contents] = parts;
  assert.ok(contents);
  const { sections } = contents.view as { sections: { id: string; entries: { id: string }[] }[] };
  assert.deepEqual(
    sections.map(({ id, entries }) => [id, entries.map((entry) => entry.id)]),
    [
      ['section-1', ['course-b', 'course-a']],
      ['contacts', []],
    ],
  );
  assert.ok(parts.every(({ numbered, start }) => numbered && start === 'any'));
});

const table = tableHtml(
  {
    caption: 'Seats',
    head: ['Year', 'North hall', 'South hall'],
    rows: [
      ['2027', '5', ''],
      ['2028', '7', 'many'],
    ],
  },
  'x.md:3',
);
const room = { columns: 3, characters: 40, otherwise: 'list' } as const;
const say = plainSetting().say;

test('a table that fits its column stays a table, kept whole while it is short', () => {
  const kept = fittedTable(table, room, say);
  assert.equal(kept, table.replace('<table', '<table data-keep'));
  assert.match(kept, /<th scope="row">2027<\/th><td class="right">5<\/td>/);
});

test('a table that is too wide becomes label and value, a line each, without empty cells', () => {
  for (const narrow of [
    { ...room, columns: 2 },
    { ...room, characters: 12 },
  ]) {
    const list = fittedTable(table, narrow, say);
    assert.doesNotMatch(list, /<t[dhr]/);
    assert.equal(
      textOf(new Html(list.replaceAll('</p>', '|'))),
      'Seats|Year: 2027|North hall: 5|Year: 2028|North hall: 7|South hall: many|',
    );
    assert.match(list, /data-src="x\.md:3"/);
  }
});

test('on the web it scrolls instead, and has a name', () => {
  const box = fittedTable(table, { ...room, columns: 2, otherwise: 'scroll' }, say);
  assert.ok(
    box.startsWith('<div class="scroll" role="region" tabindex="0" aria-label="Seats"><table'),
  );
});
