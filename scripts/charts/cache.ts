import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { noteUse } from '../last-use.ts';

/** What a cache file holds; nothing if there is none, or one that cannot be read as JSON. */
export function readCached<T>(file: string): T | undefined {
  try {
    const value = JSON.parse(readFileSync(file, 'utf8')) as T;
    noteUse(file);
    return value;
  } catch {
    return undefined;
  }
}

/** Writes a cache file whole or not at all. A cache that cannot be written is done without. */
export function writeCached(file: string, value: unknown): void {
  const draft = `${file}.${process.pid}.${drafts++}`;
  try {
    const folder = dirname(file);
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
    writeFileSync(draft, JSON.stringify(value));
    renameSync(draft, file);
  } catch {
    return;
  }
}

let drafts = 0;
