import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../content/inputs.ts';
import { noteUse } from '../last-use.ts';

/** A made file with what was found out while making it. */
export interface Kept<Facts> {
  path: string;
  /** SHA-256 of the file. */
  hash: string;
  facts: Facts;
}

/**
 * A folder of made JPEGs, each under the hash of all it was made from, with its facts beside it.
 * Files appear whole or not at all; one that is not what it was is made again.
 */
export function openStore<Facts>(folder: string) {
  const pathOf = (key: string) => join(folder, `${key}.jpg`);
  const factsOf = (key: string) => join(folder, `${key}.json`);

  return {
    find(key: string): Kept<Facts> | undefined {
      try {
        const { hash, facts } = JSON.parse(readFileSync(factsOf(key), 'utf8')) as Kept<Facts>;
        const path = pathOf(key);
        if (sha256(readFileSync(path)) !== hash) return undefined;
        for (const file of [path, factsOf(key)]) noteUse(file);
        return { path, hash, facts };
      } catch {
        return undefined;
      }
    },

    keep(key: string, bytes: Uint8Array, facts: Facts): Kept<Facts> {
      const hash = sha256(bytes);
      mkdirSync(folder, { recursive: true });
      writeWhole(pathOf(key), bytes);
      writeWhole(factsOf(key), JSON.stringify({ hash, facts }));
      return { path: pathOf(key), hash, facts };
    },
  };
}

let drafts = 0;

function writeWhole(path: string, data: string | Uint8Array): void {
  const draft = `${path}.${process.pid}.${drafts++}`;
  writeFileSync(draft, data);
  renameSync(draft, path);
}
