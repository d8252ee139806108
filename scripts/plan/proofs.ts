import { readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../finding.ts';
import type { KeepProof } from '../images/proof.ts';
import type { World } from '../world.ts';
import { isWhereItSeems, writeWhole } from './write.ts';

/** What a build may have put there: nothing else is taken away. */
const isOwn = /-\d+x\d+-[0-9a-f]{6}\.jpg$/;

/** The pictures in output/report/crops/ of crops that lose what must stay. */
export interface Proofs {
  keep: KeepProof;
  /** What this build put there: absolute paths. */
  files(): string[];
  /** Takes away those of earlier builds: only after one that made all there is. */
  prune(): void;
}

export function openProofs(world: World, report: Report): Proofs {
  const written = new Set<string>();
  return {
    keep: (path, jpeg) => {
      if (!written.has(path) && writeWhole(world, path, jpeg, report)) written.add(path);
    },
    files: () => [...written].sort(),
    prune: () => {
      const report = join(world.out, 'report');
      const folder = join(report, 'crops');
      try {
        if (!isWhereItSeems(world, folder)) return;
        for (const name of readdirSync(folder)) {
          const path = join(folder, name);
          if (isOwn.test(name) && !written.has(path)) rmSync(path);
        }
        // Where nothing is left, no empty folder is.
        for (const empty of [folder, report]) rmdirSync(empty);
      } catch {
        // Not there, not empty, or held by a viewer: it stays.
        return;
      }
    },
  };
}
