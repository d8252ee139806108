import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';

/** A PDF with one line of text on each page. */
export async function pdfOf(lines: readonly string[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const line of lines)
    document.addPage([400, 200]).drawText(line, { x: 20, y: 99, font, size: 9 });
  return await document.save();
}
