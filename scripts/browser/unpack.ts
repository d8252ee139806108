import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, readFileSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliDecompress, createBrotliDecompress } from 'node:zlib';
import type { World } from '../world.ts';
import { distrust, makePrivate } from './private-folder.ts';
import { readTar } from './tar.ts';
import { NOTE, noteUse, sweep } from './unused.ts';
import { askVersion } from './version.ts';

/** To be raised when what is unpacked, or how, changes: an older folder is then left alone. */
const LAYOUT = 1;

/** The program, and the shared libraries that a bare system lacks. Its graphics and fonts are not used. */
const PROGRAM = 'chromium';
const LIBRARIES = 'lib';
const ARCHIVES = ['chromium.br', 'al2023.tar.br'] as const;

export interface Unpacked {
  path: string;
  /** The folder for `LD_LIBRARY_PATH`. */
  libraries: string;
  version: string;
  /** SHA-256 of the archives, in hexadecimal digits. */
  hash: string;
}

/** What lies in the unpacked folder, written last: a folder without it was not finished. */
interface Contents {
  version: string;
  sizes: Record<string, number>;
}

/**
 * Unpacks the embedded browser into the user's cache, once, and returns where it is. The folder is
 * private, named by the hash of the archives, and appears whole or not at all; two processes may
 * do it at once. One that is there is used only if every file has its size and is ours alone.
 *
 * @param archives the folder that has `chromium.br` and `al2023.tar.br`
 * @throws an Error whose message says what prevented it
 */
export async function unpack(archives: string, world: World): Promise<Unpacked> {
  const home = makePrivate(join(world.userCache, 'browser'));
  const hash = await hashOf(archives, home);
  const folder = join(home, hash.slice(0, 32));
  const known = readContents(folder);
  if (known) noteUse(folder);
  const version = known?.version ?? (await unpackInto(folder, archives, home, world));
  return { path: join(folder, PROGRAM), libraries: join(folder, LIBRARIES), version, hash };
}

async function unpackInto(folder: string, archives: string, home: string, world: World) {
  await sweep(home);
  const draft = await mkdtemp(join(home, 'draft-'));
  try {
    const sizes = await unpackFiles(archives, draft);
    const path = join(draft, PROGRAM);
    const version = await askVersion(path, world, { LD_LIBRARY_PATH: join(draft, LIBRARIES) });
    await writeFile(join(draft, NOTE), JSON.stringify({ version, sizes }));
    await moveInto(draft, folder);
    return version;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Puts the finished folder in its place, unless another process was first. */
async function moveInto(draft: string, folder: string): Promise<void> {
  try {
    await rename(draft, folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
    if (readContents(folder)) return;
    // What is there is damaged: it makes room, under a name of its own because it may be in use.
    await rename(folder, `${draft}-damaged`);
    await rename(draft, folder);
    await rm(`${draft}-damaged`, { recursive: true, force: true });
  }
}

async function unpackFiles(archives: string, folder: string): Promise<Record<string, number>> {
  const program = join(folder, PROGRAM);
  await pipeline(
    createReadStream(join(archives, ARCHIVES[0])),
    createBrotliDecompress({ chunkSize: 1 << 20 }),
    createWriteStream(program, { mode: 0o700 }),
  );
  const sizes: Record<string, number> = { [PROGRAM]: (await stat(program)).size };
  await mkdir(join(folder, LIBRARIES), { mode: 0o700 });
  const tar = await promisify(brotliDecompress)(await readFile(join(archives, ARCHIVES[1])));
  for (const { name, bytes } of readTar(tar)) {
    if (!name.startsWith(`${LIBRARIES}/`)) continue;
    await writeFile(join(folder, name), bytes, { mode: 0o700 });
    sizes[name] = bytes.length;
  }
  return sizes;
}

/**
 * What a finished folder holds, if every file of it can be trusted. It does not wait: the browser is
 * to be on its way before the rest of the program is read, and a file system that is waited for
 * answers only after that.
 */
function readContents(folder: string): Contents | undefined {
  if (distrust(folder, 'folder')) return undefined;
  try {
    const contents: Contents = JSON.parse(readFileSync(join(folder, NOTE), 'utf8'));
    for (const [name, size] of Object.entries(contents.sizes)) {
      const path = join(folder, name);
      if (distrust(path, 'file') || statSync(path).size !== size) return undefined;
    }
    return contents;
  } catch {
    return undefined;
  }
}

/**
 * The hash of both archives. They are 68 MB, so it is kept in the private folder by their sizes
 * and times of change.
 */
async function hashOf(archives: string, home: string): Promise<string> {
  const mark = createHash('sha256').update(`${LAYOUT}\n${archives}\n`);
  for (const name of ARCHIVES) {
    const { size, mtimeMs, ino } = statSync(join(archives, name));
    mark.update(`${size} ${mtimeMs} ${ino}\n`);
  }
  const note = join(home, `${mark.digest('hex').slice(0, 32)}.hash`);
  const noted = distrust(note, 'file') ? '' : readFileSync(note, 'utf8');
  if (/^[0-9a-f]{64}$/.test(noted)) return noted;
  const hash = createHash('sha256').update(String(LAYOUT));
  for (const name of ARCHIVES) {
    for await (const chunk of createReadStream(join(archives, name), { highWaterMark: 1 << 20 })) {
      hash.update(chunk);
    }
  }
  const hex = hash.digest('hex');
  await writeFile(note, hex, { mode: 0o600 });
  return hex;
}
