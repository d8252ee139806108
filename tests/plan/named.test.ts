import assert from 'node:assert/strict';
import test from 'node:test';
import type { Project } from '../../scripts/content/model.ts';
import { publication as schema } from '../../scripts/content/schema/publication.ts';
import { collector } from '../../scripts/finding.ts';
import { namedPublications } from '../../scripts/plan/named.ts';
import { settingFor, source } from '../helpers/setting.ts';

const piece = (slug: string, file: string, lang = 'en-GB') => ({
  ...source(slug, schema.parse({ kind: 'flyer' }), [], lang),
  file,
});
const project: Project = {
  ...settingFor({}).project,
  publications: [
    piece('prospectus', 'p.md'),
    piece('art-flyer', 'health.md'),
    piece('law-flyer', 'health.md'),
    piece('art-flyer', 'health.cy.md', 'cy'),
  ],
  series: [
    { slug: 'health', lang: 'en-GB', file: 'health.md', kinds: ['flyer'] },
    { slug: 'health', lang: 'cy', file: 'health.cy.md', kinds: ['flyer'] },
    { slug: 'nothing', lang: 'en-GB', file: 'n.md', kinds: ['flyer'] },
  ],
};

function named(...names: string[]) {
  const { findings, report } = collector();
  const of = namedPublications(project, names, report);
  return { of: of.map(({ slug, lang }) => `${slug} ${lang}`), findings };
}

test('the name of a file that stands for many names all its pieces, in all languages', () => {
  assert.deepEqual(named('health'), {
    of: ['art-flyer en-GB', 'law-flyer en-GB', 'art-flyer cy'],
    findings: [],
  });
  assert.deepEqual(named('law-flyer').of, ['law-flyer en-GB']);
  assert.deepEqual(named('art-flyer', 'prospectus').of, [
    'prospectus en-GB',
    'art-flyer en-GB',
    'art-flyer cy',
  ]);
  assert.equal(named().of.length, 4);
});

test('a file that stands for nothing is known', () => {
  assert.deepEqual(named('nothing'), { of: [], findings: [] });
});

test('an unknown name is told what is near, among files and pieces', () => {
  const hint = (name: string) => named(name).findings.map((finding) => finding.hint);
  assert.deepEqual(hint('heath'), ['Did you mean `health`?']);
  assert.deepEqual(hint('law-flier'), ['Did you mean `law-flyer`?']);
  // The pieces of a file may be hundreds.
  assert.deepEqual(hint('zzzzzzzz'), ['Use one of: health, nothing, prospectus.']);
});
