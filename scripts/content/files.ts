import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Place, Report } from '../finding.ts';
import { decode } from './decode.ts';
import { type Input, sha256 } from './inputs.ts';
import * as say from './messages.ts';
import { nearest } from './suggest.ts';

/** No text file of a project needs more: 1 MB is about 160,000 words. */
export const textLimitBytes = 1_000_000;

export interface TextFile {
  file: string;
  /** Without byte-order mark; every line ends in `\n`. */
  text: string;
  sha256: string;
}

/**
 * The files of one project. Reads nothing that lies elsewhere, whatever a path or a symbolic link
 * says, and keeps a record of all it was asked for. Paths are relative to the project.
 */
export interface Files {
  /** Names in a folder, sorted by code unit, folders with a `/`; undefined if there is no folder. */
  list(folder: string): string[] | undefined;
  /**
   * The text of a file of at most 1 MB in UTF-8; undefined after a finding, which stands at `from`
   * (the place that names the file) where the file itself has no place to show.
   */
  text(path: string, from?: Place): TextFile | undefined;
  /** Whether there is a file of the project at this path; a finding at `from` if not. */
  has(path: string, from: Place): boolean;
  inputs(): Input[];
}

export function openFiles(project: string, report: Report): Files {
  const root = rootOf(project);
  const inputs = new Map<string, Input>();
  const texts = new Map<string, TextFile | undefined>();
  let saidWindows = false;

  /** The real path of a regular file and its size, or undefined after a finding. */
  function locate(path: string, from: Place): { real: string; size: number } | undefined {
    let real: string;
    try {
      real = realpathSync.native(join(root, path));
    } catch {
      inputs.set(path, { path, kind: 'absent' });
      report(say.fileMissing(path, similarName(path)), from);
      return undefined;
    }
    if (!inputs.has(path)) inputs.set(path, { path, kind: 'present' });
    if (!isInside(root, real)) {
      report(say.leavesProject(path), from);
      return undefined;
    }
    const stat = statSync(real);
    if (stat.isFile()) return { real, size: stat.size };
    report(say.notAFile(path), from);
    return undefined;
  }

  function similarName(path: string): string | undefined {
    const cut = path.lastIndexOf('/');
    const names = cut < 0 ? undefined : list(path.slice(0, cut));
    return names && nearest(path.slice(cut + 1), names);
  }

  function list(folder: string): string[] | undefined {
    let real: string;
    try {
      real = realpathSync.native(join(root, folder));
    } catch {
      inputs.set(folder, { path: folder, kind: 'absent' });
      return undefined;
    }
    if (!isInside(root, real) || !statSync(real).isDirectory()) {
      inputs.set(folder, { path: folder, kind: 'present' });
      const message = isInside(root, real) ? say.notAFolder(folder) : say.leavesProject(folder);
      report(message, { file: folder });
      return undefined;
    }
    let names: string[];
    try {
      names = readdirSync(real, { withFileTypes: true })
        .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
        .sort();
    } catch {
      inputs.set(folder, { path: folder, kind: 'present' });
      report(say.fileUnreadable(folder), { file: folder });
      return undefined;
    }
    inputs.set(folder, { path: folder, kind: 'folder', sha256: sha256(names.join('\n')) });
    return names;
  }

  function read(path: string, from: Place): TextFile | undefined {
    const found = locate(path, from);
    if (!found) return undefined;
    if (found.size > textLimitBytes) {
      report(say.fileTooLarge(found.size, textLimitBytes), { file: path });
      return undefined;
    }
    let bytes: Buffer;
    try {
      bytes = readFileSync(found.real);
    } catch {
      report(say.fileUnreadable(path), from);
      return undefined;
    }
    const hash = sha256(bytes);
    inputs.set(path, { path, kind: 'file', sha256: hash });
    const text = decode(bytes, path, report);
    if (text === undefined) return undefined;
    if (!text.includes('\r')) return { file: path, text, sha256: hash };
    if (!saidWindows) report(say.windowsLineEnds(), { file: path });
    saidWindows = true;
    return { file: path, text: text.replace(/\r\n?/g, '\n'), sha256: hash };
  }

  return {
    list,
    text(path, from = { file: path }) {
      if (!texts.has(path)) texts.set(path, read(path, from));
      return texts.get(path);
    },
    has: (path, from) => locate(path, from) !== undefined,
    inputs: () => [...inputs.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

/** Of a project that is not there, or that cannot be looked into, nothing will be found. */
function rootOf(project: string): string {
  try {
    return realpathSync.native(project);
  } catch {
    return project;
  }
}

function isInside(root: string, real: string): boolean {
  const way = relative(root, real);
  return (
    way === '' || (way.split(sep)[0] !== '..' && !way.startsWith(sep) && !/^[a-z]:/i.test(way))
  );
}
