import { type Language, languageOf } from './languages.ts';

/** Quotes that are open from one run of text to the next: `"a *b* c"` is three runs. */
export interface OpenQuotes {
  double: boolean;
  single: boolean;
}

// Repetitions are bounded so that no text, however long, takes more than linear time.
const address =
  /(https?:\/\/\S+|www\.\S+|[^\s@]{1,64}@[^\s@]{1,255}|(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}\/\S*)/i;
const noBreak = '\u00A0';
const narrowNoBreak = '\u202F';
const noBreakHyphen = '\u2011';

/**
 * Text as it is printed: typographic quotes and dashes of the language, en dashes in ranges of
 * figures, and no line end inside a date, an amount, a telephone number, a figure with its unit or
 * a hyphenated word of two parts. Addresses of the web and of e-mail are left alone.
 * `before` and `after` are the characters beside the text, empty at the ends of a paragraph.
 */
export function typeset(
  text: string,
  lang: string,
  before = '',
  after = '',
  open: OpenQuotes = { double: false, single: false },
): string {
  const language = languageOf(lang);
  const quoted = quotes(text, language, before, after, open);
  if (!/[\d\-–—.:;!?«»]/.test(quoted)) return quoted;
  if (!/[@/]|www/i.test(quoted)) return spaces(dashes(quoted), language);
  return quoted
    .split(address)
    .map((part, i) => (i % 2 === 1 ? part : spaces(dashes(part), language)))
    .join('');
}

/** The text without what only typesetting needs: for search, counting and file names. */
export function plain(text: string): string {
  return text.replace(/[\u00A0\u202F]/g, ' ').replaceAll(noBreakHyphen, '-');
}

function quotes(
  text: string,
  language: Language,
  before: string,
  after: string,
  open: OpenQuotes,
): string {
  if (!/["']/.test(text)) return text;
  const [doubleLeft, doubleRight, singleLeft, singleRight] = language.quotes;
  const addresses = /[@/]|www/i.test(text) ? [...text.matchAll(new RegExp(address, 'gi'))] : [];
  // A mark at the end of an address closes a quotation; one within it is part of it.
  const isOfAddress = (at: number) =>
    addresses.some((found) => at > found.index && at < found.index + found[0].length - 1);
  return text.replace(/["']/g, (mark, at: number) => {
    const previous = at > 0 ? text[at - 1]! : before;
    const next = text[at + 1] ?? after;
    const opens = /^$|[\s([{\u2013\u2014/«“‘"'-]/.test(previous) && /\S/.test(next);
    if (mark === '"') {
      if (/\d/.test(previous) && !open.double) return '\u2033';
      open.double = opens && !open.double;
      return open.double ? doubleLeft : doubleRight;
    }
    if (isOfAddress(at)) return mark;
    if (/\d/.test(previous) && /\d/.test(next)) return '\u2032';
    if (opens && !language.elisions.test(text.slice(at + 1, at + 12))) {
      open.single = true;
      return singleLeft;
    }
    if (!open.single || /\p{L}/u.test(next)) return '\u2019';
    open.single = false;
    return singleRight;
  });
}

const isoDate = /(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/g;
const phone = /(?<![\d\-,.£€$])(?:\+\d{1,3}|\(?0\d{1,5}\)?)(?:[ -]\(?\d{2,6}\)?){1,5}(?![\d-])/g;
const range = /(?<![\w\-.,/])([£€$]?)(\d[\d.,]*)-([£€$]?)(\d[\d.,]*)(?![\w-]|[.,/]\d)/g;
// Begins with the hyphen, so that a text without one costs nothing; then looks both ways.
const twoParts =
  /-(?<=(?<![\p{L}\p{N}\-\u2011/])\p{L}{1,40}-)(?=\p{L}{1,40}(?![\p{L}\p{N}\-\u2011/]))/gu;

function dashes(text: string): string {
  if (!/[-–—.]/.test(text)) return text;
  return text
    .replace(/(?<!\.)\.\.\.(?!\.)/g, '…')
    .replace(/(?<=\S) +--? +(?=\S)/g, `${noBreak}– `)
    .replace(/(?<=\S) +([–—]) +(?=\S)/g, `${noBreak}$1 `)
    .replace(/(?<=[^\s-])---(?=[^\s-])/g, '—')
    .replace(/(?<=[^\s-])--(?=[^\s-])/g, '–')
    .replace(isoDate, `$1${noBreakHyphen}$2${noBreakHyphen}$3`)
    .replace(range, (all, sign: string, from: string, otherSign: string, to: string) =>
      isRange(from, to) ? `${sign}${from}–${otherSign}${to}` : all,
    )
    .replace(twoParts, noBreakHyphen);
}

/** 9-12, 2027-28 and 3,000-4,000 are ranges; 14289-1, 50-50 and 020-7946 are not. */
function isRange(from: string, to: string): boolean {
  const [first, second] = [from, to].map((figures) => figures.replace(/[.,]+$/, ''));
  if (!first || !second || /^0\d/.test(first)) return false;
  const [low, high] = [Number(first.replaceAll(',', '')), Number(second.replaceAll(',', ''))];
  if (high > low) return true;
  const isShortened = /^\d{4}$/.test(first) && /^\d{2}$/.test(second);
  return isShortened && Number(first.slice(0, 2) + second) > low;
}

function spaces(text: string, language: Language): string {
  let spaced = text;
  if (/\d/.test(text)) {
    spaced = spaced
      .replace(phone, (number) => {
        const figures = number.replace(/\D/g, '').length;
        if (figures < 9 || figures > 15) return number;
        return number.replaceAll(' ', noBreak).replaceAll('-', noBreakHyphen);
      })
      .replace(language.dates, (date) => date.replaceAll(' ', noBreak))
      .replace(language.thousands, `$1${narrowNoBreak}`)
      .replace(language.amounts, (amount) => amount.replaceAll(' ', noBreak))
      .replace(units, `$1${narrowNoBreak}$2`)
      .replace(hours, `$1${noBreak}$2`)
      .replace(references, `$1${noBreak}$2`)
      .replace(scores, `$1${noBreak}`);
  }
  return language.spacedPunctuation ? frenchPunctuation(spaced) : spaced;
}

const units =
  /(\d) (?=\S)((?:[kmcµ]?m|[mk]?g|[mc]?l|min|[kMG]?W|[kMG]B|kWh|°[CF]|pt|%)(?:[²³])?)(?![\p{L}\p{N}])/gu;
const hours = /(\d) ([ap]\.?m\b)/g;
/** What is measured, and how much of it: IELTS 6.5, TOEFL 90. */
const scores = /(?<![\p{L}\p{N}])(\p{Lu}{3,7}) (?=\d{1,3}(?:[.,]\d)?(?![\p{L}\p{N}]))/gu;
const references = /(?<![\p{L}\p{N}])(pp?\.|No\.|nos?\.|vol\.|ch\.) (\d)/giu;

/** French sets a narrow space before ; ! ? and inside guillemets, a full one before a colon. */
function frenchPunctuation(text: string): string {
  return text
    .replace(/(?<=[\p{L}\p{N})\]»’…%]) ?([;!?])/gu, `${narrowNoBreak}$1`)
    .replace(/(?<=[\p{L}\p{N})\]»’…%]) ?:(?=\s|$)/gu, `${noBreak}:`)
    .replace(/« ?(?=\S)/g, `«${narrowNoBreak}`)
    .replace(/(?<=[^\s\u202F]) ?»/g, `${narrowNoBreak}»`);
}
