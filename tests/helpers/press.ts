import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const repository = new URL('../..', import.meta.url).pathname;
const entry = `const { main } = await import(${JSON.stringify(`file://${repository}scripts/main.ts`)});
process.exitCode = await main(process.argv.slice(1));`;

export interface Ran {
  /** Null where a signal ended it. */
  code: number;
  stdout: string;
  stderr: string;
  pid: number;
}

/** As whom and with what it runs, besides the environment of the test. */
export interface RunOptions {
  uid?: number;
  gid?: number;
  cwd?: string;
}

/** Runs `press` as its own process, from the sources. */
export async function press(
  args: readonly string[],
  env: Record<string, string | undefined> = {},
  options: RunOptions = {},
): Promise<Ran> {
  const command = ['--input-type=module', '--eval', entry, '--', ...args];
  const running = promisify(execFile)(process.execPath, command, {
    ...options,
    env: { ...process.env, ...env },
    maxBuffer: 64e6,
  });
  const pid = running.child.pid ?? 0;
  try {
    const { stdout, stderr } = await running;
    return { code: 0, stdout, stderr, pid };
  } catch (fault) {
    const { code, stdout, stderr } = fault as Ran;
    return { code, stdout, stderr, pid };
  }
}

/** A project in a folder of its own, gone with the test. */
export function projectFolder(from?: string): Disposable & { path: string } {
  const path = mkdtempSync(join(tmpdir(), 'press-project-'));
  if (from) cpSync(join(repository, from), path, { recursive: true });
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** The repository's own content, as a project. */
export function shippedProject(): ReturnType<typeof projectFolder> {
  const folder = projectFolder();
  cpSync(join(repository, 'content'), join(folder.path, 'content'), { recursive: true });
  return folder;
}
