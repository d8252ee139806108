import assert from 'node:assert/strict';
import test from 'node:test';
import { publication as schema } from '../../scripts/content/schema/publication.ts';
import { collector } from '../../scripts/finding.ts';
import { withoutClashes } from '../../scripts/plan/clashes.ts';
import { source } from '../helpers/setting.ts';

interface Piece {
  name: string;
  file?: string;
  line?: number;
  folder?: string;
  course?: string;
}

function planned(...pieces: Piece[]) {
  const { findings, report } = collector();
  const jobs = pieces.map(({ name, file = 'a', line = 2, folder = 'screen', course = 'law' }) => {
    const made = source(name, schema.parse({ kind: 'flyer', course }));
    const path = `content/publications/${file}.md`;
    const places = { name: { file: path, line } };
    return { publication: { ...made, file: path, places }, name, folder };
  });
  const left = withoutClashes(jobs, (job) => `${job.folder}/${job.name}.pdf`, report);
  return { left: left.map(({ name }) => name), findings };
}

test('names that differ are left alone, and one name in two folders', () => {
  const { left, findings } = planned(
    { name: 'law' },
    { name: 'laws' },
    { name: 'law', folder: 'print' },
    { name: 'console' },
  );
  assert.deepEqual([left, findings], [['law', 'laws', 'law', 'console'], []]);
});

const pairs: [one: string, other: string][] = [
  ['law', 'law'],
  ['law', 'LAW'],
  ['straße', 'STRASSE'],
  ['caf\u00e9', 'cafe\u0301'],
];
for (const [one, other] of pairs) {
  test(`${one} and ${other} are one file: neither is made, and both files and lines are named`, () => {
    const { left, findings } = planned(
      { name: one },
      { name: 'own' },
      { name: other, file: 'b', line: 7, course: 'art' },
    );
    assert.deepEqual(left, ['own']);
    const [finding] = findings;
    assert.deepEqual(
      [findings.length, finding?.code, finding?.severity, finding?.place],
      [1, 'plan/name-twice', 'error', { file: 'content/publications/b.md', line: 7 }],
    );
    assert.match(
      finding?.message ?? '',
      /The flyer about `law` \(content\/publications\/a\.md:2\)/,
    );
    assert.match(
      finding?.message ?? '',
      /the flyer about `art` \(content\/publications\/b\.md:7\)/,
    );
  });
}

test('a pattern that tells no courses apart is one finding, however many there are', () => {
  const all = planned(...Array.from({ length: 300 }, () => ({ name: 'x' })));
  assert.deepEqual([all.left, all.findings.length], [[], 1]);
  assert.match(all.findings[0]?.message ?? '', /and 297 more would all be/);
  const twice = Array.from({ length: 300 }, (_, i) => ({ name: `x${Math.floor(i / 2)}` }));
  const { findings } = planned(...twice);
  assert.equal(findings.length, 1);
  assert.match(findings[0]?.message ?? '', /The same holds for 149 more names\./);
});

test('no file gets the name of a device of Windows', () => {
  for (const name of ['con', 'nul', 'com1', 'lpt9', 'com¹']) {
    const { left, findings } = planned({ name }, { name: `${name}-draft` });
    assert.deepEqual(left, [`${name}-draft`]);
    assert.deepEqual(
      findings.map(({ code }) => code),
      ['plan/name-reserved'],
    );
  }
});
