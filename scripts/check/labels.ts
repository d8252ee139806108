import type { PdfFile } from '../pdf/file.ts';
import type { PdfDict } from '../pdf/objects.ts';
import { textOf } from '../pdf/text.ts';
import { numberTree } from '../pdf/trees.ts';
import { labelIsWrong } from './messages.ts';
import type { Opened, PageMessage } from './opened.ts';

/** The label a viewer shows for each page (ISO 32000-1, 12.4.2). Without labels: 1, 2, 3 … */
export function readLabels(file: PdfFile, pages: number): string[] {
  const root = file.catalog.get('PageLabels');
  const ranges = root === undefined ? new Map() : numberTree(file, root);
  const labels: string[] = [];
  let dict: PdfDict | undefined;
  let first = 0;
  for (let page = 0; page < pages; page++) {
    const begun = file.dict(ranges.get(page));
    if (begun) {
      dict = begun;
      first = page;
    }
    labels.push(dict ? label(file, dict, page - first) : String(page + 1));
  }
  return labels;
}

function label(file: PdfFile, dict: PdfDict, offset: number): string {
  const prefix = file.string(dict.get('P'));
  const number = (file.number(dict.get('St')) ?? 1) + offset;
  const style = file.name(dict.get('S'));
  return (prefix ? textOf(prefix) : '') + numeral(style, number);
}

function numeral(style: string | undefined, number: number): string {
  if (style === 'D') return String(number);
  if (style === 'R') return romanNumeral(number);
  if (style === 'r') return romanNumeral(number).toLowerCase();
  if (style === 'A' || style === 'a') {
    const letter = String.fromCharCode(65 + ((number - 1) % 26));
    const letters = letter.repeat(Math.min(100, Math.ceil(number / 26)));
    return style === 'A' ? letters : letters.toLowerCase();
  }
  return '';
}

/** 1994 -> MCMXCIV, digit by digit. */
function romanNumeral(number: number): string {
  if (!(number >= 1 && number < 4000)) return String(number);
  const digit = (value: number, one: string, five: string, ten: string) =>
    ['', one, one + one, one + one + one, one + five, five][value] ??
    (value === 9 ? one + ten : five + one.repeat(value - 5));
  return (
    'M'.repeat(Math.floor(number / 1000)) +
    digit(Math.floor(number / 100) % 10, 'C', 'D', 'M') +
    digit(Math.floor(number / 10) % 10, 'X', 'L', 'C') +
    digit(number % 10, 'I', 'V', 'X')
  );
}

/** Holds the page labels against the printed page numbers. */
export function checkLabels({ labels, promise }: Opened): PageMessage[] {
  return promise.pages.flatMap(({ folio }, index) =>
    labels[index] === undefined || labels[index] === folio
      ? []
      : [{ ...labelIsWrong(folio, labels[index]), page: index + 1 }],
  );
}
