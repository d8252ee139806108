import type { Message } from '../finding.ts';
import { displayLines } from './display-lines.ts';
import { displayTooLong, displayWordTooWide } from './piece-messages.ts';
import type { Ruler } from './ruler.ts';

/** One way to set the promise: words of at most so many characters, in so many lines. */
export interface DisplayStep {
  role: string;
  characters: number;
  lines: number;
  /** The first baseline. */
  firstMm: number;
  /** Where it is set narrower than the place allows. */
  widthMm?: number;
}

/** Where the promise stands. */
export interface DisplayPlace {
  /** The largest first. */
  steps: readonly DisplayStep[];
  /** For a title in its place; as for the promise if not said. */
  titleSteps?: readonly DisplayStep[];
  /** Smaller than all, for a word that is wider than the place in any of them. */
  forWideWords?: DisplayStep;
  leftMm: number;
  widthMm: number;
}

/** The lines of words in a step, if it holds them. */
export type SetIn = (words: string, step: DisplayStep) => string[] | undefined;

/**
 * The largest step that holds a text, by its characters and in its lines. One that is too long for
 * all takes the last; undefined where a word is wider than any of them.
 */
export function stepFor(
  text: string,
  steps: readonly DisplayStep[],
  setIn: SetIn,
): DisplayStep | undefined {
  const length = [...text].length;
  const last = steps.at(-1) as DisplayStep;
  const [largest, next] = steps.filter((step) => length <= step.characters && setIn(text, step));
  // A sentence that begins within a line reads better a size smaller, if it has a line of its own there.
  const isBetter = largest && next && splits(setIn(text, largest)) && !splits(setIn(text, next));
  if (isBetter) return next;
  if (largest) return largest;
  return text.split(' ').every((word) => setIn(word, last)) ? last : undefined;
}

/** What is to be said of a text in the step that it has come to. */
export function remarks(
  text: string,
  made: {
    isTitle: boolean;
    step: DisplayStep;
    steps: readonly DisplayStep[];
    piece: string;
    setIn: SetIn;
  },
): Message[] {
  const { isTitle, step, steps, piece, setIn } = made;
  const isWide = !steps.includes(step);
  const wide = isWide
    ? text.split(' ').find((word) => !setIn(word, steps.at(-1) ?? step))
    : undefined;
  const length = [...text].length;
  const doesFit = setIn(text, step) !== undefined;
  const most = doesFit
    ? step.characters
    : longestThatFits(text, (words) => setIn(words, step) !== undefined);
  return [
    ...(wide ? [displayWordTooWide(piece, { isTitle, word: wide })] : []),
    ...(length > most
      ? [displayTooLong(piece, { isTitle, doesFit, over: length - most, characters: most })]
      : []),
  ];
}

/** Whether a sentence ends within a line. */
function splits(lines: readonly string[] = []): boolean {
  return lines.some((line) => /\p{Ll}[.!?…] \p{L}/u.test(line));
}

/** Sets words in a place, in the language that says which of them do not end a line. */
export function setterFor(place: DisplayPlace, lang: string, ruler: Ruler): SetIn {
  return (words, { role, lines, widthMm = place.widthMm }) =>
    displayLines(words, { widthOf: (some) => ruler(some, role), widthMm, lines, lang });
}

/** How many characters of a text could stay: it is cut at a word's end. */
function longestThatFits(text: string, fits: (words: string) => boolean): number {
  const words = text.split(' ');
  for (let count = words.length - 1; count > 0; count--) {
    const start = words.slice(0, count).join(' ');
    if (fits(start)) return [...start].length;
  }
  return 0;
}
