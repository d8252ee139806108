import { readFileSync } from 'node:fs';

/** What a printed file must hold before its time counts. */
export interface Wanted {
  /** Exactly so many where the pages were given; else at least one. */
  pages?: number;
  /** The running text, in any order. */
  words: readonly string[];
}

/**
 * Looks into a file that a peer printed.
 *
 * @returns what is wrong with it; undefined if nothing
 */
export async function faultOf(file: string, wanted: Wanted): Promise<string | undefined> {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium');
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(readFileSync(file));
    const pages = [...document.pages()];
    const text = bare(pages.map((page) => page.getText()).join(' '));
    document.destroy();
    if (wanted.pages !== undefined && pages.length !== wanted.pages)
      return `it printed ${pages.length} pages instead of ${wanted.pages}`;
    const missing = [...new Set(wanted.words)].filter((word) => !text.includes(bare(word)));
    if (missing.length > 0) return `it left out ${missing.slice(0, 3).join(', ')}`;
    return undefined;
  } catch (fault) {
    return `what it printed cannot be read (${(fault as Error).message})`;
  } finally {
    library.destroy();
  }
}

/** Without what a line break, a ligature or a typographer may change. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‘’]/g, "'")
    .replace(/[\s\p{Cc}\p{Cf}\p{Pd}\uFFFE]/gu, '')
    .toLowerCase();
}
