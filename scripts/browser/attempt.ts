import { setTimeout as wait } from 'node:timers/promises';
import type { Engine } from './engine.ts';
import type { Loss, Tab } from './tab.ts';

/** A document has to be made again: its page was too `slow`, or `crashed`, or its process is `gone`. */
export class Lost extends Error {
  readonly why: Loss | 'slow';
  /** The process had to be stopped for another document that it held. */
  readonly blameless: boolean;

  constructor(why: Loss | 'slow', engine: Engine) {
    super(`The page was lost (${why}).`);
    this.why = why;
    this.blameless = why === 'gone' && engine.blamed;
  }
}

/** "Printing failed" was seen to come before the word that the page has crashed. */
const GRACE_MS = 500;

/**
 * Does one piece of work on a page within a time limit. A page that takes longer may be past
 * listening, so its whole process is stopped; pages that share it are lost without blame.
 *
 * @throws Lost if the page, or its process, did not survive it; else what the work throws
 */
export function attempt<T>(
  engine: Engine,
  limitMs: number,
  openTab: () => Promise<Tab>,
  work: (tab: Tab) => Promise<T>,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    // What is lost is never heard of again: nothing may wait for it to settle.
    const lose = (why: Lost['why']) => {
      clearTimeout(timer);
      reject(new Lost(why, engine));
    };
    const timer = setTimeout(() => {
      lose('slow');
      engine.blamed = true;
      engine.stop();
    }, limitMs);
    const run = async () => {
      const tab = await openTab();
      tab.onLoss = lose;
      if (tab.loss) lose(tab.loss);
      return await work(tab);
    };
    run()
      .then(resolve, async (error) => {
        if (!engine.over && isOfProtocol(error)) await wait(GRACE_MS);
        if (engine.over) lose('gone');
        else reject(error);
      })
      .finally(() => clearTimeout(timer));
  });
}

/** An answer of the browser's that says no, and not a fault of the work. */
function isOfProtocol(error: unknown): boolean {
  return error instanceof Error && error.name === 'ProtocolError';
}
