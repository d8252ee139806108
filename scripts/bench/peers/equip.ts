import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import type { World } from '../../world.ts';
import { type Command, type Finished, finish } from '../process.ts';
import { lastLines } from '../rounds.ts';

/** Those versions: a table says what it compares with. */
export const PYTHON_PEERS = { typst: '0.15.2', weasyprint: '70.0' };
export const NPM_PEERS = { puppeteer: '25.16.0', 'md-to-pdf': '5.2.5', 'pagedjs-cli': '0.4.3' };

/** Something a peer needs: where it is, or why it could not be had. */
export type Tool = { path: string } | { missing: string };

/** What the peers need; all of it lies outside the project and the repository. */
export interface Equipment {
  /** The folder whose node_modules has the peers from npm. */
  npm: Tool;
  /** A Python that can import this package. */
  python: Record<keyof typeof PYTHON_PEERS, Tool>;
  /** A whole Chrome or Chromium. */
  browser: Tool & { version?: string };
}

/**
 * Installs the peers into the user's cache, those that are not there yet. As root on Debian it also
 * asks apt for what they need of the system; otherwise what is missing is told as the reason.
 */
export async function equip(world: World, signal: AbortSignal): Promise<Equipment> {
  const folder = join(world.userCache, 'bench-peers');
  mkdirSync(folder, { recursive: true });
  const run = (program: string, args: string[], more: Partial<Command> = {}) =>
    finish({ program, args, folder, ...more }, signal);
  return {
    browser: await findWholeBrowser(world, run),
    npm: await installFromNpm(folder, world, run),
    python: await installFromPyPI(folder, run),
  };
}

type Run = (program: string, args: string[], more?: Partial<Command>) => Promise<Finished>;

const BROWSERS = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

async function findWholeBrowser({ env }: World, run: Run): Promise<Equipment['browser']> {
  const folders = (env.PATH ?? '').split(delimiter).filter(isAbsolute);
  const find = () =>
    [...BROWSERS.flatMap((name) => folders.map((folder) => join(folder, name))), MAC].find(
      existsSync,
    );
  const path = find() ?? ((await apt(run, ['chromium'])) ? find() : undefined);
  if (!path) return { missing: 'no Chromium or Chrome is installed; install one' };
  const { stdout } = await run(path, ['--version']);
  return { path, version: /[\d.]{5,}/.exec(stdout)?.[0] ?? '' };
}

async function installFromNpm(folder: string, { tool }: World, run: Run): Promise<Tool> {
  const wanted = JSON.stringify({ private: true, dependencies: NPM_PEERS });
  const manifest = join(folder, 'package.json');
  const isThere = existsSync(manifest) && readFileSync(manifest, 'utf8') === wanted;
  if (!isThere || !existsSync(join(folder, 'node_modules'))) {
    writeFileSync(manifest, wanted);
    const options = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
    const done = await run('npm', ['install', ...options], {
      env: { PUPPETEER_SKIP_DOWNLOAD: '1', PUPPETEER_SKIP_CHROMIUM_DOWNLOAD: '1' },
    });
    if (done.code !== 0) {
      writeFileSync(manifest, '{}');
      return { missing: `npm could not install it: ${lastLines(done)}` };
    }
  }
  // A module finds its packages from where it lies.
  copyFileSync(join(tool, 'scripts/bench/peers/bare.mjs'), join(folder, 'bare.mjs'));
  return { path: folder };
}

async function installFromPyPI(folder: string, run: Run): Promise<Equipment['python']> {
  const python = join(folder, 'venv', 'bin', 'python');
  const makeVenv = () => run('python3', ['-m', 'venv', 'venv']);
  let made: Finished | undefined;
  if (!existsSync(python) || (await run(python, ['-m', 'pip', '--version'])).code !== 0) {
    made = await makeVenv();
    if (made.code !== 0 && (await apt(run, ['python3-venv']))) made = await makeVenv();
  }
  const tools = {} as Equipment['python'];
  for (const [name, version] of Object.entries(PYTHON_PEERS)) {
    tools[name as keyof typeof PYTHON_PEERS] =
      made && made.code !== 0
        ? { missing: `Python has no virtual environment: ${lastLines(made)}` }
        : await installOne(name, version, python, run);
  }
  return tools;
}

/** What WeasyPrint loads from the system. */
const LIBRARIES = ['libpango-1.0-0', 'libpangoft2-1.0-0', 'libharfbuzz-subset0'];

async function installOne(name: string, version: string, python: string, run: Run): Promise<Tool> {
  const asked = `import ${name}, importlib.metadata as m; assert m.version("${name}") == "${version}"`;
  const isThere = () => run(python, ['-c', asked]);
  if ((await isThere()).code === 0) return { path: python };
  const done = await run(python, ['-m', 'pip', 'install', '--quiet', `${name}==${version}`]);
  if (done.code !== 0) return { missing: `pip could not install it: ${lastLines(done)}` };
  let loaded = await isThere();
  if (loaded.code !== 0 && (await apt(run, LIBRARIES))) loaded = await isThere();
  return loaded.code === 0 ? { path: python } : { missing: lastLines(loaded) };
}

/** Debian's packages, if we may: only root, only where there is apt. */
async function apt(run: Run, packages: string[]): Promise<boolean> {
  if (process.getuid?.() !== 0) return false;
  const install = () =>
    run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
  if ((await install()).code === 0) return true;
  return (await run('apt-get', ['update'])).code === 0 && (await install()).code === 0;
}
