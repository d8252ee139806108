import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readUnit, scaled } from '../../../scripts/charts/words/unit.ts';
import { draw, drawn, labels, openProject, sessions } from '../desk.ts';

const years = (values: (number | null)[], kinds: string[] = []) =>
  values.map((value, i) => ({ year: 2019 + i, value, ...(kinds[i] ? { kind: kinds[i] } : {}) }));
const of = async (facts: object) => {
  const { title, alt, sentence, note } = await drawn({ source: 'S', ...facts });
  return { title, alt, sentence, note };
};

describe('readUnit', () => {
  const { world, close } = openProject();
  const read = (unit: string) => readUnit(unit, world);

  it('takes the scale off a unit, in three languages', () => {
    for (const [unit, what] of [
      ['Group therapy sessions in thousands', 'group therapy sessions'],
      ['Number of sessions (thousands)', 'sessions'],
      ['Ceisiadau mewn miloedd', 'ceisiadau'],
      ['Candidatures, en milliers', 'candidatures'],
    ] as const) {
      assert.deepEqual(
        { what: read(unit).what, factor: read(unit).factor },
        { what, factor: 1000 },
        unit,
      );
    }
    assert.equal(read('Pounds in millions').factor, 1e6);
    assert.equal(read('Number of sessions (thousands)').whole, 'sessions (thousands)');
    assert.equal(read('Applications').factor, 1);
    assert.equal(read('Thousands').factor, 1, 'a scale of nothing is the thing itself');
  });

  it('keeps the capitals of names, abbreviations and titles', () => {
    for (const unit of ['NHS referrals', 'Welsh speakers', 'Group Therapy Sessions', 'GCSEs']) {
      assert.equal(read(unit).whole, unit);
    }
    assert.equal(read('Students').whole, 'students');
  });

  it('multiplies without what binary fractions add', () => {
    assert.equal(scaled(1.005, read('Sessions in thousands')), 1005);
    assert.equal(scaled(4.35, read('Sessions in thousands')), 4350);
  });

  close();
});

describe('the words of a chart over time', () => {
  it('names the first fact, and calls a projection one', async () => {
    assert.deepEqual(await of(sessions), {
      title: '50,000 group therapy sessions in 2021; 75,000 projected for 2023',
      alt: 'Bar chart of group therapy sessions in thousands, 2021 to 2023',
      sentence:
        'Group therapy sessions rose from 50,000 in 2021 to 60,000 in 2022; the projection for 2023 is 75,000.',
      note: '2023 is a projection.',
    });
  });

  it('never words a projection or an estimate as a fact, wherever it stands', async () => {
    for (const kinds of [
      ['projection', 'projection', 'projection'],
      ['estimate', 'actual', 'projection'],
      ['actual', 'projection', 'actual'],
      ['projection', 'actual', 'actual'],
      ['actual', 'estimate', 'estimate'],
    ]) {
      const { title, sentence, note } = await of({
        unit: 'Sessions',
        rows: years([111, 222, 333], kinds),
      });
      const said = `${title}\n${sentence}`;
      kinds.forEach((kind, i) => {
        const value = String(111 * (i + 1));
        for (const line of said.split(/[\n;.]/).filter((part) => part.includes(value))) {
          if (kind === 'projection') assert.match(line, /project/, `${kinds}: ${line}`);
          if (kind === 'estimate') assert.match(line, /estimate/, `${kinds}: ${line}`);
          if (kind === 'actual')
            assert.doesNotMatch(
              line.replace(/.*(rose|fell)/, ''),
              /project|estimate/,
              `${kinds}: ${line}`,
            );
        }
        if (kind !== 'actual') assert.ok(note?.includes(String(2019 + i)), `${kinds}: ${note}`);
      });
    }
  });

  it('says fell, said again, and the turn between', async () => {
    assert.match(
      (await of({ unit: 'Sessions', rows: years([9, 5]) })).sentence,
      /^Sessions fell from 9 in 2019 to 5 in 2020\.$/,
    );
    assert.match(
      (await of({ unit: 'Sessions', rows: years([9, 9]) })).sentence,
      /9 in 2019 and again in 2020/,
    );
    const turned = (await of({ unit: 'Sessions', rows: years([5, 9, 6]) })).sentence;
    assert.equal(
      turned,
      'Sessions rose from 5 in 2019 to 6 in 2021. Most for 2020 (9), least for 2019 (5).',
    );
  });

  it('makes no phrase of a figure and a unit that are none', async () => {
    assert.equal(
      (await of({ unit: 'Change in per cent', rows: years([5, 2]) })).title,
      'Change in per cent: 5 in 2019; 2 in 2020',
    );
    assert.equal(
      (await of({ unit: 'Score', rows: years([0.5, 1]) })).title,
      'Score: 0.5 in 2019; 1 in 2020',
    );
  });

  it('speaks of one row, and passes over gaps', async () => {
    assert.equal((await of({ unit: 'Sessions', rows: years([7]) })).title, 'Sessions: 7 in 2019');
    assert.equal(
      (await of({ unit: 'Sessions', rows: years([null, 7, 8, null]) })).title,
      '7 sessions in 2020; 8 in 2021',
    );
  });

  it('says nothing it does not know where there is no unit', async () => {
    const { title, alt, sentence } = await of({ rows: years([5, 7], ['actual', 'projection']) });
    assert.equal(title, '5 in 2019; 7 projected for 2020');
    assert.equal(alt, 'Bar chart of 2019 to 2020');
    assert.equal(sentence, '5 in 2019; the projection for 2020 is 7.');
  });
});

describe('the words of other charts', () => {
  const regions = [
    { region: 'North', value: 31 },
    { region: 'West', value: 54, kind: 'projection' },
    { region: 'East', value: 12 },
  ];

  it('names the extremes of names, and what is projected', async () => {
    const { title, alt, sentence } = await of({ unit: 'Students', x: 'region', rows: regions });
    assert.equal(title, 'Students by region');
    assert.equal(alt, 'Bar chart of students by region');
    assert.equal(sentence, 'Students: most for West, projected (54), least for East (12).');
  });

  it('has a sentence for each series', async () => {
    const rows = [2021, 2022].flatMap((year, i) => [
      { year, mode: 'Online', value: 10 + i },
      { year, mode: 'In person', value: 30 - i },
    ]);
    const { title, sentence } = await of({ unit: 'Students', series: 'mode', rows });
    assert.equal(title, 'Students by mode, 2021 to 2022');
    assert.equal(
      sentence,
      'Students: Online rose from 10 in 2021 to 11 in 2022. In person fell from 30 in 2021 to 29 in 2022.',
    );
  });

  it('are never the same twice within a chart', async () => {
    const grouped = {
      series: 'mode',
      rows: regions.map((row) => ({ ...row, mode: 'a' })),
      x: 'region',
    };
    for (const facts of [
      sessions,
      { rows: years([1]) },
      { unit: 'Students', x: 'region', rows: regions },
      { unit: 'Students', ...grouped },
      { unit: 'Students', rows: years([3, 2, 9]), template: 'line' },
      { unit: 'Students', x: 'region', rows: regions, template: 'dot' },
    ]) {
      const chart = await drawn({ source: 'S', ...facts });
      const said = [chart.title, chart.alt, chart.sentence, chart.table.caption];
      assert.equal(new Set(said).size, 4, said.join('\n'));
      for (const words of said) assert.ok(words.length > 2, said.join('\n'));
    }
  });

  it('are said in Welsh and French, with nothing left to fill in', async () => {
    for (const lang of ['cy', 'fr']) {
      const { title, alt, sentence, note, table } = await drawn(sessions, {
        say: labels(lang),
        lang,
      });
      const all = [title, alt, sentence, note, table.caption, ...table.head].join('\n');
      assert.doesNotMatch(all, /[{}\ufffc]|projected|Bar chart|Year/, lang);
      assert.match(all, lang === 'cy' ? /rhagamcan/ : /projection/);
    }
  });

  it('give way to the author', async () => {
    const own = { title: 'Mine', alt: 'My alt', sentence: 'My sentence.' };
    const chart = await drawn({ ...sessions, ...own });
    assert.deepEqual({ title: chart.title, alt: chart.alt, sentence: chart.sentence }, own);
    assert.match(chart.svg, /aria-label="My alt"/);
  });
});

describe('the table of a chart', () => {
  it('has every figure in the chart’s own unit, and its kind', async () => {
    const { table } = await drawn(sessions);
    assert.deepEqual(table.head, ['Year', 'Group therapy sessions in thousands', 'Kind']);
    assert.deepEqual(table.rows, [
      ['2021', '50', 'actual'],
      ['2022', '60', 'actual'],
      ['2023', '75', 'projected'],
    ]);
  });

  it('has no column for kinds where all are facts, and says where a figure is missing', async () => {
    const { table } = await drawn({ ...sessions, rows: years([5, null, 7]) });
    assert.deepEqual(table.rows, [
      ['2019', '5'],
      ['2020', 'no figure'],
      ['2021', '7'],
    ]);
  });

  it('has a column for each series', async () => {
    const rows = [
      { year: 2021, mode: 'Online', value: 10 },
      { year: 2022, mode: 'Online', value: 11, kind: 'estimate' },
      { year: 2022, mode: 'In person', value: 29 },
    ];
    const { table } = await drawn({ unit: 'Students', source: 'S', series: 'mode', rows });
    assert.deepEqual(table.head, ['Year', 'Online', 'In person']);
    assert.deepEqual(table.rows, [
      ['2021', '10', 'no figure'],
      ['2022', '11, estimate', '29'],
    ]);
  });
});

describe('what a chart leaves out', () => {
  it('stays out: a source, a unit', async () => {
    const { chart, codes } = await draw({ rows: sessions.rows });
    assert.deepEqual([chart?.source, chart?.unit], [undefined, undefined]);
    assert.deepEqual(codes, [], 'lint says it, for all charts of a file at once');
  });

  it('is no unit where the column’s own name says it', async () => {
    const rows = [{ year: 2021, Applications: 5 }];
    const { chart } = await draw({ source: 'S', y: 'Applications', rows });
    assert.equal(chart?.unit, 'Applications');
  });
});
