import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Made things by the hash of all that went into them. What is not there is made again; what is
 * there is exactly what making it again would give. Any file of it may be deleted at any time, and
 * what cannot be kept is done without.
 */
export interface Store {
  get(key: string): Uint8Array | undefined;
  put(key: string, bytes: Uint8Array): void;
  /**
   * To be called once, when all of a build is made: notes what it used, and deletes what the last
   * ten builds of everything (a hundred, if each made a part) did not use. No clock has a say.
   */
  prune(build: 'whole' | 'part'): void;
}

/** What `prune` remembers: the age of the store, and at which age each file was used last. */
interface Uses {
  age: number;
  last: Record<string, number>;
}

const LIFETIME = 100;
const AGES = { whole: 10, part: 1 };
const USES = 'uses.json';

export function openStore(folder: string): Store {
  const path = (key: string) => join(folder, key);
  const used = new Set<string>();
  return {
    get: (key) => {
      try {
        const bytes = readFileSync(path(key));
        used.add(key);
        // A machine that lost its power leaves files that are there and empty.
        return bytes.length > 0 ? bytes : undefined;
      } catch {
        return undefined;
      }
    },
    put: (key, bytes) => {
      if (writeFile(path(key), bytes)) used.add(key);
    },
    prune: (build) => {
      const names = namesIn(folder).filter((name) => name !== USES);
      const before = readUses(path(USES));
      const age = before.age + AGES[build];
      const last: Uses['last'] = {};
      for (const name of names) {
        // What nobody has noted yet, another process may be about to use.
        const then = used.has(name) ? age : (before.last[name] ?? age);
        if (age - then < LIFETIME) last[name] = then;
        else discard(path(name));
      }
      if (names.length > 0) writeFile(path(USES), JSON.stringify({ age, last }));
    },
  };
}

/** Whole or not at all; the folder is made when it is needed, for this user alone. */
function writeFile(path: string, data: Uint8Array | string): boolean {
  const fresh = `${path}.${process.pid}.new`;
  try {
    try {
      writeFileSync(fresh, data);
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault;
      mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 });
      writeFileSync(fresh, data);
    }
    renameSync(fresh, path);
    return true;
  } catch {
    discard(fresh);
    return false;
  }
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    return;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readUses(file: string): Uses {
  try {
    const { age, last } = JSON.parse(readFileSync(file, 'utf8')) as Uses;
    return { age: Number.isFinite(age) ? age : 0, last: { ...last } };
  } catch {
    return { age: 0, last: {} };
  }
}

/** The key of what is made from these values (plain data, text or bytes) and nothing else. */
export function keyOf(...values: readonly unknown[]): string {
  const hash = createHash('sha256');
  for (const value of values) {
    const isWhole = typeof value === 'string' || value instanceof Uint8Array;
    const content = isWhole ? value : JSON.stringify(value);
    hash.update(`${content.length}:`).update(content);
  }
  return hash.digest('hex');
}
