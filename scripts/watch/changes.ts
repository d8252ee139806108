/** What was changed since it was last asked for. */
export interface Changes {
  add(path: string): void;
  /** Waits for a change, and until it has been quiet for a while. Empty once the signal is given. */
  next(): Promise<string[]>;
}

/**
 * Makes one change of many that come together: a save is several events, and an editor or a tool
 * may write a hundred files at once.
 *
 * @param quietMs how long nothing must have happened
 */
export function collectChanges(quietMs: number, signal: AbortSignal): Changes {
  let paths = new Set<string>();
  let isReady = false;
  let wake = () => {};
  let timer: NodeJS.Timeout | undefined;
  const ready = () => {
    isReady = true;
    wake();
  };
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    paths.clear();
    ready();
  });
  return {
    add: (path) => {
      if (signal.aborted) return;
      paths.add(path);
      clearTimeout(timer);
      timer = setTimeout(ready, quietMs);
    },
    next: async () => {
      while (!isReady && !signal.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const all = [...paths].sort();
      paths = new Set();
      isReady = false;
      return all;
    },
  };
}
