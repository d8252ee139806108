import { ContentReader, type Splice } from '../pdf/content.ts';
import { PdfDict, PdfString } from '../pdf/objects.ts';
import { eachCode, eachShown } from '../pdf/shown.ts';
import { textOf } from '../pdf/text.ts';
import { folded } from './unicode.ts';

/** What may stand in a mark that is taken away: glyphs, and the steps between them. */
const STEPS = new Set(['Td', 'TD', 'Tm', 'T*', 'Tc', 'Tw', 'Tz', 'TL', 'Ts']);

const SOFT_HYPHEN = '\u00AD';

/** What goes with a mark that is taken away: where each operator begins. */
export interface Needless {
  operators: number[];
  isSoftHyphen: boolean;
}

/**
 * What goes with a mark of ActualText (ISO 32000-1, 14.9.4) that is not needed; undefined if it is,
 * or is no such mark. It is not where it only repeats what its glyphs mean by themselves: readers
 * of the structure stop there, poppler gives "Certiﬁ" and no more. Nor is a soft hyphen that is not
 * drawn: Chromium shows a space for it, and no search finds the word.
 * @param reader stands on the `BDC`
 * @param characters of the font the glyphs are of, folded
 */
export function needlessMark(
  reader: ContentReader,
  characters: ReadonlyMap<number, string>,
): Needless | undefined {
  const actual = actualText(reader);
  if (actual === undefined) return undefined;
  const isSoftHyphen = actual === SOFT_HYPHEN;
  const wanted = isSoftHyphen ? ' ' : folded(actual);
  const inner = new ContentReader(reader.bytes);
  inner.end = reader.end;
  const shows: number[] = [];
  let shown = '';
  const visitor = {
    code: (code: number) => {
      shown += characters.get(code) ?? '\uFFFD';
    },
    back: () => {},
  };
  while (inner.next()) {
    const { operator, start } = inner;
    if (operator === 'EMC') {
      if (shown !== wanted) return undefined;
      return { operators: isSoftHyphen ? [...shows, start] : [start], isSoftHyphen };
    }
    if (operator === 'Tj') eachCode(inner.string(0) ?? '', 2, visitor);
    else if (operator === 'TJ' && !isSoftHyphen) {
      eachShown(inner.bytes, ...inner.range(0), 2, visitor);
    } else if (!STEPS.has(operator)) return undefined;
    if (operator === 'Tj') shows.push(start);
    if (shown.length > wanted.length) return undefined;
  }
  return undefined;
}

/**
 * The hyphen Chromium draws where a soft hyphen breaks a word, as what it is: searches and readers
 * leave soft hyphens out, and the word is whole. Undefined for any other mark.
 * @param reader stands on a `BDC`
 */
export function softened(reader: ContentReader): Splice | undefined {
  if (actualText(reader) !== '\u2010') return undefined;
  const [at, end] = reader.range(1);
  return { at, remove: end - at, insert: '<</ActualText <FEFF00AD>>>' };
}

/** The text of a mark that has nothing else: `/Span <</ActualText (fi)>> BDC`. */
function actualText(reader: ContentReader): string | undefined {
  if (reader.name(0) !== 'Span') return undefined;
  const properties = reader.value(1);
  if (!(properties instanceof PdfDict) || properties.size > 1) return undefined;
  const actual = properties.get('ActualText');
  return actual instanceof PdfString ? textOf(actual) : undefined;
}
