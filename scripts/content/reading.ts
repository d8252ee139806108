import type { Report } from '../finding.ts';
import type { Files } from './files.ts';
import type { Snippets } from './snippets.ts';

/** What reading a file needs besides the file. */
export interface Reading {
  files: Files;
  snippets: Snippets;
  /** The language of files that name none. */
  lang: string;
  report: Report;
}
