import { shorten } from '../content/wording.ts';
import type { Message } from '../finding.ts';

/** What is said of a piece about one course that is not a matter of room: its promise, its address, its facts. `piece` is what is made, e.g. "flyer". */

export const noPromise = (): Message => ({
  severity: 'warning',
  code: 'layout/no-promise',
  message: 'The course makes no promise, so its title stands in the large letters of short pieces.',
  hint: 'Add `promise`: what somebody gets from the course, in at most 60 characters.',
});

/**
 * @param doesFit whether there is room for it all the same, of which nobody reads so much
 * @param characters how many there may be
 */
export const displayTooLong = (
  piece: string,
  {
    isTitle,
    doesFit,
    over,
    characters,
  }: { isTitle: boolean; doesFit: boolean; over: number; characters: number },
): Message => ({
  severity: doesFit ? 'warning' : 'error',
  code: 'layout/display-too-long',
  message: isTitle
    ? `The title stands for want of a promise in the large letters of the ${piece}, and is ${counted(over)} too long for them.`
    : `The promise is ${counted(over)} too long for the large letters of the ${piece}.`,
  hint: isTitle
    ? `Add \`promise\`, at most 60 characters, or cut the title to ${counted(characters)}.`
    : `Cut the promise to ${counted(characters)}, or use shorter words.`,
});

export const displayWordTooWide = (
  piece: string,
  { isTitle, word }: { isTitle: boolean; word: string },
): Message => ({
  severity: 'warning',
  code: 'layout/display-word',
  message: `"${shorten(word)}" is too wide for the large letters of the ${piece}, so the ${isTitle ? 'title, for want of a promise' : 'promise'} is set smaller there.`,
  hint: isTitle
    ? 'Add `promise`, at most 60 characters, in shorter words.'
    : 'Use shorter words in `promise`.',
});

/** @param characters as printed */
export const longAddress = (address: string, characters: number, most: number): Message => ({
  severity: 'warning',
  code: 'layout/long-address',
  message: `The address ${address} has ${counted(characters)}, more than anybody types from paper, and is broken over lines.`,
  hint: `Make a short address that leads there, of at most ${counted(most)}, and write that one here.`,
});

/** @param labels of the rows that are not printed */
export const factsLeftOut = (piece: string, labels: readonly string[]): Message => ({
  severity: 'note',
  code: 'layout/facts-left-out',
  message: `There is no room on the ${piece} for all facts; left out: ${labels.join(', ')}.`,
  hint: 'Write the facts of the course in fewer words if they are to be there; the address on the piece leads to all of them.',
});

export const creditTooLong = (piece: string, characters: number): Message => ({
  severity: 'warning',
  code: 'layout/credit-too-long',
  message: `Whose the photograph is takes ${counted(characters)}, more than the ${piece} has room for, so the drawn mark stands in its place.`,
  hint: 'Shorten the `credit` of the picture, or take another picture for `images`.',
});

export const standfirstLeftOut = (piece: string): Message => ({
  severity: 'note',
  code: 'layout/standfirst-left-out',
  message: `There is no room on the ${piece} for the standfirst, which is left out.`,
  hint: 'Shorten the title or the standfirst if it is to be there.',
});

function counted(count: number): string {
  return `${count} character${count === 1 ? '' : 's'}`;
}
