import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import test from 'node:test';
import { lay, TOOL, temporaryFolder } from './temporary.ts';

/** What the reporter prints of a test file, and how the run ends. */
function run(source: string, env: Record<string, string> = {}): { text: string; code: number } {
  const folder = lay(temporaryFolder(), {
    'sample.test.ts': `import test, { suite } from 'node:test';\n${source}`,
  });
  const inherited = Object.entries(process.env).filter(
    // A test runner that is told it runs below another reports to that one.
    ([name]) => !['CI', 'PRESS_BARE', 'NODE_TEST_CONTEXT'].includes(name),
  );
  const reporter = join(TOOL, 'scripts', 'setup', 'reporter.mjs');
  const { stdout, status } = spawnSync(
    process.execPath,
    ['--test', `--test-reporter=${reporter}`, 'sample.test.ts'],
    { cwd: folder, env: { ...Object.fromEntries(inherited), ...env }, encoding: 'utf8' },
  );
  return { text: stdout, code: status ?? -1 };
}

const lastLine = (text: string) => text.trimEnd().split('\n').at(-1);

test('counts tests, not suites, and ends with the count', () => {
  const { text, code } = run(
    "test('a', () => {}); suite('s', () => { test('b', () => {}); test('c', () => {}); });",
  );
  assert.equal(lastLine(text), '3 passed, 0 failed');
  assert.equal(code, 0);
});

test('shows each failure once, where it is', () => {
  const { text, code } = run(
    "suite('s', () => { test('b', () => { throw new Error('broken'); }); });",
  );
  assert.equal(lastLine(text), '0 passed, 1 failed');
  assert.equal(text.match(/^FAILED .* · /gm)?.length, 1);
  assert.match(text, /FAILED sample\.test\.ts · b\n {2}Error: broken\n.*sample\.test\.ts:2/s);
  assert.equal(code, 1);
});

test('a file that cannot be read, and no test at all, are failures', () => {
  assert.equal(lastLine(run("import './nothing.ts';").text), '0 passed, 1 failed');
  const { text, code } = run('');
  assert.match(lastLine(text) ?? '', /^[01] passed, [01] failed$/);
  assert.equal(code === 0, lastLine(text) === '1 passed, 0 failed');
});

test('names each file as it ends', () => {
  assert.match(run("test('a', () => {});").text, /^ok +[\d.]+ s +sample\.test\.ts$/m);
  assert.match(run("test('a', () => { throw 1; });").text, /^FAILED +[\d.]+ s +sample\.test\.ts$/m);
});

test('a test that is still to be written is a failure', () => {
  assert.equal(lastLine(run("test('t', { todo: true }, () => {});").text), '0 passed, 1 failed');
});

const SKIPS = "test('a', () => {}); test('w', { skip: 'qpdf is not installed' }, () => {});";

test('names what did not run and why', () => {
  const { text, code } = run(SKIPS);
  assert.match(text, /^did not run: sample\.test\.ts · w: qpdf is not installed$/m);
  assert.equal(lastLine(text), '1 passed, 0 failed, 1 skipped');
  assert.equal(code, 0);
});

test('on CI what did not run fails, except on a bare machine', () => {
  const onCi = run(SKIPS, { CI: 'true' });
  assert.equal(lastLine(onCi.text), '1 passed, 1 failed');
  assert.equal(onCi.code, 1);
  const bare = run(SKIPS, { CI: 'true', PRESS_BARE: '1' });
  assert.equal(lastLine(bare.text), '1 passed, 0 failed, 1 skipped');
  assert.equal(bare.code, 0);
});

test('on CI a test for another kind of machine may stay out', () => {
  const source = "test('a', () => {}); test('w', { skip: 'only on Windows' }, () => {});";
  const { text, code } = run(source, { CI: 'true' });
  assert.match(text, /did not run: .*only on Windows/);
  assert.equal(lastLine(text), '1 passed, 0 failed');
  assert.equal(code, 0);
});
