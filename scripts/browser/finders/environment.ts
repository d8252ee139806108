import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { examine } from '../examine.ts';
import type { Finder } from '../found.ts';
import { programMissing } from '../messages.ts';

/** The program that `PUPPETEER_EXECUTABLE_PATH` names. */
export const findInEnvironment: Finder = async (world, report) => {
  const wanted = world.env.PUPPETEER_EXECUTABLE_PATH;
  if (!wanted) return undefined;
  const path = resolve(wanted);
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) {
    report(programMissing(path));
    return undefined;
  }
  return examine(path, 'environment', world, report);
};
