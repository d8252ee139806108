import { boxOf } from '../pdf/pages.ts';
import { Destinations, destinationLabel, type Place } from './destinations.ts';
import { internalLinks, type Link } from './links.ts';
import {
  pageNumberIsWrong,
  referenceIsMissing,
  targetIsElsewhere,
  targetIsMissing,
} from './messages.ts';
import type { Opened, PageMessage } from './opened.ts';
import { bareText, plainText, trimOf } from './text.ts';

const pointsPerMm = 72 / 25.4;
/** Where the baseline of a target's first line may be, seen from its destination. */
const LOWEST_BELOW_MM = 40;
const HIGHEST_ABOVE_MM = 1;
const NUMERAL = /^(?:\d+|[ivxlcdm]+)$/;

/**
 * Holds every printed page number against the page where its target's words lie, in this file:
 * the number the publication promises, the words with a number that running text prints, and the
 * number that stands in each link to the target.
 */
export function checkTargets(opened: Opened): PageMessage[] {
  const { file, pages, labels, promise } = opened;
  const destinations = new Destinations(file, pages);
  const bare = opened.text.map((runs) => bareText(plainText(runs)));
  const messages: PageMessage[] = [];
  for (const target of promise.targets) {
    const words = bareText(target.text);
    const place = destinations.ofId(target.id);
    if (place && !standsAt(opened, place, words)) messages.push(targetIsElsewhere(target.text));
    const candidates = place ? [place.page] : [...bare.keys()];
    const found = candidates.filter((page) => bare[page]?.includes(words));
    if (found.length === 0) messages.push(targetIsMissing(target.text));
    else if (!found.some((page) => labels[page] === target.folio)) {
      messages.push(pageNumberIsWrong(target.text, target.folio, labels[found[0]!]!));
    }
  }
  for (const { page, text } of promise.references ?? []) {
    if (bare[page]?.includes(bareText(text))) continue;
    messages.push({ ...referenceIsMissing(text), page: page + 1 });
  }
  const byId = new Map(promise.targets.map((target) => [target.id, target]));
  for (const link of internalLinks(opened)) {
    const target = byId.get(destinationLabel(file, link.destination));
    const place = destinations.place(link.destination);
    if (!target || !place) continue;
    const actual = labels[place.page]!;
    const printed = printedNumbers(opened, link).filter(
      (number) => !bareText(target.text).includes(number),
    );
    if (printed.length > 0 && !printed.includes(actual)) {
      messages.push({
        ...pageNumberIsWrong(target.text, printed[0]!, actual),
        page: link.page + 1,
      });
    }
  }
  return messages;
}

/** Whether words begin on a line just below a destination. */
function standsAt({ file, pages, text }: Opened, place: Place, words: string): boolean {
  if (place.topPt === undefined) return true;
  const [, , , top] = trimOf(file, pages[place.page]!);
  const destinationMm = (top - place.topPt) / pointsPerMm;
  return text[place.page]!.some((run) => {
    const below = run.yMm - destinationMm;
    const own = bareText(run.text);
    return (
      below >= -HIGHEST_ABOVE_MM &&
      below <= LOWEST_BELOW_MM &&
      own !== '' &&
      (words.startsWith(own) || own.startsWith(words))
    );
  });
}

/** The numbers a link begins or ends with, set on their own: as contents and indexes print them. */
function printedNumbers({ file, pages, text }: Opened, link: Link): string[] {
  const rect = boxOf(file, link.dict.get('Rect'));
  const page = pages[link.page]!;
  const [left, , , top] = trimOf(file, page);
  if (!rect) return [];
  const inside = text[link.page]!.filter((run) => {
    const x = left + (run.xMm + run.widthMm / 2) * pointsPerMm;
    const y = top - run.yMm * pointsPerMm;
    return x >= rect[0] && x <= rect[2] && y >= rect[1] && y <= rect[3];
  });
  const words = inside
    .sort((one, other) => one.xMm - other.xMm)
    .map((run) => run.text.trim())
    .filter((text) => text !== '');
  return [words.at(0), words.at(-1)].filter(
    (word) => word !== undefined && NUMERAL.test(word),
  ) as string[];
}
