/**
 * Loaded into a build (`--import`): says on its error output how much memory it took, in kilobytes.
 *   PRESS_TEST_WEIGH=peak: the most that the process ever had.
 *   PRESS_TEST_WEIGH=live: what is live each time that an output comes into its place.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import v8 from 'node:v8';
import vm from 'node:vm';

if (process.env.PRESS_TEST_WEIGH === 'peak') {
  process.on('exit', () => fs.writeSync(2, `peak: ${process.resourceUsage().maxRSS}\n`));
} else {
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc');
  const live = [];
  const { renameSync } = fs;
  fs.renameSync = (from, to) => {
    renameSync(from, to);
    if (!/[/\\]drafts[/\\]/.test(from)) return;
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    live.push(Math.round((heapUsed + arrayBuffers) / 1024));
  };
  syncBuiltinESMExports();
  process.on('exit', () => fs.writeSync(2, `live: ${live.join(' ')}\n`));
}
