/**
 * "Did you mean": the candidate that is closest to a mistyped word, or undefined when none is close
 * (a third of the longer word may differ, at least one and at most four steps).
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = plain(word);
  let best: string | undefined;
  let bestSteps = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const other = plain(candidate);
    const limit = Math.min(4, Math.max(1, Math.floor(Math.max(wanted.length, other.length) / 3)));
    if (Math.abs(wanted.length - other.length) > limit || other.length > 200) continue;
    const steps = distance(wanted, other);
    if (steps <= limit && steps < bestSteps) {
      best = candidate;
      bestSteps = steps;
    }
  }
  return best;
}

/** Without case, accents, hyphens and underscores: `Contact_hours` is `contactHours`. */
function plain(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\p{M}_\- ]/gu, '')
    .toLowerCase();
}

/** Damerau-Levenshtein, the restricted kind: insert, delete, change, swap two neighbours. */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let steps = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        steps = Math.min(steps, beforeLast[j - 2]! + 1);
      }
      row.push(steps);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
