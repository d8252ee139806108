import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, yearOf } from '../../scripts/lint/dates.ts';
import { codesOf, lint, type Piece, yaml } from './publications.ts';

/** The one day from which a finding is there, checked on the day before and on the day itself. */
async function appears(
  t: Parameters<typeof lint>[0],
  piece: Piece,
  code: string,
  day: string,
  line: number,
) {
  const before = await lint(t, { ...piece, asOf: addDays(day, -1) });
  assert.ok(!codesOf(before.findings).includes(code), `${code} is not there before ${day}`);
  assert.equal(before.changesOn, day, 'the day is announced');
  const on = await lint(t, { ...piece, asOf: day });
  const found = on.findings.filter((finding) => finding.code === `lint/${code}`);
  assert.equal(found.length, 1, code);
  assert.equal(found[0]?.place?.line, line);
  return found[0]!;
}

// Only what is being looked at has a last day.
const ageless = {
  fees: '[{audience: uk, total: 1, covers: T}]',
  apply: '{text: Ask}',
  starts: '[In September]',
};
const last = 21; // the line after the facts of `yaml()`

const aging: [what: string, changes: Record<string, string>, line: number][] = [
  ['the file', { validUntil: '2027-03-31' }, last],
  ['a fee', { fees: '[{audience: uk, total: 1, covers: T, validUntil: 2027-03-31}]' }, 16],
  [
    'a claim',
    {
      claims:
        '[{text: C, source: S, date: 2026-01-01, kind: actual, evidence: E, validUntil: 2027-03-31}]',
    },
    last,
  ],
  [
    'a chart',
    { charts: '{a: {rows: [{year: 2020, value: 1}], unit: U, source: S, validUntil: 2027-03-31}}' },
    last,
  ],
  ['an accreditation', { accreditation: '[{body: B, until: 2027-03-31}]' }, last],
  [
    'a consent',
    { images: '[{file: images/a.jpg, alt: A, rights: R, consentUntil: 2027-03-31}]' },
    last,
  ],
];
for (const [what, changes, line] of aging) {
  test(`${what} holds through its last day and not after`, async (t) => {
    const facts = yaml({ ...ageless, ...changes });
    const found = await appears(t, { facts }, 'expired', '2027-04-01', line);
    assert.equal(found.severity, 'gap');
    assert.match(found.message, /^(?:This (?:file|entry of `[a-z]+`)|The chart `a`|`entry`) /i);
    assert.match(found.message, /2027-03-31/);
  });
}

test('the publication and the institution age too', async (t) => {
  const facts = yaml(ageless);
  await appears(t, { facts, publication: 'validUntil: 2027-03-31' }, 'expired', '2027-04-01', 4);
  const institution = 'name: H\ncontacts: [{email: a@example.ac.uk}]\nvalidUntil: 2027-03-31';
  await appears(t, { facts, institution }, 'expired', '2027-04-01', 4);
});

test('applications: a warning in the last 30 days, a gap after the last', async (t) => {
  const piece = { facts: yaml({ ...ageless, apply: '{until: 2027-06-30, text: Ask}' }) };
  const soon = await appears(t, piece, 'apply-soon', '2027-06-01', 19);
  assert.equal(soon.severity, 'warning');
  const past = await appears(t, piece, 'apply-past', '2027-07-01', 19);
  assert.equal(past.severity, 'gap');
  const after = await lint(t, { ...piece, asOf: '2027-07-01' });
  assert.ok(!codesOf(after.findings).includes('apply-soon'));
  assert.equal(after.changesOn, undefined);
});

test('applications that close before they open are a warning', async (t) => {
  const { findings } = await lint(t, {
    facts: yaml({ apply: '{from: 2027-07-01, until: 2027-06-30, text: Ask}' }),
  });
  assert.deepEqual(codesOf(findings), ['apply-backwards']);
});

test('the last start, once past, is a gap; words have no day', async (t) => {
  const facts = yaml({ ...ageless, starts: '[2027-09-27, 2027-01-11]' });
  await appears(t, { facts }, 'starts-past', '2027-09-28', 13);
  const mixed = await lint(t, { facts: yaml({ starts: '[2020-09-27, each term]' }) });
  assert.deepEqual(mixed.findings, []);
});

test('a start that looks like a date and is none is a warning', async (t) => {
  const { findings } = await lint(t, { facts: yaml({ starts: '[2027-02-30]' }) });
  assert.deepEqual(codesOf(findings), ['start-not-date']);
});

test('a start in figures with dots or slashes is a warning with the date to write', async (t) => {
  for (const [start, hint] of [
    ['25.09.2028', /`2028-09-25`/],
    ['25/09/2028', /`2028-09-25`/],
    ['2028/09/25', /year-month-day/],
    ['03/04/2028', /year-month-day/],
  ] as const) {
    const { findings } = await lint(t, { facts: yaml({ starts: `[${start}]` }) });
    assert.deepEqual(codesOf(findings), ['start-not-date'], start);
    assert.match(findings[0]!.hint, hint);
  }
  for (const start of ['2027/28', 'September 2027', 'Weeks 1/2', '"2027"']) {
    const { findings } = await lint(t, { facts: yaml({ starts: `[${start}]` }) });
    assert.deepEqual(codesOf(findings), [], start);
  }
});

test('a projection is stale once its year is over', async (t) => {
  const row =
    '{a: {rows: [{year: 2026, value: 1}, {year: 2027, value: 2, kind: projection}], unit: U, source: S}}';
  const chart = await appears(
    t,
    { facts: yaml({ ...ageless, charts: row }) },
    'projection-past',
    '2028-01-01',
    last,
  );
  assert.match(chart.message, /2027/);
  const claim =
    '[{text: By 2027 demand doubles, source: S, date: 2026-01-01, kind: projection, evidence: E}]';
  await appears(
    t,
    { facts: yaml({ ...ageless, claims: claim }) },
    'projection-past',
    '2028-01-01',
    last,
  );
  const actual = await lint(t, {
    facts: yaml({ claims: claim.replace('projection', 'actual') }),
    asOf: '2027-01-01',
  });
  assert.ok(!codesOf(actual.findings).includes('projection-past'));
});

test('facts of years that are not printed do not age', async (t) => {
  const facts = `${yaml(ageless)}\nyears: {2026: {fees: [{audience: uk, total: 1, validUntil: 2020-01-01}]}}`;
  const { findings, changesOn } = await lint(t, { facts });
  assert.ok(!codesOf(findings).includes('expired'));
  assert.equal(changesOn, undefined);
});

test('the first of all days is the one announced', async (t) => {
  const { changesOn } = await lint(t);
  assert.equal(changesOn, '2027-06-01');
  assert.equal((await lint(t, { asOf: '2027-06-30' })).changesOn, '2027-07-01');
  assert.equal((await lint(t, { asOf: '2027-07-01' })).changesOn, '2027-09-01');
  assert.equal((await lint(t, { asOf: '2030-01-01' })).changesOn, undefined);
});

test('between two announced days the findings are the same', async (t) => {
  let asOf = '2026-11-23';
  for (let step = 0; step < 4; step++) {
    const { findings, changesOn } = await lint(t, { asOf });
    if (!changesOn) break;
    const eve = await lint(t, { asOf: addDays(changesOn, -1) });
    assert.deepEqual(eve.findings, findings);
    const day = await lint(t, { asOf: changesOn });
    assert.notDeepEqual(day.findings, findings);
    asOf = changesOn;
  }
});

test('years are read from figures, academic years and words', () => {
  const years: [unknown, number | undefined][] = [
    [2023, 2023],
    ['2023 (projected)', 2023],
    ['2022/23', 2023],
    ['2022–23', 2023],
    ['by 2027, from 2021', 2027],
    ['2028-05-01', 2028],
    ['12345', undefined],
    ['soon', undefined],
    [null, undefined],
  ];
  for (const [value, year] of years) assert.equal(yearOf(value), year, String(value));
});
