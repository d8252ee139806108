import { realpathSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openBrowser } from './browser/browser.ts';
import { findBrowser } from './browser/find.ts';
import { makePrivate } from './browser/private-folder.ts';
import type { CommandArgs } from './command/args.ts';
import type { Diagnosis } from './command/doctor-messages.ts';
import * as messages from './command/doctor-messages.ts';
import { EXIT } from './command/exit.ts';
import { collector } from './finding.ts';
import { pinnedNode } from './setup/node.mjs';
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
  return [
    messages.node(process.versions.node, hostNode(world)),
    ...(await browserOf(world)),
    await fontsOf(join(world.tool, 'templates', 'fonts')),
    await profileOf(join(world.tool, 'templates', 'colour')),
    cacheOf(world.userCache),
  ];
}

/**
 * The version of the user's own Node where another one runs this: press.mjs says it, or npm, which
 * puts the Node of the package before the user's. Empty where nobody says it.
 */
export function hostNode({ tool, env }: World, running = process.execPath): string | undefined {
  const pinned = pinnedNode(tool);
  if (env.PRESS_HOST_NODE || !pinned || realpathSync(running) !== realpathSync(pinned)) {
    return env.PRESS_HOST_NODE;
  }
  return / node\/v([\d.]+)/.exec(` ${env.npm_config_user_agent ?? ''}`)?.[1] ?? '';
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

function cacheOf(folder: string): Diagnosis {
  try {
    return messages.cache(makePrivate(folder));
  } catch (error) {
    return messages.cacheClosed(folder, (error as Error).message);
  }
}

/** The browser that a build would use, started as a build starts it. */
async function browserOf(world: World): Promise<Diagnosis[]> {
  const { findings, report } = collector();
  const found = await findBrowser(world, report);
  const fontFolders = [join(world.tool, 'templates', 'fonts')];
  const options = { fontFolders, allow: fontFolders, jobs: 1, documentsPerBrowser: 1 };
  const browser = found && (await openBrowser(world, { ...options, found }, report));
  await browser?.close();
  // Findings about browsers that were passed over come before the one that tells of the choice.
  const told = findings.filter(({ code }) => code !== 'browser/without-sandbox');
  if (!found || !browser) return [messages.browserMissing(told.at(-1), found?.path)];
  const noSandbox = findings.find(({ code }) => code === 'browser/without-sandbox');
  return [
    messages.browser(found, told[0]),
    noSandbox ? messages.withoutSandbox(noSandbox) : messages.sandbox(),
  ];
}

async function filesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).sort();
}
