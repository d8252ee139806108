import assert from 'node:assert/strict';
import { test } from 'node:test';
import { page as pageSchema } from '../../scripts/content/schema/page.ts';
import { bookParts } from '../../scripts/layout/book/parts.ts';
import { course, prose, settingFor, source } from '../helpers/setting.ts';

const page = (slug: string) =>
  source(slug, pageSchema.parse({ title: slug, layout: 'columns' }), prose('A few words.'));

/** The level of each part's title, by its id. */
async function levels(sections: object[]): Promise<Record<string, unknown>> {
  const parts = await bookParts(
    settingFor({
      courses: [course('pottery', { title: 'Pottery' }, prose('Clay.'))],
      pages: [page('city'), page('fees')],
      publication: { sections, extent: { default: 'page' } },
    }),
  );
  return Object.fromEntries(parts.map(({ id, view }) => [id, (view as { level?: string }).level]));
}

test('a page or course lies below its section only where an opener gives that a heading', async () => {
  const found = await levels([
    { title: 'Before', pages: ['city'] },
    { title: 'Making', courses: ['pottery'] },
    { title: 'After', pages: ['fees'] },
  ]);
  assert.equal(found['page-city'], 'h2');
  assert.equal(found['course-pottery'], 'h3');
  assert.equal(found['page-fees'], 'h2');
  const without = await levels([{ title: 'Making', courses: ['pottery'], opener: false }]);
  assert.equal(without['course-pottery'], 'h2');
});
