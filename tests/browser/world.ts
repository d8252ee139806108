import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { type BrowserOptions, openBrowser } from '../../scripts/browser/browser.ts';
import { findBrowser } from '../../scripts/browser/find.ts';
import type { FoundBrowser } from '../../scripts/browser/found.ts';
import { collector } from '../../scripts/finding.ts';
import { openWorld, type World } from '../../scripts/world.ts';

/** A folder that is gone when the tests of the file are over. */
export function makeFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'press-test-')));
  after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** A world with an empty project; the user's cache is the real one, where the browser is unpacked. */
export function makeWorld(changes: Partial<World> = {}): World {
  const project = makeFolder();
  const world = openWorld({ project });
  return { ...world, ...changes };
}

export const FONTS = join(openWorld().tool, 'templates', 'fonts');

/** The browser of this machine, as a build would find it. */
export async function findReal(): Promise<FoundBrowser> {
  const found = await findBrowser(openWorld(), () => {});
  if (!found) throw new Error('The tests of the browser need a browser.');
  return found;
}

/** Opens a browser for an empty project, and closes it when the tests of the file are over. */
export async function openTestBrowser(
  options: Partial<BrowserOptions> = {},
  world: World = makeWorld(),
) {
  const { findings, report } = collector();
  const browser = await openBrowser(
    world,
    {
      fontFolders: [FONTS],
      allow: [world.project],
      jobs: 1,
      documentsPerBrowser: 1000,
      ...options,
    },
    report,
  );
  if (!browser) throw new Error(JSON.stringify(findings));
  after(() => browser.close());
  const said = () => findings.filter(({ code }) => code !== 'browser/without-sandbox');
  return { browser, world, findings, said };
}

/** Writes a file of the project and returns its path. */
export function write(world: World, name: string, content: string | Uint8Array): string {
  const path = join(world.project, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** Writes an empty document with this style sheet and returns its path. */
export function writeShell(world: World, css = '', name = 'shell.html'): string {
  const html = `<!doctype html><html><head><meta charset="utf-8"><title></title><style>${css}</style></head><body></body></html>`;
  return write(world, name, html);
}

/** A script that pretends to be a browser program. */
export function writeProgram(path: string, lines: string): string {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${lines}\n`);
  chmodSync(path, 0o755);
  return path;
}

/** The same browser, started without the flags that begin so: what a test shows does matter. */
export function withoutFlags(
  found: FoundBrowser,
  folder: string,
  ...flags: string[]
): FoundBrowser {
  const pattern = flags.map((flag) => `${flag}*`).join('|');
  const script = `for a do shift; case "$a" in ${pattern}) ;; *) set -- "$@" "$a";; esac; done\nexec '${found.path}' "$@"`;
  return { ...found, path: writeProgram(join(folder, `without${flags.join('')}`), script) };
}
