import type { Finished } from './process.ts';

/** Something that is measured: what comes before each run is not timed. */
export interface Contender {
  name: string;
  before?(): void;
  run(): Promise<Finished>;
}

/** What a contender came to. */
export interface Measured {
  /** Median, in milliseconds. */
  ms: number;
  /** Median of all bare Node starts of the same rounds, in milliseconds. */
  nodeMs: number;
  /** Median of the most memory it took, in bytes; 0 if not watched. */
  peakBytes: number;
  /** The last run. */
  last: Finished;
}

/** A contender that ended with a failure is of no more use. */
export class Failed extends Error {}

/**
 * Measures in turn, so that what slows the machine slows all: a round runs each contender once,
 * each followed by a bare Node start. One round before them fills the file system's cache.
 *
 * @throws Failed when one ends with a code other than 0
 */
export async function inTurn(
  contenders: readonly Contender[],
  node: Contender,
  runs: number,
): Promise<Map<string, Measured>> {
  const all = new Map(contenders.map(({ name }) => [name, [] as Finished[]]));
  const bareMs: number[] = [];
  for (let round = 0; round <= runs; round++) {
    for (const contender of contenders) {
      contender.before?.();
      const own = await contender.run();
      if (own.code !== 0) throw new Failed(`${contender.name}: ${lastLines(own)}`);
      const bare = await node.run();
      if (round === 0) continue;
      all.get(contender.name)?.push(own);
      bareMs.push(bare.ms);
    }
  }
  const nodeMs = median(bareMs);
  return new Map(
    [...all].map(([name, own]) => [
      name,
      {
        nodeMs,
        ms: median(own.map(({ ms }) => ms)),
        peakBytes: median(own.map(({ peakBytes }) => peakBytes)),
        last: own.at(-1) as Finished,
      },
    ]),
  );
}

/** The middle one; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const around = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]] as [number, number];
  return (around[0] + around[1]) / 2;
}

/** What it said last, as a reason. */
export function lastLines({ code, complaint }: Finished): string {
  const lines = complaint.split('\n').filter((line) => line.trim());
  return lines.slice(-3).join(' ') || `it ended with code ${code}.`;
}
