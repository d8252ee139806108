import { shorten } from '../content/wording.ts';
import type { Message } from '../finding.ts';
import type { Overflow } from './compose/fill.ts';
import type { Choice } from './compose/versions.ts';
import type { BrokenWord } from './compose/words.ts';

/** What is said of texts and the places that they have to fit. `piece` is what is made, e.g. "flyer". */

export const doesNotFit = (
  piece: string,
  { panel, section, source, lines, characters, text }: Omit<Overflow, 'part' | 'overMm'>,
): Message => ({
  severity: 'error',
  code: 'layout/overflow',
  message: [
    `The text does not fit its place on the ${piece} (${panel}): it is `,
    lines > 0 ? `${counted(lines, 'line')}, ` : 'too wide for the line, ',
    `about ${counted(characters, 'character')}, too long`,
    section ? ` in "${section}"` : '',
    text ? `, from "${text}…" on.` : '.',
  ].join(''),
  hint: `Cut ${counted(characters, 'character')} there${otherwise(piece, source)}.`,
});

export const versionTaken = (piece: string, { panel, version }: Choice): Message => ({
  severity: 'note',
  code: 'layout/version-taken',
  message: `On the ${piece}, the ${version} is printed (${panel}): the longer one does not fit.`,
  hint: 'Shorten the longer version if you would rather see that one.',
});

export const leftOut = (piece: string, { panel, leavesOut }: Choice): Message => ({
  severity: 'warning',
  code: 'layout/left-out',
  message: `There is no room on the ${piece} (${panel}) for ${leavesOut}, which is left out.`,
  hint: `Write a shorter version and mark it \`{.short}\`, or mark what is not meant for a ${piece} \`{.book-only}\`.`,
});

export const wordBroken = (piece: string, { word, isInTable }: BrokenWord): Message => ({
  severity: 'warning',
  code: 'layout/word-broken',
  message: `"${shorten(word, 50)}" is wider than its ${isInTable ? 'column of the table' : 'line'} on the ${piece}, so it is broken within the word.`,
  hint: isInTable
    ? 'Use shorter words, or give the table fewer columns.'
    : 'Use a shorter word, or write it as two with a hyphen.',
});

/** What there is to do besides cutting: a fact (`x#title`) has but one version. */
function otherwise(piece: string, source: string): string {
  if (piece === 'book') return ', or give the course more room with `extent:`';
  if (source.includes('#')) return '';
  return `, mark what the ${piece} can do without \`{.book-only}\`, or write a shorter version of the section and mark it \`{.short}\``;
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
