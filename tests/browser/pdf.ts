import { inflateSync } from 'node:zlib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PdfText {
  text: string;
  /** Where its baseline begins, in points from the page's lower left corner. */
  xPt: number;
  yPt: number;
}

export interface PdfPage {
  widthPt: number;
  heightPt: number;
  texts: PdfText[];
}

/** Opens a PDF by a reader that is not ours. */
export async function readPdf(bytes: Uint8Array) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    const texts = [];
    for (const item of (await page.getTextContent()).items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      texts.push({ text: item.str, xPt: item.transform[4], yPt: item.transform[5] });
    }
    pages.push({ widthPt: right - left, heightPt: top - bottom, texts });
  }
  const outline = (await pdf.getOutline()) ?? [];
  const { info } = await pdf.getMetadata();
  const words = pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join(' ');
  return { pages, words, outline, info: info as Record<string, unknown> };
}

/** The names of the fonts in a PDF as Chromium writes it, without the mark of a subset. */
export function fontsIn(bytes: Uint8Array): string[] {
  const names = Buffer.from(bytes)
    .toString('latin1')
    .matchAll(/\/BaseFont \/(?:[A-Z]{6}\+)?([^\s/]+)/g);
  return [...new Set([...names].map(([, name]) => name ?? ''))].sort();
}

/** How many streams are pictures. */
export function picturesIn(bytes: Uint8Array): number {
  return (
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/Subtype \/Image/g)?.length ?? 0
  );
}

/** All streams that can be inflated, one after another. */
export function streamsIn(bytes: Uint8Array): string {
  const pdf = Buffer.from(bytes);
  let all = '';
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 1)) {
    const end = pdf.indexOf('endstream', at);
    try {
      all += inflateSync(pdf.subarray(at + 7, end)).toString('latin1');
    } catch {
      // A picture or a font.
    }
  }
  return all;
}
