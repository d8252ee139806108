import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readRows } from '../../scripts/charts/rows.ts';
import { chart } from '../../scripts/content/schema/chart.ts';
import { collector } from '../../scripts/finding.ts';
import { openProject, settingFor } from './desk.ts';

function read(facts: object) {
  const { world, close } = openProject();
  const { findings, report } = collector();
  const rows = readRows(chart.parse(facts), settingFor(world), report);
  close();
  return { rows, findings, codes: findings.map(({ code }) => code) };
}

const row = (year: number | string, value: number | string | null, more = {}) => ({
  year,
  value,
  ...more,
});

describe('readRows', () => {
  it('takes figures and kinds as they are', () => {
    const { rows, findings } = read({ rows: [row(2021, 50), row(2022, 60, { kind: 'estimate' })] });
    assert.deepEqual(findings, []);
    assert.deepEqual(rows?.items, [
      { x: '2021', value: 50, kind: 'actual', series: '' },
      { x: '2022', value: 60, kind: 'estimate', series: '' },
    ]);
  });

  it('takes figures that come as text, as from a file', () => {
    const { rows } = read({ rows: [row('2021', ' 50.5 '), row('2022', '-3'), row('2023', '−4')] });
    assert.deepEqual(
      rows?.items.map(({ value }) => value),
      [50.5, -3, -4],
    );
  });

  it('keeps a gap a gap: no zero', () => {
    const { rows, findings } = read({ rows: [row(2021, null), row(2022, ''), row(2023, 0)] });
    assert.deepEqual(
      rows?.items.map(({ value }) => value),
      [undefined, undefined, 0],
    );
    assert.deepEqual(findings, []);
  });

  it('orders times, and leaves names as the author has them', () => {
    const times = read({ rows: [row(2023, 1), row(2021, 2), row(2022, 3)] });
    assert.deepEqual(times.rows?.xs, ['2021', '2022', '2023']);
    assert.deepEqual(
      times.rows?.items.map(({ value }) => value),
      [2, 3, 1],
    );
    const names = read({ rows: [row('West', 1), row('East', 2)] });
    assert.deepEqual(names.rows?.xs, ['West', 'East']);
    assert.equal(names.rows?.temporal, false);
    assert.equal(read({ rows: [row('2021/22', 1), row('2022/23', 2)] }).rows?.temporal, true);
  });

  it('lets the kind of the source hold for rows that say none', () => {
    const { rows } = read({
      sourceKind: 'estimate',
      rows: [row(2021, 1), row(2022, 2, { kind: 'actual' })],
    });
    assert.deepEqual(
      rows?.items.map(({ kind }) => kind),
      ['estimate', 'actual'],
    );
  });

  it('says which figure is none, with its place', () => {
    for (const written of ['50%', 'about 50', '1,250', '1.2.3', 'NaN', 'Infinity', '0x10']) {
      const { rows, findings } = read({ rows: [row(2021, 1), row(2022, written)] });
      assert.equal(rows, undefined, written);
      assert.deepEqual(
        findings.map(({ code }) => code),
        ['charts/not-a-number'],
        written,
      );
      assert.equal(findings[0]?.place?.file, 'course.md#rows.1.value');
      assert.ok(findings[0]?.message.includes(`"${written}"`));
    }
  });

  it('reports every fault of all rows in one go', () => {
    const { codes } = read({
      rows: [
        row(2021, 'x'),
        { value: 3 },
        row(2023, 1, { kind: 'guess' }),
        row(2023, 2),
        row(2024, 1e15),
      ],
    });
    assert.deepEqual(codes.toSorted(), [
      'charts/duplicate-row',
      'charts/no-label',
      'charts/not-a-number',
      'charts/number-too-large',
      'charts/unknown-kind',
    ]);
  });

  it('has a finding for no rows, no column, only gaps', () => {
    assert.deepEqual(read({}).codes, ['charts/no-rows']);
    assert.deepEqual(read({ rows: [] }).codes, ['charts/no-rows']);
    const wrong = read({ rows: [{ jahr: 2021, wert: 3 }] });
    assert.deepEqual(wrong.codes, ['charts/no-column', 'charts/no-column']);
    assert.match(wrong.findings[0]?.hint ?? '', /`jahr`, `wert`/);
    assert.deepEqual(read({ series: 'mode', rows: [row(2021, 1)] }).codes, ['charts/no-column']);
    assert.deepEqual(read({ rows: [row(2021, null)] }).codes, ['charts/no-figures']);
  });

  it('takes the same place twice only where a series tells the rows apart', () => {
    const rows = [row(2021, 1, { mode: 'a' }), row(2021, 2, { mode: 'b' })];
    assert.deepEqual(read({ rows }).codes, ['charts/duplicate-row']);
    assert.deepEqual(read({ rows, series: 'mode' }).codes, []);
  });

  it('refuses more series than can be told apart', () => {
    const rows = ['a', 'b', 'c', 'd', 'e'].map((mode) => row(2021, 1, { mode }));
    assert.deepEqual(read({ rows, series: 'mode' }).codes, ['charts/too-many-series']);
    assert.deepEqual(read({ rows: rows.slice(1), series: 'mode' }).codes, []);
  });

  it('is not led astray by names that objects have by nature', () => {
    const { codes } = read({ y: 'constructor', rows: [row(2021, 1)] });
    assert.deepEqual(codes, ['charts/no-column']);
  });
});
