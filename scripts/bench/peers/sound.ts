import { join } from 'node:path';
import { openWorld } from '../../world.ts';
import type { Bench } from '../bench.ts';
import { finish } from '../process.ts';
import { lastLines } from '../rounds.ts';
import { type Inputs, writeInputs } from './inputs.ts';
import { type Peer, type Piece, sheetPeers } from './peers.ts';
import { faultOf } from './witness.ts';

/** A peer whose PDF has the pages and the words, with what it prints. */
export interface SoundPeer {
  peer: Peer;
  piece: Piece;
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
  const piece = pieces[0]!;
  const sound: SoundPeer[] = [];
  for (const peer of sheetPeers(bench.equipment, join(bench.world.tool, 'templates/fonts'))) {
    if (await isSound(bench, peer, piece, inputs)) sound.push({ peer, piece });
  }
  return sound;
}

/** Runs a peer once and looks into what it printed; lists it with what came of it. */
export async function isSound(
  { signal, peers }: Bench,
  peer: Peer,
  piece: Piece,
  inputs: Inputs,
): Promise<boolean> {
  const { name, version, missing, printsOurPages } = peer;
  if (missing) {
    peers.push({ name, version, state: 'skipped', reason: missing });
    return false;
  }
  const { pages, words } = inputs.get(piece.slug)!;
  const done = await finish({ ...peer.print(piece), folder: piece.folder }, signal);
  const wanted = printsOurPages ? { pages, words } : { words };
  const reason = done.code === 0 ? await faultOf(peer.output(piece), wanted) : lastLines(done);
  peers.push(
    reason ? { name, version, state: 'failed', reason } : { name, version, state: 'measured' },
  );
  return !reason;
}
