import type { PdfFile } from '../pdf/file.ts';
import { PdfDict, PdfName, type PdfValue } from '../pdf/objects.ts';
import { textString } from '../pdf/text.ts';
import { numberTreeOf } from '../pdf/trees.ts';

interface Label {
  prefix: string;
  /** `D`, `r` or `R` (ISO 32000-1, table 159); undefined: the prefix is all. */
  style: 'D' | 'r' | 'R' | undefined;
  number: number;
}

/** Sets page labels (12.4.2) that read exactly as the folios do; a page without one gets none. */
export function setLabels(file: PdfFile, folios: readonly string[]): void {
  const ranges: [number, PdfValue][] = [];
  let previous: Label | undefined;
  folios.forEach((folio, index) => {
    const label = labelOf(folio, previous);
    const continues =
      previous?.style !== undefined &&
      previous.style === label.style &&
      previous.prefix === label.prefix &&
      previous.number + 1 === label.number;
    if (!continues) ranges.push([index, labelDict(label)]);
    previous = label;
  });
  file.catalog.set('PageLabels', file.add(numberTreeOf(ranges)));
}

function labelOf(folio: string, previous: Label | undefined): Label {
  const [, prefix = '', digits] = /^(.*?)([1-9]\d{0,5})$/s.exec(folio) ?? [];
  if (digits) return { prefix, style: 'D', number: Number(digits) };
  for (const style of ['r', 'R'] as const) {
    const number = romanValue(style === 'r' ? folio.toUpperCase() : folio);
    const spelt = number && (style === 'r' ? roman(number).toLowerCase() : roman(number));
    // A lone letter is a number only where it goes on counting: page C is not page 100.
    if (
      number &&
      spelt === folio &&
      (folio.length > 1 || number === 1 || previous?.style === style)
    ) {
      return { prefix: '', style, number };
    }
  }
  return { prefix: folio, style: undefined, number: 0 };
}

function labelDict(label: Label): PdfDict {
  const { style, prefix, number } = label;
  return PdfDict.of({
    S: style && PdfName.of(style),
    P: prefix === '' && style ? undefined : textString(prefix),
    St: style && number !== 1 ? number : undefined,
  });
}

const ROMAN: [string, number][] = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];

function roman(number: number): string {
  let rest = number;
  let text = '';
  for (const [letters, value] of ROMAN) {
    for (; rest >= value; rest -= value) text += letters;
  }
  return text;
}

/** The value of a numeral; 0 if it is none. Its spelling is not checked. */
function romanValue(text: string): number {
  if (!/^[MDCLXVI]{1,15}$/.test(text)) return 0;
  let value = 0;
  let rest = text;
  for (const [letters, worth] of ROMAN) {
    for (; rest.startsWith(letters); rest = rest.slice(letters.length)) value += worth;
  }
  return rest === '' ? value : 0;
}
