import type { Report } from '../finding.ts';
import type { PdfFile } from '../pdf/file.ts';
import { PdfDict, PdfName, PdfRef, type PdfValue } from '../pdf/objects.ts';
import type { PdfPage } from '../pdf/pages.ts';
import type { Copier } from './copier.ts';
import { linkGoesNowhere } from './messages.ts';
import { decodedName, destinationName, destinationsOf, type OpenPart } from './part.ts';

/**
 * The scheme of a link to a target that may lie in another part. Chromium drops a link to a
 * fragment its own document does not have; `<a href="press:course-x">` it writes as an address,
 * and here it becomes a link inside the file. The target is `id="course-x"`, and somewhere in
 * the target's own document stands `<a href="#course-x" hidden></a>`: without a link to it
 * Chromium writes no destination.
 */
const SCHEME = 'press:';

/** Gives every destination of every part its name in the joined file. */
export function joinDestinations(target: PdfFile, parts: OpenPart[]): PdfDict {
  const joined = new PdfDict();
  for (const part of parts) {
    for (const [name, place] of destinationsOf(part)) {
      const page = part.pageRefs.get((place[0] as PdfRef).number)!;
      const free = freeName(joined, name);
      part.names.set(name, free);
      // What follows the page says where on it, in numbers and names (ISO 32000-1, table 151).
      const where = place.slice(1).map((entry) => plain(part.source, entry));
      joined.set(free, [page, ...where]);
    }
  }
  const sorted = new PdfDict();
  for (const name of [...joined.keys()].sort()) sorted.set(name, target.add(joined.get(name)!));
  return sorted;
}

function freeName(taken: PdfDict, name: string): string {
  let free = name;
  for (let count = 2; taken.has(free); count++) free = `${name}-${count}`;
  return free;
}

function plain(file: PdfFile, value: PdfValue): PdfValue {
  const found = file.resolve(value);
  return typeof found === 'number' || found instanceof PdfName ? found : null;
}

/** What links need of the joined file. */
export interface Linking {
  target: PdfFile;
  /** Decoded name -> name in the joined file, of the first part that has it. */
  names: ReadonlyMap<string, string>;
  nextKey: () => number;
  /** Targets that no part has, as far as they were met: each is reported once. */
  missing: Set<string>;
  report: Report;
}

/**
 * Copies a page's annotations.
 * @returns the new annotations, and new key -> old key in the parent tree
 */
export function copyAnnotations(
  part: OpenPart,
  page: PdfPage,
  copier: Copier,
  linking: Linking,
): { annotations: PdfRef[]; keys: Map<number, number> } {
  const { source } = part;
  const annotations: PdfRef[] = [];
  const keys = new Map<number, number>();
  for (const entry of source.array(page.dict.get('Annots')) ?? []) {
    const old = source.dict(entry);
    if (!old) continue;
    const copy = new PdfDict();
    for (const [key, value] of old) {
      if (!['P', 'Parent', 'Popup', 'StructParent', 'Dest', 'A'].includes(key)) {
        copy.set(key, copier.copy(value));
      }
    }
    if (!setTarget(part, old, copy, copier, linking)) continue;
    const key = source.number(old.get('StructParent'));
    if (key !== undefined) {
      const own = linking.nextKey();
      keys.set(own, key);
      copy.set('StructParent', own);
    }
    const ref = linking.target.add(copy);
    if (entry instanceof PdfRef) part.replaced.set(entry.number, ref);
    annotations.push(ref);
  }
  return { annotations, keys };
}

/** Sets where a link leads; false if it leads nowhere. */
function setTarget(
  part: OpenPart,
  old: PdfDict,
  copy: PdfDict,
  copier: Copier,
  linking: Linking,
): boolean {
  const { source } = part;
  const action = source.dict(old.get('A'));
  const kind = source.name(action?.get('S'));
  const address = kind === 'URI' ? source.string(action?.get('URI'))?.bytes : undefined;
  const destination = source.resolve(kind === 'GoTo' ? action?.get('D') : old.get('Dest'));
  const name = address?.startsWith(SCHEME)
    ? decodedName(address.slice(SCHEME.length).replace(/^#/, ''))
    : destinationName(destination);
  if (name !== undefined) {
    const joined = part.names.get(name) ?? linking.names.get(name);
    if (joined === undefined) {
      if (!linking.missing.has(name)) {
        linking.report(linkGoesNowhere(Buffer.from(name, 'latin1').toString('utf8')));
      }
      linking.missing.add(name);
      return false;
    }
    copy.set('Dest', PdfName.of(joined));
  } else if (Array.isArray(destination)) {
    const page = destination[0];
    const to = page instanceof PdfRef ? part.pageRefs.get(page.number) : undefined;
    if (!to) return false;
    copy.set('Dest', [to, ...destination.slice(1).map((entry) => plain(source, entry))]);
  } else if (action) copy.set('A', copier.copy(action));
  return true;
}
