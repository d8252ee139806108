import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { basename, join, sep } from 'node:path';

/** What the system itself watches with everything below; elsewhere each folder is watched on its own. */
const watchesDeep = process.platform === 'darwin' || process.platform === 'win32';

/** Files that editors put beside what they save, and other systems into every folder. */
const noise = /^\.|~$|^#.*#$|^4913$|___jb_\w+___$|\.(tmp|swp|swx|part|crdownload)$/i;

/**
 * Tells of each file that is saved, made, renamed or deleted below some folders, now there or not.
 * One save may be told several times.
 *
 * Node's own watching of whole trees loses, on Linux, a file that an editor has replaced by another
 * of the same name: that is how most editors save.
 *
 * @param parent absolute
 * @param folders their names in `parent`
 * @param changed gets an absolute path
 * @throws when the system has no watchers left
 */
export function watchFolders(
  parent: string,
  folders: readonly string[],
  changed: (path: string) => void,
): Disposable {
  const watchers = new Map<string, FSWatcher>();

  function follow(folder: string, isDeep: boolean): void {
    let watcher: FSWatcher;
    try {
      watcher = watch(folder, { recursive: isDeep && watchesDeep });
    } catch (error) {
      // It may be gone again before it is looked at.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
      throw error;
    }
    watchers.set(folder, watcher);
    watcher.on('error', () => forget(folder));
    watcher.on('change', (event, name) => {
      if (typeof name === 'string') hear(event, join(folder, name), isDeep);
      else if (isDeep) changed(folder);
    });
    if (isDeep && !watchesDeep) for (const inner of foldersIn(folder)) follow(inner, true);
  }

  function hear(event: string, path: string, isDeep: boolean): void {
    const isRoot = !isDeep && folders.includes(basename(path));
    if (!isDeep && !isRoot) return;
    if (event === 'rename' && (isRoot || !watchesDeep)) {
      // Even under the same name it may be another folder now.
      forget(path);
      if (isFolder(path)) follow(path, true);
    }
    if (!noise.test(basename(path))) changed(path);
  }

  function forget(folder: string): void {
    for (const [path, watcher] of watchers) {
      if (path !== folder && !path.startsWith(folder + sep)) continue;
      watcher.close();
      watchers.delete(path);
    }
  }

  follow(parent, false);
  for (const name of folders) if (isFolder(join(parent, name))) follow(join(parent, name), true);
  return { [Symbol.dispose]: () => forget(parent) };
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(folder, name));
  } catch {
    return [];
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
