import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factRows } from '../../scripts/layout/facts.ts';
import { course, settingFor } from '../helpers/setting.ts';

const all = {
  title: 'Group Therapy for Empathy',
  award: 'Postgraduate Certificate',
  awardedBy: 'Sample University',
  credits: 60,
  level: 7,
  duration: '1 year',
  starts: ['2027-09-20', '2028-01-17'],
  mode: 'Part time',
  pattern: 'One evening a week',
  delivery: 'Blended',
  location: 'Sample City',
  audience: 'Working professionals',
  entry: { academic: 'A degree', other: 'A year of work', english: 'IELTS 6.5' },
  contactHours: '8 a week',
  workload: '20 hours a week',
  assessment: 'Two essays',
  careers: 'Community services',
  accreditation: [{ body: 'Sample Society', status: 'accredited', until: '2029-07-31' }],
  fees: [
    { audience: 'uk', total: 4250, instalments: 'or two parts of £2,125' },
    { audience: 'international', total: 8900 },
  ],
  extraCosts: 'None',
};

const text = (html: unknown) =>
  String(html)
    .replace(/ <\/span>(?=<span class="value">)/g, '</span> / ')
    .replace(/<[^>]*>/g, '');
const rowsOf = (facts: object, lang?: string) =>
  factRows(
    course('x', facts),
    settingFor({ publication: { year: 2027 }, ...(lang ? { lang } : {}) }),
  );
const shown = (facts: object, lang?: string) =>
  rowsOf(facts, lang).map(({ label, amount, value }) => [
    label,
    amount ? text(amount) : '',
    text(value),
  ]);

test('every fact has its row: what people ask first, then what gives way in a full panel', () => {
  assert.deepEqual(
    shown(all).map(([label]) => label),
    [
      ...['Awarded by', 'Length', 'Starts', 'Study', 'Where', 'You need', 'Assessment'],
      ...['UK fee', 'International fee', 'Other costs'],
      ...['For', 'Contact hours', 'Workload', 'Accreditation', 'Work'],
    ],
  );
});

test('facts of one kind share a row, and none is said twice', () => {
  const length = (facts: object) => shown(facts).find(([label]) => label === 'Length')?.[2];
  assert.equal(length({ duration: '1 year', mode: 'Part time' }), '1 year / Part time');
  assert.equal(length({ duration: '1 year, part time', mode: 'Part time' }), '1 year, part time');
});

test('what the fees cover stands right below them and begins as every value does', () => {
  const fee = { total: 4250, covers: 'Teaching and books', validUntil: '2028-07-31' };
  const fees = [
    { audience: 'uk', ...fee },
    { audience: 'international', ...fee },
  ];
  const rows = shown({ fees, extraCosts: 'None' });
  assert.deepEqual(
    rows.map(([label]) => label),
    ['UK fee', 'International fee', 'Fees cover', 'Other costs'],
  );
  assert.equal(rows[2]?.[2], 'Teaching and books; valid until 31\u00a0July\u00a02028');
  const dated = fees.map(({ covers, ...rest }) => rest);
  assert.deepEqual(shown({ fees: dated }).at(-1), [
    'Fees valid',
    '',
    'until 31\u00a0July\u00a02028',
  ]);
});

test('what differs from fee to fee is said with each', () => {
  const fees = [
    { audience: 'uk', total: 4250, covers: 'Teaching and books', validUntil: '2028-07-31' },
    { audience: 'international', total: 8900, covers: 'Teaching', validUntil: '2028-07-31' },
  ];
  assert.deepEqual(
    shown({ fees }).map(([label, , value]) => [label, value]),
    [
      ['UK fee', 'in total; covers teaching and books'],
      ['International fee', 'in total; covers teaching'],
      ['Fees valid', 'until 31\u00a0July\u00a02028'],
    ],
  );
});

test('a fee names its audience, then the whole amount, then what it means', () => {
  const fee = shown(all).find(([label]) => label === 'UK fee');
  assert.deepEqual(fee, ['UK fee', '£4,250', 'in total, or two parts of £2,125']);
});

test('dates are written as the language writes them and never break', () => {
  const starts = shown(all).find(([label]) => label === 'Starts');
  assert.equal(starts?.[2], '20\u00a0September\u00a02027 or 17\u00a0January\u00a02028');
  const french = shown(all, 'fr').find(([, , value]) => value?.includes('2027'));
  assert.equal(french?.[2], '20\u00a0septembre\u00a02027 ou 17\u00a0janvier\u00a02028');
});

test('fees of another year of entry are not printed', () => {
  const fees = [
    { audience: 'uk', total: 4000, year: 2026 },
    { audience: 'uk', total: 4250, year: 2027 },
  ];
  assert.deepEqual(shown({ fees }), [['UK fee', '£4,250', 'in total']]);
});

for (const key of Object.keys(all)) {
  test(`without ${key} no row is empty and no comma is orphaned`, () => {
    const { [key as keyof typeof all]: _, ...rest } = all;
    assert.ok(shown(rest).length >= 8, `${shown(rest).length} rows`);
    for (const [label, amount, value] of shown(rest)) {
      assert.ok(label && (amount || value), `${label} is empty`);
      assert.doesNotMatch(`${value}`, /^[,;/ ]|[,;/ ]$|, ,|undefined|NaN|null/);
    }
  });
}

test('a course without facts has no rows', () => {
  assert.deepEqual(rowsOf({}), []);
});

test('every printed fact says which it is, and hostile text stays text', () => {
  const [row] = rowsOf({ duration: '<script>alert(1)</script> & "more"' });
  assert.equal(
    String(row?.value),
    '<span data-fact="x#duration">&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;</span>',
  );
});
