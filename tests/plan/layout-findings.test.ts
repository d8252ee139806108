import assert from 'node:assert/strict';
import { test } from 'node:test';
import { collector } from '../../scripts/finding.ts';
import type { Composed } from '../../scripts/layout/compose/in-page.ts';
import { layoutFindings } from '../../scripts/plan/layout-findings.ts';
import { project, read } from '../content/projects.ts';

test('what does not fit is said in the file of its own language, or where its words come from', async (t) => {
  const folder = project(t, {
    'content/institution.md': '---\nname: H\n---\n',
    'content/courses/x.md': '---\ntitle: T\nstandfirst: S\naward: A\n---\n',
    'content/courses/x.cy.md': '---\nstandfirst: Cymraeg\n---\n',
  });
  const { project: found } = await read(folder);
  const places = (lang: string, source: string) => {
    const { findings, report } = collector();
    const overflows = [{ panel: 'p', source, overMm: 5, text: 'words' }];
    layoutFindings({ overflows } as unknown as Composed, found, lang, report);
    return findings.map(({ place }) => [place?.file, place?.line]);
  };
  const [english, welsh] = ['content/courses/x.md', 'content/courses/x.cy.md'];
  assert.deepEqual(places('en-GB', 'x#standfirst'), [[english, 3]]);
  assert.deepEqual(places('cy', 'x#standfirst'), [[welsh, 2]]);
  assert.deepEqual(places('cy', 'x#award'), [[english, 4]]);
  assert.deepEqual(places('fr', 'x#standfirst'), [[english, 3]]);
  assert.deepEqual(places('cy', `${welsh}:7`), [[welsh, 7]]);
});
