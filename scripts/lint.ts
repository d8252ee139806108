import { join } from 'node:path';
import type { CommandArgs } from './command/args.ts';
import { calledAs } from './command/called.ts';
import { EXIT } from './command/exit.ts';
import type { Project } from './content/model.ts';
import { readProject } from './content/read.ts';
import { collector, type Finding, type Report, weight } from './finding.ts';
import { openDesk } from './layout/desk.ts';
import type { Document } from './layout/document.ts';
import { layOut } from './layout/layout.ts';
import { layOutWeb } from './layout/web/page.ts';
import { lintFacts } from './lint/facts.ts';
import { browserWhenNeeded, jobsAtOnce } from './plan/early-browser.ts';
import { type DocumentFit, type DocumentPanels, openGauge, panelsOf } from './plan/fit.ts';
import { layoutFindings } from './plan/layout-findings.ts';
import { type Job, planJobs } from './plan/plan.ts';
import { openStore } from './plan/store.ts';
import { toolIdentity } from './plan/tool-identity.ts';
import { isSpoilt } from './plan/touch.ts';
import { writeWhole } from './plan/write.ts';
import { jsonAnswer } from './report/findings.ts';
import { fitPicture } from './report/fit-picture.ts';
import { fitTable } from './report/fit-table.ts';
import { formatFindings } from './report/text.ts';
import { openWorld, type World } from './world.ts';

/** A publication as it was laid out, and all that was found in it. */
interface Piece {
  job: Job;
  findings: Finding[];
  report: Report;
  document: Document | undefined;
  measured: Promise<DocumentFit> | undefined;
}

/**
 * `press lint`: all that can be said without printing, of the project and of each publication; with
 * `--fit`, measured in the browser, how full each panel is.
 */
export async function run(args: CommandArgs): Promise<number> {
  const world = openWorld(args);
  const { findings, report } = collector();
  const opened = { jobs: jobsAtOnce(args), signal: args.signal };
  await using browser = args.fit ? browserWhenNeeded(world, opened, report) : undefined;
  const project = await readProject(world, report);
  const tool = toolIdentity(world.tool);
  const desk = await openDesk(world, project, tool, report, { isGlance: true });
  const unread = [...findings];
  const request = { named: args.named, draft: false, format: undefined, edition: undefined };
  const opening = await browser?.open();
  const store = openStore(`${world.cache}/made`);
  const gauge = opening && openGauge({ browser: opening, store, tool });
  const pieces: Piece[] = [];
  for (const job of planJobs(project, request, report)) {
    const { publication, status, name } = job;
    const piece = collector();
    piece.findings.push(...lintFacts(project, publication, world.asOf).findings);
    // As in a build: what was left out because it cannot be read would be missed again.
    const look = isSpoilt(publication, unread) ? undefined : await desk.look(job, piece.report);
    const setting = look && desk.setting(job, piece.report);
    const isWeb = job.format === 'html';
    if (setting && isWeb) await layOutWeb(setting, look, desk.brand, status, name);
    const document = setting && !isWeb ? await layOut(setting, look, status, name) : undefined;
    const measured = document && gauge?.measure(document, piece.report);
    pieces.push({ job, ...piece, document, measured });
  }
  gauge?.flush();
  const fits = gauge ? await fitsOf(pieces, project) : [];
  gauge?.keep();
  if (gauge) writeWhole(world, join(world.out, pictureFile), Buffer.from(fitPicture(fits)), report);

  const groups = [
    { findings, status: 'draft' as const, publication: '' },
    ...pieces.map(({ job, findings }) => ({
      findings,
      status: job.status,
      publication: job.name,
    })),
  ];
  const failed = groups.some((group) =>
    group.findings.some(({ severity }) => {
      const counts = weight(severity, group.status);
      return counts === 'error' || (args.strict && counts === 'warning');
    }),
  );
  const exit = failed ? EXIT.findings : EXIT.done;
  process.stdout.write(
    args.json
      ? `${JSON.stringify(
          {
            ...jsonAnswer(groups, { exit, project: world.project }),
            ...(gauge ? { fit: fits.flatMap(({ panels }) => panels) } : {}),
          },
          undefined,
          2,
        )}\n`
      : textOf(groups, fits, world),
  );
  return exit;
}

/** The picture of all pages, below output/. */
const pictureFile = 'report/fit.svg';

/** How full all pieces are; what does not fit is said in their findings. */
async function fitsOf(pieces: readonly Piece[], project: Project): Promise<DocumentPanels[]> {
  const fits: DocumentPanels[] = [];
  for (const { job, report, document, measured } of pieces) {
    const fit = await measured;
    if (!document || !fit) continue;
    layoutFindings(fit, project, job.publication, report);
    fits.push(panelsOf(document, fit));
  }
  return fits;
}

function textOf(
  groups: Parameters<typeof formatFindings>[0],
  fits: readonly DocumentPanels[],
  world: World,
): string {
  const said = formatFindings(groups, {
    project: world.project,
    press: calledAs(world),
    colour: process.stdout.isTTY === true,
  });
  const table = fitTable(fits.flatMap(({ panels }) => panels));
  return [table, said || 'Nothing found.\n'].filter(Boolean).join('\n');
}
