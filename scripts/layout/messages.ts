import type { Message } from '../finding.ts';

/** Everything the layout stage says to the person who runs the tool. */

export const languageWithoutWords = (lang: string): Message => ({
  severity: 'warning',
  code: 'layout/language-without-words',
  message: `There are no labels in the language "${lang}"; they are printed in English.`,
  hint: `Write every label of templates/words/en.json under \`words: {${lang}: …}\` in institution.md.`,
});

export const languageWithoutNumbers = (lang: string): Message => ({
  severity: 'warning',
  code: 'layout/language-without-numbers',
  message: `Amounts, dates and lists cannot be written in the language "${lang}"; they are printed as in English.`,
  hint: 'Use en, cy or fr, or add the language to the table in scripts/layout/numbers.ts.',
});

export const unknownLabel = (key: string, known: readonly string[]): Message => {
  const near = nearest(key, known);
  return {
    severity: 'warning',
    code: 'layout/unknown-label',
    message: `There is no label "${key}", so this wording is printed nowhere.`,
    hint: near
      ? `Did you mean \`${near}\`? Rename or remove it.`
      : 'Remove it, or use a name from templates/words/en.json.',
  };
};

export const labelPlaceholders = (key: string, expected: readonly string[]): Message => ({
  severity: 'warning',
  code: 'layout/label-values',
  message: `The wording for "${key}" has other values in braces than the label takes, so the standard wording is printed.`,
  hint: expected.length
    ? `Use exactly these: ${expected.map((name) => `{${name}}`).join(', ')}.`
    : 'Write it without braces.',
});

/** The known name at most a third of its letters away, or nothing. */
function nearest(name: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((candidate) => ({ candidate, steps: distance(name, candidate) }))
    .sort((a, b) => a.steps - b.steps);
  const best = ranked[0];
  return best && best.steps <= Math.ceil(name.length / 3) ? best.candidate : undefined;
}

/** Levenshtein's distance, ignoring case. */
function distance(one: string, other: string): number {
  const [a, b] = [one.toLowerCase().slice(0, 64), other.toLowerCase()];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
