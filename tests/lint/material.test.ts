import assert from 'node:assert/strict';
import { test } from 'node:test';
import { materialItems } from '../../scripts/lint/material.ts';
import { only } from '../content/projects.ts';
import { codesOf, complete, course, lint, yaml } from './publications.ts';

test('a complete course has nothing to be said of it', async (t) => {
  const { findings, read } = await lint(t);
  assert.deepEqual(read, []);
  assert.deepEqual(findings, []);
});

/** The table of what a course has to say, with the severity of each when it is missing. */
const severities: Record<string, 'gap' | 'warning'> = {
  title: 'gap',
  award: 'gap',
  awardedBy: 'gap',
  entry: 'gap',
  modules: 'warning',
  delivery: 'gap',
  location: 'gap',
  contactHours: 'warning',
  workload: 'warning',
  assessment: 'gap',
  duration: 'gap',
  starts: 'gap',
  mode: 'gap',
  pattern: 'gap',
  fees: 'gap',
  extraCosts: 'gap',
  terms: 'gap',
  apply: 'gap',
  ukprn: 'warning',
};

for (const [key, severity] of Object.entries(severities)) {
  test(`without ${key}: one finding, a ${severity}`, async (t) => {
    const { findings } = await lint(t, { facts: yaml({ [key]: undefined }) });
    assert.deepEqual(codesOf(findings), [`no-${key}`]);
    assert.equal(findings[0]?.severity, severity);
    assert.deepEqual(findings[0]?.place, { file: course, line: 1 });
    assert.match(findings[0]?.hint ?? '', new RegExp(`\`${key}:`));
  });

  test(`with an empty ${key}: the finding stands at its line`, async (t) => {
    const { findings } = await lint(t, { facts: yaml({ [key]: '' }) });
    assert.deepEqual(codesOf(findings), [`no-${key}`]);
    assert.equal(findings[0]?.place?.line, Object.keys(complete).indexOf(key) + 2);
  });
}

test('the table is the one of the tool, and each example is one the schema takes', async (t) => {
  assert.deepEqual(
    Object.fromEntries(materialItems.map(({ key, severity }) => [key, severity])),
    severities,
  );
  for (const { key, example } of materialItems) {
    const value = example.replace(/^\w+:/, '').replace(/` with `- (.*)$/, '[$1]');
    const { findings, read } = await lint(t, { facts: yaml({ [key]: value.trim() }) });
    assert.deepEqual(read, [], example);
    assert.ok(!codesOf(findings).includes(`no-${key}`));
  }
});

test('what is there but wrong is not called missing as well', async (t) => {
  const { findings, read } = await lint(t, {
    facts: yaml({ fees: 'lots', apply: '{until: soon}', awardedBy: '[x]' }),
  });
  assert.equal(read.length, 3);
  assert.deepEqual(findings, []);
});

test('what a misspelt key seems to mean is not called missing as well', async (t) => {
  const facts = yaml({
    duration: undefined,
    fees: '[{audience: uk, totl: 8500, covers: Teaching, validUntil: 2027-08-31}]',
    charts: '{a: {rows: [{year: 2020, value: 1}], unit: U, sorce: S}}',
  });
  const body = '![C](chart:a)\n';
  const { findings, read } = await lint(t, { facts: `${facts}\nduraton: One year`, body });
  assert.deepEqual(codesOf(findings), []);
  assert.equal(read.filter(({ code }) => code === 'content/unknown-key').length, 3);
  const other = await lint(t, { facts: `${yaml({ duration: undefined })}\nzebra: 1` });
  assert.deepEqual(codesOf(other.findings), ['no-duration']);
});

test('where the institution can say it for all, the hint says so', async (t) => {
  const { findings } = await lint(t, { facts: yaml({ ukprn: undefined, terms: undefined }) });
  assert.deepEqual(codesOf(findings), ['no-terms', 'no-ukprn']);
  for (const { hint } of findings) assert.match(hint, /institution\.md/);
});

test('the institution may give terms and number for all its courses', async (t) => {
  const institution = `name: H
contacts: [{email: a@example.ac.uk}]
terms: example.ac.uk/terms
ukprn: 10001234`;
  const facts = yaml({ terms: undefined, ukprn: undefined });
  assert.deepEqual((await lint(t, { facts, institution })).findings, []);
});

test('what is said by half is a finding', async (t) => {
  const halves: [change: Record<string, string>, code: string][] = [
    [{ entry: '{other: A year of practice}' }, 'entry-academic'],
    [{ fees: '[{audience: uk, perYear: 1, covers: T, validUntil: 2027-08-31}]' }, 'fee-total'],
    [{ fees: '[{audience: uk, total: 1, validUntil: 2027-08-31}]' }, 'fee-covers'],
    [{ fees: '[{audience: uk, total: 1, covers: T}]' }, 'fee-valid-until'],
    [{ accreditation: '[{status: accredited, until: 2030-01-01}]' }, 'accreditation-body'],
    [{ accreditation: '[{body: B}]' }, 'accreditation-until'],
    [{ apply: '{until: 2027-06-30}' }, 'apply-how'],
    [{ apply: '{url: example.ac.uk/a}' }, 'apply-until'],
  ];
  for (const [change, code] of halves) {
    const { findings } = await lint(t, { facts: yaml(change) });
    assert.deepEqual(codesOf(findings), [code]);
    assert.ok((findings[0]?.place?.line ?? 0) > 1);
  }
});

test('facts for another year than the publication’s are a finding', async (t) => {
  const facts = yaml({
    year: '2027',
    fees: '[{audience: uk, year: 2027, total: 1, covers: T, validUntil: 2027-08-31}]',
  });
  assert.deepEqual((await lint(t, { facts, publication: 'year: 2027' })).findings, []);
  const { findings } = await lint(t, { facts, publication: 'year: 2028' });
  assert.deepEqual(codesOf(findings), ['fees-other-year', 'other-year']);
  const own = `${facts}\nyears: {2028: {fees: [{audience: uk, total: 2, covers: T, validUntil: 2028-08-31}]}}`;
  assert.deepEqual((await lint(t, { facts: own, publication: 'year: 2028' })).findings, []);
});

test('a placeholder institution, one without a name or contacts', async (t) => {
  const { findings } = await lint(t, { institution: 'placeholder: true' });
  assert.deepEqual(codesOf(findings), [
    'institution-contacts',
    'institution-name',
    'placeholder-institution',
  ]);
  const finding = only(findings, 'lint/placeholder-institution');
  assert.deepEqual([finding.severity, finding.place?.line], ['gap', 2]);
});
