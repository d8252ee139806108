import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { World } from '../world.ts';
import { generateProject } from './generate.ts';
import type { Equipment } from './peers/equip.ts';
import { type Command, type Finished, finish } from './process.ts';
import type { PeerState } from './report.ts';
import type { Contender } from './rounds.ts';

/** What every measurement is done with. */
export interface Bench {
  world: World;
  runs: number;
  /** Sizes of the generated projects, ascending. */
  sizes: readonly number[];
  signal: AbortSignal;
  /** Where projects and what peers print lie: gone afterwards. */
  folder: string;
  /** Only with `--peers`. */
  equipment: Equipment | undefined;
  /** Which peers were measured, skipped or failed; measurements add to it. */
  peers: PeerState[];
  /** Tells a person who waits what is being done. */
  say(what: string): void;
}

/** What a bare start of this Node takes: whatever is slow about the machine is in it, too. */
export function bareNode({ signal }: Bench): Contender {
  return {
    name: 'a bare Node start',
    run: () => finish({ program: process.execPath, args: ['-e', '0'] }, signal),
  };
}

/** A build as its own process, from the start of `press` to its end. */
export function build(
  { world, signal }: Bench,
  project: string,
  named: readonly string[],
  more: Pick<Contender, 'name' | 'before'> & Pick<Command, 'watched'>,
): Contender {
  const press = join(world.tool, 'scripts/press.mjs');
  const args = [press, 'build', ...named, '--project', project, '--json'];
  const { watched = false, ...rest } = more;
  const run = async () => {
    const done = await finish({ program: process.execPath, args, watched }, signal);
    return done.code === 0 ? done : { ...done, complaint: errorsOf(done) };
  };
  return { ...rest, run };
}

/** With `--json` the findings are on standard output. */
function errorsOf({ stdout, complaint }: Finished): string {
  if (!stdout) return complaint;
  const { findings } = JSON.parse(stdout) as { findings: { severity: string; message: string }[] };
  const errors = findings.filter(({ severity }) => severity === 'error');
  return errors.map(({ message }) => message.replace(/\s+/g, ' ')).join('\n');
}

/** Takes away what was made and what was kept, as if the project were new. */
export function forget(project: string): void {
  for (const name of ['.press', 'output'])
    rmSync(join(project, name), { recursive: true, force: true });
}

/** A generated project, and the same one when it is asked for again. */
export async function projectOf({ folder, say }: Bench, courses: number): Promise<string> {
  const project = join(folder, `of-${courses}`);
  if (mkdirSync(join(project, 'content'), { recursive: true })) {
    say(`Generating ${courses} ${courses === 1 ? 'course' : 'courses'} …`);
    await generateProject(project, courses);
  }
  return project;
}

/** How many pages a build made. */
export function pagesOf({ stdout }: Finished): number {
  const { files } = JSON.parse(stdout) as { files: { pages: number }[] };
  return files.reduce((sum, { pages }) => sum + pages, 0);
}
