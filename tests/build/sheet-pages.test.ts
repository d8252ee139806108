import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type Finished, openFinished, runOf, wordsOf } from '../helpers/finished.ts';
import { press, projectFolder } from '../helpers/press.ts';

const folder = projectFolder('templates/projects/sample');
const content = (name: string) => join(folder.path, 'content', name);
const course = 'courses/group-therapy-for-empathy.md';

/** A French version of the course; facts that it does not repeat come from the original. */
const french = `---
schema: 1
lang: fr
title: Thérapie de groupe et empathie
award: Certificat de troisième cycle
standfirst: Comment un groupe travaille, ce que l'empathie y fait, quand et comment intervenir. Pendant un an vous en menez un.
mode: À temps partiel
duration: Un an, à temps partiel
pattern: Un soir par semaine et huit samedis
delivery: "Mixte : le soir en ligne, le samedi sur place"
location: Quay House et en ligne
contactHours: 140 heures
workload: Environ 12 heures par semaine
assessment: Deux essais, une séance enregistrée et un portfolio ; pas d'examen
entry: Un diplôme ou une inscription professionnelle, et un an de travail avec des groupes
extraCosts: Aucun. Les livres et la supervision sont compris
---

Des inconnus deviennent un groupe en quatre séances environ, et ce qui tourne mal plus tard s'y voyait déjà. Ce cours apprend à le voir. Vous entrez vous-même dans un groupe, toute l'année, le mardi soir. Dès février vous en menez un. Chaque semaine vous écrivez une page sur la distance entre les deux.

## Dans la salle

Douze personnes commencent ensemble, dans un cercle, avec deux tuteurs. Huit samedis ont lieu sur place, dans une salle au sol de bois, sans table. Le soir de semaine est en ligne, car une grande part du travail de groupe l'est désormais.

![Séances de groupe à Ostrey](chart:session-demand)
`;

const sentence = 'They listen and they write down what was said, and by whom, and when it was. ';
const longer: Record<string, number> = { low: 2, beside: 7, over: 40 };
const sheets = new Map<string, Finished>();

before(async () => {
  const original = readFileSync(content(course), 'utf8');
  writeFileSync(content('courses/group-therapy-for-empathy.fr.md'), french);
  const names = ['group-therapy-for-empathy', 'group-therapy-for-empathy-cy', 'sheet-fr'];
  const sheet = (slug: string, more = '') =>
    `---\nschema: 1\nkind: course-sheet\ncourse: ${slug}\nyear: 2028\nissued: 2026-11-02\n${more}---\n`;
  writeFileSync(
    content('publications/sheet-fr.md'),
    sheet('group-therapy-for-empathy', 'lang: fr\n'),
  );
  for (const [name, sentences] of Object.entries(longer)) {
    // Without modules and how to apply the side column has room for the chart.
    const bare = original.replace(/modules:\n( {2}-.*\n)+/, '').replace(/^apply:.*\n/m, '');
    const facts = name === 'beside' ? bare : original;
    const text = facts.replace('\n## In the room', `\n${sentence.repeat(sentences)}\n$&`);
    writeFileSync(content(`courses/long-${name}.md`), text);
    writeFileSync(content(`publications/sheet-${name}.md`), sheet(`long-${name}`));
    names.push(`sheet-${name}`);
  }
  const args = names.filter((name) => !name.endsWith('-cy'));
  const { code, stderr } = await press(['build', ...args, '--project', folder.path]);
  assert.equal(code, 0, stderr.slice(0, 3000));
  const written = (name: string) =>
    name === 'sheet-fr' ? 'sheet-fr-fr-draft' : name.startsWith('sheet-') ? `${name}-draft` : name;
  for (const name of names) {
    const file = join(folder.path, 'output/screen', `${written(name)}.pdf`);
    sheets.set(name, openFinished(file));
  }
});
after(() => folder[Symbol.dispose]());

const pagesOf = (name: string) => sheets.get(name)?.pages ?? [];

test('a sheet with all facts and an ordinary text takes two pages, in each language', () => {
  for (const name of ['group-therapy-for-empathy', 'group-therapy-for-empathy-cy', 'sheet-fr']) {
    assert.equal(pagesOf(name).length, 2, name);
  }
  const front = wordsOf(pagesOf('group-therapy-for-empathy')[0]);
  for (const fact of ['Contact hours', 'Workload', 'covers teaching']) {
    assert.ok(front.includes(fact), `${fact} is not with the other facts`);
  }
});

/** From the chart's base to its highest value, in mm, and its left edge. */
function chartOf(name: string) {
  const back = pagesOf(name)[1];
  const title = runOf(back, '50,000 sessions');
  const base = back?.find(({ text, yMm }) => text.startsWith('2024') && yMm > title.yMm);
  const value = back?.find(({ text, yMm }) => text === '75' && yMm > title.yMm);
  assert.ok(base && value, `${name} has no chart`);
  return { leftMm: title.xMm, heightMm: base.yMm - value.yMm };
}

test('what gives way: the chart is lower, then beside the text, then the text runs on', () => {
  assert.equal(pagesOf('sheet-low').length, 2);
  assert.equal(pagesOf('sheet-beside').length, 2);
  assert.ok(pagesOf('sheet-over').length > 2);
  const whole = chartOf('group-therapy-for-empathy');
  const low = chartOf('sheet-low');
  assert.ok(
    Math.abs(whole.heightMm - low.heightMm - 10) < 0.5,
    `${whole.heightMm} ${low.heightMm}`,
  );
  assert.ok(Math.abs(low.leftMm - 26) < 0.5);
  assert.ok(Math.abs(chartOf('sheet-beside').leftMm - 152) < 0.5);
});

test('a chart that runs on to a narrow column is as much smaller as the column', () => {
  const further = pagesOf('sheet-over').slice(2);
  const page = further.find((runs) => runs.some(({ text }) => text.startsWith('50,000')));
  const title = runOf(page, '50,000 sessions');
  const last = page?.find(({ text, yMm }) => text === '75' && yMm > title.yMm);
  assert.ok(last, 'the last bar has no value');
  // Over the third bar, at 80 mm of the wide column's 108: at 56.3 of 76.
  assert.ok(Math.abs(last.xMm - title.xMm - 56.3) < 0.5, `${last.xMm - title.xMm} mm`);
});
