import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { projectCacheFolder } from '../../scripts/setup/folders.mjs';
import { secretOf } from '../../scripts/setup/secret.mjs';
import { asUser, onPosix } from '../helpers/machines.ts';
import { lay, temporaryFolder } from './temporary.ts';

test('a secret is made once, for this user alone', onPosix, () => {
  const cache = join(temporaryFolder(), 'new', 'cache');
  const secret = secretOf(cache);
  assert.equal(secret?.length, 32);
  assert.deepEqual(secretOf(cache), secret);
  assert.equal(statSync(join(cache, 'secret')).mode & 0o777, 0o600);
  assert.equal(statSync(cache).mode & 0o777, 0o700);
  assert.deepEqual(readdirSync(cache), ['secret']);
  assert.notDeepEqual(secretOf(temporaryFolder()), secret);
});

test(
  'a secret that others could read, that is cut short or a link, is followed by another',
  onPosix,
  () => {
    const spoils: Record<string, (file: string) => void> = {
      'readable by others': (file) => chmodSync(file, 0o644),
      'cut short': (file) => writeFileSync(file, 'short'),
      'a link': (file) => {
        const other = lay(temporaryFolder(), { secret: 'x'.repeat(32) });
        chmodSync(join(other, 'secret'), 0o600);
        rmSync(file);
        symlinkSync(join(other, 'secret'), file);
      },
    };
    for (const [what, spoil] of Object.entries(spoils)) {
      const cache = temporaryFolder();
      const first = secretOf(cache);
      spoil(join(cache, 'secret'));
      const second = secretOf(cache);
      assert.equal(second?.length, 32, what);
      assert.notDeepEqual(second, first, what);
      assert.notDeepEqual(second, Buffer.from('x'.repeat(32)), what);
      assert.deepEqual(secretOf(cache), second, what);
    }
  },
);

test('where no secret can be kept there is none, and nothing is thrown', () => {
  const file = join(lay(temporaryFolder(), { cache: '' }), 'cache');
  assert.equal(secretOf(file), undefined);
  const project = temporaryFolder();
  const folder = projectCacheFolder(project, file);
  assert.equal(projectCacheFolder(project, file), folder);
});

test('the cache of a project has a name that nobody else can know', () => {
  const project = temporaryFolder();
  const [mine, theirs] = [temporaryFolder(), temporaryFolder()];
  const folder = projectCacheFolder(project, mine);
  assert.match(folder, /[/\\]\.press[/\\]cache[/\\][0-9a-f]{32}$/);
  assert.ok(folder.startsWith(project));
  assert.equal(projectCacheFolder(project, mine), folder);
  assert.notEqual(projectCacheFolder(project, theirs), folder);
  // Asking makes nothing in the project.
  assert.deepEqual(readdirSync(project), []);
});

test(
  'where there is no project, or .press is no true folder, the cache is with the user, one for each project',
  onPosix,
  () => {
    const cache = temporaryFolder();
    const elsewhere = temporaryFolder();
    const linked = temporaryFolder();
    symlinkSync(elsewhere, join(linked, '.press'));
    const filed = lay(temporaryFolder(), { '.press': '' });
    const deep = lay(temporaryFolder(), { '.press/x': '' });
    symlinkSync(elsewhere, join(deep, '.press/cache'));
    const missing = join(temporaryFolder(), 'misspelt');
    const folders = [linked, filed, deep, missing].map((project) =>
      projectCacheFolder(project, cache),
    );
    for (const folder of folders) assert.ok(folder.startsWith(join(cache, 'projects')), folder);
    assert.equal(new Set(folders).size, 4);
    assert.equal(existsSync(missing), false);
    assert.equal(existsSync(join(cache, 'projects')), false);
    assert.equal(readFileSync(join(filed, '.press'), 'utf8'), '');
  },
);

test('where the project may not be written the cache is with the user', asUser, () => {
  const project = temporaryFolder();
  chmodSync(project, 0o555);
  const cache = temporaryFolder();
  assert.ok(projectCacheFolder(project, cache).startsWith(cache));
  chmodSync(project, 0o755);
  assert.ok(projectCacheFolder(project, cache).startsWith(project));
});
