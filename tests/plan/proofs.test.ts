import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { collector } from '../../scripts/finding.ts';
import { openProofs } from '../../scripts/plan/proofs.ts';
import { openWorld } from '../../scripts/world.ts';

const jpeg = Buffer.from('JPEG');

function opened(t: TestContext) {
  const project = mkdtempSync(join(tmpdir(), 'press-proofs-'));
  t.after(() => rmSync(project, { recursive: true, force: true }));
  const world = openWorld({ project });
  const { findings, report } = collector();
  const folder = join(world.out, 'report/crops');
  return { world, folder, findings, open: () => openProofs(world, report) };
}

test('what a build shows is there; what it no longer shows goes, and nothing else', (t) => {
  const { folder, open } = opened(t);
  const [a, b] = [join(folder, 'a-30x30-012345.jpg'), join(folder, 'b-97x210-abcdef.jpg')];
  const first = open();
  first.keep(a, jpeg);
  first.keep(b, jpeg);
  first.keep(a, jpeg);
  assert.deepEqual(first.files(), [a, b]);
  writeFileSync(join(folder, 'mine.jpg'), 'of somebody');
  const second = open();
  second.keep(b, jpeg);
  second.prune();
  assert.deepEqual(readdirSync(folder), ['b-97x210-abcdef.jpg', 'mine.jpg']);
  assert.deepEqual(second.files(), [b]);
});

test('with the last of them its folder goes, unless something else lies there', (t) => {
  const { world, folder, open } = opened(t);
  open().prune();
  assert.ok(!existsSync(world.out), 'nothing is made to be emptied');
  open().keep(join(folder, 'a-30x30-012345.jpg'), jpeg);
  open().prune();
  assert.ok(existsSync(world.out) && !existsSync(join(world.out, 'report')));
});

test('a folder that leads elsewhere is not written to, nor emptied', (t) => {
  const { world, folder, open, findings } = opened(t);
  const elsewhere = opened(t).world.project;
  mkdirSync(join(world.out, 'report'), { recursive: true });
  symlinkSync(elsewhere, folder);
  writeFileSync(join(elsewhere, 'a-30x30-012345.jpg'), 'of somebody');
  const proofs = open();
  proofs.keep(join(folder, 'b-97x210-abcdef.jpg'), jpeg);
  proofs.prune();
  assert.deepEqual(readdirSync(elsewhere), ['a-30x30-012345.jpg']);
  assert.deepEqual(proofs.files(), []);
  assert.equal(findings[0]?.severity, 'error');
});
