import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bench, bareNode, build, forget, pagesOf, projectOf } from './bench.ts';
import { slugOf } from './course-file.ts';
import type { Peer } from './peers/peer.ts';
import { bareScript } from './peers/peers.ts';
import { type SoundPeer, tryPeer, writePieces } from './peers/sound.ts';
import { finish } from './process.ts';
import { judged, type Row } from './report.ts';
import { type Contender, inTurn, type Measured } from './rounds.ts';

const book = 'prospectus';

interface Measurable {
  courses: number;
  cold: Contender;
  changed: Contender | undefined;
  /** In two passes, on our very pages and on natural HTML. */
  bare: readonly (Contender & Pick<SoundPeer, 'peer' | 'pages'>)[];
}

interface Size {
  courses: number;
  pages: number;
  ms: number;
}

/**
 * Books of all sizes: made from nothing, with one course changed, and by a bare script in two
 * passes. All in the same rounds, so that what grows is the book and not the load of the machine.
 */
export async function measureBook(bench: Bench): Promise<Row[]> {
  const books: Measurable[] = [];
  for (const courses of bench.sizes) {
    const project = await projectOf(bench, courses);
    const cold = build(bench, project, [book], {
      name: `book of ${courses} ${courses === 1 ? 'course' : 'courses'}, cold`,
      before: () => forget(project),
      watched: true,
    });
    const isHundred = courses === 100;
    const changed = isHundred ? changedCourse(bench, project, courses) : undefined;
    const bare = isHundred ? await twoPasses(bench, project) : [];
    books.push({ courses, cold, changed, bare });
  }
  bench.say('Measuring books …');
  const contenders = books.flatMap(({ cold, changed, bare }) =>
    [cold, changed, ...bare].filter((one) => one !== undefined),
  );
  const measured = await inTurn(contenders, bareNode(bench), bench.runs);
  const of = ({ name }: Contender) => measured.get(name)!;
  const sizes: Size[] = [];
  const rows = books.flatMap(({ courses, cold, changed, bare }) => {
    const own = of(cold);
    const pages = pagesOf(own.last);
    sizes.push({ courses, pages, ms: own.ms });
    return [
      { ...timeRow(cold.name, own), note: `${pages} pages` },
      ...(changed ? [timeRow(changed.name, of(changed))] : []),
      ...bare.map((one) => ({ ...timeRow(one.name, of(one)), note: `${one.pages} pages` })),
      ...bare.map((one) => againstTwoPasses(own, one.peer, of(one))),
      ...(own.peakBytes > 0 ? [memoryRow(courses, own)] : []),
    ];
  });
  return [...rows, ...growthRows(sizes)];
}

function timeRow(what: string, { ms, nodeMs }: Measured): Row {
  return { what, value: ms, unit: 'ms', toNode: ms / nodeMs };
}

function memoryRow(courses: number, { peakBytes }: Measured): Row {
  const note = 'resident, press and browser';
  return { what: `peak memory, book of ${courses}`, value: peakBytes / 1e6, unit: 'MB', note };
}

/** Each run says something else in the middle of the book; what is kept of the others is used. */
function changedCourse(bench: Bench, project: string, courses: number): Contender {
  const file = join(project, 'content/courses', `${slugOf(courses / 2)}.md`);
  const original = readFileSync(file, 'utf8');
  let times = 0;
  return build(bench, project, [book], {
    name: `book of ${courses} courses, one course changed`,
    before: () => writeFileSync(file, `${original}\nThis was said ${++times} times.\n`),
  });
}

async function twoPasses(bench: Bench, project: string): Promise<Measurable['bare']> {
  if (!bench.equipment) return [];
  const { inputs, pieces } = await writePieces(bench, project, [book]);
  const sound: Measurable['bare'][number][] = [];
  for (const given of ['our very pages', 'natural HTML'] as const) {
    const peer = bareScript(bench.equipment, given, true);
    const tried = await tryPeer(bench, peer, pieces[0]!, inputs);
    if (!tried) continue;
    const command = { ...peer.print(tried.piece), folder: tried.piece.folder };
    sound.push({
      ...tried,
      name: `the same book, ${peer.name}`,
      run: () => finish(command, bench.signal),
    });
  }
  return sound;
}

/** Held to the same content: what it prints then is natural HTML. */
function againstTwoPasses(own: Measured, { name, given }: Peer, bare: Measured): Row {
  return judged({
    what: `${name} against our book`,
    value: bare.ms / own.ms,
    unit: 'times',
    ...(given === 'natural HTML' && { limit: { of: 'value', atLeast: 4 } }),
  });
}

/** Time a page, and what a further page costs in the larger books against the smaller ones. */
function growthRows(all: readonly Size[]): Row[] {
  const sizes = all.filter(({ courses }) => courses > 1);
  const rows = sizes.map(
    ({ courses, pages, ms }): Row => ({
      what: `time a page, book of ${courses}`,
      value: ms / pages,
      unit: 'ms a page',
    }),
  );
  const [small, middle, large] = [sizes.at(-3), sizes.at(-2), sizes.at(-1)];
  if (!small || !middle || !large) return rows;
  const further = (from: Size, to: Size) => (to.ms - from.ms) / (to.pages - from.pages);
  return [
    ...rows,
    judged({
      what: `a further page from ${middle.courses} to ${large.courses} courses against ${small.courses} to ${middle.courses}`,
      value: further(middle, large) / further(small, middle),
      unit: 'times',
      limit: { of: 'value', atMost: 1.25 },
      note: 'linear',
    }),
  ];
}
