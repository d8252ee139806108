import type { PDFiumLibrary } from '@hyzyla/pdfium';

/** A page as pixels, row by row from the top left, on white paper. */
export interface Picture {
  widthPx: number;
  heightPx: number;
  /** Red, green, blue, 255: four bytes a pixel. */
  rgba: Uint8Array;
}

/** How large a page is drawn; its height follows. */
export type Scale = { dpi: number } | { widthPx: number };

/** A finished file, open until it is disposed of. */
export interface OpenPages extends Disposable {
  count: number;
  /**
   * Draws a page, counted from 1.
   *
   * @throws RangeError for a page that is not there, or has no size, or more than 100 megapixels
   */
  draw(page: number, scale: Scale): Promise<Picture>;
}

const mostPixels = 100_000_000;

/**
 * Draws pages of a finished file as Chrome's viewer does: by PDFium, in WebAssembly, so that it
 * needs nothing of the machine and gives the same pixels on each.
 *
 * @param pages which of them, counted from 1; all if not said
 * @throws for a file that cannot be opened, or a page that is not there
 */
export async function renderPages(
  pdf: Uint8Array,
  { dpi, pages }: { dpi: number; pages?: readonly number[] },
): Promise<Picture[]> {
  using open = await openPages(pdf);
  const wanted = pages ?? Array.from({ length: open.count }, (_, index) => index + 1);
  const pictures: Picture[] = [];
  for (const page of wanted) pictures.push(await open.draw(page, { dpi }));
  return pictures;
}

let library: Promise<PDFiumLibrary> | undefined;

/** Loads PDFium (100 ms), which is kept: for who will draw pages soon. */
export function loadPdfium(): Promise<PDFiumLibrary> {
  library ??= import('@hyzyla/pdfium').then(({ PDFiumLibrary }) => PDFiumLibrary.init());
  return library;
}

/** Opens a finished file. */
export async function openPages(pdf: Uint8Array): Promise<OpenPages> {
  const document = await (await loadPdfium()).loadDocument(pdf);
  const count = document.getPageCount();
  return {
    count,
    draw: async (number, scale) => {
      if (!Number.isInteger(number) || number < 1 || number > count) {
        throw new RangeError(`There is no page ${number}: the file has ${count}`);
      }
      // Its memory is given back by `render`, so each page that is got is rendered, once.
      const page = document.getPage(number - 1);
      const { originalWidth, originalHeight } = page.getOriginalSize();
      const width =
        'dpi' in scale ? Math.round((originalWidth * scale.dpi) / 72) : Math.round(scale.widthPx);
      const height = Math.round((width * originalHeight) / originalWidth);
      const isDrawable = width > 0 && height > 0 && width * height <= mostPixels;
      const drawn = await page.render({
        ...(isDrawable ? { width, height } : { width: 1, height: 1 }),
        scale: 1,
        render: 'bitmap',
      });
      if (!isDrawable) throw new RangeError(`Page ${number} cannot be ${width} by ${height} px`);
      return { widthPx: width, heightPx: height, rgba: drawn.data };
    },
    [Symbol.dispose]: () => document.destroy(),
  };
}
