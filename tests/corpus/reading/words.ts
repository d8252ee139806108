/** What became of a text in a piece: all of it is there, nothing of it, or only its beginning. */
export type Fate = 'whole' | 'absent' | 'cut';

/** A beginning of fewer letters may be chance. */
const fewestLetters = 30;

/**
 * Text as letters and figures only, so that quotation marks, spaces and dashes may differ. Words of
 * other directions are left out: a file stores them as they are seen.
 */
export function lettersOf(text: string): string {
  return text
    .replace(/[\p{Script=Hebrew}\p{Script=Arabic}]+/gu, '')
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

/** What may stand between two halves of a text that goes over a page: running head, folio, a note. */
const mostBetween = 600;

/** @param printed all letters of the piece, in the order in which they are read */
export function fateOf(text: string, printed: string): Fate {
  const wanted = lettersOf(text);
  if (printed.includes(wanted)) return 'whole';
  if (wanted.length <= fewestLetters) return 'absent';
  let from = printed.indexOf(wanted.slice(0, fewestLetters));
  if (from < 0) return 'absent';
  for (; from >= 0; from = printed.indexOf(wanted.slice(0, fewestLetters), from + 1)) {
    if (goesOn(wanted, printed, from)) return 'whole';
  }
  return 'cut';
}

/** Whether all of a text stands from a place on, with no more than pages' ends between its parts. */
function goesOn(wanted: string, printed: string, from: number): boolean {
  let [done, at] = [0, from];
  while (done < wanted.length) {
    if (wanted[done] === printed[at]) {
      done++;
      at++;
      continue;
    }
    const next = wanted.slice(done, done + fewestLetters);
    const again = printed.indexOf(next, at);
    if (again < 0 || again - at > mostBetween) return false;
    at = again;
  }
  return true;
}
