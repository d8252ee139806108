import type { Message } from '../finding.ts';
import type { PdfFile } from '../pdf/file.ts';
import type { PdfPage } from '../pdf/pages.ts';
import type { ScreenPromise } from '../promise.ts';
import type { PageText } from './text.ts';

/** A finished file that was opened again, with what it promises. What every check looks at. */
export interface Opened {
  file: PdfFile;
  pages: readonly PdfPage[];
  /** The text of each page. */
  text: readonly PageText[];
  /** The label of each page, as a viewer shows it. */
  labels: readonly string[];
  promise: ScreenPromise;
}

/** What a check found. */
export interface PageMessage extends Message {
  /** From 1; undefined if it concerns the whole file. */
  page?: number;
}
