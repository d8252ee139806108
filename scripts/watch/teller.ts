import { formatFindings } from '../report/text.ts';
import type { Board } from './board.ts';

/** Tells each round on the terminal: its findings only if they are others than before. */
export function openTeller(project: string, press: string): (board: Board) => void {
  let before = '';
  return ({ entries, findings, tookMs }) => {
    const groups = [
      { findings, status: 'draft' as const },
      ...entries.map(({ findings: own, job }) => ({ findings: own, status: job.status })),
    ];
    const text = formatFindings(groups, { project, press, colour: process.stderr.isTTY === true });
    if (text !== before) process.stderr.write(text || 'Nothing found any more.\n');
    before = text;
    const stale = entries.filter(({ isCurrent }) => !isCurrent).map(({ id }) => id);
    const left = stale.length > 0 ? ` Not rebuilt: ${stale.join(', ')}.` : '';
    process.stdout.write(`Rebuilt in ${(tookMs / 1000).toFixed(1)} s.${left}\n`);
  };
}
