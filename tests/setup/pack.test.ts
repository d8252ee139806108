import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { before, suite } from 'node:test';
import { lay, TOOL, temporaryFolder } from './temporary.ts';

const MINUTES_MS = 60_000;

interface Ran {
  code: number | null;
  stdout: string;
  /** Both, for a failure's message. */
  text: string;
}

function run(program: string, args: string[], cwd: string): Ran {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    timeout: 5 * MINUTES_MS,
    shell: process.platform === 'win32',
    // What an outer npm was told is no business of the one that is tested.
    env: Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^npm_(config|package|lifecycle)/.test(name)),
    ),
  });
  return { code: status, stdout, text: stdout + stderr };
}

/** Why the registry does not answer, if it does not. */
function noRegistry(): string | undefined {
  const { code } = run('npm', ['view', 'sharp', 'name', '--fetch-retries=0'], TOOL);
  return code === 0 ? undefined : 'the package registry cannot be reached';
}

/** npm that is run by an older Node leaves sharp's program out; press then says so. */
function hostTooOld(): string | undefined {
  const { stdout } = run('node', ['--version'], TOOL);
  const [major, minor] = stdout.slice(1).split('.').map(Number);
  const old = major! < 20 || (major === 20 && minor! < 9);
  return old ? `npm run by Node ${stdout.trim()} leaves out what prepares pictures` : undefined;
}

const skip = hostTooOld() ?? noRegistry();

suite('the package, installed in an empty folder', { skip }, () => {
  const consumer = temporaryFolder();
  const press = join(consumer, 'node_modules', 'prospectus-press');
  let files: string[];

  before(() => {
    const packed = run('npm', ['pack', '--json', '--pack-destination', consumer], TOOL);
    assert.equal(packed.code, 0, packed.text);
    const tarball = readdirSync(consumer).find((name) => name.endsWith('.tgz'));
    assert.ok(tarball);
    lay(consumer, { 'package.json': '{ "name": "consumer", "private": true }' });
    const installed = run('npm', ['install', `./${tarball}`, '--prefer-offline'], consumer);
    assert.equal(installed.code, 0, installed.text);
    files = readdirSync(press, { recursive: true }).map(String);
  });

  test('holds the bundle, the templates and the licences, and no sources', () => {
    for (const file of ['.bundle/press.mjs', '.bundle/LICENCES.txt', 'LICENSE', 'NOTICE']) {
      assert.ok(files.includes(file), file);
    }
    assert.ok(files.includes('templates/fonts/SourceSans3-Regular.ttf'));
    assert.deepEqual(
      files.filter((file) => /\.ts$|^tests|^content|sources\.json|lock$|draft-/.test(file)),
      [],
    );
  });

  test('holds nothing of the machine it was packed on', () => {
    for (const file of files.filter((name) => name.startsWith('.bundle/'))) {
      assert.ok(!readFileSync(join(press, file), 'utf8').includes(TOOL), file);
    }
  });

  test('asks npm to run no script and fetches no browser of puppeteer’s', () => {
    const lock = JSON.parse(readFileSync(join(consumer, 'package-lock.json'), 'utf8'));
    const scripted = Object.entries<{ hasInstallScript?: boolean }>(lock.packages).filter(
      ([, { hasInstallScript }]) => hasInstallScript,
    );
    assert.deepEqual(scripted, []);
    assert.equal(existsSync(join(consumer, 'node_modules', 'puppeteer')), false);
  });

  test('runs, without set-up', () => {
    const help = run('npx', ['press', '--help'], consumer);
    assert.match(help.stdout, /^press: /);
    assert.equal(help.code, 0);
    assert.equal(existsSync(join(press, 'node_modules')), false);
  });

  test('finds its fonts and its colour profile', () => {
    const { stdout } = run('npx', ['press', 'doctor', '--json'], consumer);
    const { checks } = JSON.parse(stdout) as { checks: { subject: string; state: string }[] };
    for (const subject of ['Node', 'Fonts', 'Colour profile']) {
      assert.equal(checks.find((check) => check.subject === subject)?.state, 'good', subject);
    }
  });

  test('lays down a project and builds it', () => {
    const begun = run('npx', ['press', 'init', 'demo', '--name', 'A University'], consumer);
    assert.equal(begun.code, 0, begun.text);
    const build = ['press', 'build', '--project', 'demo', '--json'];
    const built = run('npx', build, consumer);
    assert.equal(built.code, 0, built.text);
    const { files: made } = JSON.parse(built.stdout) as { files: { file: string }[] };
    assert.ok(made.length > 0);
    for (const { file } of made) {
      const pdf = readFileSync(join(consumer, 'demo', file), 'latin1');
      assert.match(pdf, /^%PDF-1\.\d/);
    }
    assert.equal(run('npx', build, consumer).stdout, built.stdout);
  });
});
