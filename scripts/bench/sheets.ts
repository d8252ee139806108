import { type Bench, bareNode, build, forget, projectOf } from './bench.ts';
import { slugOf } from './course-file.ts';
import { bareScript } from './peers/peers.ts';
import { tryPeer, writePieces } from './peers/sound.ts';
import { type Finished, finish } from './process.ts';
import { judged, type Row } from './report.ts';
import { type Contender, inTurn, type Measured } from './rounds.ts';

/** Of a hundred sheets these are printed by one launch each, and counted for all: among them are charts and photographs as among all. */
const sample = [2, 21, 40, 59, 78];
const megabyte = 1e6;

/** All course sheets of a project, the memory that takes, and a project in which nothing changed. */
export async function measureSheets(bench: Bench): Promise<Row[]> {
  const rows: Row[] = [];
  const peaks: { courses: number; bytes: number }[] = [];
  for (const courses of bench.sizes.filter((size) => size > 1)) {
    const project = await projectOf(bench, courses);
    const slugs = Array.from({ length: courses }, (_, i) => slugOf(i));
    const cold = build(bench, project, slugs, {
      name: `${courses} course sheets, cold`,
      before: () => forget(project),
      watched: true,
    });
    const launches = courses === 100 ? await launchEach(bench, project, slugs) : undefined;
    bench.say(`Measuring ${cold.name} …`);
    const contenders = launches ? [cold, launches] : [cold];
    const measured = await inTurn(contenders, bareNode(bench), bench.runs);
    const own = measured.get(cold.name)!;
    rows.push(timeRow(cold.name, own));
    if (own.peakBytes > 0) peaks.push({ courses, bytes: own.peakBytes });
    if (launches) rows.push(...againstLaunches(own, launches.name, measured.get(launches.name)!));
    if (courses === 100) rows.push(await unchangedProject(bench, project));
  }
  return [...rows, ...memoryRows(peaks)];
}

function timeRow(what: string, { ms, nodeMs }: Measured): Row {
  return { what, value: ms, unit: 'ms', toNode: ms / nodeMs };
}

async function launchEach(
  bench: Bench,
  project: string,
  slugs: readonly string[],
): Promise<Contender | undefined> {
  if (!bench.equipment) return undefined;
  const some = sample.flatMap((index) => slugs[index] ?? []);
  const { inputs, pieces } = await writePieces(bench, project, some);
  const peer = bareScript(bench.equipment, 'our very pages');
  const isListed = bench.peers.some(({ name }) => name === peer.name);
  const tried = isListed ? { ...bench, peers: [] } : bench;
  if (!(await tryPeer(tried, peer, pieces[0]!, inputs))) return undefined;
  const name = `the same sheets, one launch each of the ${peer.name}`;
  const run = async (): Promise<Finished> => {
    let all = { ms: 0 } as Finished;
    for (const piece of pieces) {
      const one = await finish({ ...peer.print(piece), folder: piece.folder }, bench.signal);
      all = { ...one, ms: all.ms + one.ms };
      if (one.code !== 0) break;
    }
    return { ...all, ms: (all.ms / pieces.length) * slugs.length };
  };
  return { name, run };
}

function againstLaunches(own: Measured, name: string, launches: Measured): Row[] {
  return [
    { ...timeRow(name, launches), note: `counted from ${sample.length}` },
    judged({
      what: 'one launch each against our 100 sheets',
      value: launches.ms / own.ms,
      unit: 'times',
      limit: { of: 'value', atLeast: 8 },
    }),
  ];
}

async function unchangedProject(bench: Bench, project: string): Promise<Row> {
  bench.say('Measuring a project of 100 courses in which nothing has changed …');
  const again = build(bench, project, [], {
    name: 'sheets and book of 100 courses, nothing changed',
  });
  // The round that is not counted builds it.
  const { ms, nodeMs } = (await inTurn([again], bareNode(bench), bench.runs)).get(again.name)!;
  return judged({
    what: again.name,
    value: ms,
    unit: 'ms',
    toNode: ms / nodeMs,
    limit: { of: 'value', atMost: 300 },
  });
}

/** Peaks, and how much the largest project takes against one of a tenth or so: that a queue does not grow. */
function memoryRows(peaks: readonly { courses: number; bytes: number }[]): Row[] {
  const rows = peaks.map(
    ({ courses, bytes }): Row => ({
      what: `peak memory, ${courses} course sheets`,
      value: bytes / megabyte,
      unit: 'MB',
      note: 'resident, press and browser',
    }),
  );
  const [small, large] = [peaks[0], peaks.at(-1)];
  if (!small || !large || small === large) return rows;
  return [
    ...rows,
    judged({
      what: `peak memory, ${large.courses} sheets against ${small.courses}`,
      value: large.bytes / small.bytes,
      unit: 'times',
      limit: { of: 'value', atMost: 1.25 },
      note: 'flat',
    }),
  ];
}
