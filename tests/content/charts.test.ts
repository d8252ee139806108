import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codes, only, readCourse } from './projects.ts';

const table = 'content/data/t.csv';

function withTable(t: Parameters<typeof readCourse>[0], csv: string | Uint8Array, chart = '') {
  const text = `---\ncharts:\n  a: {data: data/t.csv, unit: U, source: S${chart}}\n---\n`;
  return readCourse(t, text, { [table]: csv });
}

test('rows come from CSV: figures as numbers, empty cells as null, each with its place', async (t) => {
  const { findings, course } = await withTable(
    t,
    'year,value,kind\n2021,50,actual\n"2022/23",,\n007,-1.5,projection\n',
  );
  assert.deepEqual(codes(findings), []);
  assert.deepEqual(course?.facts.charts?.a?.rows, [
    { year: 2021, value: 50, kind: 'actual' },
    { year: '2022/23', value: null, kind: null },
    { year: '007', value: -1.5, kind: 'projection' },
  ]);
  assert.deepEqual(course?.places['charts.a.rows.0.value'], {
    file: table,
    line: 2,
    column: 6,
    length: 2,
  });
  assert.equal(course?.places['charts.a.rows.2']?.line, 4);
});

test('semicolons, tabs, quotes over lines, a byte-order mark and Windows lines are read', async (t) => {
  for (const csv of [
    'year;value\n2021;50\n',
    'year\tvalue\n2021\t50\n',
    '\uFEFFyear,value\r\n2021,50\r\n',
    '"year","value"\n\n"2021",50\n',
  ]) {
    const { course } = await withTable(t, csv);
    assert.deepEqual(
      course?.facts.charts?.a?.rows,
      [{ year: 2021, value: 50 }],
      JSON.stringify(csv),
    );
  }
  const { course } = await withTable(t, 'year,value,note\n2021,50,"two\nlines"\n2022,60,x\n');
  assert.equal(course?.places['charts.a.rows.1']?.line, 4);
});

const wrong: [what: string, csv: string, code: string, line: number, hint: RegExp][] = [
  ['a column that is named otherwise', 'yaer,value\n2021,50\n', 'column-missing', 1, /`x: yaer`/],
  ['a row too short', 'year,value\n2021,50\n2022\n', 'csv-width', 3, /cells/],
  ['a row too long', 'year,value\n2021,1,234\n', 'csv-width', 2, /quotes/],
  ['a figure that is none', 'year,value\n2021,"1,234"\n', 'not-a-figure', 2, /1234/],
  ['words for a figure', 'year,value\n2021,many\n', 'not-a-figure', 2, /empty/],
  ['a kind that is none', 'year,value,kind\n2021,1,projected\n', 'not-a-kind', 2, /`projection`/],
  ['an open quote', 'year,value\n2021,"50\n2022,60\n', 'csv-broken', 3, /quote/],
  ['a column without a name', 'year,,value\n2021,1,2\n', 'csv-header', 1, /name/],
  ['a column twice', 'year,value,value\n2021,1,2\n', 'csv-header', 1, /name/],
  ['a key of the prototype', 'year,__proto__\n2021,1\n', 'csv-header', 1, /name/],
  ['a constructor', 'year,value,constructor\n2021,1,2\n', 'csv-header', 1, /name/],
  ['nothing but names', 'year,value\n', 'csv-empty', 1, /rows/],
];
for (const [what, csv, code, line, hint] of wrong) {
  test(`CSV with ${what} is a finding with its line`, async (t) => {
    const { findings } = await withTable(t, csv);
    const finding = only(findings, `content/${code}`);
    assert.equal(finding.place?.line, line);
    assert.equal(finding.place?.file, table);
    assert.match(finding.hint, hint);
  });
}

test('rows in the front matter are held to the same', async (t) => {
  const { findings } = await readCourse(
    t,
    '---\ncharts:\n  a:\n    y: count\n    rows:\n      - {year: 2021, count: 5, kind: guess}\n      - {year: 2022, count: many}\n---\n',
  );
  assert.deepEqual(codes(findings).sort(), [
    'content/not-a-figure @ content/courses/x.md:7',
    'content/not-a-kind @ content/courses/x.md:6',
  ]);
});

const chartOf = (rows: string, more = '') =>
  `---\ncharts:\n  a:\n    unit: U\n${more}    rows:\n${rows}---\n`;

test('a misspelt column is named with its row and what was meant', async (t) => {
  const rows = '      - {year: 2021, value: 5}\n      - {year: 2022, valu: 14}\n';
  const { findings } = await readCourse(t, chartOf(rows));
  assert.equal(findings.length, 1, JSON.stringify(findings));
  const { message, hint, place, severity } = only(findings, 'content/unknown-column');
  assert.equal(severity, 'error');
  assert.match(message, /Row 2 .*`valu`/);
  assert.match(hint, /`value`/);
  assert.deepEqual([place?.line, place?.column], [7, 22]);
});

test('a row without a figure is a warning with its number, unless it says null', async (t) => {
  const rows =
    '      - {year: 2021, value: 5}\n      - {year: 2022}\n      - {year: 2023, value: null}\n      - year: 2024\n        value:\n';
  const { findings } = await readCourse(t, chartOf(rows));
  assert.deepEqual(codes(findings), [
    'content/no-figure @ content/courses/x.md:7',
    'content/no-figure @ content/courses/x.md:9',
  ]);
  assert.match(findings[0]!.message, /Row 2/);
  assert.match(findings[1]!.message, /Row 4/);
  assert.equal(findings[0]!.severity, 'warning');
});

test('rows that all lack the figure are one finding that says so', async (t) => {
  const bare = await readCourse(t, chartOf('      - {year: 2021}\n      - {year: 2022}\n'));
  assert.equal(bare.findings.length, 1);
  const lacking = only(bare.findings, 'content/column-missing');
  assert.match(lacking.message, /No row .*`value`/);
  assert.doesNotMatch(lacking.hint, /year/);
  const misspelt = await readCourse(t, chartOf('      - {year: 2021, valu: 1}\n'));
  assert.equal(misspelt.findings.length, 1, JSON.stringify(misspelt.findings));
  assert.match(only(misspelt.findings, 'content/column-missing').hint, /Did you mean `valu`/);
});

test('a figure cut off by a comma is an error, a column that nothing uses a warning', async (t) => {
  const rows = '      - {year: 2021, value: 1,400}\n      - {year: 2022, value: 1500}\n';
  const { findings } = await readCourse(t, chartOf(rows));
  assert.equal(findings.length, 1, JSON.stringify(findings));
  assert.match(only(findings, 'content/comma-in-braces').hint, /`value: 1400`/);
  const grouped =
    '      - {year: 2021, value: 1, town: A}\n      - {year: 2021, value: 2, town: B}\n';
  const unused = await readCourse(t, chartOf(grouped));
  assert.match(only(unused.findings, 'content/unused-column').message, /`town`/);
  const used = await readCourse(t, chartOf(grouped, '    series: town\n'));
  assert.deepEqual(codes(used.findings), []);
});

test('a table that is not there, and rows beside a table, are findings', async (t) => {
  const { findings } = await readCourse(
    t,
    '---\ncharts:\n  a: {data: data/none.csv}\n  b: {data: data/t.csv, rows: [{year: 1, value: 2}]}\n  c: {spec: data/none.vl.json}\n---\n',
    { [table]: 'year,value\n1,2\n' },
  );
  assert.deepEqual(codes(findings).sort(), [
    'content/file-missing @ content/courses/x.md:3',
    'content/file-missing @ content/courses/x.md:5',
    'content/rows-and-data @ content/courses/x.md:4',
  ]);
});

test('more rows than a chart can show are a finding', async (t) => {
  const rows = Array.from({ length: 600 }, (_, i) => `${i},1`).join('\n');
  const { findings, course } = await withTable(t, `year,value\n${rows}\n`);
  assert.equal(only(findings, 'content/too-many-rows').place?.line, 502);
  assert.equal(course?.facts.charts?.a?.rows?.length, 500);
});

test('a table that several charts show is read once and its faults said once', async (t) => {
  const { findings } = await readCourse(
    t,
    '---\ncharts:\n  a: {data: data/t.csv}\n  b: {data: data/t.csv}\n---\n',
    { [table]: 'year,value\n2021,many\n' },
  );
  assert.deepEqual(codes(findings), [`content/not-a-figure @ ${table}:2`]);
});
