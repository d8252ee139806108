import { ContentReader, type Splice } from '../pdf/content.ts';
import type { PdfFile } from '../pdf/file.ts';
import type { PdfDict } from '../pdf/objects.ts';

/** What paints other than text, or sets how text is painted: then the graphics state stays. */
const OTHERS = new Set([
  ...['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'Do', 'sh', 'BI', 'Tr'],
]);

/**
 * Text that is read but not seen: `color: transparent` reaches the file as text painted with
 * nothing of its colour (`ca` 0). Here it becomes text that is not painted (render mode 3,
 * ISO 32000-1, 9.3.6), which takes no transparency.
 */
export class Silence {
  readonly #file: PdfFile;
  readonly #states: PdfDict | undefined;
  /** Where the state is set again that ends what is silent. */
  #until = -1;

  constructor(file: PdfFile, resources: PdfDict) {
    this.#file = file;
    this.#states = file.dict(resources.get('ExtGState'));
  }

  /** What to change at an operator `gs`; undefined if nothing. */
  at(reader: ContentReader): Splice | undefined {
    const isEnd = reader.start === this.#until;
    const end = this.#alpha(reader) === 0 ? this.#endOf(reader) : undefined;
    const { start, end: behind } = reader;
    if (end !== undefined) {
      this.#until = end;
      return { at: start, remove: behind - start, insert: '3 Tr' };
    }
    return isEnd ? { at: start, remove: 0, insert: '0 Tr ' } : undefined;
  }

  #alpha(reader: ContentReader): number | undefined {
    const state = this.#file.dict(this.#states?.get(reader.name(0) ?? ''));
    const isPlain = state?.keys().every((key) => ['Type', 'ca', 'CA', 'BM'].includes(key));
    return isPlain ? this.#file.number(state?.get('ca')) : undefined;
  }

  /**
   * Where the next state is set, or the end of what this one holds for; undefined where something
   * else than text is painted with it.
   */
  #endOf(reader: ContentReader): number | undefined {
    const inner = new ContentReader(reader.bytes);
    inner.end = reader.end;
    let depth = 0;
    while (inner.next()) {
      const { operator } = inner;
      if (OTHERS.has(operator)) return undefined;
      if (operator === 'q') depth++;
      else if (operator === 'Q' && --depth < 0) return inner.start;
      else if (operator === 'gs') {
        return depth === 0 && this.#alpha(inner) !== undefined ? inner.start : undefined;
      }
    }
    return inner.bytes.length;
  }
}
