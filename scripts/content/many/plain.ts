/**
 * Words as they are compared: one Unicode form, small letters, single spaces, straight apostrophes
 * and plain hyphens. What looks alike is alike.
 */
export function plainWords(words: string): string {
  return words
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The number that words are, written without commas; undefined if they are none. */
export function numberIn(words: string): number | undefined {
  return /^-?\d{1,15}(?:\.\d{1,6})?$/.test(words.trim()) ? Number(words) : undefined;
}

/** A day, a month or a year: 2027-09-27, 2027-09, 2027. */
export function isDateOrPart(words: string): boolean {
  return /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(words.trim());
}
