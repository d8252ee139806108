import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { press, shippedProject } from '../helpers/press.ts';

/** The clock of a process, 400 days on. */
const later = `data:text/javascript,${encodeURIComponent(`
  const RealDate = Date, shift = 400 * 864e5;
  globalThis.Date = class extends RealDate {
    constructor(...given) { super(...(given.length ? given : [RealDate.now() + shift])); }
    static now() { return RealDate.now() + shift; }
  };`)}`;

const projects: ReturnType<typeof shippedProject>[] = [];
let first: Record<string, string>;

function project(): string {
  const folder = shippedProject();
  projects.push(folder);
  return folder.path;
}

function hashes(path: string): Record<string, string> {
  const folder = join(path, 'output/screen');
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );
}

before(async () => {
  const path = project();
  const { code, stderr } = await press(['build', '--project', path, '--jobs', '1']);
  assert.equal(code, 0, stderr);
  first = hashes(path);
});
after(() => {
  for (const folder of projects) folder[Symbol.dispose]();
});

test('another folder, time zone, language and number of jobs give the same files', async () => {
  const path = project();
  const env = { TZ: 'Pacific/Kiritimati', LANG: 'cy_GB.UTF-8', LC_ALL: 'fr_FR.UTF-8' };
  assert.equal((await press(['build', '--project', path, '--jobs', '4'], env)).code, 0);
  assert.deepEqual(hashes(path), first);
});

test('a clock 400 days on changes findings at most, no byte of a file', async () => {
  const path = project();
  assert.equal(
    (await press(['build', '--project', path], { NODE_OPTIONS: `--import=${later}` })).code,
    0,
  );
  assert.deepEqual(hashes(path), first);
});

test('files made from warm caches are those made from cold ones', async () => {
  const path = project();
  await press(['build', '--project', path]);
  rmSync(join(path, 'output'), { recursive: true });
  assert.equal((await press(['build', '--project', path])).code, 0);
  assert.deepEqual(hashes(path), first);
});

test('other content gives other files: the comparison can fail', async () => {
  const path = project();
  const file = join(path, 'content/courses/group-therapy-for-empathy.md');
  const { writeFileSync } = await import('node:fs');
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace('Postgraduate Certificate\n', 'Certificate\n'),
  );
  await press(['build', '--project', path]);
  for (const [name, hash] of Object.entries(hashes(path))) assert.notEqual(hash, first[name]);
});
