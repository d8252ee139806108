import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { press, projectFolder } from './helpers/press.ts';

/** A project of one broken course and one publication that is broken, too: nothing is printed of it. */
function broken(t: { after(done: () => void): void }): string {
  const folder = projectFolder();
  t.after(() => folder[Symbol.dispose]());
  const write = (path: string, text: string) => {
    mkdirSync(join(folder.path, path, '..'), { recursive: true });
    writeFileSync(join(folder.path, path), text);
  };
  write('content/institution.md', '---\nname: Harbour\n---\n');
  write('content/courses/a.md', '---\ntitle: A\ncredits: many\n---\nWords.\n');
  write('content/publications/p.md', '---\nkind: boook\n---\n');
  return folder.path;
}

test('lint, build and list answer programs in one shape', async (t) => {
  const project = broken(t);
  for (const command of ['lint', 'build', 'list']) {
    const { code, stdout } = await press([command, '--project', project, '--json']);
    assert.equal(code, 1, command);
    const { exit, project: folder, counts, findings } = JSON.parse(stdout);
    assert.equal(exit, 1, command);
    assert.equal(typeof folder, 'string', command);
    const codes = findings.map((finding: { code: string }) => finding.code);
    assert.ok(codes.includes('content/wrong-type'), `${command}: ${codes}`);
    const errors = findings.filter((finding: { severity: string }) => finding.severity === 'error');
    assert.ok(errors.length > 0, command);
    assert.deepEqual(
      [counts.error, counts.error + counts.warning + counts.note],
      [errors.length, findings.length],
      command,
    );
  }
});

test('lint of a project with nothing to be said ends with 0 and no findings', async (t) => {
  const project = broken(t);
  writeFileSync(join(project, 'content/courses/a.md'), '---\ntitle: A\n---\nWords.\n');
  writeFileSync(join(project, 'content/publications/p.md'), '---\nkind: book\n---\n');
  const { code, stdout } = await press(['lint', '--project', project, '--json']);
  const { exit, counts } = JSON.parse(stdout);
  assert.deepEqual([code, exit, counts.error], [0, 0, 0]);
});
