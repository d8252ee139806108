import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/**
 * Made things by the hash of all that went into them. What is not there is made again; what is
 * there is exactly what making it again would give. Any file of it may be deleted at any time.
 */
export interface Store {
  get(key: string): Uint8Array | undefined;
  put(key: string, bytes: Uint8Array): void;
  /** Deletes what was not used for longest until at most this many bytes are left. */
  prune(limitBytes: number): void;
}

export function openStore(folder: string): Store {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = (key: string) => join(folder, key);
  return {
    get: (key) => {
      try {
        const bytes = readFileSync(path(key));
        const now = new Date();
        utimesSync(path(key), now, now);
        return bytes;
      } catch {
        return undefined;
      }
    },
    put: (key, bytes) => {
      const fresh = `${path(key)}.${process.pid}.new`;
      writeFileSync(fresh, bytes);
      renameSync(fresh, path(key));
    },
    prune: (limitBytes) => {
      const files = readdirSync(folder)
        .map((name) => ({ name, stat: statSync(path(name), { throwIfNoEntry: false }) }))
        .sort((a, b) => (b.stat?.mtimeMs ?? 0) - (a.stat?.mtimeMs ?? 0));
      let kept = 0;
      for (const { name, stat } of files) {
        kept += stat?.size ?? 0;
        if (kept > limitBytes) rmSync(path(name), { force: true });
      }
    },
  };
}

/** The key of what is made from these values and nothing else. */
export function keyOf(...values: readonly unknown[]): string {
  const hash = createHash('sha256');
  for (const value of values) {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    hash.update(`${text.length}:`).update(text);
  }
  return hash.digest('hex');
}
