import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { CommandArgs } from '../command/args.ts';
import { calledAs } from '../command/called.ts';
import { EXIT } from '../command/exit.ts';
import { collector, type Finding, weight } from '../finding.ts';
import { jsonAnswer } from '../report/findings.ts';
import { formatFindings } from '../report/text.ts';
import type { World } from '../world.ts';
import type { Outcome } from './carry-out.ts';
import { writeManifest } from './manifest.ts';
import type { Made } from './publication.ts';
import { type BuildStart, recordState } from './state.ts';
import { tidyCaches } from './tidy.ts';
import { type Timings, timingsTable } from './timings.ts';

export interface BuildResult extends Outcome {
  args: CommandArgs;
  world: World;
  start: BuildStart;
  startedMs: number;
  timings: Timings;
}

/** Of a file that stands for many, hundreds can fail at once. */
const mostListed = 20;

/** Ends a build: manifest, findings, the closing lines, and the record by which the next start sees that nothing changed. */
export function closeBuild(result: BuildResult): number {
  const { args, world, made } = result;
  const { findings: late, report } = collector();
  const isWhole = args.named.length === 0 && !args.format && !args.edition;
  const manifest = writeManifest(world, made, { isWhole, findings: result.findings }, report);

  tidyCaches(world);

  const project = [...result.findings, ...late];
  const failed =
    isFailed(project, 'draft', args.strict) ||
    made.some((one) => isFailed(one.findings, one.job.status, args.strict));
  const code = failed ? failure(result.findings) : EXIT.done;
  const closing = args.json
    ? jsonClosing(result, project, code)
    : textClosing(result, project, code);
  process.stdout.write(closing.stdout);
  process.stderr.write(closing.stderr);
  // A full disk, a crash or a missing browser can be over at the next start: what failed is tried again.
  if (
    made.some(({ file }) => !file) ||
    [...project, ...made.flatMap((one) => one.findings)].some(isOfMachine)
  )
    return code;
  // Those of the tool count, too: it may be a clone whose templates somebody is working on.
  const roots = [...new Set([world.project, world.tool])];
  const templates = roots.map(templatesIn);
  recordState(world, {
    start: result.start,
    args: args.typed,
    inputs: [...result.inputs.files, ...templates.flatMap(({ files }) => files)],
    folders: [...result.inputs.folders, ...templates.flatMap(({ folders }) => folders)],
    outputs: [...made.flatMap(filesOf), ...result.proofs, manifest],
    validUntil: result.validUntil,
    closing: { ...closing, code },
  });
  return code;
}

/** Without a browser nothing can be made, whatever is written in the project. */
function failure(findings: readonly Finding[]): number {
  const isWithout = ({ severity, code }: Finding) =>
    severity === 'error' && code.startsWith('browser/');
  return findings.some(isWithout) ? EXIT.machine : EXIT.findings;
}

function isOfMachine({ code, severity }: Finding): boolean {
  return severity !== 'note' && /^(?:browser|plan)\//.test(code);
}

/** What is in templates/ changes what is made as content does; a new file does, too. Projects to begin with are copied, not printed. */
function templatesIn(folder: string): { files: string[]; folders: string[] } {
  const root = join(folder, 'templates');
  if (!existsSync(root)) return { files: [], folders: [folder] };
  const path = (entry: Dirent) => join(entry.parentPath, entry.name);
  const projects = join(root, 'projects');
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter(
    (entry) => path(entry) !== projects && !path(entry).startsWith(`${projects}${sep}`),
  );
  return {
    files: entries.filter((entry) => entry.isFile()).map(path),
    folders: [root, ...entries.filter((entry) => entry.isDirectory()).map(path)],
  };
}

function filesOf({ file, pictures, contactSheet }: Made): string[] {
  return [file, ...pictures.map((picture) => picture.file), contactSheet?.file].filter(
    (path) => path !== undefined,
  );
}

function isFailed(
  findings: readonly Finding[],
  status: 'draft' | 'final',
  strict: boolean,
): boolean {
  return findings.some(({ severity }) => {
    const counts = weight(severity, status);
    return counts === 'error' || (strict && counts === 'warning');
  });
}

function textClosing(result: BuildResult, project: readonly Finding[], code: number) {
  const { args, world, made, timings, startedMs } = result;
  const lines = made
    .filter(({ file }) => file)
    .flatMap(({ file, pages, bytes, fresh, pictures, contactSheet }) => {
      const line = `  ${shownAs(file)}  ${pages} ${pages === 1 ? 'page' : 'pages'}, ${sizeOf(bytes)}${fresh ? '' : ', unchanged'}`;
      return [
        line,
        ...pictures.map((picture) => `  ${shownAs(picture.file)}  ${sizeOf(picture.bytes)}`),
        ...(contactSheet ? [`  ${shownAs(contactSheet.file)}`] : []),
      ];
    });
  const groups = [
    { findings: project, status: 'draft' as const },
    ...made.map(({ findings, job }) => ({ findings, status: job.status })),
  ];
  const shown = formatFindings(groups, {
    project: world.project,
    press: calledAs(world),
    colour: process.stderr.isTTY === true,
  });
  const failed = made.filter(({ file }) => !file).map(({ job }) => job.name);
  const left = failed.length
    ? `${shown ? '\n' : ''}Not written: ${listed(failed)}. What lay there before is untouched.\n`
    : '';
  const summary = [
    lines.length ? `${lines.join('\n')}\n` : '',
    args.timings ? `\n${timingsTable(timings, performance.now() - startedMs)}\n` : '',
  ].join('');
  return {
    stdout: summary || (code === EXIT.done ? 'Nothing to make.\n' : ''),
    stderr: shown + left,
  };
}

function sizeOf(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

function listed(names: readonly string[]): string {
  const rest = names.length - mostListed;
  return `${names.slice(0, mostListed).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function shownAs(file = ''): string {
  return relative(process.cwd(), file) || file;
}

function jsonClosing(result: BuildResult, project: readonly Finding[], exit: number) {
  const { made, timings, args } = result;
  const groups = [
    { findings: project, status: 'draft' as const },
    ...made.map(({ findings, job }) => ({ findings, status: job.status, publication: job.name })),
  ];
  const data = {
    ...jsonAnswer(groups, { exit, project: result.world.project }),
    files: made.map(({ job, file, pages, bytes, fresh, pictures, contactSheet }) => ({
      publication: job.publication.slug,
      status: job.status,
      format: job.format,
      edition: job.edition,
      file: file && relative(result.world.project, file),
      ...(pictures.length
        ? { pictures: pictures.map((one) => relative(result.world.project, one.file)) }
        : {}),
      ...(contactSheet ? { contactSheet: relative(result.world.project, contactSheet.file) } : {}),
      pages,
      bytes,
      fresh,
      state: !file ? 'failed' : fresh ? 'written' : 'unchanged',
    })),
    ...(args.timings ? { timings: timings.stages() } : {}),
  };
  return { stdout: `${JSON.stringify(data, undefined, 2)}\n`, stderr: '' };
}
