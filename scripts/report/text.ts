import { relative, resolve } from 'node:path';
import { styleText } from 'node:util';
import { asCalled } from '../command/called.ts';
import { harmless } from '../content/frame.ts';
import {
  byFile,
  byWeight,
  countWeights,
  type FindingGroup,
  type Merged,
  mergeFindings,
  type Weight,
} from './findings.ts';
import { frames } from './frames.ts';

export interface TextOptions {
  /** The project's folder: code frames show lines of its files. */
  project: string;
  colour: boolean;
  /** What the user types for `press`; that if it is left out. */
  press?: string;
  /** How many warnings and notes are written out. */
  most?: number;
}

const defaultMost = 60;
/** Nobody mends more than this before building again; a hostile file makes a hundred thousand. */
const mostErrors = 300;

/**
 * Findings for a person at a terminal: errors first, then by file, in the order of lines, each with
 * its line of the file and what to do about it; then how many there are, and where the errors are
 * again if much stands below them. Empty if there are none.
 */
export function formatFindings(groups: readonly FindingGroup[], options: TextOptions): string {
  const all = mergeFindings(groups);
  if (all.length === 0) return '';
  const shown = byWeight(pick(all, options.most ?? defaultMost));
  const lineOf = frames(options.project);
  const paint = painter(options.colour);
  const asTyped = (finding: Merged) => ({
    ...finding,
    hint: asCalled(finding.hint, options.press ?? 'press'),
  });
  const parts = byFile(shown).flatMap(({ file, findings }, i) => {
    const name = file === undefined ? 'The project' : shownPath(options.project, file);
    const head = `${i > 0 ? '\n' : ''}${paint('bold', harmless(name))}`;
    return [head, ...findings.map((finding) => format(asTyped(finding), lineOf, paint))];
  });
  parts.push('', summary(all, shown.length), ...errorsAgain(shown, options.project));
  return `${parts.join('\n')}\n`;
}

/**
 * A file of the project as it is reached from where the user stands, or whole where that is shorter.
 */
export function shownPath(project: string, file: string): string {
  const whole = resolve(project, file);
  const fromHere = relative(process.cwd(), whole) || '.';
  return fromHere.length < whole.length ? fromHere : whole;
}

/** So many findings below an error have it scroll out of sight. */
const mostBelow = 5;
const mostPlaces = 5;

function errorsAgain(shown: readonly Merged[], project: string): string[] {
  const errors = shown.filter(({ weight, place }) => weight === 'error' && place);
  if (errors.length === 0 || shown.length - errors.length < mostBelow) return [];
  const places = errors.slice(0, mostPlaces).map(({ place }) => {
    const line = place?.line === undefined ? '' : `:${place.line}`;
    return harmless(`${shownPath(project, place?.file ?? '')}${line}`);
  });
  const rest = errors.length - places.length;
  return [`Errors: ${places.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`];
}

type Paint = (style: 'bold' | 'dim' | Weight, text: string) => string;

function painter(colour: boolean): Paint {
  const styles = {
    bold: 'bold',
    dim: 'dim',
    error: 'red',
    warning: 'yellow',
    note: 'cyan',
  } as const;
  return (style, text) =>
    colour ? styleText(styles[style], text, { validateStream: false }) : text;
}

/** Errors, and as many of the others as there is room for. */
export function pick(all: readonly Merged[], most: number): Merged[] {
  const room = { error: mostErrors, warning: most, note: most };
  return all.filter((finding) => room[finding.weight]-- > 0);
}

function format(finding: Merged, frameOf: (finding: Merged) => string, paint: Paint): string {
  const { place } = finding;
  const where = place?.line === undefined ? '' : `${place.line}:${place.column ?? 1}  `;
  const head = `  ${paint('dim', where)}${paint(finding.weight, finding.weight)}: ${harmless(finding.message)} ${paint('dim', `[${finding.code}]`)}`;
  const frame = frameOf(finding);
  const lines = [head];
  if (frame) lines.push(...frame.split('\n').map((line) => paint('dim', `      ${line}`)));
  lines.push(`    ${harmless(finding.hint)}${concerned(finding)}`);
  return lines.join('\n');
}

function concerned({ publications }: Merged): string {
  if (publications.length === 0) return '';
  const names = publications.slice(0, 3).map(harmless).join(', ');
  const more = publications.length > 3 ? ` and ${publications.length - 3} more` : '';
  return ` (${names}${more})`;
}

/** `2 errors, 1 note`; empty for none. */
export function countsInWords(all: readonly Merged[]): string {
  const counts = countWeights(all);
  return (['error', 'warning', 'note'] as const)
    .filter((weight) => counts[weight] > 0)
    .map((weight) => `${counts[weight]} ${weight}${counts[weight] === 1 ? '' : 's'}`)
    .join(', ');
}

function summary(all: readonly Merged[], shown: number): string {
  const rest = all.length - shown;
  return `${countsInWords(all)}.${rest > 0 ? ` ${rest} more are not shown: \`--json\` lists all.` : ''}`;
}
