import { readFileSync } from 'node:fs';

/** What a printed file must hold before its time counts. */
export interface Wanted {
  pages: { atLeast: number; atMost: number };
  /** The running text, in any order; each word as often as it is to be there. */
  words: readonly string[];
  /** Titles that its contents name, each followed by the number of the page where it stands. */
  contents?: readonly string[];
}

/** What was found in a file that a peer printed, and what is wrong with it, if anything. */
export interface Witnessed {
  pages: number;
  fault?: string;
}

/** So much of the words must be there: a few may be parted at the foot of a page. */
const wholeness = 0.98;

/** Looks into a file that a peer printed. */
export async function witness(file: string, wanted: Wanted): Promise<Witnessed> {
  let pages: string[];
  try {
    pages = await textOfPages(file);
  } catch (fault) {
    return { pages: 0, fault: `what it printed cannot be read (${(fault as Error).message})` };
  }
  const fault =
    wrongCount(pages.length, wanted.pages) ??
    missingIn(pages.join(''), wanted.words) ??
    misnumbered(pages, wanted.contents ?? []);
  return { pages: pages.length, ...(fault ? { fault } : {}) };
}

async function textOfPages(file: string): Promise<string[]> {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium');
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(readFileSync(file));
    const pages = [...document.pages()].map((page) => bare(page.getText()));
    document.destroy();
    return pages;
  } finally {
    library.destroy();
  }
}

function wrongCount(pages: number, { atLeast, atMost }: Wanted['pages']): string | undefined {
  if (pages >= atLeast && pages <= atMost) return undefined;
  const span = atLeast === atMost ? `${atMost}` : `${atLeast} to ${atMost}`;
  return `it printed ${pages} pages instead of ${span}`;
}

/** The first title that no number follows, or one of a page where it does not stand. */
function misnumbered(pages: readonly string[], titles: readonly string[]): string | undefined {
  const numbers = new Map<string, number[]>();
  // Each title is sought up to the digits that follow it: another may begin with the same words.
  for (const [, words = '', digits] of pages.join(' ').matchAll(/(\D+)(\d+)/g)) {
    for (const title of new Set(titles)) {
      if (words.endsWith(bare(title)))
        numbers.set(title, [...(numbers.get(title) ?? []), Number(digits)]);
    }
  }
  const wrong = titles.find(
    (title) => !numbers.get(title)?.every((number) => pages[number - 1]?.includes(bare(title))),
  );
  return wrong && `its contents have no right number for ${wrong}`;
}

/** Words that are nowhere; or how many are there, where they are too few in all. */
function missingIn(text: string, words: readonly string[]): string | undefined {
  const wanted = new Map<string, number>();
  for (const word of words.map(bare)) wanted.set(word, (wanted.get(word) ?? 0) + 1);
  const missing: string[] = [];
  let there = 0;
  for (const [word, times] of wanted) {
    const found = word ? text.split(word).length - 1 : times;
    if (found === 0) missing.push(word);
    there += Math.min(times, found);
  }
  if (missing.length > 0) return `it left out ${missing.slice(0, 3).join(', ')}`;
  if (there < wholeness * words.length) return `it has ${there} of ${words.length} words`;
  return undefined;
}

/** Without what a line break, a ligature or a typographer may change. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‘’]/g, "'")
    .replace(/[\s\p{Cc}\p{Cf}\p{Pd}\uFFFE]/gu, '')
    .toLowerCase();
}
