import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kind } from '../../scripts/content/schema/publication.ts';
import { publication as schema } from '../../scripts/content/schema/publication.ts';
import type { Finding } from '../../scripts/finding.ts';
import type { Made } from '../../scripts/plan/publication.ts';
import { type BoardKeeper, openBoard } from '../../scripts/watch/board.ts';
import { source } from '../helpers/setting.ts';
import { type Block, plainPdf } from '../pages/plain-pdf.ts';
import { temporaryFolder } from '../setup/temporary.ts';

export interface Round {
  /** Pages by publication; without any, it could not be made. */
  made: Record<string, readonly (readonly Block[])[] | undefined>;
  findings?: Finding[];
  kind?: Kind;
  /** The one file that stands for all of them; without it each has its own. */
  file?: string;
}

/** A board, and rounds for it without a build. */
export function playedBoard(): BoardKeeper & { play(round: Round): Promise<void> } {
  const folder = temporaryFolder();
  const keeper = openBoard();
  return {
    ...keeper,
    async play({ made, findings = [], kind = 'course-sheet', file: shared }) {
      keeper.begin();
      const jobs: Made['job'][] = [];
      for (const [name, pages] of Object.entries(made)) {
        const own = source(name, schema.parse({ kind }));
        const publication = { ...own, file: shared ?? own.file };
        const job: Made['job'] = {
          ...{ publication, name, status: 'draft', format: 'standard', edition: 'screen' },
        };
        const file = pages && join(folder, `${name}.pdf`);
        const pdf = await plainPdf(pages ?? [[]]);
        if (file) writeFileSync(file, pdf);
        jobs.push(job);
        keeper.take({
          ...{ job, findings, file, pages: 1, bytes: pdf.length, pictures: [], fresh: true },
        });
      }
      keeper.end(jobs, [], true, 100);
    },
  };
}
