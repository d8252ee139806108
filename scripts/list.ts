import type { CommandArgs } from './command/args.ts';
import { calledAs } from './command/called.ts';
import { EXIT } from './command/exit.ts';
import type { Project } from './content/model.ts';
import { readProject } from './content/read.ts';
import { collector, type Finding } from './finding.ts';
import { openDesk } from './layout/desk.ts';
import { rulesOf } from './layout/kinds.ts';
import { layOut } from './layout/layout.ts';
import { browserWhenNeeded } from './plan/early-browser.ts';
import { countPages, openPress, placeParts } from './plan/pages.ts';
import { type Job, planJobs } from './plan/plan.ts';
import { openStore } from './plan/store.ts';
import { toolIdentity } from './plan/tool-identity.ts';
import { jsonAnswer } from './report/findings.ts';
import { listJson, listText } from './report/listing.ts';
import { formatFindings } from './report/text.ts';
import { openWorld, type World } from './world.ts';

/** One page run of a book, as the flatplan shows it. */
interface FlatplanRow {
  from: number;
  to: number;
  title: string;
}

interface Flatplan {
  publication: string;
  pages: number;
  /** The extent that the publication asks for. */
  wanted: number | undefined;
  rows: FlatplanRow[];
}

/** `press list`: what there is and what would be made; with `--flatplan`, page by page. */
export async function run(args: CommandArgs): Promise<number> {
  const world = openWorld(args);
  const { findings, report } = collector();
  const project = await readProject(world, report);
  const jobs = planJobs(
    project,
    { named: [], draft: false, format: undefined, edition: undefined },
    report,
  );
  const flatplans = args.flatplan ? await flatplansOf(jobs, project, world, findings) : [];
  const failed = findings.some(({ severity }) => severity === 'error');
  const exit = failed ? EXIT.findings : EXIT.done;
  if (args.json) {
    const groups = [{ findings, status: 'draft' as const }];
    const data = {
      ...jsonAnswer(groups, { exit, project: world.project }),
      ...listJson(jobs, project),
      flatplans,
    };
    process.stdout.write(`${JSON.stringify(data, undefined, 2)}\n`);
  } else {
    process.stdout.write(
      args.flatplan ? flatplans.map(flatplanText).join('\n') : listText(jobs, project),
    );
    const many = new Set(project.series?.map(({ file }) => file));
    const shown = findings.filter(
      ({ severity, place }) => severity === 'error' || many.has(place?.file ?? ''),
    );
    const groups = [{ findings: shown, status: 'draft' as const }];
    process.stderr.write(
      formatFindings(groups, {
        project: world.project,
        press: calledAs(world),
        colour: process.stderr.isTTY === true,
      }),
    );
  }
  return exit;
}

async function flatplansOf(
  jobs: readonly Job[],
  project: Project,
  world: World,
  findings: Finding[],
): Promise<Flatplan[]> {
  const report = (message: Omit<Finding, 'place'>) => void findings.push(message);
  await using early = browserWhenNeeded(world, { jobs: 1 }, report);
  const desk = await openDesk(world, project, toolIdentity(world.tool), report);
  const store = openStore(`${world.cache}/made`);
  const plans: Flatplan[] = [];
  const books = jobs.filter(({ publication, format }) => {
    return rulesOf(publication.facts.kind, format).spreads === true;
  });
  for (const job of books) {
    const { publication, status, name } = job;
    const look = await desk.look(job, report);
    const document = look && (await layOut(desk.setting(job, report), look, status, name));
    const browser = await early.open();
    if (!document?.paginated || !browser) continue;
    const tool = toolIdentity(world.tool);
    const counts = await countPages(openPress(document, browser, store, tool, report));
    if (!counts) continue;
    const rows = placeParts(document, counts).map(({ part, first, count }) => ({
      from: first,
      to: first + count - 1,
      title: part.title || '(a drawing that faces the next page)',
    }));
    plans.push({
      publication: publication.slug,
      pages: rows.at(-1)?.to ?? 0,
      wanted: publication.facts.pages,
      rows,
    });
  }
  return plans;
}

function flatplanText({ publication, pages, wanted, rows }: Flatplan): string {
  const lines = rows.map(
    ({ from, to, title }) =>
      `  ${(from === to ? `${from}` : `${from}–${to}`).padStart(9)}  ${title}`,
  );
  const difference = wanted === undefined ? 0 : pages - wanted;
  const against =
    wanted === undefined
      ? ''
      : difference === 0
        ? `, as wanted`
        : `, ${Math.abs(difference)} ${difference > 0 ? 'over' : 'under'} the ${wanted} wanted`;
  return `${publication}: ${pages} pages${against}\n${lines.join('\n')}\n`;
}
