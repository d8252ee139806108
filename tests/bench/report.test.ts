import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  judged,
  markdownTable,
  type Results,
  type Row,
  table,
} from '../../scripts/bench/report.ts';

const rows: Row[] = [
  { what: 'a sheet', value: 640.4, unit: 'ms', toNode: 15.21, note: '2 pages' },
  judged({ what: 'again', value: 90, unit: 'ms', toNode: 2.1, limit: { of: 'toNode', atMost: 2 } }),
  judged({ what: 'all', value: 250, unit: 'ms', toNode: 6, limit: { of: 'value', atMost: 300 } }),
  judged({ what: 'peer', value: 3.456, unit: 'times', limit: { of: 'value', atLeast: 3 } }),
];
const results: Results = {
  machine: { processor: '2 x some', node: 'Node 24' },
  runs: 5,
  rows,
  peers: [
    { name: 'Typst', version: '0.15.2', state: 'measured' },
    { name: 'WeasyPrint', version: '70.0', state: 'skipped', reason: 'no Python' },
    { name: 'pagedjs-cli', version: '0.4.3', state: 'failed', reason: 'it left out and' },
  ],
};

test('a limit is met or missed, from above and from below', () => {
  assert.deepEqual(
    rows.map(({ met }) => met),
    [undefined, false, true, true],
  );
  const ratio = { what: '', value: 2.9, unit: 'times' } as const;
  assert.equal(judged({ ...ratio, limit: { of: 'value', atLeast: 3 } }).met, false);
  assert.equal(judged({ ...ratio, limit: { of: 'toNode', atMost: 3 } }).met, false);
});

test('the tables say what the JSON says', () => {
  const json = JSON.parse(JSON.stringify(results)) as Results;
  for (const text of [table(results), markdownTable(results)]) {
    const lines = text.split('\n').map((line) => line.replace(/\s+/g, ' ').replaceAll('| ', ''));
    assert.ok(
      lines.includes('a sheet (2 pages) 640 ms 15.2') ||
        lines.some((line) => line.startsWith('a sheet (2 pages) 640 ms 15.2 ')),
    );
    for (const { what, met, limit } of json.rows) {
      const line = lines.find((one) => one.startsWith(what)) ?? '';
      assert.equal(/\bmet\b/.test(line), met === true, line);
      assert.equal(/\bmissed\b/.test(line), met === false, line);
      assert.ok(!limit || line.includes(String(limit.atMost ?? limit.atLeast)), line);
    }
    for (const { name, version, state, reason } of json.peers) {
      assert.ok(text.includes(`${name} (${version})`));
      if (state !== 'measured') assert.ok(text.includes(`${state}, ${reason}`), text);
    }
    assert.ok(text.includes('Medians of 5 on 2 x some, Node 24.'));
  }
});
