import type { Format, Kind } from '../content/schema/publication.ts';
import { bookParts } from './book/parts.ts';
import { cardParts } from './horizon/card.ts';
import { flyerParts } from './horizon/flyer.ts';
import { posterParts } from './horizon/poster.ts';
import { slideParts } from './horizon/slide.ts';
import { leafletParts } from './leaflet/parts.ts';
import type { Part } from './part.ts';
import { plainParts } from './plain/parts.ts';
import type { Setting } from './setting.ts';
import { sheetParts } from './sheet.ts';

/** What a kind is, besides its folder under templates/. */
export interface KindRules {
  /** Whether numbers and links run through all its parts; otherwise each numbers its own pages. */
  paginated: boolean;
  /** Whether it is read in spreads. */
  spreads?: boolean;
  /** Whether each page is made as a picture, too: for screens and social media. */
  pictures?: boolean;
  parts(setting: Setting): Promise<Part[]>;
}

export const kindRules: Record<Kind, KindRules> = {
  book: { paginated: true, spreads: true, parts: bookParts },
  'course-sheet': { paginated: false, parts: sheetParts },
  flyer: { paginated: false, parts: flyerParts },
  leaflet: { paginated: false, parts: leafletParts },
  poster: { paginated: false, parts: posterParts },
  card: { paginated: false, pictures: true, parts: cardParts },
  slide: { paginated: false, pictures: true, parts: slideParts },
};

/** Clear and large print, and the page of the web: one column, whatever the kind. */
const plainRules: KindRules = { paginated: true, parts: plainParts };

export function rulesOf(kind: Kind, format: Format): KindRules {
  return format === 'standard' ? kindRules[kind] : plainRules;
}

/** The folder under templates/ that says how it looks. */
export function lookFolder(kind: Kind, format: Format): string {
  return format === 'standard' ? kind : `formats/${format}`;
}
