import { pagesOf } from '../../../scripts/pdf/pages.ts';
import { readPdf } from '../../../scripts/pdf/read.ts';
import { spoken } from '../../helpers/spoken.ts';
import { Faces } from './faces.ts';
import { faultsOf, type PageFault } from './faults.ts';
import { InkReader } from './ink.ts';
import { fateOf, lettersOf } from './words.ts';

export interface PieceFault {
  rule: PageFault['rule'] | 'cut' | 'absent';
  /** From 1; undefined where it is about the whole piece. */
  page?: number;
  text: string;
  xMm?: number;
  yMm?: number;
}

/** What a piece has to be. */
export interface Promised {
  /** Each of them stands whole in the piece, or not at all. */
  texts: readonly string[];
  /** Those that have to be there. */
  wanted?: readonly string[];
  /** Where each page is folded, in mm from the left. */
  foldsMm?: readonly (readonly number[])[];
}

/**
 * Opens a finished file and says what a reader would complain of.
 *
 */
export async function readPiece(
  bytes: Uint8Array,
  { texts, wanted = [], foldsMm = [] }: Promised,
): Promise<PieceFault[]> {
  const harfbuzz = await import('harfbuzzjs');
  const file = readPdf(bytes);
  const reader = new InkReader(file, new Faces(file, harfbuzz));
  const faults: PieceFault[] = [];
  pagesOf(file).forEach((page, index) => {
    const trim = file.numbers(page.dict.get('TrimBox'), 4) ?? page.cropBox;
    const [left = 0, bottom = 0, right = 0, top = 0] = trim;
    const leaf = {
      widthMm: ((right - left) * 25.4) / 72,
      heightMm: ((top - bottom) * 25.4) / 72,
      foldsMm: foldsMm[index] ?? [],
    };
    const found = faultsOf(reader.page(page), leaf);
    faults.push(...found.map((one) => ({ ...one, page: index + 1 })));
  });
  const printed = lettersOf(
    spoken(bytes)
      .map(({ text }) => text)
      .join(''),
  );
  for (const text of new Set([...texts, ...wanted])) {
    const fate = fateOf(text, printed);
    if (fate === 'cut' || (fate === 'absent' && wanted.includes(text))) {
      faults.push({ rule: fate, text });
    }
  }
  return faults;
}
