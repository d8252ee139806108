/** The date that stands for none until the finish stage writes the right one. */
const NO_DATE = '20000101000000';
const DATES = ['/CreationDate (D:', '/ModDate (D:'];
const NODE = '(node';
const DIGITS = 8;

/**
 * Takes out of a PDF of Chromium's what depends on the moment and on what the page held before: the
 * two dates, and the names of table cells in the structure tree (`(node00000042)`), which count all
 * nodes that the process ever made. Names keep their order, counted from one. No byte moves, so the
 * cross-references stay right.
 *
 * @param pdf changed in place
 */
export function settle(pdf: Buffer): Buffer {
  for (const key of DATES) {
    const at = pdf.indexOf(key);
    if (at >= 0) pdf.write(NO_DATE, at + key.length, 'latin1');
  }
  const places = nodeNames(pdf);
  const numbers = [...new Set(places.map(({ number }) => number))].sort((a, b) => a - b);
  const rank = new Map(numbers.map((number, i) => [number, i + 1]));
  for (const { at, number } of places) {
    pdf.write(String(rank.get(number)).padStart(DIGITS, '0'), at, 'latin1');
  }
  return pdf;
}

/** Where the digits of each name are. A name is what `/ID`, a list or a list's last entry precedes. */
function nodeNames(pdf: Buffer): { at: number; number: number }[] {
  const places: { at: number; number: number }[] = [];
  for (let found = pdf.indexOf(NODE); found >= 0; found = pdf.indexOf(NODE, found + 1)) {
    const at = found + NODE.length;
    const digits = pdf.toString('latin1', at, at + DIGITS + 1);
    const before = pdf.toString('latin1', Math.max(0, found - 4), found);
    if (!/^\d{8}\)$/.test(digits) || !/(?:\/ID |\[|R |\) )$/.test(before)) continue;
    if (isInStream(pdf, found)) continue;
    places.push({ at, number: Number(digits.slice(0, DIGITS)) });
  }
  return places;
}

function isInStream(pdf: Buffer, at: number): boolean {
  const object = pdf.lastIndexOf(' 0 obj', at);
  const stream = pdf.indexOf('stream\n', object);
  return stream >= 0 && stream < at;
}
