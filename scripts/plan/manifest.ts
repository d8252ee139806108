import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type Finding, type Report, weight } from '../finding.ts';
import type { World } from '../world.ts';
import type { Made } from './publication.ts';
import { isWhereItSeems, writeWhole } from './write.ts';

/** A manifest can come from somebody else: what no build puts there is not taken away by one. */
const isOwn =
  /^(?:screen|print)\/[^/\\]+\.pdf$|^html\/[^/\\]+\.html$|^(?:png|contact)\/[^/\\]+\.png$/;

interface Entry {
  /** Relative to output/, with forward slashes. */
  file: string;
  publication: string;
  kind: string;
  status: 'draft' | 'final';
  pages: number;
  bytes: number;
}

/**
 * Writes what lies in output/, for people and programs: no dates, no machine, so that the same
 * input gives the same text. What an earlier build made and this one, of everything, no longer
 * plans is deleted: a draft that became final. Of a publication that failed all stays.
 *
 * @param isWhole whether all there is was asked for
 * @param findings of the project: with an error among them nobody knows all there is
 * @returns the path of the manifest
 */
export function writeManifest(
  world: World,
  made: readonly Made[],
  { isWhole, findings }: { isWhole: boolean; findings: readonly Finding[] },
  report: Report,
): string {
  const path = join(world.out, 'manifest.json');
  const now = made.flatMap((one) => entriesOf(one, world));
  const names = new Set(now.map(({ file }) => file));
  const failed = new Set(made.filter(({ file }) => !file).map(({ job }) => job.publication.slug));
  const isKnown =
    isWhole && !findings.some(({ severity }) => weight(severity, 'draft') === 'error');
  const kept = readEntries(path).filter(({ file, publication }) => {
    const at = join(world.out, file);
    if (names.has(file) || !isOwn.test(file) || !existsSync(at)) return false;
    if (!isWhereItSeems(world, dirname(at))) return false;
    if (isKnown && !failed.has(publication)) discard(at);
    return existsSync(at);
  });
  const files = [...now, ...kept].sort((a, b) => (a.file < b.file ? -1 : 1));
  // A folder that was misspelt is not made for the sake of an empty list.
  if (files.length === 0 && !existsSync(world.out)) return path;
  writeWhole(world, path, Buffer.from(`${JSON.stringify({ files }, undefined, 2)}\n`), report);
  return path;
}

function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // A viewer holds it, or the folder may not be written: it stays, and stays listed.
  }
}

function entriesOf(
  { job, file, pictures, contactSheet, pages, bytes }: Made,
  world: World,
): Entry[] {
  const entry = (path: string, size: number): Entry => ({
    file: relative(world.out, path).replaceAll('\\', '/'),
    publication: job.publication.slug,
    kind: job.publication.facts.kind,
    status: job.status,
    pages,
    bytes: size,
  });
  return [
    ...(file ? [entry(file, bytes)] : []),
    ...pictures.map((picture) => entry(picture.file, picture.bytes)),
    ...(contactSheet ? [entry(contactSheet.file, contactSheet.bytes)] : []),
  ];
}

function readEntries(path: string): Entry[] {
  try {
    const { files } = JSON.parse(readFileSync(path, 'utf8')) as { files?: Entry[] };
    return (files ?? []).filter(({ file }) => typeof file === 'string');
  } catch {
    return [];
  }
}
