import type { Kind } from '../content/schema/publication.ts';
import { bookParts } from './book/parts.ts';
import type { Part } from './part.ts';
import type { Setting } from './setting.ts';
import { sheetParts } from './sheet.ts';

/** What a kind is, besides its folder under templates/. */
export interface KindRules {
  /** Its page in geometry.json. */
  page: string;
  /** Whether it is read in spreads, with numbers running through. */
  paginated: boolean;
  parts(setting: Setting): Promise<Part[]>;
}

export const kindRules: Record<Kind, KindRules> = {
  book: { page: 'a4', paginated: true, parts: bookParts },
  'course-sheet': { page: 'a4', paginated: false, parts: sheetParts },
};
