import { ContentReader } from '../pdf/content.ts';
import { PdfDict, PdfString } from '../pdf/objects.ts';
import { eachCode, eachShown } from '../pdf/shown.ts';
import { textOf } from '../pdf/text.ts';
import { folded } from './unicode.ts';

/** What may stand in a mark that is taken away: glyphs, and the steps between them. */
const STEPS = new Set(['Td', 'TD', 'Tm', 'T*', 'Tc', 'Tw', 'Tz', 'TL', 'Ts']);

/**
 * Where the end of a mark lies that only repeats in ActualText (ISO 32000-1, 14.9.4) what its
 * glyphs mean by themselves; undefined if the mark says something else, or is not of this kind.
 * Readers of the structure stop at such a mark: poppler gives "Certiﬁ" and no more.
 * @param reader stands on the `BDC`
 * @param characters of the font the glyphs are of, folded
 */
export function repeatedText(
  reader: ContentReader,
  characters: ReadonlyMap<number, string>,
): [from: number, to: number] | undefined {
  if (reader.name(0) !== 'Span') return undefined;
  const properties = reader.value(1);
  const actual = properties instanceof PdfDict ? properties.get('ActualText') : undefined;
  if (!(actual instanceof PdfString) || (properties as PdfDict).size > 1) return undefined;
  const wanted = folded(textOf(actual));
  const inner = new ContentReader(reader.bytes);
  inner.end = reader.end;
  let shown = '';
  const visitor = {
    code: (code: number) => {
      shown += characters.get(code) ?? '\uFFFD';
    },
    back: () => {},
  };
  while (inner.next()) {
    const { operator } = inner;
    if (operator === 'EMC') return shown === wanted ? [inner.start, inner.end] : undefined;
    if (operator === 'Tj') eachCode(inner.string(0) ?? '', 2, visitor);
    else if (operator === 'TJ') eachShown(inner.bytes, ...inner.range(0), 2, visitor);
    else if (!STEPS.has(operator)) return undefined;
    if (shown.length > wanted.length) return undefined;
  }
  return undefined;
}
