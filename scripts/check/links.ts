import type { PdfDict, PdfValue } from '../pdf/objects.ts';
import { boxOf, type PdfPage } from '../pdf/pages.ts';
import { Destinations, destinationLabel, isOnPage } from './destinations.ts';
import { linkAddressIsNotPublic, linkIsOffThePage, linkLeadsNowhere } from './messages.ts';
import type { Opened, PageMessage } from './opened.ts';

/** Addresses a reader can follow. */
const PUBLIC = /^(?:https?|mailto|tel):/i;

/** A link on a page. */
export interface Link {
  page: number;
  dict: PdfDict;
  destination: PdfValue | undefined;
}

/** The links of a file that lead inside it. */
export function internalLinks({ file, pages }: Opened): Link[] {
  return pages.flatMap((page, index) =>
    linksOf(file, page).flatMap((dict) => {
      const action = file.dict(dict.get('A'));
      const goes = file.name(action?.get('S')) === 'GoTo';
      const destination = goes ? action?.get('D') : dict.get('Dest');
      return goes || destination !== undefined ? [{ page: index, dict, destination }] : [];
    }),
  );
}

function linksOf(file: Opened['file'], page: PdfPage): PdfDict[] {
  return (file.array(page.dict.get('Annots')) ?? [])
    .map((entry) => file.dict(entry))
    .filter((dict) => dict !== undefined && file.name(dict.get('Subtype')) === 'Link') as PdfDict[];
}

/** Looks where every link leads. */
export function checkLinks(opened: Opened): PageMessage[] {
  const { file, pages } = opened;
  const destinations = new Destinations(file, pages);
  const messages: PageMessage[] = [];
  for (const link of internalLinks(opened)) {
    if (isOnPage(destinations.place(link.destination), pages)) continue;
    const name = destinationLabel(file, link.destination);
    messages.push({ ...linkLeadsNowhere(name), page: link.page + 1 });
  }
  pages.forEach((page, index) => {
    for (const dict of linksOf(file, page)) {
      const address = file.string(file.dict(dict.get('A'))?.get('URI'));
      if (address && !PUBLIC.test(address.bytes)) {
        messages.push({ ...linkAddressIsNotPublic(address.bytes), page: index + 1 });
      }
      const rect = boxOf(file, dict.get('Rect'));
      const [left, bottom, right, top] = page.mediaBox;
      const isOff =
        !rect || rect[2] <= left || rect[0] >= right || rect[3] <= bottom || rect[1] >= top;
      if (!isOff) continue;
      const to = address?.bytes ?? destinationLabel(file, dict.get('Dest'));
      messages.push({ ...linkIsOffThePage(to), page: index + 1 });
    }
  });
  return messages;
}
