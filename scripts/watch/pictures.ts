import { readFileSync } from 'node:fs';
import { sha256 } from '../content/inputs.ts';
import { encodePng } from '../pages/png.ts';
import { type OpenPages, openPages } from '../pages/render.ts';
import type { Board } from './board.ts';

/** Widths in px that the local page may ask for: for columns of a screen, dense screens included. */
export const widths = [320, 480, 640, 880, 1100, 1400, 1760];

export interface Pictures extends Disposable {
  /** A page as a PNG file; undefined if no good file has it, or not any more. */
  draw(print: string, widthPx: number): Promise<Uint8Array | undefined>;
}

/** Draws pages of the good files when they are asked for, one after another. */
export function openPictures(board: Readonly<Board>): Pictures {
  let open: { hash: string; pages: OpenPages } | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  async function pagesOf(file: string, hash: string): Promise<OpenPages | undefined> {
    if (open?.hash === hash) return open.pages;
    const pdf = readFileSync(file);
    // Somebody else may have built meanwhile.
    if (sha256(pdf) !== hash) return undefined;
    open?.pages[Symbol.dispose]();
    open = { hash, pages: await openPages(pdf) };
    return open.pages;
  }

  async function draw(print: string, widthPx: number): Promise<Uint8Array | undefined> {
    for (const { good } of board.entries) {
      const page = good?.pages.find((one) => one.print === print);
      if (!good || !page) continue;
      const pages = await pagesOf(good.file, good.hash);
      return pages && encodePng(await pages.draw(page.number, { widthPx }), { effort: 2 });
    }
    return undefined;
  }

  return {
    draw: (print, widthPx) => {
      const drawn = turn.then(() => draw(print, widthPx));
      turn = drawn.catch(() => undefined);
      return drawn;
    },
    [Symbol.dispose]: () => open?.pages[Symbol.dispose](),
  };
}
