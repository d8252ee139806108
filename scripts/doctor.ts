import { constants } from 'node:fs';
import { access, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommandArgs } from './command/args.ts';
import type { Diagnosis } from './command/doctor-messages.ts';
import * as messages from './command/doctor-messages.ts';
import { EXIT } from './command/exit.ts';
import { openWorld, type World } from './world.ts';

/** `press doctor`: what this machine has and lacks, and what to do about it. */
export async function run(args: CommandArgs): Promise<number> {
  const found = await diagnose(openWorld({}));
  process.stdout.write(
    args.json ? `${JSON.stringify({ checks: found }, null, 2)}\n` : asLines(found),
  );
  return found.some(({ state }) => state === 'missing') ? EXIT.machine : EXIT.done;
}

/** Looks at everything that a build needs of the machine. */
export async function diagnose(world: World): Promise<Diagnosis[]> {
  return Promise.all([
    messages.node(process.versions.node, world.env.PRESS_HOST_NODE),
    sandboxOf(),
    fontsOf(join(world.tool, 'templates', 'fonts')),
    profileOf(join(world.tool, 'templates', 'colour')),
    cacheOf(world.userCache),
  ]);
}

function asLines(found: readonly Diagnosis[]): string {
  const signs = { good: 'ok', weak: 'weak', missing: 'MISSING' };
  return found
    .map(({ subject, state, found: what, hint }) => {
      const line = `${signs[state].padEnd(8)}${subject.padEnd(15)}${what}\n`;
      return hint ? `${line}${' '.repeat(23)}${hint}\n` : line;
    })
    .join('');
}

async function fontsOf(folder: string): Promise<Diagnosis> {
  const files = await filesIn(folder);
  return messages.fonts(files.filter((name) => /\.(ttf|otf)$/i.test(name)).length, folder);
}

/** An ICC profile says in its header what it is: `acsp` at 36, its colour space at 16 (ICC.1, 7.2). */
async function profileOf(folder: string): Promise<Diagnosis> {
  for (const name of await filesIn(folder)) {
    if (!name.endsWith('.icc')) continue;
    const head = (await readFile(join(folder, name))).subarray(0, 128).toString('latin1');
    if (head.slice(36, 40) === 'acsp' && head.slice(16, 20) === 'CMYK') {
      return messages.profile(name, folder);
    }
  }
  return messages.profile(undefined, folder);
}

async function cacheOf(folder: string): Promise<Diagnosis> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    return messages.cacheClosed(folder, (error as NodeJS.ErrnoException).code ?? 'unknown');
  }
  const open = (await stat(folder)).mode & 0o777;
  const others = process.platform !== 'win32' && (open & 0o022) !== 0;
  return others ? messages.cacheOpen(folder, open.toString(8)) : messages.cache(folder);
}

/** Chromium's sandbox needs an ordinary user, and on Linux user namespaces for it. */
async function sandboxOf(): Promise<Diagnosis> {
  if (process.getuid?.() === 0) return messages.sandboxAsRoot();
  const forbidding = [
    ['kernel/unprivileged_userns_clone', '0'],
    ['user/max_user_namespaces', '0'],
    ['kernel/apparmor_restrict_unprivileged_userns', '1'],
  ] as const;
  for (const [name, value] of forbidding) {
    const now = await readFile(`/proc/sys/${name}`, 'utf8').catch(() => '');
    if (now.trim() === value) {
      return messages.sandboxForbidden(`${name.replace('/', '.')}=${value}`);
    }
  }
  return messages.sandbox();
}

async function filesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).sort();
}
