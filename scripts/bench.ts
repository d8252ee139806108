import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateProject } from './bench/generate.ts';
import type { CommandArgs } from './command/args.ts';
import { EXIT } from './command/exit.ts';
import { openWorld } from './world.ts';

interface Row {
  what: string;
  /** Median of the runs, in milliseconds. */
  ms: number;
  /** Against a bare Node start of the same run: what a machine's speed cancels out of. */
  toNode: number;
}

const runs = 5;

/** `press bench`: whole processes, medians of five, each beside a bare Node start measured in turn with it. */
export async function run(args: CommandArgs): Promise<number> {
  const { tool } = openWorld();
  const press = join(tool, 'scripts/press.mjs');
  const rows: Row[] = [];
  for (const courses of [1, 10, 100]) {
    const folder = mkdtempSync(join(tmpdir(), 'press-bench-'));
    try {
      generateProject(folder, courses);
      const build = (...named: string[]) => [press, 'build', ...named, '--project', folder];
      const forget = () => {
        for (const name of ['.press', 'output'])
          rmSync(join(folder, name), { recursive: true, force: true });
      };
      if (courses === 1) rows.push(measure('one course sheet, cold', build('course-001'), forget));
      else rows.push(measure(`${courses} course sheets and their book, cold`, build(), forget));
      rows.push(measure(`${courses}-course book, cold`, build('prospectus'), forget));
      rows.push(
        measure(`${courses}-course book, nothing changed`, build('prospectus'), () => undefined),
      );
      if (args.signal.aborted) return EXIT.interrupted;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  process.stdout.write(args.json ? `${JSON.stringify(rows, undefined, 2)}\n` : table(rows));
  return EXIT.done;
}

function measure(what: string, command: readonly string[], before: () => void): Row {
  const times: number[] = [];
  const bare: number[] = [];
  for (let i = 0; i <= runs; i++) {
    before();
    const own = timed(command);
    const node = timed(['-e', '0']);
    // The first run fills the file system's cache.
    if (i > 0) {
      times.push(own);
      bare.push(node);
    }
  }
  const ms = median(times);
  return { what, ms, toNode: ms / median(bare) };
}

function timed(command: readonly string[]): number {
  const start = performance.now();
  execFileSync(process.execPath, command, { stdio: 'ignore' });
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function table(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ what }) => what.length));
  const lines = rows.map(
    ({ what, ms, toNode }) =>
      `${what.padEnd(width)}  ${ms.toFixed(0).padStart(7)} ms  ${toNode.toFixed(1).padStart(6)} x a bare Node start`,
  );
  return `${lines.join('\n')}\n`;
}
