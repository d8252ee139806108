import { PdfFault } from '../pdf/fault.ts';
import { pagesOf } from '../pdf/pages.ts';
import { readPdf } from '../pdf/read.ts';
import type { ScreenPromise } from '../promise.ts';
import { checkBookmarks } from './bookmarks.ts';
import { checkBoxes } from './boxes.ts';
import { checkFonts } from './fonts.ts';
import { checkLabels, readLabels } from './labels.ts';
import { checkLinks } from './links.ts';
import { fileIsNotReadable } from './messages.ts';
import { checkMetadata } from './metadata.ts';
import type { Opened, PageMessage } from './opened.ts';
import { checkTargets } from './targets.ts';
import { TextReader } from './text.ts';
import { checkTraces } from './traces.ts';

const CHECKS = [
  checkBoxes,
  checkLabels,
  checkMetadata,
  checkFonts,
  checkLinks,
  checkBookmarks,
  checkTargets,
  checkTraces,
];

/** Opens a finished screen edition again and holds it against what it promises. */
export function checkScreen(bytes: Uint8Array, promise: ScreenPromise): PageMessage[] {
  try {
    const opened = open(bytes, promise);
    return CHECKS.flatMap((check) => check(opened));
  } catch (error) {
    if (error instanceof PdfFault) return [fileIsNotReadable(error.message)];
    throw error;
  }
}

function open(bytes: Uint8Array, promise: ScreenPromise): Opened {
  const file = readPdf(bytes);
  const pages = pagesOf(file);
  const reader = new TextReader(file);
  return {
    file,
    pages,
    text: pages.map((page) => reader.page(page)),
    labels: readLabels(file, pages.length),
    promise,
  };
}
