import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publication as schema } from '../../scripts/content/schema/publication.ts';
import { collector } from '../../scripts/finding.ts';
import { layoutFindings } from '../../scripts/plan/layout-findings.ts';
import { project, read } from '../content/projects.ts';
import { source as source_ } from '../helpers/setting.ts';

const over = {
  part: 'x',
  panel: 'p',
  overMm: 5,
  lines: 1,
  characters: 9,
  text: 'words',
  section: '',
};

test('what does not fit is said in the file of its own language, or where its words come from', async (t) => {
  const folder = project(t, {
    'content/institution.md': '---\nname: H\n---\n',
    'content/courses/x.md': '---\ntitle: T\nstandfirst: S\naward: A\n---\n',
    'content/courses/x.cy.md': '---\nstandfirst: Cymraeg\n---\n',
  });
  const { project: found } = await read(folder);
  const places = (lang: string, source: string) => {
    const { findings, report } = collector();
    const piece = source_('piece', schema.parse({ kind: 'flyer' }), [], lang);
    const overflow = { ...over, source };
    layoutFindings({ overflows: [overflow], choices: [], broken: [] }, found, piece, report);
    return findings.map(({ place }) => [place?.file, place?.line]);
  };
  const [english, welsh] = ['content/courses/x.md', 'content/courses/x.cy.md'];
  assert.deepEqual(places('en-GB', 'x#standfirst'), [[english, 3]]);
  assert.deepEqual(places('cy', 'x#standfirst'), [[welsh, 2]]);
  assert.deepEqual(places('cy', 'x#award'), [[english, 4]]);
  assert.deepEqual(places('fr', 'x#standfirst'), [[english, 3]]);
  assert.deepEqual(places('cy', `${welsh}:7`), [[welsh, 7]]);
});
