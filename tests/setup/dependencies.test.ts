import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { hostIsTooOld } from '../../scripts/setup/borrowed-node.mjs';
import { installDependencies } from '../../scripts/setup/dependencies.mjs';
import { SetupFailure } from '../../scripts/setup/messages.mjs';
import { lay, temporaryFolder } from './temporary.ts';

const LOCK = JSON.stringify({
  packages: {
    '': { name: 'small' },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/b': { version: '2.0.0', integrity: 'sha512-b', optional: true },
  },
});

/** A clone, and an npm that writes down how it was called and then does what `does` says. */
function clone(does: string): { tool: string; calls(): string[][] } {
  const tool = lay(temporaryFolder(), { 'package-lock.json': LOCK });
  const log = join(tool, 'calls');
  lay(tool, {
    'npm/npm-cli.js': `
      const fs = require('node:fs');
      fs.appendFileSync(${JSON.stringify(log)}, JSON.stringify(process.argv.slice(2)) + '\\n');
      ${does}`,
  });
  process.env.npm_execpath = join(tool, 'npm', 'npm-cli.js');
  return {
    tool,
    calls: () =>
      existsSync(log)
        ? readFileSync(log, 'utf8')
            .trim()
            .split('\n')
            .map((l) => JSON.parse(l))
        : [],
  };
}

const WORKS = `
  fs.mkdirSync('node_modules', { recursive: true });
  fs.writeFileSync('node_modules/.package-lock.json', fs.readFileSync('package-lock.json'));`;

const install = (tool: string) => installDependencies(tool, () => {});

test('installs once what the lock file says, without any package’s script', async () => {
  const { tool, calls } = clone(WORKS);
  await install(tool);
  await install(tool);
  assert.equal(calls().length, 1);
  assert.equal(calls()[0]?.[0], 'ci');
  assert.ok(calls()[0]?.includes('--ignore-scripts'));
});

test('installs again when the lock file changes', async () => {
  const { tool, calls } = clone(WORKS);
  await install(tool);
  writeFileSync(join(tool, 'package-lock.json'), LOCK.replace('1.0.0', '1.0.1'));
  await install(tool);
  assert.equal(calls().length, 2);
});

test('takes what somebody installed by hand, if it is what the lock file says', async () => {
  const { tool, calls } = clone(WORKS);
  const packages = { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } };
  lay(tool, { 'node_modules/.package-lock.json': JSON.stringify({ packages }) });
  await install(tool);
  assert.deepEqual(calls(), []);
});

test('does not take another version, or another content of the same version', async () => {
  for (const found of [
    { version: '1.0.1', integrity: 'sha512-a' },
    { version: '1.0.0', integrity: 'sha512-x' },
  ]) {
    const { tool, calls } = clone(WORKS);
    const packages = { 'node_modules/a': found };
    lay(tool, { 'node_modules/.package-lock.json': JSON.stringify({ packages }) });
    await install(tool);
    assert.equal(calls().length, 1);
  }
});

const failures = [
  {
    code: 'setup/no-network',
    says: 'npm error code ENOTFOUND\nnpm error network request to https://registry.example failed',
  },
  { code: 'setup/install', says: 'npm error code EUSAGE\nnpm error the lock file does not match' },
];
for (const { code, says } of failures) {
  test(`tells ${code} in one finding, and tries again next time`, async () => {
    const { tool, calls } = clone(`console.error(${JSON.stringify(says)}); process.exit(1);`);
    for (const tries of [1, 2]) {
      await assert.rejects(install(tool), (error) => {
        assert.ok(error instanceof SetupFailure);
        assert.equal(error.finding.code, code);
        assert.doesNotMatch(error.finding.message, /\n/);
        return true;
      });
      assert.equal(calls().length, tries);
    }
  });
}

const here = { os: [process.platform], cpu: [process.arch], optional: true };
const elsewhere = { ...here, os: ['plan9'] };

test('what is for another kind of machine need not be there, what is for this one must', async () => {
  for (const [machine, calls] of [
    [elsewhere, 0],
    [here, 1],
  ] as const) {
    const one = clone(WORKS);
    const packages = { 'node_modules/c': { version: '3.0.0', integrity: 'sha512-c', ...machine } };
    lay(one.tool, {
      'package-lock.json': JSON.stringify({ packages }),
      'node_modules/.package-lock.json': '{ "packages": {} }',
    });
    await install(one.tool);
    assert.equal(one.calls().length, calls);
  }
});

test('a host is too old if a package for it asks for a newer Node', () => {
  const lock = (engine: string, machine: object) => ({
    packages: { 'node_modules/c': { ...machine, engines: { node: engine } } },
  });
  assert.equal(hostIsTooOld(lock('>=20.9.0', here), '18.20.8'), true);
  assert.equal(hostIsTooOld(lock('>=20.9.0', here), '20.8.1'), true);
  assert.equal(hostIsTooOld(lock('>=20.9.0', here), '20.9.0'), false);
  assert.equal(hostIsTooOld(lock('>= 10', here), '18.20.8'), false);
  assert.equal(hostIsTooOld(lock('>=20.9.0', elsewhere), '18.20.8'), false);
});

test('a host that is too old fetches the locked Node first and lets that one run npm', async () => {
  const name = `node-${process.platform}-${process.arch}`;
  const node = { ...here, version: '24.0.0', integrity: 'sha512-n' };
  const lock = {
    packages: {
      [`node_modules/${name}`]: node,
      'node_modules/c': { ...here, version: '3.0.0', engines: { node: '>=99' } },
    },
  };
  const fetches = (integrity: string) => `
    fs.appendFileSync(__dirname + '/nodes', process.execPath + '\\n');
    fs.mkdirSync('node_modules/${name}/bin', { recursive: true });
    const record = { packages: { 'node_modules/${name}': { integrity: '${integrity}' } } };
    fs.writeFileSync('node_modules/.package-lock.json', JSON.stringify(record));
    fs.copyFileSync(process.execPath, 'node_modules/${name}/bin/node');
    fs.chmodSync('node_modules/${name}/bin/node', 0o755);`;

  const good = clone(fetches('sha512-n'));
  lay(good.tool, { 'package-lock.json': JSON.stringify(lock) });
  await install(good.tool);
  const [first, second] = good.calls();
  assert.deepEqual(first?.slice(0, 2), ['install', `${name}@24.0.0`]);
  assert.equal(second?.[0], 'ci');
  const [host, borrowed] = readFileSync(join(good.tool, 'npm', 'nodes'), 'utf8').split('\n');
  assert.equal(host, process.execPath);
  assert.match(borrowed ?? '', new RegExp(`\\.bundle.*${name}`));

  const forged = clone(fetches('sha512-x'));
  lay(forged.tool, { 'package-lock.json': JSON.stringify(lock) });
  await assert.rejects(install(forged.tool), /is not what package-lock\.json says/);
  assert.equal(forged.calls().length, 1);
});

test('says so when there is no npm', async () => {
  const { tool } = clone('');
  delete process.env.npm_execpath;
  const path = process.env.PATH;
  process.env.PATH = tool;
  try {
    await assert.rejects(install(tool), (error) => {
      return error instanceof SetupFailure && error.finding.code === 'setup/no-npm';
    });
  } finally {
    process.env.PATH = path;
  }
});
