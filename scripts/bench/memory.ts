import { readdirSync, readFileSync } from 'node:fs';

const everyMs = 100;

/** Looks at a process and all it started, again and again. Linux only: elsewhere it sees nothing. */
export function watchMemory(pid: number): { end(): number } {
  let peakBytes = 0;
  const look = () => {
    peakBytes = Math.max(peakBytes, residentBytes(pid));
  };
  const timer = setInterval(look, everyMs);
  return {
    end: () => {
      clearInterval(timer);
      return peakBytes;
    },
  };
}

/**
 * Resident memory of a process and its descendants, in bytes (proc(5): /proc/PID/status, VmRSS in
 * kB). Pages that several of them share are counted in each.
 */
export function residentBytes(root: number): number {
  const processes = readProcesses();
  const isOurs = (pid: number): boolean => {
    for (let at: number | undefined = pid; at; at = processes.get(at)?.parent) {
      if (at === root) return true;
    }
    return false;
  };
  return [...processes].reduce((sum, [pid, { bytes }]) => sum + (isOurs(pid) ? bytes : 0), 0);
}

function readProcesses(): Map<number, { parent: number; bytes: number }> {
  const processes = new Map<number, { parent: number; bytes: number }>();
  for (const name of namesIn('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const status = read(`/proc/${name}/status`);
    const parent = /^PPid:\s+(\d+)/m.exec(status)?.[1];
    const resident = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
    if (parent)
      processes.set(Number(name), {
        parent: Number(parent),
        bytes: Number(resident ?? 0) * 1024,
      });
  }
  return processes;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** A process may end between the listing and the reading. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
