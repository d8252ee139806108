import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PublicationFacts } from '../../scripts/content/schema/publication.ts';
import { kindRules } from '../../scripts/layout/kinds.ts';
import { loadTemplates } from '../../scripts/layout/templates.ts';
import { openWorld } from '../../scripts/world.ts';
import { course, prose, settingFor } from '../helpers/setting.ts';

const facts = {
  title: 'Sentinel Title',
  award: 'Sentinel Award',
  awardedBy: 'Sentinel Awarder',
  credits: 61,
  level: 8,
  standfirst: 'Sentinel standfirst.',
  duration: 'Sentinel duration',
  starts: ['2027-09-20'],
  mode: 'Sentinel mode',
  delivery: 'Sentinel delivery',
  pattern: 'Sentinel pattern',
  location: 'Sentinel place',
  audience: 'Sentinel audience',
  entry: { academic: 'Sentinel degree', other: 'Sentinel other', english: 'Sentinel English' },
  contactHours: 'Sentinel hours',
  workload: 'Sentinel work',
  assessment: 'Sentinel assessment',
  careers: 'Sentinel careers',
  accreditation: [{ body: 'Sentinel body', status: 'sentinel status', until: '2029-07-31' }],
  modules: [{ title: 'Sentinel module', credits: 17 }],
  fees: [{ audience: 'uk', total: 4251, covers: 'Sentinel cover', validUntil: '2028-07-31' }],
  extraCosts: 'Sentinel costs',
  apply: { from: '2026-10-01', until: '2027-06-30', url: 'sentinel.example/apply' },
  terms: 'sentinel.example/terms',
};

const institution = {
  name: 'University of Tests',
  address: ['1 Road'],
  website: 'tests.example',
  contacts: [
    { role: 'general', for: 'Questions', email: 'ask@tests.example', phone: '01632 960300' },
  ],
};

async function html(kind: PublicationFacts['kind'], courseFacts: object, publication: object = {}) {
  const { findings, ...setting } = settingFor({
    institution,
    courses: [course('x', courseFacts, prose('Words of the course.'))],
    publication: { kind, course: 'x', year: 2027, ...publication },
  });
  const templates = await loadTemplates(openWorld(), kind, [], setting.report);
  assert.deepEqual(findings, []);
  const parts = await kindRules[kind].parts(setting);
  return templates!.render({
    draft: undefined,
    parts: parts.map(({ id, template, view }) => ({ id, template, ...view })),
  });
}

const variants: [string, PublicationFacts['kind'], object][] = [
  ['a book with spreads', 'book', {}],
  ['a book with courses on a page', 'book', { extent: { default: 'page' } }],
  ['a book with courses on a third', 'book', { extent: { default: 'third' } }],
  ['a course sheet', 'course-sheet', {}],
];

/** Places where words are repeated for finding one's way: running heads, contents, index, openers. */
const wayfinding =
  /<p class="(?:running|course-name)[^>]*>[^<]*<\/p>|<li>.*?<\/li>|<template[\s\S]*?<\/template>/g;

for (const [name, kind, publication] of variants) {
  test(`${name} prints facts only with their origin`, async () => {
    const page = await html(kind, facts, publication);
    const marked = page.replace(/<span data-fact="[^"]*">[^<]*<\/span>/g, '');
    const bare = marked.replace(wayfinding, '').match(/[^<>]*sentinel[^<>]*/gi) ?? [];
    // Addresses of links are no words; those printed are marked.
    assert.deepEqual(
      bare.filter((words) => !words.includes('data-') && !/^a href=/.test(words)),
      [],
    );
    assert.match(page, /data-fact="x#award"/);
  });

  for (const missing of [...Object.keys(facts), 'everything']) {
    test(`${name} without ${missing} has no empty element and no orphan`, async () => {
      const { [missing as keyof typeof facts]: _, ...rest } = facts;
      const page = await html(kind, missing === 'everything' ? {} : rest, publication);
      const visible = page.replace(
        /<p class="folio[^>]*><\/p>|<span[^>]*data-ref="[^"]*"><\/span>|<a[^>]*hidden><\/a>/g,
        '',
      );
      const empty = visible.match(/<(h\d|p|li|b|td|th|ul|ol|table|tbody)\b[^>]*>\s*<\/\1>/g) ?? [];
      assert.deepEqual(empty, []);
      const words = visible.replace(/<\/?(?:span|a)\b[^>]*>|&\w+;/g, '');
      const text = words.replace(/<[^>]*>/g, '|');
      assert.doesNotMatch(text, /undefined|NaN|\[object|\|\s*[,;:]|[,;]\s*\|/);
    });
  }
}

test('a course sheet shows its fees before what gives way in a full panel', async () => {
  const page = await html('course-sheet', facts);
  assert.ok(page.indexOf('£4,251') > 0);
  assert.ok(page.indexOf('£4,251') < page.indexOf('Sentinel hours'));
});
