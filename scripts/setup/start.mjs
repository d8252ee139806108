/**
 * Loads the bundle in a Node 24 and runs the command. Compiled code is kept in this user's cache,
 * which halves the start.
 */
import { mkdirSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { userCacheFolder } from './folders.mjs';

keepCompiledCode();
const { main } = await import('../../.bundle/press.mjs');
process.exitCode = await main(process.argv.slice(2));

function keepCompiledCode() {
  const folder = join(userCacheFolder(process.env), 'compiled');
  try {
    // Code is loaded from here: nobody else may write to it.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    module.enableCompileCache(folder);
  } catch {
    // Without it the start is slower, nothing else.
  }
}
