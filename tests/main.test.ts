import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { lay, TOOL, temporaryFolder } from './setup/temporary.ts';

const MAIN = join(TOOL, 'scripts', 'main.ts');

/** Runs `main` from its sources. */
function press(args: string[], env: Record<string, string> = {}) {
  const script = `import { main } from ${JSON.stringify(MAIN)}; process.exitCode = await main(${JSON.stringify(args)});`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
}

test('help and version are printed, and wrong usage ends with 2', () => {
  const help = press(['--help']);
  assert.match(help.stdout, /^press: /);
  assert.equal(help.status, 0);
  assert.equal(press([]).status, 2);
  const about = JSON.parse(readFileSync(join(TOOL, 'package.json'), 'utf8'));
  assert.equal(press(['--version']).stdout, `${about.version}\n`);
  const wrong = press(['biuld']);
  assert.equal(wrong.stdout, '');
  assert.equal(
    wrong.stderr,
    'error: There is no command “biuld”. [command/unknown-command]\n  Did you mean “build”?\n',
  );
  assert.equal(wrong.status, 2);
});

/** A process that runs a command of our making inside the real watch for interrupts. */
function interruptible(tidies: boolean): string {
  const folder = lay(temporaryFolder(), {
    'run.mjs': `
      import { watchInterrupts } from ${JSON.stringify(join(TOOL, 'scripts/command/interrupt.ts'))};
      const { signal, code } = watchInterrupts();
      const timer = setTimeout(() => {}, 60_000);
      console.log('ready');
      signal.addEventListener('abort', () => {
        console.log('tidying');
        if (${tidies}) { clearTimeout(timer); process.exitCode = code(); }
      });`,
  });
  return join(folder, 'run.mjs');
}

test('Ctrl-C lets the command tidy up, then ends with 130', async () => {
  const child = spawn(process.execPath, [interruptible(true)]);
  await once(child.stdout, 'data');
  child.kill('SIGINT');
  const [said] = await once(child.stdout, 'data');
  assert.equal(String(said), 'tidying\n');
  assert.deepEqual(await once(child, 'close'), [130, null]);
});

test('a second Ctrl-C ends at once', async () => {
  const child = spawn(process.execPath, [interruptible(false)]);
  await once(child.stdout, 'data');
  child.kill('SIGINT');
  await once(child.stdout, 'data');
  child.kill('SIGINT');
  assert.deepEqual(await once(child, 'close'), [130, null]);
});

test('a fault of the tool is one finding; its stack only for those who ask', () => {
  const script = `
    import { main } from ${JSON.stringify(MAIN)};
    Object.defineProperty(process.versions, 'node', { get() { throw new Error('a gear broke'); } });
    process.exitCode = await main(['doctor']);`;
  const run = (env: Record<string, string>) =>
    spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, ...env },
      encoding: 'utf8',
    });
  const plain = run({ PRESS_DEBUG: '' });
  assert.equal(plain.status, 4);
  assert.match(
    plain.stderr,
    /^error: The tool itself has failed; your files are not at fault: a gear broke \[command\/fault\]\n/,
  );
  assert.doesNotMatch(plain.stderr, /\n\s+at /);
  assert.match(run({ PRESS_DEBUG: '1' }).stderr, /\n\s+at /);
});
