import { relative } from 'node:path';
import { type Finding, type Place, weight } from '../finding.ts';

/** The findings of a project, or of one publication whose status decides how much a gap weighs. */
export interface FindingGroup {
  findings: readonly Finding[];
  status: 'draft' | 'final';
  /** Name of the publication; absent or empty for the project. */
  publication?: string | undefined;
}

export type Weight = 'error' | 'warning' | 'note';

/** A finding once, however many publications it concerns, with the heaviest weight it has in any. */
export interface Merged extends Omit<Finding, 'publication'> {
  weight: Weight;
  publications: string[];
}

const heaviness: Record<Weight, number> = { error: 0, warning: 1, note: 2 };

/** All findings, each once, in the order of files, lines, columns and codes. */
export function mergeFindings(groups: readonly FindingGroup[]): Merged[] {
  const merged = new Map<string, Merged>();
  for (const { findings, status, publication } of groups) {
    for (const { publication: own, ...finding } of findings) {
      const key = JSON.stringify([finding.code, finding.message, finding.place]);
      const counts = weight(finding.severity, status);
      const name = own ?? publication;
      const known = merged.get(key) ?? { ...finding, weight: counts, publications: [] };
      if (heaviness[counts] < heaviness[known.weight]) known.weight = counts;
      if (name && !known.publications.includes(name)) known.publications.push(name);
      merged.set(key, known);
    }
  }
  return [...merged.values()].sort(byPlace);
}

function byPlace(a: Merged, b: Merged): number {
  return (
    compare(a.place?.file ?? '', b.place?.file ?? '') ||
    compare(start(a.place), start(b.place)) ||
    compare(a.code, b.code) ||
    compare(a.message, b.message)
  );
}

function start(place: Place | undefined): number {
  return (place?.line ?? 0) * 1e6 + (place?.column ?? 0);
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Errors first, notes last; within a weight the order stays. */
export function byWeight(findings: readonly Merged[]): Merged[] {
  return findings.toSorted((a, b) => heaviness[a.weight] - heaviness[b.weight]);
}

/** Runs of findings about the same file (undefined: about the project), in their order. */
export function byFile(findings: readonly Merged[]): { file?: string; findings: Merged[] }[] {
  const groups: { file?: string; findings: Merged[] }[] = [];
  for (const finding of findings) {
    const file = finding.place?.file;
    const last = groups.at(-1);
    if (last && last.file === file) last.findings.push(finding);
    else groups.push({ ...(file === undefined ? {} : { file }), findings: [finding] });
  }
  return groups;
}

/** How many of each weight. */
export function countWeights(findings: readonly Merged[]): Record<Weight, number> {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const finding of findings) counts[finding.weight]++;
  return counts;
}

/** One finding for programs. */
export interface JsonFinding {
  severity: Weight;
  /** `true` for what a final publication may not lack. */
  gap?: true;
  code: string;
  file?: string;
  line?: number;
  column?: number;
  length?: number;
  message: string;
  hint: string;
  publications?: string[];
}

/** What every command that judges a project answers with `--json`; some add what they made or found. */
export interface JsonAnswer {
  /** The exit code. */
  exit: number;
  /** The project's folder as reached from here; files of findings are named from it. */
  project: string;
  counts: Record<Weight, number>;
  findings: JsonFinding[];
}

/** The findings for `--json`, each once, in the order of files, lines and columns, and how many. */
export function jsonAnswer(
  groups: readonly FindingGroup[],
  { exit, project }: Pick<JsonAnswer, 'exit' | 'project'>,
): JsonAnswer {
  const merged = mergeFindings(groups);
  const folder = relative(process.cwd(), project) || '.';
  return { exit, project: folder, counts: countWeights(merged), findings: merged.map(jsonOf) };
}

function jsonOf(finding: Merged): JsonFinding {
  return {
    severity: finding.weight,
    ...(finding.severity === 'gap' ? { gap: true as const } : {}),
    code: finding.code,
    ...finding.place,
    message: finding.message,
    hint: finding.hint,
    ...(finding.publications.length > 0 ? { publications: finding.publications } : {}),
  };
}
