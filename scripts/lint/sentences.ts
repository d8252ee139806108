/** What ends with a point within a sentence, in English, Welsh and French. */
const abbreviation =
  /(?:(?<![\p{L}\p{N}])(?:e\.g|i\.e|etc|approx|cf|vs|viz|al|Dr|Mr|Mrs|Ms|Prof|Rev|St|No|no|nos|Fig|fig|p|pp|vol|ed|eds|dept|est|ext|tel|min|max|hrs|Ph\.D|M|MM|Mme|Mlle|env|ex|art|av|apr|chap|h\.y|e\.e|ayb|Parch|rhif|tud|tt|(?:\p{L}\.)*\p{L}))\.\s*$/u;

/** The sentences of a paragraph. Points of abbreviations, initials and figures end none. */
export function sentencesOf(text: string, lang: string): string[] {
  const sentences: string[] = [];
  let open = '';
  for (const { segment } of new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text)) {
    open += segment;
    if (abbreviation.test(open)) continue;
    sentences.push(open.trim());
    open = '';
  }
  if (open.trim() !== '') sentences.push(open.trim());
  return sentences.filter((sentence) => sentence !== '');
}

/**
 * The most words between two places where a reader can stop. A colon or semicolon lets one stop as
 * a point does: a list behind it is read entry by entry.
 */
export function longestStretch(sentence: string): number {
  return Math.max(...sentence.split(/[:;](?=\s)/).map(countWords));
}

/** How many words a text has: what stands between spaces and has a letter or a figure. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
