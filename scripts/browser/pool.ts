import type { Engine } from './engine.ts';
import type { Gate } from './gate.ts';
import { openTab, type Tab } from './tab.ts';

/** A place for one document at a time; it keeps its page from one to the next. */
export interface Seat {
  /** Which of the processes side by side it belongs to, from 0. */
  house: number;
  tab: Tab | undefined;
  /** Its first page, opened before anybody asked for it. */
  opening?: Promise<Tab | undefined> | undefined;
}

export interface PoolOptions {
  seats: number;
  /** Browser processes side by side. */
  houses: number;
  /** After so many documents a process is followed by a fresh one: memory stays flat. */
  documentsPerBrowser: number;
  start(): Promise<Engine>;
  gate: Gate;
}

/** The seats of one build and the browser processes behind them. */
export interface Pool {
  /** Starts the first process and, without waiting for it, its first page. */
  warm(): Promise<Engine>;
  /** Loads a shell into the first page while nothing is asked of it yet; a second one is left. */
  prepare(shell: string): void;
  /** Waits for a free seat, best one whose page has the shell loaded already. */
  take(shell: string): Promise<Seat>;
  give(seat: Seat): void;
  /** Counts a document into the process that serves a seat; a spent one is followed by another. */
  enter(seat: Seat): Promise<Engine>;
  leave(engine: Engine): void;
  /** The page of a seat in that process. */
  tabOf(seat: Seat, engine: Engine): Promise<Tab>;
  /** Ends all processes at once; the promise is for their profiles to be gone. */
  stop(): Promise<void>;
}

export function openPool(options: PoolOptions): Pool {
  const free: Seat[] = [];
  for (let i = 0; i < options.seats; i++) free.push({ house: i % options.houses, tab: undefined });
  const waiting: ((seat: Seat) => void)[] = [];
  const houses: (Promise<Engine> | undefined)[] = [];
  const engines = new Set<Engine>();
  let stopped = false;
  let prepared = false;

  const isSpent = (engine: Engine) => engine.over || engine.served >= options.documentsPerBrowser;

  async function startIn(house: number): Promise<Engine> {
    const started = options.start();
    houses[house] = started;
    const engine = await started;
    if (stopped) void engine.stop();
    engines.add(engine);
    return engine;
  }

  return {
    async warm() {
      const [seat] = free;
      const engine = await startIn(0);
      // Should it fail it is opened again, and then told.
      if (seat) seat.opening = openTab(engine, options.gate).catch(() => undefined);
      return engine;
    },
    prepare(shell) {
      const seat = free.find(({ opening }) => opening);
      if (!seat || prepared) return;
      prepared = true;
      // Should it fail the shell is loaded again by who needs it, and then told.
      seat.opening = seat.opening?.then(async (tab) => {
        await tab?.load(shell).catch(() => undefined);
        return tab;
      });
    },
    take(shell) {
      const fits = ({ tab }: Seat) => tab?.shell === shell && !isSpent(tab.engine);
      const [seat] = free.splice(Math.max(0, free.findIndex(fits)), 1);
      if (seat) return Promise.resolve(seat);
      return new Promise((resolve) => waiting.push(resolve));
    },
    give(seat) {
      const next = waiting.shift();
      if (next) next(seat);
      else free.push(seat);
    },
    async enter({ house }) {
      for (;;) {
        const current = houses[house];
        let engine = await current?.catch(() => undefined);
        if (!engine || isSpent(engine)) {
          // Another seat may have started the next one in the meantime.
          if (houses[house] !== current) continue;
          engine = await startIn(house);
        }
        if (isSpent(engine) && !stopped) continue;
        engine.served++;
        engine.inUse++;
        return engine;
      }
    },
    leave(engine) {
      engine.inUse--;
      if (!isSpent(engine) || engine.inUse > 0) return;
      engines.delete(engine);
      void engine.stop();
    },
    async tabOf(seat, engine) {
      const tab = seat.tab ?? (await seat.opening);
      seat.opening = undefined;
      seat.tab = tab;
      if (tab?.engine === engine && !tab.loss) return tab;
      seat.tab = undefined;
      if (tab) tab.engine.closePage(tab.session);
      seat.tab = await openTab(engine, options.gate);
      return seat.tab;
    },
    async stop() {
      stopped = true;
      await Promise.all([...engines].map((engine) => engine.stop()));
    },
  };
}
