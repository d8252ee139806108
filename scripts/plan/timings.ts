/** Where the time of a build went, stage by stage; stages that ran side by side add up to more than the whole. */
export interface Timings {
  measure<T>(stage: string, work: () => T | Promise<T>): Promise<T>;
  /** Whole milliseconds and number of times, in order of first use. */
  stages(): { stage: string; ms: number; times: number }[];
}

export function startTimings(now: () => number = () => performance.now()): Timings {
  const stages = new Map<string, { ms: number; times: number }>();
  return {
    measure: async (stage, work) => {
      const start = now();
      const total = stages.get(stage) ?? { ms: 0, times: 0 };
      stages.set(stage, total);
      try {
        return await work();
      } finally {
        total.ms += now() - start;
        total.times++;
      }
    },
    stages: () =>
      [...stages].map(([stage, { ms, times }]) => ({ stage, ms: Math.round(ms), times })),
  };
}

export function timingsTable(timings: Timings, wholeMs: number): string {
  const rows = [...timings.stages(), { stage: 'all', ms: wholeMs, times: 1 }];
  const width = Math.max(...rows.map(({ stage }) => stage.length));
  return rows
    .map(({ stage, ms, times }) => {
      const often = times > 1 ? `  ${times} times` : '';
      return `  ${stage.padEnd(width)}  ${ms.toFixed(0).padStart(6)} ms${often}`;
    })
    .join('\n');
}
