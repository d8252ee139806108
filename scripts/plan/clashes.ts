import type { Source } from '../content/model.ts';
import type { PublicationFacts } from '../content/schema/publication.ts';
import type { Report } from '../finding.ts';
import { nameReserved, nameTwice } from './messages.ts';

/** A file that would be written. */
interface Writing {
  publication: Source<PublicationFacts>;
  /** Without folder and ending. */
  name: string;
}

/** What Windows takes for a device, whatever its ending. */
const devices = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])$/;

/**
 * The jobs whose files have a name of their own on every system. Of two that would be written to the
 * same file none is made: which of them lay there would be chance.
 *
 * @param pathOf where the file of a job goes, below output/
 */
export function withoutClashes<Job extends Writing>(
  jobs: readonly Job[],
  pathOf: (job: Job) => string,
  report: Report,
): Job[] {
  const byPath = Map.groupBy(jobs, (job) => folded(pathOf(job)));
  const clashes = [...byPath.values()].filter((same) => same.length > 1);
  // A pattern that does not tell courses apart gives hundreds: one finding for all of them.
  const byPlaces = Map.groupBy(clashes, (same) => JSON.stringify(same.map(placeOf)));
  for (const [first = [], ...others] of byPlaces.values()) {
    const path = pathOf(first[0]!);
    report(nameTwice(path, first.map(described), others.length), placeOf(first.at(-1)!));
  }
  return jobs.filter((job) => {
    const isDevice = devices.test(job.name);
    if (isDevice) report(nameReserved(job.name), placeOf(job));
    return byPath.get(folded(pathOf(job)))?.length === 1 && !isDevice;
  });
}

/** As Windows and macOS compare names: whatever the case, and however an accent is stored. */
function folded(path: string): string {
  return path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}

function described(job: Writing): string {
  const { kind, size, course } = job.publication.facts;
  const { file, line } = placeOf(job);
  const what = `the ${[size, kind.replaceAll('-', ' ')].filter(Boolean).join(' ')}${course ? ` about \`${course}\`` : ''}`;
  return `${what} (${file}:${line ?? 1})`;
}

/** Where the name comes from. */
function placeOf({ publication: { places, file } }: Writing) {
  return places.name ?? places.for ?? places.slug ?? { file, line: 1 };
}
