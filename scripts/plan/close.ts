import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { CommandArgs } from '../command/args.ts';
import { EXIT } from '../command/exit.ts';
import { collector, type Finding, weight } from '../finding.ts';
import { findingsJson, formatFindings } from '../report/text.ts';
import type { World } from '../world.ts';
import type { Made } from './publication.ts';
import { type BuildStart, recordState } from './state.ts';
import { type Timings, timingsTable } from './timings.ts';
import { writeWhole } from './write.ts';

export interface BuildResult {
  args: CommandArgs;
  world: World;
  start: BuildStart;
  startedMs: number;
  timings: Timings;
  /** What was read besides, for the record of freshness: absolute paths. */
  inputs: { files: string[]; folders: string[] };
  validUntil: string | undefined;
  findings: Finding[];
  made: Made[];
}

/** Ends a build: manifest, findings, the closing lines, and the record by which the next start sees that nothing changed. */
export function closeBuild(result: BuildResult): number {
  const { args, world, made } = result;
  const { findings: late, report } = collector();
  const files = made.flatMap(({ file }) => (file ? [file] : []));
  if (args.named.length === 0 && !args.edition) removeStale(world, files, made);
  const manifest = join(world.out, 'manifest.json');
  writeWhole(world, manifest, Buffer.from(manifestText(result, files)), report);

  const project = [...result.findings, ...late];
  const failed =
    isFailed(project, 'draft', args.strict) ||
    made.some((one) => isFailed(one.findings, one.job.status, args.strict));
  const code = failed ? EXIT.findings : EXIT.done;
  const closing = args.json
    ? jsonClosing(result, project, code)
    : textClosing(result, project, code);
  process.stdout.write(closing.stdout);
  process.stderr.write(closing.stderr);
  recordState(world, {
    start: result.start,
    args: args.typed,
    inputs: result.inputs.files,
    folders: result.inputs.folders,
    outputs: [...files, manifest],
    validUntil: result.validUntil,
    closing: { ...closing, code },
  });
  return code;
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
    .map(({ file, pages, bytes, fresh }) => {
      const size = bytes < 1e6 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
      const shown = relative(process.cwd(), file ?? '') || file;
      return `  ${shown}  ${pages} ${pages === 1 ? 'page' : 'pages'}, ${size}${fresh ? '' : ', unchanged'}`;
    });
  const groups = [
    { findings: project, status: 'draft' as const },
    ...made.map(({ findings, job }) => ({ findings, status: job.status })),
  ];
  const shown = formatFindings(groups, {
    project: world.project,
    colour: process.stderr.isTTY === true,
  });
  const failed = made.filter(({ file }) => !file).map(({ job }) => job.name);
  const summary = [
    lines.length ? `${lines.join('\n')}\n` : '',
    failed.length ? `Not written: ${failed.join(', ')}. What lay there before is untouched.\n` : '',
    args.timings ? `\n${timingsTable(timings, performance.now() - startedMs)}\n` : '',
  ].join('');
  return { stdout: summary || (code === EXIT.done ? 'Nothing to make.\n' : ''), stderr: shown };
}

function jsonClosing(result: BuildResult, project: readonly Finding[], code: number) {
  const { made, timings, args } = result;
  const data = {
    code,
    files: made.map(({ job, file, pages, bytes, fresh }) => ({
      publication: job.publication.slug,
      status: job.status,
      edition: job.edition,
      file: file && relative(result.world.project, file),
      pages,
      bytes,
      fresh,
    })),
    findings: findingsJson([
      { findings: project, status: 'draft' },
      ...made.map(({ findings, job }) => ({ findings, status: job.status, publication: job.name })),
    ]),
    ...(args.timings ? { timings: timings.stages() } : {}),
  };
  return { stdout: `${JSON.stringify(data, undefined, 2)}\n`, stderr: '' };
}

/** What is in output/, for people and programs: no dates, no machine; the same input gives the same text. */
function manifestText({ world, made }: BuildResult, files: readonly string[]): string {
  const entries = made
    .filter(({ file }) => file && files.includes(file))
    .map(({ job, file, pages, bytes }) => ({
      file: relative(world.out, file ?? '').replaceAll('\\', '/'),
      publication: job.publication.slug,
      kind: job.publication.facts.kind,
      status: job.status,
      pages,
      bytes,
    }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  return `${JSON.stringify({ files: entries }, undefined, 2)}\n`;
}

/** Deletes what an earlier whole build made and this one no longer plans: a draft that became final. */
function removeStale(world: World, files: readonly string[], made: readonly Made[]): void {
  let before: { files?: { file: string }[] };
  try {
    before = JSON.parse(readFileSync(join(world.out, 'manifest.json'), 'utf8')) as typeof before;
  } catch {
    return;
  }
  const planned = new Set(made.map(({ job }) => join(world.out, job.edition, `${job.name}.pdf`)));
  for (const { file } of before.files ?? []) {
    const path = join(world.out, file);
    const inside = !relative(world.out, path).startsWith('..');
    if (inside && !files.includes(path) && !planned.has(path)) rmSync(path, { force: true });
  }
}
