import { readFileSync } from 'node:fs';
import { sha256 } from '../content/inputs.ts';
import type { Finding } from '../finding.ts';
import { pageLooks } from '../pages/fingerprint.ts';
import type { Job } from '../plan/plan.ts';
import type { Made } from '../plan/publication.ts';

/** A publication as the local page shows it: what was found last, and the last good pages. */
export interface Entry {
  /** Its name in addresses. */
  id: string;
  job: Job;
  findings: readonly Finding[];
  /** Whether the pages are those of the last save: otherwise that could not be made. */
  isCurrent: boolean;
  /** Undefined until it could be made once. */
  good?: Good;
}

export interface Good {
  file: string;
  /** SHA-256 of the file. */
  hash: string;
  bytes: number;
  pages: readonly ShownPage[];
}

export interface ShownPage {
  number: number;
  /** See `PageLook`: pages of one print look alike. */
  print: string;
  /** Points. */
  width: number;
  height: number;
  /** Whether it looks other than every page did before this publication last changed. */
  isChanged: boolean;
}

/** How the watch stands, for those who show it. */
export interface Board {
  /** Grows with each change. */
  version: number;
  /** Rounds that are over; none at first. */
  rounds: number;
  isBuilding: boolean;
  /** How long the last round took. */
  tookMs: number;
  /** What concerns the project. */
  findings: readonly Finding[];
  /** In the order of the plan. */
  entries: readonly Entry[];
}

export interface BoardKeeper {
  board: Readonly<Board>;
  begin(): void;
  /** A publication was made, or could not be. */
  take(made: Made): void;
  /**
   * A round is over.
   *
   * @param jobs all that was planned
   * @param isSure whether that is all there is: not if a file could not be read
   */
  end(jobs: readonly Job[], findings: readonly Finding[], isSure: boolean, tookMs: number): void;
  /** Is told of every change; returns how to stop that. */
  listen(listener: () => void): () => void;
}

export function openBoard(): BoardKeeper {
  const board: Board = {
    version: 1,
    rounds: 0,
    isBuilding: true,
    tookMs: 0,
    findings: [],
    entries: [],
  };
  const listeners = new Set<() => void>();
  const change = (what: Partial<Board>) => {
    Object.assign(board, what, { version: board.version + 1 });
    for (const listener of listeners) listener();
  };
  return {
    board,
    begin: () => change({ isBuilding: true }),
    take: (made) => {
      const id = idOf(made.job);
      const known = board.entries.find((entry) => entry.id === id);
      const good = goodOf(made, known?.good);
      const entry: Entry = {
        id,
        job: made.job,
        findings: made.findings,
        isCurrent: made.file !== undefined,
        ...(good ? { good } : {}),
      };
      const entries = known
        ? board.entries.map((one) => (one === known ? entry : one))
        : [...board.entries, entry];
      change({ entries });
    },
    end: (jobs, findings, isSure, tookMs) => {
      const planned = jobs.map(idOf);
      const isPlanned = ({ id }: Entry) => planned.includes(id);
      const lost = board.entries
        .filter((entry) => !isSure && !isPlanned(entry))
        .map((entry) => ({ ...entry, findings: [], isCurrent: false }));
      const order = ({ id }: Entry) => planned.indexOf(id);
      const made = board.entries.filter(isPlanned).sort((a, b) => order(a) - order(b));
      const rounds = board.rounds + 1;
      change({ isBuilding: false, entries: [...made, ...lost], findings, tookMs, rounds });
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function idOf({ name, format, edition }: Job): string {
  if (format === 'html') return `${name}-html`;
  return edition === 'print' ? `${name}-print` : name;
}

/** What was made, compared with what lay there before; without it that. */
function goodOf({ file }: Made, before: Good | undefined): Good | undefined {
  if (!file) return before;
  const pdf = readFileSync(file);
  const hash = sha256(pdf);
  if (before?.hash === hash) return { ...before, file };
  // A page of the web is looked at in a browser, not as pictures of its pages.
  if (file.endsWith('.html')) return { file, hash, bytes: pdf.length, pages: [] };
  const prints = new Set(before?.pages.map(({ print }) => print));
  const pages = pageLooks(pdf).map((look, index) => ({
    number: index + 1,
    ...look,
    isChanged: before !== undefined && !prints.has(look.print),
  }));
  return { file, hash, bytes: pdf.length, pages };
}
