import assert from 'node:assert/strict';
import { chmodSync, existsSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { FINDERS, findBrowser } from '../../scripts/browser/find.ts';
import { findEmbedded } from '../../scripts/browser/finders/embedded.ts';
import { findInEnvironment } from '../../scripts/browser/finders/environment.ts';
import { findInstalled } from '../../scripts/browser/finders/installed.ts';
import { findInPuppeteerCache } from '../../scripts/browser/finders/puppeteer-cache.ts';
import type { Finder, FoundBrowser } from '../../scripts/browser/found.ts';
import { collector } from '../../scripts/finding.ts';
import { openWorld, type World } from '../../scripts/world.ts';
import { makeFolder, makeWorld, writeProgram } from './world.ts';

const onLinux = { skip: process.platform !== 'linux' && 'programs lie elsewhere on other systems' };

async function look(finder: Finder, world: World) {
  const { findings, report } = collector();
  return { found: await finder(world, report), codes: findings.map(({ code }) => code), findings };
}

function program(folder: string, name: string, version: string): string {
  return writeProgram(join(folder, name), `echo "Chromium ${version} built on Debian"`);
}

test('the ways are tried in the order that was decided', () => {
  const order = ['environment', 'embedded', 'puppeteer cache', 'installed'];
  assert.deepEqual(Object.keys(FINDERS), order);
});

test('the first browser found is taken, and no way after it is tried', async () => {
  const browser = { path: '/b', how: 'embedded' } as FoundBrowser;
  const never = () => assert.fail('tried');
  const { findings, report } = collector();
  const ways = [async () => undefined, async () => browser, never];
  assert.equal(await findBrowser(makeWorld(), report, ways), browser);
  assert.deepEqual(findings, []);
});

test('no browser at all is a finding that says what to do', async () => {
  const { findings, report } = collector();
  assert.equal(await findBrowser(makeWorld(), report, [async () => undefined]), undefined);
  assert.equal(findings.length, 1);
  assert.equal(findings[0]?.code, 'browser/none');
  assert.equal(findings[0]?.severity, 'error');
  assert.match(findings[0]?.hint ?? '', /Install Chrome.*PUPPETEER_EXECUTABLE_PATH/s);
});

test('the program that the environment names is taken', onLinux, async () => {
  const path = program(makeFolder(), 'mine', '153.0.8010.0');
  const { found, codes } = await look(
    findInEnvironment,
    makeWorld({ env: { PUPPETEER_EXECUTABLE_PATH: path } }),
  );
  assert.equal(found?.path, path);
  assert.equal(found?.version, '153.0.8010.0');
  assert.equal(found?.how, 'environment');
  assert.deepEqual(codes, []);
});

test('a version before 153 is refused, and says so with its number', onLinux, async () => {
  for (const version of ['152.9.9999.99', '147.0.7700.1', '99.0.1.1']) {
    const path = program(makeFolder(), 'old', version);
    const { found, findings } = await look(
      findInEnvironment,
      makeWorld({ env: { PUPPETEER_EXECUTABLE_PATH: path } }),
    );
    assert.equal(found, undefined);
    assert.equal(findings[0]?.code, 'browser/too-old');
    assert.ok(findings[0]?.message.includes(version));
  }
});

test('a program that is not there, or does not run, is a finding', onLinux, async () => {
  const folder = makeFolder();
  const cases: [string, string][] = [
    [join(folder, 'nowhere'), 'browser/program-missing'],
    [folder, 'browser/program-missing'],
    [
      writeProgram(join(folder, 'broken'), 'echo "libnss3.so: not found" >&2; exit 127'),
      'browser/does-not-run',
    ],
    [writeProgram(join(folder, 'silent'), 'exit 0'), 'browser/does-not-run'],
  ];
  for (const [path, code] of cases) {
    const world = makeWorld({ env: { PUPPETEER_EXECUTABLE_PATH: path } });
    const { found, codes } = await look(findInEnvironment, world);
    assert.equal(found, undefined);
    assert.deepEqual(codes, [code], path);
  }
});

test('another build of a program is another identity', onLinux, async () => {
  const path = program(makeFolder(), 'mine', '160.0.0.1');
  const world = makeWorld({ env: { PUPPETEER_EXECUTABLE_PATH: path } });
  const first = (await look(findInEnvironment, world)).found?.identity;
  assert.equal((await look(findInEnvironment, world)).found?.identity, first);
  writeFileSync(path, '#!/bin/sh\necho  Chromium 160.0.0.1');
  assert.notEqual((await look(findInEnvironment, world)).found?.identity, first);
});

test(
  "puppeteer's cache gives its newest headless shell, else its newest Chrome",
  onLinux,
  async () => {
    const cache = makeFolder();
    const world = makeWorld({ env: { PUPPETEER_CACHE_DIR: cache } });
    assert.equal((await look(findInPuppeteerCache, world)).found, undefined);
    const put = (browser: string, version: string) =>
      program(join(cache, browser, `linux-${version}`, `${browser}-linux64`), browser, version);
    put('chrome', '152.0.1.1');
    assert.equal((await look(findInPuppeteerCache, world)).found, undefined);
    const chrome = put('chrome', '160.0.1.10');
    put('chrome', '160.0.1.9');
    assert.equal((await look(findInPuppeteerCache, world)).found?.path, chrome);
    const shell = put('chrome-headless-shell', '155.0.1.1');
    assert.equal((await look(findInPuppeteerCache, world)).found?.path, shell);
  },
);

test('an installed browser is found on the path, older ones are passed over', onLinux, async () => {
  const [first, second] = [makeFolder(), makeFolder()];
  program(first, 'chromium', '140.0.1.1');
  const good = program(second, 'chromium', '170.0.1.1');
  const { found, findings } = await look(
    findInstalled,
    makeWorld({ env: { PATH: `${first}:${second}` } }),
  );
  assert.equal(found?.path, good);
  assert.deepEqual(
    findings.map(({ code, severity }) => [code, severity]),
    [['browser/too-old', 'note']],
  );
});

test('a snap is passed over: it may not read the files of a project', onLinux, async () => {
  const [first, second, third] = [makeFolder(), makeFolder(), makeFolder()];
  const name = 'chrome-headless-shell';
  program(first, 'snap', '170.0.1.1');
  symlinkSync(join(first, 'snap'), join(first, name));
  writeProgram(join(second, name), 'exec /snap/bin/chromium "$@"');
  const good = program(third, name, '171.0.1.1');
  const { found, codes } = await look(
    findInstalled,
    makeWorld({ env: { PATH: `${first}:${second}:${third}` } }),
  );
  assert.equal(found?.path, good);
  assert.deepEqual(codes, ['browser/confined', 'browser/confined']);
});

const embedded = {
  skip: !(process.platform === 'linux' && process.arch === 'x64') && 'Linux on x64 only',
};

test('the embedded browser runs, is recent, and lies in the private cache', embedded, async () => {
  const world = openWorld();
  const { found, codes } = await look(findEmbedded, world);
  assert.deepEqual(codes, []);
  assert.ok(found?.path.startsWith(join(world.userCache, 'browser')));
  assert.ok(existsSync(join(found?.env.LD_LIBRARY_PATH ?? '', 'libnss3.so')));
  assert.ok(Number.parseInt(found?.version ?? '', 10) >= 153);
  assert.match(found?.identity ?? '', /^embedded 153\.\d+\.\d+\.\d+ x64 [0-9a-f]{16}$/);
});

test('where its package is missing there is no embedded browser', embedded, async () => {
  assert.equal((await look(findEmbedded, makeWorld({ tool: makeFolder() }))).found, undefined);
});

test('a cache that cannot be used is a finding, not an exception', embedded, async () => {
  const folder = makeFolder();
  writeFileSync(join(folder, 'file'), '');
  chmodSync(folder, 0o700);
  const world = makeWorld({ userCache: join(folder, 'file', 'cache') });
  const { found, codes } = await look(findEmbedded, world);
  assert.equal(found, undefined);
  assert.deepEqual(codes, ['browser/not-unpacked']);
});
