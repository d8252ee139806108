import assert from 'node:assert/strict';
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readCached } from '../../scripts/charts/cache.ts';
import { openStore } from '../../scripts/images/kept.ts';
import { tidyCaches } from '../../scripts/plan/tidy.ts';
import { worldOf } from '../content/projects.ts';
import { lay, temporaryFolder } from '../setup/temporary.ts';

const dayMs = 24 * 60 * 60 * 1000;

function age(path: string, days: number): void {
  const then = new Date(Date.now() - days * dayMs);
  utimesSync(path, then, then);
}

/** A project's cache and a user's, where each file of the name `old…` is 61 days old. */
function caches() {
  const folder = temporaryFolder();
  const world = {
    ...worldOf(folder),
    cache: join(folder, 'cache'),
    userCache: join(folder, 'user'),
  };
  const names = [
    ...['images', 'charts', 'shells'].flatMap((kind) => [`cache/${kind}/old`, `cache/${kind}/new`]),
    ...['cache/made/old', 'cache/drafts/new', 'user/secret', 'user/browser/old'],
    ...['user/compiled/v24/old', 'user/compiled/v24/new'],
    ...['user/projects/old/images/new', 'user/projects/new/images/old'],
  ];
  lay(folder, Object.fromEntries(names.map((name) => [name, 'kept'])));
  for (const name of names.filter((one) => one.endsWith('/old'))) age(join(folder, name), 61);
  age(join(folder, 'user/projects/old'), 61);
  const left = () => names.filter((name) => existsSync(join(folder, name)));
  return { folder, world, names, left };
}

test('what no build has used for long goes, and only that', () => {
  const { folder, world, names, left } = caches();
  tidyCaches(world);
  assert.deepEqual(left(), names, 'a cache that was never looked through has nothing old');
  tidyCaches(world);
  assert.deepEqual(left(), names, 'once a day is enough');
  for (const cache of ['cache', 'user']) age(join(folder, cache, 'tidied'), 2);
  age(join(folder, 'cache/drafts/new'), 2);
  tidyCaches(world);
  const gone = names.filter((name) => !left().includes(name));
  assert.deepEqual(gone, [
    'cache/images/old',
    'cache/charts/old',
    'cache/shells/old',
    'cache/drafts/new',
    'user/compiled/v24/old',
    'user/projects/old/images/new',
  ]);
  assert.deepEqual(readdirSync(join(folder, 'user/projects')), ['new']);
  tidyCaches(world);
  assert.equal(left().length, names.length - gone.length);
});

test('a project whose cache lies with the user’s is in use as long as it is built', () => {
  const { folder, world, left } = caches();
  const cache = join(folder, 'user/projects/old');
  tidyCaches({ ...world, cache });
  age(join(folder, 'user/tidied'), 2);
  tidyCaches({ ...world, cache });
  assert.ok(left().includes('user/projects/old/images/new'));
  assert.ok(left().includes('user/compiled/v24/new') && !left().includes('user/compiled/v24/old'));
});

test('a picture and a chart that are taken from the cache are of use from then on', () => {
  const { folder } = caches();
  const isNew = (path: string) => Date.now() - statSync(path).mtimeMs < dayMs;
  const images = openStore<object>(join(folder, 'cache/images'));
  const { path } = images.keep('a', Buffer.from('picture'), {});
  const files = [path, path.replace('.jpg', '.json')];
  for (const file of files) age(file, 61);
  assert.deepEqual(files.map(isNew), [false, false]);
  assert.ok(images.find('a'));
  assert.deepEqual(files.map(isNew), [true, true]);

  lay(folder, { 'cache/charts/a.json': '{}' });
  const chart = join(folder, 'cache/charts/a.json');
  age(chart, 61);
  assert.deepEqual(readCached(chart), {});
  assert.ok(isNew(chart));
});

test('a cache that is not there is no fault', () => {
  const folder = temporaryFolder();
  tidyCaches({ ...worldOf(folder), cache: join(folder, 'none'), userCache: join(folder, 'no') });
  assert.deepEqual(readdirSync(folder), []);
});
