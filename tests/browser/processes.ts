import { readdirSync, readFileSync } from 'node:fs';

interface Entry {
  pid: number;
  parent: number;
  command: string;
}

/** What runs below a process, this one if not said: read from /proc, so on Linux only. */
export function descendants(of = process.pid): Entry[] {
  const all = readdirSync('/proc').flatMap((name) => {
    const pid = Number(name);
    if (!Number.isInteger(pid)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return state === 'Z' ? [] : [{ pid, parent: Number(parent), command }];
    } catch {
      return [];
    }
  });
  const below = new Set([of]);
  for (let size = 0; size !== below.size; ) {
    size = below.size;
    for (const { pid, parent } of all) if (below.has(parent)) below.add(pid);
  }
  return all.filter(({ pid }) => pid !== of && below.has(pid));
}

/** The processes that draw pages. */
export function renderers(of?: number): Entry[] {
  return descendants(of).filter(({ command }) => command.includes('--type=renderer'));
}

/** The browser processes that a process started, this one if not said. */
export function browsers(of = process.pid): Entry[] {
  const isBrowser = ({ parent, command }: Entry) =>
    parent === of && command.includes('--remote-debugging-pipe') && !command.includes('--type=');
  return descendants(of).filter(isBrowser);
}

/** The memory of a process, what it shares with others counted by its part, in megabytes. */
export function memoryMb(pid: number): number {
  const [, kilobytes] =
    /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

export function isAlive(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.[0] !== 'Z';
  } catch {
    return false;
  }
}

/** Waits until something is so; it is for the caller to say what if it never is. */
export async function until(isSo: () => boolean, patienceMs = 10_000): Promise<boolean> {
  for (const end = Date.now() + patienceMs; Date.now() < end; ) {
    if (isSo()) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return isSo();
}
