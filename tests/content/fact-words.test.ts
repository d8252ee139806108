import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import {
  otherKeys,
  typesetFacts,
  typesetLabels,
  wordKeys,
} from '../../scripts/content/fact-words.ts';
import { plain } from '../../scripts/content/markdown/typography.ts';
import { readProject } from '../../scripts/content/read.ts';
import { course } from '../../scripts/content/schema/course.ts';
import { institution } from '../../scripts/content/schema/institution.ts';
import { page } from '../../scripts/content/schema/page.ts';
import { publication } from '../../scripts/content/schema/publication.ts';
import { openWorld } from '../../scripts/world.ts';
import { source } from '../helpers/setting.ts';

/** Keys of a schema under which text stands, lists and groups within groups included. */
function textKeys(schema: unknown, key: string, found: Set<string>): void {
  const { type, properties, items, anyOf, oneOf, prefixItems, additionalProperties } = (schema ??
    {}) as Record<string, never>;
  if (type === 'string') found.add(key);
  for (const [name, inner] of Object.entries(properties ?? {})) textKeys(inner, name, found);
  for (const inner of [anyOf, oneOf, prefixItems].flatMap((list) => list ?? []))
    textKeys(inner, key, found);
  if (items) textKeys(items, key, found);
  // What the writer names (charts, rows, years, labels) has no key that could be listed.
  if (additionalProperties && !['rows', 'words', 'subjects', 'courses'].includes(key))
    textKeys(additionalProperties, '', found);
}

test('of every key that holds text it is decided whether it is words', () => {
  const keys = new Set<string>();
  for (const schema of [course, institution, page, publication]) {
    textKeys(z.toJSONSchema(schema, { io: 'input' }), '', keys);
  }
  keys.delete('');
  assert.ok(keys.size > 70, String(keys.size));
  const undecided = [...keys].filter((key) => !wordKeys.has(key) && !otherKeys.has(key));
  assert.deepEqual(undecided, []);
  assert.deepEqual(
    [...wordKeys].filter((key) => otherKeys.has(key)),
    [],
  );
});

const typed = {
  title: `Children's "first" steps`,
  subject: [`Children's health`],
  standfirst: 'Ages 5-11 -- and after...',
  level: 'A-B',
  terms: `example.ac.uk/what's-new--1-2`,
  contacts: [{ for: `Don't know?`, email: `o'neill@example.ac.uk`, phone: '020 7946-0018' }],
  starts: ['2027-09-27', `When you're ready`],
  fees: [{ audience: 'uk', total: 1, instalments: 'or 2 parts of 10 km' }],
  entry: { academic: 'GCSE grades 4-9' },
  modules: [{ title: `Women's work` }],
  extraCosts: `Books; see www.example.ac.uk/it's--all`,
  charts: {
    demand: {
      unit: `Sessions 'out'`,
      x: `x'y`,
      rows: [
        { "x'y": '2024-25', value: 1, kind: 'actual' },
        { "x'y": '2024-09', value: 2 },
      ],
    },
    own: { spec: `data/it's.json`, rows: [{ name: `it's` }] },
  },
};

test('words of facts are set as prose is; addresses, codes, dates and names of columns are left alone', () => {
  const { facts } = typesetFacts(source('x', course.parse(typed)));
  assert.equal(facts.title, 'Children’s “first” steps');
  assert.deepEqual(facts.subject, ['Children’s health']);
  assert.equal(facts.standfirst, 'Ages 5–11\u00a0– and after…');
  assert.equal(
    facts.entry && typeof facts.entry === 'object' && facts.entry.academic,
    'GCSE grades 4–9',
  );
  assert.equal(facts.modules?.[0]?.title, 'Women’s work');
  assert.equal(facts.fees?.[0]?.instalments, 'or 2 parts of 10\u202fkm');
  assert.deepEqual(facts.starts, ['2027-09-27', 'When you’re ready']);
  assert.equal(facts.charts?.demand?.unit, 'Sessions ‘out’');
  assert.deepEqual(facts.charts?.demand?.rows, [
    { "x'y": '2024–25', value: 1, kind: 'actual' },
    { "x'y": '2024-09', value: 2 },
  ]);
  assert.equal(facts.contacts?.[0]?.for, 'Don’t know?');

  assert.equal(facts.level, 'A-B');
  assert.equal(facts.terms, typed.terms);
  assert.equal(facts.contacts?.[0]?.email, `o'neill@example.ac.uk`);
  assert.equal(facts.contacts?.[0]?.phone, '020 7946-0018');
  assert.equal(facts.extraCosts, `Books; see www.example.ac.uk/it's--all`);
  assert.equal(facts.charts?.demand?.x, `x'y`);
  assert.deepEqual(facts.charts?.own, course.parse(typed).charts?.own);
});

test('each language has its marks; words of the original keep those of theirs', () => {
  const facts = course.parse({ title: 'Un "titre"; oui', award: 'The "award"; yes' });
  const places = { award: { file: 'content/x.md', line: 2 }, title: { file: 'content/x.fr.md' } };
  const original = { file: 'content/x.md', lang: 'en-GB' };
  const set = typesetFacts({ ...source('x', facts, [], 'fr'), places, original }).facts;
  assert.equal(set.title, 'Un «\u202ftitre\u202f»\u202f; oui');
  assert.equal(set.award, 'The “award”; yes');
});

test('a subject is the same words in a course and in the publication that asks for it', () => {
  const asked = publication.parse({
    kind: 'book',
    sections: [{ title: 'x', subject: `Children's health` }],
    extent: { subjects: { "Children's health": 'page' } },
  });
  const { facts } = typesetFacts(source('book', asked));
  assert.equal(facts.sections?.[0]?.subject, 'Children’s health');
  assert.deepEqual(facts.extent?.subjects, { 'Children’s health': 'page' });
});

test('own labels are set by the rules of their language', () => {
  assert.deepEqual(typesetLabels({ en: { a: `What's {x}?` }, fr: { a: 'Quoi?' } }), {
    en: { a: 'What’s {x}?' },
    fr: { a: 'Quoi\u202f?' },
  });
});

test('of the shipped course only marks and spaces change, no letter and no figure', async () => {
  const world = openWorld({ project: new URL('../..', import.meta.url).pathname });
  const { courses } = await readProject(world, () => {});
  const letters = (value: unknown) => plain(JSON.stringify(value)).match(/[\p{L}\p{N}]+/gu);
  assert.ok(courses.length > 0);
  for (const one of courses) assert.deepEqual(letters(typesetFacts(one).facts), letters(one.facts));
});
