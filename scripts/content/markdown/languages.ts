/** What typesetting needs to know of a language. */
export interface Language {
  /** Double left, double right, single left, single right. */
  quotes: readonly [string, string, string, string];
  /** What follows an apostrophe that opens a word: `'90s`, `'tis`. */
  elisions: RegExp;
  /** Day, month and year in words. */
  dates: RegExp;
  /** Spaces between groups of three figures. */
  thousands: RegExp;
  amounts: RegExp;
  spacedPunctuation: boolean;
}

const quotesUp = ['“', '”', '‘', '’'] as const;
const never = /(?!)/g;

/** 27 September 2027, 27 September, September 2027. */
function dates(day: string, months: string): RegExp {
  const names = months.split(' ').join('|');
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${day} (?:${names})(?: \\d{4})?|(?:${names}) \\d{4})(?![\\p{L}\\p{N}])`,
    'gu',
  );
}

const english: Language = {
  quotes: quotesUp,
  elisions: /^(?:\d\ds?|tis|twas|em|til|cause|n)(?![\p{L}\p{N}])/iu,
  dates: dates(
    '\\d{1,2}(?:st|nd|rd|th)?',
    'January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec',
  ),
  thousands: never,
  amounts: /[£€$] \d[\d.,]{0,15}|[£€$]?\d[\d.,]{0,15} (?:thousand|million|billion)\b/g,
  spacedPunctuation: false,
};

const welsh: Language = {
  ...english,
  elisions: /^(?:\d\ds?|na|nôl|ma|dw|dyn|dych|dy|di|te|sdim|run|rioed|n|r)(?![\p{L}\p{N}])/iu,
  dates: dates(
    '\\d{1,2}(?:af|ail|ydd|fed|eg|ain)?',
    'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr',
  ),
  amounts: /[£€$] \d[\d.,]{0,15}|[£€$]?\d[\d.,]{0,15} (?:mil|miliwn|biliwn)(?!\p{L})/gu,
};

const french: Language = {
  quotes: ['«\u202F', '\u202F»', '“', '”'],
  elisions: /^(?:\d\d)(?![\p{L}\p{N}])/u,
  dates: dates(
    '(?:\\d{1,2}|1er)',
    'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  ),
  thousands: /(?<![\d.,])(\d{1,3}) (?=\d{3}(?!\d))|(?<=[ \u202F]\d{3}) (?=\d{3}(?!\d))/g,
  amounts: /\d[\d,.\u202F]{0,15} (?:€|£|\$|mille|millions?|milliards?)(?!\p{L})/gu,
  spacedPunctuation: true,
};

const german: Language = { ...english, quotes: ['„', '“', '‚', '‘'] };

const languages: Record<string, Language> = { en: english, cy: welsh, fr: french, de: german };

/** By the first part of the tag; English for one we have no table of. */
export function languageOf(lang: string): Language {
  const base = lang.split('-')[0] ?? '';
  return Object.hasOwn(languages, base) ? languages[base]! : english;
}
