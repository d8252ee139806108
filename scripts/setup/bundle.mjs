/**
 * The bundle: all of scripts/ and the libraries it can take in, as a few JavaScript files in
 * `.bundle/`, and the tool's templates, compiled. One import that is loaded late stays one file
 * that is loaded late. Plain JavaScript for Node 18; only esbuild and Handlebars are needed.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { licencesOf } from './licences.mjs';
import { bundleIdentity, readSources, writeSources } from './sources.mjs';
import { compileTemplates } from './templates.mjs';

/**
 * What stays in node_modules: native code, WebAssembly and archives that are read as files. Each
 * is a dependency in package.json; what the bundle takes in is a development dependency.
 */
export const OUTSIDE = ['sharp', '@sparticuz/chromium', 'harfbuzzjs', '@hyzyla/pdfium'];

/** What takes the place of a library that another one asks for; in the tool's own sources only. */
function standIns(/** @type {string} */ tool) {
  const file = join(tool, 'scripts', 'setup', 'no-js-yaml.cjs');
  return existsSync(file) ? { alias: { 'js-yaml': file } } : {};
}

/** Optional backends that a library asks for and does without. */
const NEVER = ['canvas'];

/** Parts of an older bundle may be in use by a process that began before the newer one was made. */
const KEEP_MS = 24 * 60 * 60 * 1000;

/**
 * Makes the bundle if any source has changed. Safe when two processes do it at once: parts are
 * named by their content, and the entry is put in its place last.
 * @param {string} tool
 * @param {(line: string) => void} say
 */
export async function makeBundle(tool, say) {
  const target = join(tool, '.bundle');
  mkdirSync(target, { recursive: true });
  const sources = readSources(tool);
  if (bundleIdentity(tool) !== sources.identity || !existsSync(join(target, 'press.mjs'))) {
    say('Bundling the sources …');
    const draft = join(target, `draft-${process.pid}`);
    try {
      const made = await esbuildTo(tool, draft);
      await compileTemplates(tool, draft);
      writeFileSync(join(draft, 'LICENCES.txt'), licencesOf(tool, made.metafile));
      writeFileSync(join(draft, 'identity'), sources.identity);
      moveInto(draft, target);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  }
  writeSources(tool, sources);
}

/** @param {string} tool @param {string} outdir */
async function esbuildTo(tool, outdir) {
  const { build, stop } = await import('esbuild');
  const made = build({
    absWorkingDir: tool,
    entryPoints: { press: 'scripts/main.ts' },
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    outExtension: { '.js': '.mjs' },
    chunkNames: '[name]-[hash]',
    external: [...OUTSIDE, ...NEVER],
    ...standIns(tool),
    // CommonJS libraries ask for Node's own modules by `require`, and for their folder, which a module does not have.
    banner: {
      js: "import { createRequire as pressRequire } from 'node:module';\nconst require = pressRequire(import.meta.url);\nconst __dirname = import.meta.dirname;",
    },
    // Functions are handed to the page as text: no renaming, no helpers they would not find there.
    minify: false,
    keepNames: false,
    legalComments: 'none',
    metafile: true,
    logLevel: 'silent',
  });
  // Its helper would stay beside the build that follows.
  return made.finally(stop);
}

/** @param {string} draft @param {string} target */
function moveInto(draft, target) {
  const last = ['press.mjs', 'identity'];
  const made = readdirSync(draft).sort((a, b) => last.indexOf(a) - last.indexOf(b));
  for (const name of made) renameSync(join(draft, name), join(target, name));
  const kept = new Set(made);
  for (const name of readdirSync(target)) {
    if (kept.has(name) || !name.endsWith('.mjs')) continue;
    const file = join(target, name);
    if (Date.now() - statSync(file).mtimeMs > KEEP_MS) rmSync(file, { force: true });
  }
}
