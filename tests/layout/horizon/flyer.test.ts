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
const { page } = readGeometry(tool, 'flyer', undefined);
const path = (name: string) => join(folder.path, 'output/screen', `${name}-draft.pdf`);

const long =
  'Advanced Clinical Practice for Children, Young People and Their Families in the Community';
const text = `
They learn how groups work, how to listen in one, and how to step in when it matters.

## What you will learn

Building trust within groups, managing conflict, and the use of different approaches.
`;
const modules = Array.from({ length: 10 }, (_, i) => `  - {title: "A module, number ${i + 1}"}`);

/** What real courses are like: front matter, and prose or none. */
const courses: Record<string, [string, string]> = {
  bare: ['title: Art Therapy', ''],
  nothing: ['', ''],
  'long-title': [`title: ${long}\naward: MSc\nstarts: [2027-09-27]`, text],
  'long-title-promise': [
    `title: ${long}\npromise: Be the one a family turns to first, and know what to do.\naward: MSc, PgDip, PgCert`,
    text,
  ],
  'no-fees': [
    'title: Repair\npromise: Mend one chair.\nduration: 2 years\nstarts: [2027-09-27]\ndelivery: In person\nlocation: The workshops',
    text,
  ],
  many: [
    [
      'title: Data',
      'promise: Ask where the numbers came from.',
      'duration: 1 year',
      'starts: [2027-09-27]',
      'fees:',
      '  - {audience: uk, total: 11200, currency: EUR}',
      '  - {audience: Residents of the Channel Islands, perYear: 12000}',
      'entry: {academic: A degree in mathematics, other: "Two references, a personal statement and a portfolio of at most five pages", english: IELTS 6.5 overall with at least 6.0 in every part}',
      'assessment: Code, reports, one spoken examination, a group presentation and a dissertation',
      'extraCosts: A laptop, field trips of about £300, and printing',
      'delivery: Blended',
      'pattern: Tuesdays to Thursdays',
      'location: Main campus',
      'workload: 38 hours a week',
      'audience: Graduates of any subject who like arguments',
      'modules:',
      ...modules,
    ].join('\n'),
    text,
  ],
  'far-address': [
    'title: Repair\napply: {until: 2027-06-30, url: "www.study.somewhere.example/courses/postgraduate/taught/2027/repair?from=flyer"}',
    text,
  ],
};

const sampleFlyers = ['en', 'cy', 'fr'].map((lang) => `sample-${lang}`);
const pages = new Map<string, TextRun[][]>();
let said = '';

const piece = (course: string, more = '') =>
  `---\nschema: 1\nkind: flyer\ncourse: ${course}\nyear: 2028\nissued: 2026-11-02\n${more}---\n`;

before(async () => {
  const content = (name: string) => join(folder.path, 'content', name);
  for (const [name, [facts, prose]] of Object.entries(courses)) {
    writeFileSync(content(`courses/${name}.md`), `---\nschema: 1\n${facts}\n---\n${prose}`);
    writeFileSync(content(`publications/flyer-${name}.md`), piece(name));
  }
  writeFileSync(content('publications/sample-en.md'), piece('group-therapy-for-empathy'));
  for (const [lang, course] of [
    ['cy', 'group-therapy-for-empathy'],
    ['fr', 'typeface-design'],
  ] as const) {
    writeFileSync(content(`publications/sample-${lang}.md`), piece(course, `lang: ${lang}\n`));
  }
  const names = [...sampleFlyers, ...Object.keys(courses).map((name) => `flyer-${name}`)];
  const { code, stderr, stdout } = await press([
    'build',
    ...names,
    '--project',
    folder.path,
    '--json',
  ]);
  assert.equal(code, 0, stderr.slice(0, 3000));
  const { findings } = JSON.parse(stdout) as { findings: { file?: string; message: string }[] };
  said = findings.map(({ file, message }) => `${file}: ${message}`).join('\n');
  for (const name of names) {
    const written =
      name.endsWith('-cy') || name.endsWith('-fr') ? `${name}${name.slice(-3)}` : name;
    pages.set(name, openFinished(path(written)).pages);
  }
});
after(() => folder[Symbol.dispose]());

const front = (name: string) => pages.get(name)?.[0] ?? [];
const back = (name: string) => pages.get(name)?.[1] ?? [];
/** In one line, without the spaces that part runs before a comma. */
const plain = (runs: TextRun[]) =>
  wordsOf(runs)
    .replaceAll('\u00a0', ' ')
    .replace(/ (?=[,;])/g, '');
const isAt = (run: TextRun, xMm: number, yMm: number) => {
  assert.ok(Math.abs(run.yMm - yMm) < 0.15, `"${run.text}" is on ${run.yMm}, not ${yMm}`);
  assert.ok(Math.abs(run.xMm - xMm) < 0.8, `"${run.text}" begins at ${run.xMm}, not ${xMm}`);
};

describe('the front', () => {
  test('says a promise, the course, three facts, and where to apply, on their lines', () => {
    const runs = front('sample-en');
    isAt(runOf(runs, 'Learn to lead'), 12, 35);
    isAt(runOf(runs, 'a group with'), 12, 50);
    isAt(runOf(runs, 'empathy.'), 12, 65);
    isAt(runOf(runs, 'Group Therapy for Empathy'), 12, 155);
    isAt(runOf(runs, 'Postgraduate Certificate'), 12, 160);
    for (const [i, label] of ['Starts', 'Takes', 'Costs'].entries())
      isAt(runOf(runs, label), 12, 175 + 10 * i);
    isAt(runOf(runs, '£4,250 UK'), 32, 195);
    assert.match(plain(runs), /Costs £4,250 UK, £8,900 international/);
    isAt(runOf(runs, 'Apply by 30 June 2028'), 108, 187.5);
    isAt(runOf(runs, 'ostrey.example/gte'), 108, 191.25);
  });

  test('has a code that a camera reads, 28 mm wide, four modules of paper round it', async () => {
    const code = await codeOn(path('sample-en'), 1);
    assert.equal(code?.text, 'https://ostrey.example/gte');
    assert.ok(Math.abs(code.sizeMm - 28) < 0.4, `${code.sizeMm} mm`);
    assert.ok(Math.abs(code.xMm - 108) < 0.4 && Math.abs(code.yMm - 152.2) < 0.4);
    assert.ok(code.quietModules >= 3.75, `${code.quietModules} modules`);
  });

  test('has the title in the place of a promise, smaller, and then not once more', () => {
    const title = runOf(front('flyer-bare'), 'Art Therapy');
    isAt(title, 12, 35);
    assert.ok(Math.abs(title.sizePt - 34) < 0.2);
    assert.equal(wordsOf(front('flyer-bare')).match(/Art Therapy/g)?.length, 1);
    assert.match(said, /bare\.md: The course makes no promise, so its title stands/);
  });

  test('sets a title of 88 characters in five lines that end where four may end', () => {
    isAt(runOf(front('flyer-long-title'), 'Advanced Clinical'), 12, 30);
    isAt(runOf(front('flyer-long-title'), 'in the Community'), 12, 80);
    isAt(runOf(front('flyer-long-title'), 'MSc'), 12, 155);
  });

  test('says how it is taught where no fee is known', () => {
    const words = wordsOf(front('flyer-no-fees'));
    assert.match(words, /Starts 27 September 2027 .*Takes 2 years .*Study In person/);
    assert.doesNotMatch(words, /Costs/);
  });

  test('says what a fee is for a year, in its currency, and for whom', () => {
    assert.match(
      plain(front('flyer-many')),
      /Costs €11,200 UK; £12,000 a year, Residents of the Channel Islands/,
    );
  });

  test('prints a long address whole but for its query, with a finding', () => {
    const words = wordsOf(front('flyer-far-address')).replace(/ /g, '');
    assert.match(
      words,
      /www\.study\.somewhere\.example\/courses\/postgraduate\/taught\/2027\/repairDraft$/,
    );
    assert.match(
      said,
      /far-address\.md: The address .* has \d+ characters, more than anybody types/,
    );
  });
});

describe('the back', () => {
  test('has title, standfirst, the short text, facts and other formats', () => {
    const runs = back('sample-en');
    isAt(runOf(runs, 'Group Therapy for Empathy'), 12, 25);
    isAt(runOf(runs, 'How a group works'), 12, 35);
    isAt(runOf(runs, 'Twelve people start together'), 12, 65);
    isAt(runOf(runs, 'For large print'), 12, 195);
    isAt(runOf(runs, '01632 960105'), 12, 201.67);
    assert.doesNotMatch(wordsOf(runs), /Strangers become a group/);
  });

  test('says each fact once: on the front or here', () => {
    const words = wordsOf(back('sample-en'));
    assert.match(words, /Study Blended.* Where Quay House.* Modules .* You need .* Assessment .*/);
    assert.match(words, /Other costs None\. .* Ask us .* Terms ostrey\.example\/terms/);
    assert.doesNotMatch(words, /Starts|Takes|£4,250/);
  });

  test('begins its panel higher the more rows it has', () => {
    const headings = ['flyer-bare', 'sample-en', 'flyer-many'].map(
      (name) => runOf(back(name), 'Key facts').yMm,
    );
    const [few = 0, some = 0, many = 0] = headings;
    assert.ok(few > some + 40 && some >= many, String(headings));
    for (const name of ['flyer-bare', 'sample-en', 'flyer-many'])
      isAt(runOf(back(name), 'Terms'), 12, 180);
  });

  test('leaves out what need not be said before what has to, and says so', () => {
    const words = plain(back('flyer-many'));
    assert.match(words, /A module, number 1; A module, number 2; and 8 more/);
    assert.match(words, /Assessment .* Other costs /);
    assert.doesNotMatch(words, /Workload|Graduates of any subject/);
    assert.match(
      said,
      /many\.md: There is no room on the flyer for all facts; left out: .*Workload, For/,
    );
  });
});

describe('whatever the course', () => {
  const all = () => [...pages].flatMap(([name, sides]) => sides.map((runs) => ({ name, runs })));

  test('two pages, all words within the safe area, none on another', () => {
    assert.ok(all().length >= 20);
    for (const { name, runs } of all()) {
      assert.deepEqual(outside(runs, page), [], name);
      assert.deepEqual(overlaps(runs), [], name);
    }
    for (const [name, sides] of pages) assert.equal(sides.length, 2, name);
  });

  test('the checks see a word that was moved', () => {
    const runs = front('sample-en');
    const moved = { ...runOf(runs, 'Takes'), yMm: 175, xMm: 12.5 };
    assert.notDeepEqual(overlaps([...runs, moved]), []);
    assert.notDeepEqual(outside([...runs, { ...moved, xMm: 143 }], page), []);
  });

  test('text stands on lines of 5 mm, closer rows on lines of 2.5 mm', () => {
    let measured = 0;
    for (const { name, runs } of all()) {
      for (const { font, sizePt, yMm, text: words } of runs) {
        const isBody = /SourceSerif4-Regular/.test(font) || (sizePt > 9.3 && sizePt < 12.2);
        if (!isBody || /Draft|University|Prifysgol/.test(words)) continue;
        const off = Math.abs(yMm / 2.5 - Math.round(yMm / 2.5)) * 2.5;
        assert.ok(off < 0.15, `${name}: "${words}" is ${off.toFixed(2)} mm off`);
        measured++;
      }
    }
    assert.ok(measured > 200, `only ${measured} runs were measured`);
  });

  test('a screen reader hears the promise first, the back after the front, the name as the one title', () => {
    const bytes = readFileSync(path('sample-en'));
    const heard = spoken(bytes)
      .map(({ text: words }) => words)
      .join('');
    const order = [
      'Draft',
      'Learn to lead a group',
      'Group Therapy for',
      'Starts',
      'ostrey.example/gte',
    ];
    const after_ = ['How a group works', 'In the room', 'Key facts', 'For large print'];
    const places = [...order, ...after_].map((words) => heard.indexOf(words));
    assert.ok(
      places.every((at) => at >= 0),
      String(places),
    );
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    );
    assert.deepEqual(headingsOf(bytes), [
      'H1 Group Therapy for Empathy',
      'H2 In the room',
      'H2 Key facts',
    ]);
    assert.deepEqual(headingsOf(readFileSync(path('flyer-bare'))), [
      'H1 Art Therapy',
      'H2 Key facts',
    ]);
  });

  test('each language has its words', () => {
    assert.match(wordsOf(front('sample-cy')), /Yn dechrau 25 Medi 2028 .*Yn para .*Costau £4,250/);
    assert.match(wordsOf(back('sample-cy')), /Ffeithiau allweddol .*print bras/);
    assert.match(wordsOf(front('sample-fr')), /Début .*Durée .*Frais /);
    assert.match(wordsOf(front('sample-fr')), /Dessin par programme/);
  });
});
