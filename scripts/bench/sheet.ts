import { type Bench, bareNode, build, forget, pagesOf, projectOf } from './bench.ts';
import { soundPeers } from './peers/sound.ts';
import { finish } from './process.ts';
import { judged, type Limit, type Row } from './report.ts';
import { type Contender, inTurn } from './rounds.ts';

/**
 * Limits of a cold sheet's time against a peer's: how many times as long the peer takes. The bare
 * script is held to the same HTML, the others to the same content.
 */
const limits: Record<string, Limit> = {
  'bare puppeteer script on our very pages': { of: 'value', atLeast: 3 },
  'WeasyPrint on natural HTML': { of: 'value', atLeast: 5 },
  'md-to-pdf': { of: 'value', atLeast: 5 },
};

/** One course sheet: made from nothing, with nothing changed, and by others. */
export async function measureSheet(bench: Bench): Promise<Row[]> {
  const { signal } = bench;
  const project = await projectOf(bench, 1);
  const slug = 'course-001';
  const cold = build(bench, project, [slug], {
    name: 'one course sheet, cold',
    before: () => forget(project),
  });
  // Comes after the cold one in each round, so nothing has changed since.
  const unchanged = build(bench, project, [slug], { name: 'one course sheet, nothing changed' });
  const peers = await soundPeers(bench, project, slug);
  bench.say('Measuring one course sheet …');
  const others = peers.map(
    ({ peer, piece }): Contender => ({
      name: peer.name,
      run: () => finish({ ...peer.print(piece), folder: piece.folder }, signal),
    }),
  );
  const measured = await inTurn([cold, unchanged, ...others], bareNode(bench), bench.runs);
  const of = ({ name }: Contender) => measured.get(name)!;
  const time = (contender: Contender, what = contender.name): Row => {
    const { ms, nodeMs } = of(contender);
    return { what, value: ms, unit: 'ms', toNode: ms / nodeMs };
  };
  const ownMs = of(cold).ms;
  return [
    { ...time(cold), note: `${pagesOf(of(cold).last)} pages` },
    judged({ ...time(unchanged), limit: { of: 'toNode', atMost: 2 } }),
    ...others.map((other, i) => ({
      ...time(other, `the same sheet, ${other.name}`),
      note: `${peers[i]?.pages} pages`,
    })),
    ...others.map((other) => {
      if (other.name === 'Typst from Python') {
        const limit: Limit = { of: 'value', atMost: 5 };
        const value = ownMs / of(other).ms;
        return judged({
          what: `our cold sheet against ${other.name}`,
          value,
          unit: 'times',
          limit,
        });
      }
      const limit = limits[other.name];
      return judged({
        what: `${other.name} against our cold sheet`,
        value: of(other).ms / ownMs,
        unit: 'times',
        ...(limit && { limit }),
      });
    }),
  ];
}
