import { spawn } from 'node:child_process';
import { watchMemory } from './memory.ts';

export interface Finished {
  /** From the call to its end, in milliseconds. */
  ms: number;
  code: number | null;
  stdout: string;
  /** The last of what it said on its error output. */
  complaint: string;
  /** The most resident memory of it and all its descendants together, in bytes; 0 where there is no /proc. */
  peakBytes: number;
}

export interface Command {
  program: string;
  args: readonly string[];
  folder?: string;
  env?: Readonly<Record<string, string>>;
  /** Whether to look at its memory while it runs. */
  watched?: boolean;
}

const keptCharacters = 4000;
const patienceMs = 30 * 60_000;

/**
 * Runs a program to its end and takes its time. One that fails is no exception: see `code`.
 *
 * @throws AbortError when the signal ends it
 */
export function finish(command: Command, signal: AbortSignal): Promise<Finished> {
  const { program, args, folder, env, watched } = command;
  const begunMs = performance.now();
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  });
  const patience = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  const memory = watched && child.pid ? watchMemory(child.pid) : undefined;
  const stdout: Buffer[] = [];
  let complaint = '';
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-keptCharacters);
  });
  return new Promise((resolve, reject) => {
    let ms = 0;
    child.on('error', (error) => {
      clearTimeout(patience);
      memory?.end();
      if (error.name === 'AbortError') reject(error);
      else resolve({ ms: 0, code: null, stdout: '', complaint: error.message, peakBytes: 0 });
    });
    child.on('exit', () => {
      ms = performance.now() - begunMs;
    });
    child.on('close', (code) => {
      clearTimeout(patience);
      const peakBytes = memory?.end() ?? 0;
      resolve({ ms, code, stdout: Buffer.concat(stdout).toString(), complaint, peakBytes });
    });
  });
}
