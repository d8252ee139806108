import { type Merged, mergeFindings } from '../report/findings.ts';
import type { Board, Entry } from './board.ts';

/** What concerns the project and, with an entry, what concerns that: as its page shows it. */
export function findingsOf(board: Board, entry: Entry | undefined): Merged[] {
  return mergeFindings([
    { findings: board.findings, status: 'draft' },
    ...(entry ? [{ findings: entry.findings, status: entry.job.status }] : []),
  ]);
}

export function counted(findings: readonly Merged[]): string {
  return findings.length === 0 ? 'no findings' : plural(findings.length, 'finding');
}

export function plural(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
