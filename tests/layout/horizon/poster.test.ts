import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { TextRun } from '../../../scripts/check/runs.ts';
import { readGeometry } from '../../../scripts/layout/geometry.ts';
import { openFinished, runOf, wordsOf } from '../../helpers/finished.ts';
import { codeOn, headingsOf, outside, overlaps } from '../../helpers/piece.ts';
import { press, projectFolder } from '../../helpers/press.ts';
import { spoken } from '../../helpers/spoken.ts';

const folder = projectFolder('templates/projects/sample');
const tool = new URL('../../..', import.meta.url).pathname;
const { page } = readGeometry(tool, 'poster', undefined);
const path = (name: string) => join(folder.path, 'output/screen', `${name}-draft.pdf`);

const long =
  'Advanced Clinical Practice for Children, Young People and Their Families in the Community';
const courses: Record<string, string> = {
  bare: 'title: Art Therapy',
  'no-start':
    'title: Repair\npromise: Mend one chair.\naward: Diploma\nduration: 2 years\ndelivery: In person',
  'two-sentences': 'title: Repair\npromise: Mend one chair. Then make one.',
  'sixty-characters': `title: ${long}\npromise: Be the one a family turns to first, and know what to do.\naward: Master of Science, Postgraduate Diploma, Postgraduate Certificate\nduration: 2 years\nstarts: [2027-09-27]`,
  'long-title': `title: ${long}\naward: Master of Science`,
  'wide-word': 'title: Electroencephalography',
  'far-address':
    'title: Repair\napply: {url: www.study.somewhere.example/courses/postgraduate/taught/2027/furniture-and-its-repair}',
  compound:
    'title: Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz in Translation\npromise: Mend one chair.',
  // Less than two lines long, three where it breaks.
  'three-lines':
    'title: Repair\napply: {url: www.ostrey.example/study/postgraduate/courses/2027-28/faculty-of-health-and-social-care/advanced-practice/how-to-apply}',
};
const tooLong = `${long}, and Everybody Else Who Lives There or Has Ever Been`;

const pages = new Map<string, TextRun[]>();
let findings: { file?: string; severity: string; code: string; message: string }[] = [];
const piece = (course: string) =>
  `---\nschema: 1\nkind: poster\ncourse: ${course}\nyear: 2028\nissued: 2026-11-02\n---\n`;
const content = (name: string) => join(folder.path, 'content', name);

before(async () => {
  for (const [name, facts] of Object.entries(courses)) {
    writeFileSync(content(`courses/${name}.md`), `---\nschema: 1\n${facts}\n---\n`);
    writeFileSync(content(`publications/poster-${name}.md`), piece(name));
  }
  writeFileSync(content('publications/sample.md'), piece('group-therapy-for-empathy'));
  const names = ['sample', ...Object.keys(courses).map((name) => `poster-${name}`)];
  const args = ['build', ...names, '--project', folder.path, '--json'];
  const { code, stdout, stderr } = await press(args);
  assert.equal(code, 0, `${stdout}${stderr}`.slice(0, 3000));
  findings = JSON.parse(stdout).findings;
  for (const name of names) pages.set(name, openFinished(path(name)).pages[0] ?? []);
});
after(() => folder[Symbol.dispose]());

const runs = (name: string) => pages.get(name) ?? [];
const isAt = (run: TextRun, xMm: number, yMm: number, sizePt?: number) => {
  assert.ok(Math.abs(run.yMm - yMm) < 0.15, `"${run.text}" is on ${run.yMm}, not ${yMm}`);
  assert.ok(Math.abs(run.xMm - xMm) < 2, `"${run.text}" begins at ${run.xMm}, not ${xMm}`);
  if (sizePt) assert.ok(Math.abs(run.sizePt - sizePt) < 0.2, `"${run.text}" has ${run.sizePt} pt`);
};

describe('a poster', () => {
  test('says a promise in letters of 120 pt, and five lines at the most below the cut', () => {
    isAt(runOf(runs('sample'), 'Learn to lead'), 20, 80, 120);
    isAt(runOf(runs('sample'), 'a group with'), 20, 125, 120);
    isAt(runOf(runs('sample'), 'empathy.'), 20, 170, 120);
    isAt(runOf(runs('sample'), 'Group Therapy for Empathy'), 20, 340, 24);
    isAt(runOf(runs('sample'), 'Postgraduate Certificate'), 20, 350, 24);
    isAt(runOf(runs('sample'), '1 year, part time'), 20, 360, 24);
    isAt(runOf(runs('sample'), 'Starts'), 20, 370, 24);
    isAt(runOf(runs('sample'), 'For large print'), 20, 395, 20);
    isAt(runOf(runs('sample'), 'ostrey.example/gte'), 217, 405, 20);
  });

  test('has a code of 60 mm with four modules of paper round it', async () => {
    const code = await codeOn(path('sample'), 1);
    assert.equal(code?.text, 'https://ostrey.example/gte');
    assert.ok(Math.abs(code.sizeMm - 60) < 0.5, `${code.sizeMm} mm`);
    assert.ok(Math.abs(code.xMm - 217) < 0.5 && Math.abs(code.yMm - 330) < 0.5);
    assert.ok(code.quietModules >= 3.75, `${code.quietModules} modules`);
  });

  test('takes the size that its words ask for', () => {
    isAt(runOf(runs('poster-bare'), 'Art Therapy'), 20, 80, 120);
    isAt(runOf(runs('poster-two-sentences'), 'Then make one.'), 20, 108, 96);
    isAt(runOf(runs('poster-sixty-characters'), 'what to do.'), 20, 180, 96);
    isAt(runOf(runs('poster-long-title'), 'in the Community'), 20, 190, 80);
    isAt(runOf(runs('poster-wide-word'), 'Electroencephalography'), 20, 70, 60);
    const codes = findings
      .filter(({ file }) => file?.includes('wide-word'))
      .map(({ code }) => code);
    assert.ok(codes.includes('layout/display-word'), String(codes));
  });

  test('leaves out a start that is not known, and nothing moves', () => {
    isAt(runOf(runs('poster-no-start'), '2 years'), 20, 360, 24);
    assert.doesNotMatch(wordsOf(runs('poster-no-start')), /Starts/);
  });

  test('leaves out the length before the start where the name is long, and says so', () => {
    const words = wordsOf(runs('poster-sixty-characters'));
    assert.match(words, /Starts 27 September 2027/);
    assert.doesNotMatch(words, /2 years/);
    const said = findings.find(({ code }) => code === 'layout/facts-left-out');
    assert.match(said?.message ?? '', /left out: Length/);
  });

  test('sets a long address beside the code, clear of it', async () => {
    const address = runOf(runs('poster-far-address'), 'www.study.somewhere.example');
    assert.ok(address.xMm < 21 && address.yMm < 410);
    const code = await codeOn(path('poster-far-address'), 1);
    assert.match(code?.text ?? '', /^https:\/\/www\.study\..*furniture-and-its-repair$/);
    assert.ok((code?.quietModules ?? 0) >= 3.75, `${code?.quietModules} modules`);
  });

  test('keeps room for the lines in which an address breaks', () => {
    const lines = runs('poster-three-lines').filter(({ yMm, xMm }) => yMm > 385 && xMm < 200);
    assert.deepEqual(
      findings.filter(({ code }) => code === 'layout/overflow'),
      [],
      wordsOf(lines),
    );
  });

  test('keeps all words within the safe area, none on another', () => {
    for (const [name, words] of pages) {
      assert.deepEqual(outside(words, page), [], name);
      assert.deepEqual(overlaps(words), [], name);
    }
  });

  test('is heard promise first, with the name as its title', () => {
    const bytes = readFileSync(path('sample'));
    const heard = spoken(bytes)
      .map(({ text }) => text)
      .join('');
    const places = ['Learn to lead a group', 'Group Therapy for', 'Starts', 'For large print'].map(
      (words) => heard.indexOf(words),
    );
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    );
    assert.ok((places[0] ?? -1) >= 0);
    assert.deepEqual(headingsOf(bytes), ['H1 Group Therapy for Empathy']);
  });

  test('is not made of a title that does not fit: the finding says by how many characters', async () => {
    writeFileSync(content('courses/too-long.md'), `---\nschema: 1\ntitle: ${tooLong}\n---\n`);
    writeFileSync(content('publications/poster-too-long.md'), piece('too-long'));
    const { code, stdout } = await press([
      ...['build', 'poster-too-long', '--project', folder.path, '--json'],
    ]);
    assert.equal(code, 1);
    const said = JSON.parse(stdout).findings.find(
      (one: { code: string }) => one.code === 'layout/display-too-long',
    );
    const over = Number(/is (\d+) characters too long/.exec(said?.message ?? '')?.[1]);
    assert.ok(over > 0, said?.message);
    // What it says is true: cut by so many characters, the title is printed.
    const cut = [...tooLong]
      .slice(0, [...tooLong].length - over)
      .join('')
      .trim();
    writeFileSync(content('courses/too-long.md'), `---\nschema: 1\ntitle: ${cut}\n---\n`);
    const again = await press(['build', 'poster-too-long', '--project', folder.path]);
    assert.equal(again.code, 0, again.stderr.slice(0, 1000));
  });
});
