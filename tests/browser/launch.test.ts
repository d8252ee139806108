import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chownSync, mkdirSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { firstSandbox, startEngine } from '../../scripts/browser/engine.ts';
import { flags } from '../../scripts/browser/flags.ts';
import { writeFontconfig } from '../../scripts/browser/fontconfig.ts';
import type { FoundBrowser } from '../../scripts/browser/found.ts';
import { launch } from '../../scripts/browser/launch.ts';
import { makeProfile } from '../../scripts/browser/profile.ts';
import { collector } from '../../scripts/finding.ts';
import { browsers, descendants, isAlive, until } from './processes.ts';
import { FONTS, findReal, makeFolder, makeWorld, writeProgram } from './world.ts';

const onLinux = { skip: process.platform !== 'linux' && 'processes are read from /proc' };
const found = await findReal();

test('nothing switches off the web’s security or shares one process', () => {
  const given = flags('/profile', true).join(' ');
  assert.doesNotMatch(
    given,
    /single-process|web-security|no-sandbox|insecure|site-isolation|no-zygote/,
  );
  assert.match(flags('/profile', false).join(' '), /--no-sandbox/);
});

test('the environment of the caller is not handed on', onLinux, async () => {
  const folder = makeFolder();
  const path = writeProgram(join(folder, 'program'), `env | sort > "${folder}/env"`);
  const env = {
    PATH: process.env.PATH,
    http_proxy: 'http://x',
    LD_PRELOAD: '',
    CHROMIUM_FLAGS: '--x',
    TZ: 'Asia/Tokyo',
  };
  const world = makeWorld({ env, userCache: makeFolder() });
  const settings = { sandbox: false, fontconfig: writeFontconfig(world, [FONTS]) };
  await launch({ ...found, path, env: { LD_LIBRARY_PATH: '/mine' } }, world, settings).ended;
  const given = readFileSync(join(folder, 'env'), 'utf8');
  assert.doesNotMatch(given, /http_proxy|LD_PRELOAD|CHROMIUM_FLAGS|Tokyo/);
  assert.match(given, /^TZ=UTC$/m);
  assert.match(given, /^LD_LIBRARY_PATH=\/mine$/m);
  assert.match(given, new RegExp(`^FONTCONFIG_PATH=${settings.fontconfig}$`, 'm'));
  assert.match(given, new RegExp(`^HOME=${world.userCache}/profiles/`, 'm'));
});

test('the sandbox is off for root, with one note, and on for others', onLinux, () => {
  const { findings, report } = collector();
  const root = process.getuid?.() === 0;
  assert.equal(firstSandbox(report).on, !root);
  assert.deepEqual(
    findings.map(({ code, severity }) => [code, severity]),
    root ? [['browser/without-sandbox', 'note']] : [],
  );
});

test(
  'where the system allows no sandbox the browser runs without, with one note',
  onLinux,
  async () => {
    const words = 'No usable sandbox! If you are running on Ubuntu 23.10+';
    const path = writeProgram(
      join(makeFolder(), 'choosy'),
      `case "$*" in *--no-sandbox*) exec '${found.path}' "$@";; esac; echo "[1:FATAL:zygote_host.cc(1)] ${words}" >&2; exit 133`,
    );
    const world = makeWorld();
    const { findings, report } = collector();
    const sandbox = { on: true };
    const fontconfig = writeFontconfig(world, [FONTS]);
    for (let i = 0; i < 2; i++) {
      const engine = await startEngine({ ...found, path }, world, fontconfig, sandbox, report);
      assert.ok(engine.version);
      engine.stop();
    }
    assert.equal(sandbox.on, false);
    assert.deepEqual(
      findings.map(({ code, severity }) => [code, severity]),
      [['browser/without-sandbox', 'note']],
    );
  },
);

test('any other reason not to start is not taken for the sandbox', onLinux, async () => {
  const path = writeProgram(join(makeFolder(), 'broken'), 'echo "cannot open display" >&2; exit 1');
  const world = makeWorld();
  const sandbox = { on: true };
  const start = startEngine(
    { ...found, path },
    world,
    writeFontconfig(world, [FONTS]),
    sandbox,
    () => {},
  );
  await assert.rejects(start, /cannot open display/);
  assert.equal(sandbox.on, true);
});

test('an ordinary user prints inside the sandbox', onLinux, async (t) => {
  if (process.getuid?.() !== 0) return t.skip('the other tests run as an ordinary user already');
  const cache = makeFolder();
  const reading = await runAs(
    NOBODY,
    cache,
    `await import(${toolFile('scripts/browser/find.ts')})`,
  );
  if (reading.code !== 0) return t.skip('an ordinary user may not read this folder');
  // Root's browser is private to root, so this one is unpacked anew.
  const { stdout, code } = await runAs(NOBODY, cache, printCode(cache, 'process.exit(0)', null));
  if (stdout.includes('does not let it make one')) return t.skip('this system allows no sandbox');
  assert.equal(code, 0, stdout);
  assert.match(stdout, /%PDF-1\.4 \[\]/);
});

for (const signal of ['SIGKILL', 'SIGTERM', 'SIGINT'] as const) {
  test(
    `no process is left when ours ends by ${signal} in the middle of work`,
    onLinux,
    async () => {
      const cache = makeFolder();
      const child = spawn(
        process.execPath,
        ['-e', printCode(cache, 'sheet.evaluate(() => { for (;;); })')],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
      await new Promise((resolve) => child.stdout.once('data', resolve));
      const pids = descendants(child.pid).map(({ pid }) => pid);
      assert.equal(browsers(child.pid).length, 1);
      child.kill(signal);
      assert.ok(await until(() => !pids.some(isAlive)), 'a process is left');
    },
  );
}

test('no profile is left when the process exits with a browser running', onLinux, async () => {
  const cache = makeFolder();
  const { code } = await runAs(process.getuid?.() ?? 0, cache, printCode(cache, 'process.exit(7)'));
  assert.equal(code, 7);
  assert.deepEqual(readdirSync(join(cache, 'profiles')), []);
  assert.ok(await until(() => browsers().length === 0));
});

test(
  'what a process left that was ended by force is swept away by the next, on another machine after a month',
  onLinux,
  () => {
    const world = makeWorld({ userCache: makeFolder() });
    const home = join(world.userCache, 'profiles');
    const machine = hostname().replaceAll(/[^\w.]/g, '_');
    // Process numbers end at four million.
    const names = [
      `${machine}-4999999-abc`,
      `${machine}-${process.ppid}-abc`,
      'elsewhere-4999999-abc',
      'elsewhere-4999999-old',
    ];
    for (const name of names) mkdirSync(join(home, name), { recursive: true });
    const monthAgo = Date.now() / 1000 - 31 * 86_400;
    utimesSync(join(home, 'elsewhere-4999999-old'), monthAgo, monthAgo);
    makeProfile(world);
    const left = readdirSync(home);
    assert.ok(!left.includes(names[0] ?? ''));
    assert.ok(left.includes(names[1] ?? '') && left.includes(names[2] ?? ''));
    // Of another machine nobody can tell: a month is enough.
    assert.ok(!left.includes(names[3] ?? ''));
  },
);

const NOBODY = 65534;

function toolFile(name: string): string {
  return JSON.stringify(join(import.meta.dirname, '../..', name));
}

/** A program that prints a word, says how the PDF begins and what was found, and then does this. */
function printCode(cache: string, then: string, browser: FoundBrowser | null = found): string {
  return `import { mkdirSync, writeFileSync } from 'node:fs';
    import { openBrowser } from ${toolFile('scripts/browser/browser.ts')};
    import { openWorld } from ${toolFile('scripts/world.ts')};
    import { collector } from ${toolFile('scripts/finding.ts')};
    const project = ${JSON.stringify(join(cache, 'project'))};
    const shell = project + '/shell.html';
    mkdirSync(project);
    writeFileSync(shell, '<!doctype html><body></body>');
    const { findings, report } = collector();
    const world = { ...openWorld({ project }), userCache: ${JSON.stringify(cache)} };
    const options = { found: ${JSON.stringify(browser)} ?? undefined, fontFolders: [${JSON.stringify(FONTS)}], allow: [project], jobs: 1, documentsPerBrowser: 9 };
    const browser = await openBrowser(world, options, report);
    if (!browser) throw new Error(JSON.stringify(findings));
    await browser.run({ name: 'x', shell, pages: 1 }, async (sheet) => {
      await sheet.fill('<p>word</p>', { lang: 'en', title: 'x' });
      const pdf = await sheet.print({ widthPx: 500, heightPx: 500, zoom: 1 });
      console.log(Buffer.from(pdf).toString('latin1', 0, 8), JSON.stringify(findings));
      await (${then});
    });`;
}

/** Runs a program as another user, whose folder the cache becomes. */
async function runAs(uid: number, cache: string, code: string) {
  if (uid !== process.getuid?.()) chownSync(cache, uid, uid);
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    uid,
    gid: uid,
    cwd: cache,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  const keep = (text: Buffer) => {
    stdout += text;
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const exit = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { stdout, code: exit };
}
