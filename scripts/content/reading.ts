import type { Report } from '../finding.ts';
import type { Table } from './csv.ts';
import type { Files } from './files.ts';
import type { Snippets } from './snippets.ts';

/** What reading a file needs besides the file. */
export interface Reading {
  files: Files;
  snippets: Snippets;
  /** The language of files that name none. */
  lang: string;
  /** Tables read so far, by path: many courses may show the same figures. */
  tables: Map<string, Table | undefined>;
  report: Report;
}
