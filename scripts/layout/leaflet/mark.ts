import {
  type LeafletInside,
  leafletInside,
  leafletInsides,
  leafletOutside,
  leafletOutsides,
} from '../../images/mark/leaflet.ts';
import type { Box } from '../../images/mark/mark.ts';
import type { Html } from '../html.ts';
import type { Setting } from '../setting.ts';
import { isFolder, type LeafletPage, type Place, textBox } from './page.ts';

/** What the discs of a leaflet keep clear of, as far as it is known before the page is laid out. */
export interface Texts {
  /** Last baselines. */
  frontMm: number;
  /** Of what stands on the panel beside the front, above the terms. */
  contactTopMm: number;
  contactFootMm: number;
  /** First baseline of what stands at its foot. */
  smallMm: number;
  titleRightMm: number;
  hasFacts: boolean;
  /** Whether the course's name stands over the facts. */
  hasName: boolean;
}

/** Where the discs of a size stand, as they were drawn; the page's own numbers go before. */
function drawnFor<T>(sizes: Record<string, T>, { publication }: Setting): T {
  const drawn = sizes[publication.facts.size ?? ''] ?? Object.values(sizes)[0];
  if (!drawn) throw new Error('No leaflet is drawn');
  return drawn;
}

function boxOf(page: LeafletPage, place: Place, top: number, bottom: number): Box {
  const { xMm, widthMm } = textBox(page, place);
  return { left: xMm, top, right: xMm + widthMm, bottom };
}

/** One chain on the deep field, over the fold between the front and the panel beside it. */
export function outsideMark(
  slug: string,
  setting: Setting,
  page: LeafletPage,
  { frontMm, contactTopMm, contactFootMm, smallMm }: Texts,
): Html {
  const [outside] = page.sides;
  const front = outside?.panels.find(({ name }) => name === page.places.front);
  const frame = leafletOutside(
    {
      type: [
        boxOf(page, 'front', 5, frontMm + 2),
        boxOf(page, 'contact', contactTopMm, contactFootMm + 2),
        // In a folder the question stands on the same panel, above.
        ...(isFolder(page) ? [boxOf(page, 'question', 20, contactTopMm)] : []),
        boxOf(page, 'contact', smallMm - 3, 205),
      ],
    },
    {
      ...drawnFor(leafletOutsides, setting),
      widthMm: page.widthMm,
      heightMm: page.heightMm,
      folds: outside?.folds ?? [],
      fieldLeftMm: outside?.field.fromMm ?? 0,
      frontLeftMm: front?.xMm ?? 0,
    },
  );
  return setting.mark(frame, slug);
}

/** Discs that hang from the top edge, across a fold. */
export function insideMark(
  slug: string,
  setting: Setting,
  page: LeafletPage,
  { titleRightMm, hasFacts, hasName }: Texts,
): Html {
  const inside = page.sides[1];
  const story = textBox(page, 'story');
  const shell: Box = {
    left: inside?.field.fromMm ?? 0,
    top: -4,
    right: page.widthMm + 4,
    bottom: 150,
  };
  const frame = leafletInside(
    {
      type: [
        { left: story.xMm, top: 20, right: titleRightMm, bottom: 62 },
        boxOf(page, 'facts', hasName ? 51 : 61, 150),
      ],
      panels: hasFacts ? [shell] : [],
    },
    {
      ...drawnFor<LeafletInside>(leafletInsides, setting),
      widthMm: page.widthMm,
      heightMm: page.heightMm,
      folds: inside?.folds ?? [],
    },
  );
  return setting.mark(frame, slug);
}
