import { PdfFault } from './fault.ts';
import type { PdfFile } from './file.ts';
import type { PdfArray, PdfDict, PdfValue } from './objects.ts';

const HIGHEST_CODE = 0xffff;
const MOST_ENTRIES = 1_000_000;

/** Advance widths of a CID-keyed font (ISO 32000-1, 9.7.4.3), in thousandths of an em. */
export interface CidWidths {
  standard: number;
  byCode: Map<number, number>;
}

/** Reads `DW` and `W` of a CID font's dictionary. */
export function readCidWidths(file: PdfFile, cidFont: PdfDict): CidWidths {
  const byCode = new Map<number, number>();
  const entries = file.array(cidFont.get('W')) ?? [];
  let entriesRead = 0;
  // A reference or a range costs more to read than to write: a hostile file has thousands.
  const spend = (count: number) => {
    entriesRead += count;
    if (entriesRead > MOST_ENTRIES) throw new PdfFault('too-large', 'a font has too many widths');
  };
  for (let at = 0; at + 1 < entries.length; ) {
    const first = file.number(entries[at]) ?? 0;
    const list = file.array(entries[at + 1]);
    if (list) {
      spend(list.length);
      list.forEach((width, index) => {
        byCode.set(first + index, file.number(width) ?? 0);
      });
      at += 2;
    } else {
      const last = Math.min(file.number(entries[at + 1]) ?? -1, HIGHEST_CODE);
      spend(Math.max(0, last - first));
      const width = file.number(entries[at + 2]) ?? 0;
      for (let code = Math.max(0, first); code <= last; code++) byCode.set(code, width);
      at += 3;
    }
  }
  return { standard: file.number(cidFont.get('DW')) ?? 1000, byCode };
}

/** `W` and `DW` for these widths: the commonest becomes `DW`. */
export function cidWidthEntries(byCode: ReadonlyMap<number, number>): { W: PdfArray; DW: number } {
  const counts = new Map<number, number>();
  for (const width of byCode.values()) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [standard] = [...counts].sort(
    (one, other) => other[1] - one[1] || one[0] - other[0],
  )[0] ?? [1000];
  const entries: PdfArray = [];
  let run: PdfValue[] = [];
  let next = -1;
  for (const [code, width] of [...byCode].sort((one, other) => one[0] - other[0])) {
    if (width === standard) continue;
    if (code !== next) {
      run = [];
      entries.push(code, run);
    }
    run.push(width);
    next = code + 1;
  }
  return { W: entries, DW: standard };
}
