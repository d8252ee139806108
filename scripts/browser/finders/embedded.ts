import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Finder } from '../found.ts';
import { notUnpacked, tooOld } from '../messages.ts';
import { unpack } from '../unpack.ts';
import { isRecent } from '../version.ts';

/** The browser that npm brought along, in `@sparticuz/chromium`: Linux on x64 only. */
export const findEmbedded: Finder = async (world, report) => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const archives = archivesFolder(world.tool);
  if (!archives) return undefined;
  try {
    const { path, libraries, version, hash } = await unpack(archives, world);
    if (!isRecent(version)) {
      report(tooOld(path, version, false));
      return undefined;
    }
    const identity = `embedded ${version} ${process.arch} ${hash.slice(0, 16)}`;
    return { path, how: 'embedded', version, identity, env: { LD_LIBRARY_PATH: libraries } };
  } catch (error) {
    report(notUnpacked(world.userCache, (error as Error).message));
    return undefined;
  }
};

/** The package's folder of archives, from wherever npm put the package; none of its code is run. */
function archivesFolder(tool: string): string | undefined {
  try {
    const entry = createRequire(join(tool, 'package.json')).resolve('@sparticuz/chromium');
    const folder = join(dirname(entry), '..', 'bin');
    return existsSync(join(folder, 'chromium.br')) ? folder : undefined;
  } catch {
    return undefined;
  }
}
