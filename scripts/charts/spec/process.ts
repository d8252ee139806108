import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { World } from '../../world.ts';
import type { FromChild, Job, ToChild } from './protocol.ts';

/** What came of a job. */
export type Outcome =
  | { kind: 'drawn'; svg: string; warnings: string[] }
  | { kind: 'fault'; detail: string }
  | { kind: 'time' }
  | { kind: 'memory' };

/** A stranger's program may take this much. */
export interface Limits {
  /** Of the processor's time, where the system says how much it had (Linux): a busy machine is no fault of a chart's. */
  busySeconds: number;
  /** By the clock. */
  seconds: number;
  heapMb: number;
  /** Of the whole process, where the system says how much it has (Linux): arrays lie outside the heap. */
  residentMb: number;
}

const usual: Limits = { busySeconds: 12, seconds: 120, heapMb: 384, residentMb: 1200 };
const watchMs = 100;
/** What a tick of /proc is on every Linux that Node runs on. */
const ticksPerSecond = 100;

/**
 * Draws a specification in a process of its own (see `run.ts`) and ends that process, whatever
 * happens. `load` answers what the specification wants to read.
 */
export async function drawInProcess(
  job: Job,
  load: (uri: string) => string | undefined,
  world: World,
  limits: Limits = usual,
): Promise<Outcome> {
  const { here } = await import('./run.ts');
  const child = spawn(process.execPath, [...flags(here, world, limits), here], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    cwd: world.tool,
    // Dates are drawn as they are written, whatever the zone of this machine.
    env: { TZ: 'UTC' },
  });
  try {
    return await outcome(child, job, load, limits);
  } finally {
    child.kill('SIGKILL');
  }
}

/** No string becomes code; no file but the tool's own is read; nothing is written or started. */
function flags(here: string, world: World, { heapMb }: Limits): string[] {
  const shaper = dirname(dirname(fileURLToPath(import.meta.resolve('harfbuzzjs'))));
  const readable = [world.tool, dirname(fileURLToPath(here)), shaper];
  return [
    '--permission',
    ...readable.map((folder) => `--allow-fs-read=${folder}`),
    '--disallow-code-generation-from-strings',
    `--max-old-space-size=${heapMb}`,
    '--no-warnings',
    '--input-type=module',
    '--eval',
    `import(process.argv[1]).then(({ serve }) => serve());`,
  ];
}

function outcome(
  child: ChildProcess,
  job: Job,
  load: (uri: string) => string | undefined,
  limits: Limits,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const late = setTimeout(() => end({ kind: 'time' }), limits.seconds * 1000);
    const watch = setInterval(() => {
      const { residentMb, busySeconds } = used(child.pid);
      if (residentMb > limits.residentMb) end({ kind: 'memory' });
      if (busySeconds > limits.busySeconds) end({ kind: 'time' });
    }, watchMs);
    const end = (result: Outcome) => {
      clearTimeout(late);
      clearInterval(watch);
      resolve(result);
    };
    child.on('message', (message: FromChild) => {
      if (message.kind !== 'load') end(message);
      else child.send({ kind: 'file', id: message.id, text: load(message.uri) } satisfies ToChild);
    });
    // V8 aborts a process whose heap is full.
    child.on('exit', () => end({ kind: 'memory' }));
    child.on('error', (fault) => end({ kind: 'fault', detail: fault.message }));
    child.send({ kind: 'job', job } satisfies ToChild);
  });
}

/** What a process has used so far; nothing where the system does not say. */
function used(pid: number | undefined): { residentMb: number; busySeconds: number } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const resident = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024;
    // After the name, which may hold anything, in brackets: fields 14 and 15 (proc(5)).
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    const ticks = Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
    return { residentMb: resident, busySeconds: ticks / ticksPerSecond };
  } catch {
    return { residentMb: 0, busySeconds: 0 };
  }
}
