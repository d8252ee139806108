/** The room that large words have. */
export interface DisplayRoom {
  /** In mm, in the role they are set in. */
  widthOf: (text: string) => number;
  widthMm: number;
  lines: number;
  /** BCP 47: which small words do not end a line. */
  lang: string;
}

/** Large words look best in lines of about this share of their room: a column, with air beside it. */
const wantedShare = 0.57;

/** Words that lean on the next one: an article never ends a line where that can be helped, a preposition or a conjunction rather not. */
const leaning: Record<string, { articles: string; others: string }> = {
  en: {
    articles: 'a an the',
    others: 'and or but nor of to in on at by for with from into as is its if than per via',
  },
  cy: { articles: 'y yr', others: "a ac neu i o yn ar am gan at er â ag i'r o'r a'r" },
  fr: {
    articles: 'le la les un une des du',
    others: 'et ou mais ni de à au aux en dans sur par pour avec sans ce cette ces',
  },
};

const cost = {
  article: 0.5,
  other: 0.06,
  sentence: -0.12,
  clause: -0.05,
  inWord: 0.3,
  otherCount: 0.12,
};

/**
 * Breaks a promise or a title into lines as a designer would: of about one length, no small word
 * left hanging, a new line for a new sentence where the shape allows. Undefined if it does not fit.
 */
export function displayLines(text: string, room: DisplayRoom): string[] | undefined {
  return bestLines(text, text.trim().split(/[ \n]+/), ' ', room) ?? brokenInWords(text, room);
}

/** Where nothing else helps, a line ends after a hyphen or a stroke, too: "Neuro-/psychology". */
function brokenInWords(text: string, room: DisplayRoom): string[] | undefined {
  const parts = text.trim().split(/(?<= )|(?<=\p{L}[-\u2010/–—])(?=\p{L})/u);
  return bestLines(text, parts, '', room)?.map((line) => line.trim());
}

function bestLines(
  text: string,
  words: readonly string[],
  joint: ' ' | '',
  room: DisplayRoom,
): string[] | undefined {
  const whole = room.widthOf(text);
  const wanted = Math.max(1, whole / (wantedShare * room.widthMm));
  let best: { lines: string[]; cost: number } | undefined;
  for (let count = 1; count <= Math.min(room.lines, words.length); count++) {
    const found = inLines(words, joint, count, whole / count, room);
    if (!found) continue;
    const total = found.cost + cost.otherCount * Math.abs(count - wanted);
    if (!best || total < best.cost) best = { lines: found.lines, cost: total };
  }
  return best?.lines;
}

/** The best way to set words in so many lines, by trying where each line may end. */
function inLines(
  words: readonly string[],
  joint: ' ' | '',
  count: number,
  ideal: number,
  { widthOf, widthMm, lang }: DisplayRoom,
): { lines: string[]; cost: number } | undefined {
  const widths = new Map<string, number>();
  const width = (line: string) => {
    const known = widths.get(line) ?? widthOf(line);
    widths.set(line, known);
    return known;
  };
  // By the word that a line begins with: the best way to set the rest.
  let after: ({ lines: string[]; cost: number } | undefined)[] = words.map(() => undefined);
  after.push({ lines: [], cost: 0 });
  for (let line = 0; line < count; line++) {
    after = [
      ...words.map((_, from) => {
        let best: { lines: string[]; cost: number } | undefined;
        for (let to = from + 1; to <= words.length; to++) {
          const rest = after[to];
          const text = words.slice(from, to).join(joint).trim();
          if (width(text) > widthMm) break;
          if (!rest) continue;
          const off = (width(text) - ideal) / ideal;
          const total = off * off + endCost(words[to - 1]?.trim() ?? '', to === words.length, lang);
          if (!best || total + rest.cost < best.cost)
            best = { lines: [text, ...rest.lines], cost: total + rest.cost };
        }
        return best;
      }),
      undefined,
    ];
  }
  return after[0];
}

/** What speaks against a line that ends with this word, or for it. */
function endCost(word: string, isLast: boolean, lang: string): number {
  if (isLast) return 0;
  if (/[.!?…]$/.test(word)) return cost.sentence;
  if (/[-\u2010/]$/.test(word)) return cost.inWord;
  if (/[,;:–—]$/.test(word)) return cost.clause;
  const small = leaning[lang.split('-')[0] ?? ''] ?? leaning.en;
  const has = (list = '') => list.split(' ').includes(word.toLowerCase().replace(/’/g, "'"));
  if (has(small?.articles)) return cost.article;
  return has(small?.others) || word === '&' ? cost.other : 0;
}

/**
 * As many lines as words take that are set one after the other, as a browser does. A word may break
 * where it has a zero-width space, too.
 */
export function countLines(
  text: string,
  widthMm: number,
  widthOf: (text: string) => number,
): number {
  let lines = 1;
  let line = '';
  for (const { 1: joint = '', 2: word = '' } of text
    .trim()
    .matchAll(/([ \n\u200b]*)([^ \n\u200b]+)/g)) {
    const longer = line + (line && joint !== '\u200b' ? ` ${word}` : word);
    if (line && widthOf(longer) > widthMm) {
      lines++;
      line = word;
    } else line = longer;
    // A word that is wider than the line goes on in the next.
    if (line === word) lines += Math.max(0, Math.ceil(widthOf(word) / widthMm) - 1);
  }
  return lines;
}
