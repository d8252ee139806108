import { saying } from '../content/saying.ts';
import { shorten } from '../content/wording.ts';

/** What is said about words, links, pictures and tables that are hard to read or to hear. */

const { warning } = saying('lint');

export const sentenceLong = (words: number, start: string) =>
  warning(
    'sentence-long',
    `This sentence runs on for ${words} words: “${shorten(start)}”.`,
    'Make two of it; 30 words are the most that is read with ease.',
  );

export const paragraphLong = (words: number) =>
  warning(
    'paragraph-long',
    `This paragraph has ${words} words.`,
    'Part it with an empty line, or make a list of it; 90 words are the most.',
  );

export const linkVague = (words: string) =>
  warning(
    'link-vague',
    `The link \`${shorten(words)}\` does not say where it leads: links are also read alone, as a list.`,
    'Let the words name what it leads to: `[fees and funding](…)`.',
  );

export const linkAmbiguous = (words: string, line: number) =>
  warning(
    'link-ambiguous',
    `The link \`${shorten(words)}\` leads elsewhere than the one with the same words in line ${line}.`,
    'Give each link words of its own, or both the same address.',
  );

export const altIsName = (alt: string) =>
  warning(
    'alt-name',
    `The \`alt\` \`${shorten(alt)}\` is the name of a file.`,
    'Write what the picture shows; `alt: ""` if it only decorates.',
  );

export const altIntroduced = (alt: string) =>
  warning(
    'alt-introduced',
    `The \`alt\` \`${shorten(alt)}\` says that it is a picture, which readers are told anyway.`,
    'Begin with what the picture shows.',
  );

export const altRepeatsCaption = () =>
  warning(
    'alt-caption',
    'The `alt` repeats the caption, which is read out beside it.',
    'Let `alt` say what is to be seen, the caption what it means.',
  );

export const altTwice = (file: string) =>
  warning(
    'alt-twice',
    `The \`alt\` is that of another picture, \`${shorten(file)}\`.`,
    'Write what is different in this one.',
  );

export const headCellEmpty = () =>
  warning(
    'table-head-empty',
    'A column of this table has no head.',
    'Write in the first row what stands in the column.',
  );

export const tableWithoutHead = () =>
  warning(
    'table-head',
    'This table has no head: nobody who hears a cell knows what it is of.',
    'Write in the first row what stands in each column.',
  );

export const cellEmpty = (cells: number) =>
  warning(
    'table-cell-empty',
    `This table has ${cells === 1 ? 'an empty cell' : `${cells} empty cells`}.`,
    'Write what holds there: “none”, “0” or “–”.',
  );
