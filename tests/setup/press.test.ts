import assert from 'node:assert/strict';
import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { canPreparePictures, pinnedNode } from '../../scripts/setup/node.mjs';
import { bundleIdentity } from '../../scripts/setup/sources.mjs';
import { callIdentity, writeState } from '../../scripts/setup/state.mjs';
import { lay, smallTool, TOOL, temporaryFolder } from './temporary.ts';

/** A small clone with the real press.mjs and set-up in it. */
function clone(): string {
  const tool = smallTool();
  cpSync(join(TOOL, 'scripts', 'press.mjs'), join(tool, 'scripts', 'press.mjs'));
  cpSync(join(TOOL, 'scripts', 'setup'), join(tool, 'scripts', 'setup'), { recursive: true });
  return tool;
}

function press(tool: string, args: string[], cwd = tool): SpawnSyncReturns<string> {
  const env = { ...process.env, PRESS_CACHE: join(tool, 'cache') };
  return spawnSync(process.execPath, [join(tool, 'scripts', 'press.mjs'), ...args], {
    cwd,
    env,
    encoding: 'utf8',
  });
}

test('sets a clone up, runs the command, and hands on its exit code', () => {
  const tool = clone();
  const first = press(tool, ['some', 'thing']);
  assert.equal(first.stdout, 'first some thing\n');
  assert.equal(first.stderr, 'Bundling the sources …\n');
  assert.equal(first.status, 7);
  const second = press(tool, ['late']);
  assert.equal(second.stdout, 'late\nfirst late\n');
  assert.equal(second.stderr, '');
  assert.equal(statSync(join(tool, 'cache', 'compiled')).mode & 0o777, 0o700);
});

test('an installed package runs its bundle and sets nothing up', () => {
  const tool = clone();
  press(tool, []);
  const installed = temporaryFolder();
  for (const part of ['.bundle', 'package.json', 'scripts/press.mjs', 'scripts/setup']) {
    cpSync(join(tool, part), join(installed, part), { recursive: true });
  }
  rmSync(join(installed, '.bundle', 'sources.json'));
  const run = press(installed, ['a']);
  assert.equal(run.stdout, 'first a\n');
  assert.equal(run.stderr, '');
  assert.equal(existsSync(join(installed, 'node_modules')), false);
  rmSync(join(installed, '.bundle'), { recursive: true });
  const broken = press(installed, ['a']);
  assert.equal(broken.status, 3);
  assert.match(broken.stderr, /setup\/no-bundle/);
});

test('says again what the last build said without loading the bundle', () => {
  const tool = clone();
  press(tool, []);
  const project = lay(temporaryFolder(), { 'content/a.md': '' });
  const args = ['build', '--project', project];
  const asCalled = { cwd: process.cwd() };
  process.chdir(project);
  inCacheOf(tool, () =>
    writeState(project, {
      format: 2,
      tool: bundleIdentity(tool) ?? '',
      call: callHere(args),
      asOf: '2000-01-01',
      inputs: [],
      folders: [],
      outputs: [],
      closing: { stdout: 'as before\n', stderr: 'a warning\n', code: 1 },
    }),
  );
  process.chdir(asCalled.cwd);
  const run = press(tool, args, project);
  assert.equal(run.stdout, 'as before\n');
  assert.equal(run.stderr, 'a warning\n');
  assert.equal(run.status, 1);
  assert.equal(
    press(tool, [...args, '--force'], project).stdout,
    `first ${args.join(' ')} --force\n`,
  );
  lay(project, { '.press/state.json': '{"format":2,"inputs":7}' });
  assert.equal(press(tool, args, project).stdout, `first ${args.join(' ')}\n`);
});

/** The identity as the child will see it: not on a terminal. */
function callHere(args: string[]): string {
  const [typed, cwd, , , environment] = JSON.parse(callIdentity(args));
  return JSON.stringify([typed, cwd, false, false, environment]);
}

/** Does something with the cache, and so the secret, that the child will have. */
function inCacheOf(tool: string, work: () => void): void {
  const before = process.env.PRESS_CACHE;
  process.env.PRESS_CACHE = join(tool, 'cache');
  work();
  if (before === undefined) delete process.env.PRESS_CACHE;
  else process.env.PRESS_CACHE = before;
}

test('the Node that npm installed is found where there is one', () => {
  const node = pinnedNode(TOOL);
  if (process.platform === 'linux') {
    assert.ok(node);
    assert.match(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout, /^v24\./);
  }
  assert.equal(pinnedNode(temporaryFolder()), undefined);
});

test('an installed package whose npm left out sharp’s program is found out', () => {
  assert.equal(canPreparePictures(TOOL), true);
  const without = lay(temporaryFolder(), { 'package.json': '{}' });
  assert.equal(canPreparePictures(without), false);
  lay(without, { 'node_modules/sharp/index.js': '' });
  assert.equal(canPreparePictures(without), false);
});

test('runs in the pinned Node with signals and exit codes handed on', async (t) => {
  const node = pinnedNode(TOOL);
  if (!node) return t.skip(`only on Linux (no Node comes for ${process.platform})`);
  const folder = lay(temporaryFolder(), {
    'parent.mjs': `
      import { runAs } from ${JSON.stringify(join(TOOL, 'scripts/setup/spawn.mjs'))};
      process.exitCode = await runAs(process.argv[2], process.argv.slice(3));`,
    'child.mjs': `
      process.on('SIGTERM', () => { console.log('asked to end'); process.exit(143); });
      console.log('ready');
      setTimeout(() => {}, 60_000);`,
  });
  const parent = join(folder, 'parent.mjs');
  const plain = spawnSync(process.execPath, [parent, node, '-e', 'process.exit(5)']);
  assert.equal(plain.status, 5);

  const child = spawn(process.execPath, [parent, node, join(folder, 'child.mjs')]);
  await once(child.stdout, 'data');
  child.kill('SIGTERM');
  const [said] = await once(child.stdout, 'data');
  assert.equal(String(said), 'asked to end\n');
  const [code] = await once(child, 'close');
  assert.equal(code, 143);
});

test('a folder that cannot be written to is one finding', (t) => {
  if (process.getuid?.() === 0) return t.skip('only on machines where the test is not root');
  const tool = clone();
  mkdirSync(join(tool, '.bundle'), { mode: 0o500 });
  const run = press(tool, []);
  assert.equal(run.status, 3);
  assert.match(run.stderr, /^error: Set-up cannot write/);
});
