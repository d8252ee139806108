import { PDFDocument, rgb } from '@cantoo/pdf-lib';

export interface Block {
  colour: [number, number, number];
  /** Left, top, width, height in points, from the top left. */
  box: [number, number, number, number];
}

/** A PDF of pages of 100 by 200 points with blocks of colour on them. */
export async function plainPdf(
  pages: readonly (readonly Block[])[],
  { spareObjects = 0 } = {},
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.setCreationDate(new Date(0));
  document.setModificationDate(new Date(0));
  // Moves the numbers of all objects after it.
  for (let i = 0; i < spareObjects; i++) document.context.register(document.context.obj(i));
  for (const blocks of pages) {
    const page = document.addPage([100, 200]);
    for (const { colour, box } of blocks) {
      const [x, top, width, height] = box;
      page.drawRectangle({ x, y: 200 - top - height, width, height, color: rgb(...colour) });
    }
  }
  return document.save({ useObjectStreams: false });
}

export const red: Block = { colour: [1, 0, 0], box: [0, 0, 50, 200] };
export const blue: Block = { colour: [0, 0, 1], box: [0, 0, 100, 100] };
