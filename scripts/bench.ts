import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, release, tmpdir, totalmem, type } from 'node:os';
import { join } from 'node:path';
import type { Bench } from './bench/bench.ts';
import { measureBook } from './bench/book.ts';
import { measureCharts } from './bench/charts.ts';
import { measureFit } from './bench/fit.ts';
import { notMeasured, peersNeedClone, unknownPart } from './bench/messages.ts';
import { equip } from './bench/peers/equip.ts';
import { type Results, table } from './bench/report.ts';
import { Failed } from './bench/rounds.ts';
import { measureSheet } from './bench/sheet.ts';
import { measureSheets } from './bench/sheets.ts';
import type { CommandArgs } from './command/args.ts';
import { EXIT } from './command/exit.ts';
import { asText } from './command/say.ts';
import { versionOf } from './command/version.ts';
import type { Message } from './finding.ts';
import { openWorld } from './world.ts';

const PARTS = {
  sheet: measureSheet,
  sheets: measureSheets,
  book: measureBook,
  charts: measureCharts,
  fit: measureFit,
} satisfies Record<string, (bench: Bench) => Promise<unknown>>;

/**
 * `press bench`: whole processes on generated projects, each run followed by a bare Node start;
 * medians, and their ratios to it and to other tools of the same run. It says whether the limits
 * are met; nothing fails because of them.
 */
export async function run(args: CommandArgs): Promise<number> {
  const world = openWorld();
  const known = Object.keys(PARTS);
  const unknown = args.named.find((name) => !known.includes(name));
  if (unknown !== undefined) return refuse(unknownPart(unknown, known), EXIT.usage);
  const isClone = existsSync(join(world.tool, 'scripts/bench/peers/bare.mjs'));
  if (args.peers && !isClone) return refuse(peersNeedClone(), EXIT.usage);

  const folder = mkdtempSync(join(tmpdir(), 'press-bench-'));
  const say = (what: string) => {
    if (!args.json) process.stderr.write(`${what}\n`);
  };
  try {
    if (args.peers) say('Installing the peers, where they are not there yet …');
    const bench: Bench = {
      world,
      runs: args.runs ?? 5,
      sizes: [...(args.courses ?? [1, 10, 100, 300])].sort((a, b) => a - b),
      signal: args.signal,
      folder,
      equipment: args.peers ? await equip(world, args.signal) : undefined,
      peers: [],
      say,
    };
    const results: Results = {
      machine: machine(world.tool),
      runs: bench.runs,
      rows: [],
      peers: bench.peers,
    };
    for (const [name, measure] of Object.entries(PARTS)) {
      if (args.named.length > 0 && !args.named.includes(name)) continue;
      results.rows.push(...(await measure(bench)));
    }
    process.stdout.write(args.json ? `${JSON.stringify(results, undefined, 2)}\n` : table(results));
    return EXIT.done;
  } catch (fault) {
    if (args.signal.aborted) return EXIT.interrupted;
    if (fault instanceof Failed) return refuse(notMeasured(fault.message), EXIT.findings);
    throw fault;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function refuse(message: Message, code: number): number {
  process.stderr.write(asText(message));
  return code;
}

function machine(tool: string): Results['machine'] {
  const { dependencies } = JSON.parse(readFileSync(join(tool, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const processors = cpus();
  return {
    processor: `${processors.length} x ${processors[0]?.model.trim() ?? 'unknown processor'}`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    system: `${type()} ${release().replace(/-.*/, '')} (${process.arch})`,
    node: `Node ${process.versions.node}`,
    tool: `Prospectus Press ${versionOf(tool)}`,
    browser: `@sparticuz/chromium ${dependencies['@sparticuz/chromium'] ?? ''}`,
  };
}
