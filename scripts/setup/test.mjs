/**
 * `npm test`: sets up, then runs every test (or those named) in Node 24.
 *   npm test                          all
 *   npm test -- tests/charts          one folder
 *   npm test -- tests/setup/pack.test.ts
 */
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setUpClone } from './clone.mjs';
import { asText, nodeNeeded, SetupFailure } from './messages.mjs';
import { hostWillDo, pinnedNode } from './node.mjs';
import { runAs } from './spawn.mjs';

/** Files at once: the machines this runs on have two cores, and a test may start a browser. */
const FILES_AT_ONCE = 2;
/** What takes longer hangs. */
const LONGEST_TEST_MS = 5 * 60 * 1000;
const LONGEST_RUN_MS = 30 * 60 * 1000;

const tool = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
process.chdir(tool);
process.exitCode = await run(process.argv.slice(2));

/** @param {string[]} named */
async function run(named) {
  try {
    await setUpClone(tool);
    const node = pinnedNode(tool) ?? (hostWillDo() ? process.execPath : undefined);
    if (!node) throw new SetupFailure(nodeNeeded(process.versions.node));
    const options = [
      '--test',
      `--test-concurrency=${FILES_AT_ONCE}`,
      `--test-timeout=${LONGEST_TEST_MS}`,
      '--test-reporter=./scripts/setup/reporter.mjs',
    ];
    const files = (named.length > 0 ? named : ['tests']).map(asPattern);
    const code = await runAs(node, [...options, ...files], { limitMs: LONGEST_RUN_MS });
    if (code > 128) process.stdout.write('0 passed, 1 failed\n');
    return code;
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    process.stderr.write(asText(error.finding));
    process.stdout.write('0 passed, 1 failed\n');
    return 3;
  }
}

/** @param {string} path */
function asPattern(path) {
  const folder = existsSync(path) && statSync(path).isDirectory();
  return folder ? join(path, '**', '*.test.ts') : path;
}
