import { join } from 'node:path';
import { openWorld } from '../../world.ts';
import type { Bench } from '../bench.ts';
import { finish } from '../process.ts';
import { lastLines } from '../rounds.ts';
import { type Inputs, type Written, writeInputs } from './inputs.ts';
import type { Given, Peer, Piece } from './peer.ts';
import { sheetPeers } from './peers.ts';
import { type Wanted, witness } from './witness.ts';

/** A peer whose PDF has the pages and the words, with what it prints. */
export interface SoundPeer {
  peer: Peer;
  piece: Piece;
  /** So many it printed. */
  pages: number;
}

/** Writes pieces of a project for the peers. */
export async function writePieces(
  { folder }: Bench,
  project: string,
  slugs: readonly string[],
): Promise<{ inputs: Inputs; pieces: Piece[] }> {
  const target = join(folder, 'peers');
  const inputs = await writeInputs(openWorld({ project }), slugs, target);
  return { inputs, pieces: slugs.map((slug) => ({ folder: target, slug })) };
}

/** The peers that print a course sheet as it should be; all are listed with what came of them. */
export async function soundPeers(
  bench: Bench,
  project: string,
  slug: string,
): Promise<SoundPeer[]> {
  if (!bench.equipment) return [];
  bench.say('Trying the peers …');
  const { inputs, pieces } = await writePieces(bench, project, [slug]);
  const sound: SoundPeer[] = [];
  for (const peer of sheetPeers(bench.equipment, join(bench.world.tool, 'templates/fonts'))) {
    const tried = await tryPeer(bench, peer, pieces[0]!, inputs);
    if (tried) sound.push(tried);
  }
  return sound;
}

/** Runs a peer once and looks into what it printed; lists it with what came of it. */
export async function tryPeer(
  { signal, peers }: Pick<Bench, 'signal' | 'peers'>,
  peer: Peer,
  piece: Piece,
  inputs: Inputs,
): Promise<SoundPeer | undefined> {
  const { name, version, missing, given } = peer;
  if (missing) {
    peers.push({ name, version, state: 'skipped', reason: missing });
    return undefined;
  }
  const wanted = wantedOf(given, inputs.get(piece.slug)!);
  const done = await finish({ ...peer.print(piece), folder: piece.folder }, signal);
  const { pages, fault } =
    done.code === 0
      ? await witness(peer.output(piece), wanted)
      : { pages: 0, fault: lastLines(done) };
  if (fault) {
    peers.push({ name, version, state: 'failed', reason: fault });
    return undefined;
  }
  peers.push({ name, version, state: 'measured' });
  return { peer, piece, pages };
}

/** Given our pages, it prints exactly those; who breaks natural HTML comes to about as many. */
function wantedOf(given: Given, { pages, words, contents }: Written): Wanted {
  if (given === 'our very pages') return { words, pages: { atLeast: pages, atMost: pages } };
  if (given === 'its own markup') {
    return { words, pages: { atLeast: 1, atMost: Number.POSITIVE_INFINITY } };
  }
  const about = { atLeast: Math.ceil((pages * 2) / 3), atMost: Math.floor((pages * 3) / 2) };
  return { words, pages: about, contents };
}
