import type { TestContext } from 'node:test';
import type { Finding } from '../../scripts/finding.ts';
import { type FactsLint, lintFacts } from '../../scripts/lint/facts.ts';
import { type Files, project, read } from '../content/projects.ts';

export const course = 'content/courses/x.md';

/** Facts that a course lacks nothing with, one a key. */
export const complete: Record<string, string> = {
  title: 'Group Therapy',
  award: 'Postgraduate Certificate',
  awardedBy: 'University of Harbour',
  entry: 'A degree at 2:2',
  modules: '[{title: Ethics, credits: 20, core: true}]',
  delivery: 'In person',
  location: 'Quay campus',
  contactHours: '120 hours',
  workload: '600 hours',
  assessment: 'Two essays',
  duration: 'One year',
  starts: '[2027-09-27]',
  mode: 'Part time',
  pattern: 'One evening a week',
  fees: '[{audience: uk, total: 8500, covers: Teaching, validUntil: 2027-08-31}]',
  extraCosts: 'None',
  terms: 'harbour.example.ac.uk/terms',
  apply: '{until: 2027-06-30, url: harbour.example.ac.uk/apply}',
  ukprn: '10001234',
};

const institution = `name: University of Harbour
contacts: [{role: general, email: ask@harbour.example.ac.uk}]`;

/** Facts as YAML, with some changed, added or (undefined) left out. */
export function yaml(changes: Record<string, string | undefined> = {}): string {
  return Object.entries({ ...complete, ...changes })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n');
}

export interface Piece {
  /** Facts of the course, as YAML. */
  facts?: string;
  body?: string;
  institution?: string;
  publication?: string;
  asOf?: string;
  files?: Files;
}

/** What is said of a publication about one course. */
export async function lint(
  t: TestContext,
  piece: Piece = {},
): Promise<FactsLint & { read: Finding[] }> {
  const folder = project(t, {
    'content/institution.md': `---\n${piece.institution ?? institution}\n---\n`,
    [course]: `---\n${piece.facts ?? yaml()}\n---\n${piece.body ?? 'Words.\n'}`,
    'content/publications/p.md': `---\nkind: course-sheet\ncourse: x\n${piece.publication ?? ''}\n---\n`,
    'content/images/a.jpg': 'x',
    ...piece.files,
  });
  const { project: found, findings } = await read(folder);
  return {
    ...lintFacts(found, found.publications[0]!, piece.asOf ?? '2026-11-23'),
    read: findings,
  };
}

/** Codes without the stage. */
export function codesOf(findings: readonly Finding[]): string[] {
  return findings.map(({ code }) => code.replace('lint/', '')).sort();
}
