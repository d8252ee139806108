import { createHash } from 'node:crypto';
import { join, posix } from 'node:path';

/**
 * Something that reading depended on. While every input is as it was, reading again gives the same.
 * - `file`: its bytes were read; `sha256` is theirs.
 * - `folder`: its names were listed; `sha256` is that of the sorted names, one a line, folders with a `/`.
 * - `present`, `absent`: only that it was there, or was not, made a difference.
 */
export interface Input {
  /** Relative to the project, with forward slashes. */
  path: string;
  kind: 'file' | 'folder' | 'present' | 'absent';
  sha256?: string;
}

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** One digest of several inputs, in whatever order they were read. */
export function digest(inputs: readonly Input[]): string {
  const lines = inputs.map((input) => `${input.path}\0${input.kind}\0${input.sha256 ?? ''}`);
  return sha256(lines.sort().join('\n'));
}

/**
 * The files and folders to watch, as absolute paths below `root`: the files that were read or only
 * looked for and found (pictures), and the folders that were listed or in which one was missed.
 */
export function inputsOf(
  project: { inputs: readonly Input[] },
  root: string,
): { files: string[]; folders: string[] } {
  const files = new Set<string>();
  const folders = new Set<string>();
  const absent = new Set(
    project.inputs.flatMap(({ path, kind }) => (kind === 'absent' ? path : [])),
  );
  for (const { path, kind } of project.inputs) {
    if (kind === 'folder') folders.add(path);
    else if (kind !== 'absent') files.add(path);
    else if (!absent.has(posix.dirname(path))) folders.add(posix.dirname(path));
  }
  const absolute = (paths: Set<string>) => [...paths].sort().map((path) => join(root, path));
  return { files: absolute(files), folders: absolute(folders) };
}
