import { constants } from 'node:os';

/** How long a command may take to tidy up before the process ends all the same, in milliseconds. */
const PATIENCE_MS = 5000;

/**
 * Turns Ctrl-C, and a request to end, into a signal that the command watches: it stops, removes
 * what is half done, ends the browser and returns. A second Ctrl-C, or five seconds, ends at once.
 *
 * @returns the signal, and the exit code once it was given (130 for Ctrl-C)
 */
export function watchInterrupts(): { signal: AbortSignal; code: () => number | undefined } {
  const controller = new AbortController();
  let code: number | undefined;
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (code !== undefined) process.exit(code);
      code = 128 + constants.signals[name];
      setTimeout(() => process.exit(code), PATIENCE_MS).unref();
      controller.abort();
    });
  }
  return { signal: controller.signal, code: () => code };
}
