/** Small pieces of wording that messages share. */

/** A word of the user's, short enough to stand in a sentence. */
export function shorten(text: string, most = 60): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const letters = [...line];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : line;
}

/** What a value is, in words: `the text "8,500"`, `a list`. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return `the text "${shorten(value)}"`;
  if (typeof value === 'number') return `the number ${value}`;
  if (typeof value === 'boolean') return `\`${value}\``;
  if (Array.isArray(value)) return 'a list';
  if (value !== null && typeof value === 'object') return 'a group of keys';
  return 'empty';
}

/** Choices in a sentence: `a`, `b` or `c`; at most twelve. */
export function listed(choices: readonly unknown[]): string {
  const words = choices.slice(0, 12).map((choice) => `\`${String(choice)}\``);
  if (choices.length > words.length) return `${words.join(', ')}, …`;
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)}` : words.join('');
}

/** The number somebody meant who typed `£8,500`; undefined if it is not plain. */
export function asNumber(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined;
  const figures = value
    .trim()
    .replace(/^(?:[£€$]|GBP|EUR|USD)\s*|\s*(?:[£€$]|GBP|EUR|USD|%)$/g, '');
  if (!/^-?\d{1,3}(?:[,\u00A0\u202F ]\d{3})*(?:\.\d+)?$|^-?\d+(?:\.\d+)?$/.test(figures)) {
    return undefined;
  }
  return Number(figures.replace(/[,\s]/g, ''));
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The date somebody meant who typed `27 September 2027` or `27/09/2027`; undefined if not plain. */
export function asDate(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const worded = /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3})[a-z]*\.?,? (\d{4})$/i.exec(value.trim());
  const figures = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(value.trim());
  const short = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(value.trim());
  const [year, month, day] = worded
    ? [worded[3], months.indexOf((worded[2] ?? '').toLowerCase()) + 1, worded[1]]
    : figures && Number(figures[1]) > 12
      ? [figures[3], figures[2], figures[1]]
      : short
        ? [short[1], short[2], short[3]]
        : [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (date.getUTCMonth() + 1 !== Number(month) || date.getUTCDate() !== Number(day)) {
    return undefined;
  }
  return date.toISOString().slice(0, 10);
}
