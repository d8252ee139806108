import { styleText } from 'node:util';
import { harmless } from '../content/frame.ts';
import {
  countWeights,
  type FindingGroup,
  findingsJson,
  type Merged,
  mergeFindings,
  type Weight,
} from './findings.ts';
import { frames } from './frames.ts';

export { findingsJson };

export interface TextOptions {
  /** The project's folder: code frames show lines of its files. */
  project: string;
  colour: boolean;
  /** How many warnings and notes are written out. */
  most?: number;
}

const defaultMost = 60;
/** Nobody mends more than this before building again; a hostile file makes a hundred thousand. */
const mostErrors = 300;

/**
 * Findings for a person at a terminal: by file, in the order of lines, each with its line of the
 * file and what to do about it, then how many there are. Empty if there are none.
 */
export function formatFindings(groups: readonly FindingGroup[], options: TextOptions): string {
  const all = mergeFindings(groups);
  if (all.length === 0) return '';
  const shown = pick(all, options.most ?? defaultMost);
  const lineOf = frames(options.project);
  const paint = painter(options.colour);
  const parts: string[] = [];
  let file: string | undefined;
  for (const finding of shown) {
    const at = finding.place?.file;
    if (parts.length === 0 || at !== file) {
      parts.push(`${parts.length > 0 ? '\n' : ''}${paint('bold', harmless(at ?? 'The project'))}`);
      file = at;
    }
    parts.push(format(finding, lineOf, paint));
  }
  parts.push('', summary(all, shown.length));
  return `${parts.join('\n')}\n`;
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
