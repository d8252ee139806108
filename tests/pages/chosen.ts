import { readFileSync } from 'node:fs';
import { Destinations } from '../../scripts/check/destinations.ts';
import { pagesOf } from '../../scripts/pdf/pages.ts';
import { readPdf } from '../../scripts/pdf/read.ts';

/** A page that has a reference picture, found by what stands on it: numbers shift. */
export interface Chosen {
  /** Of the picture. */
  name: string;
  project: 'sample' | 'shipped';
  publication: string;
  /** An id in the file, and how many pages after it. */
  id: string;
  further?: number;
}

const book = { project: 'sample', publication: 'prospectus' } as const;
const sheet = { project: 'sample', publication: 'group-therapy-for-empathy' } as const;
const piece = { project: 'sample' } as const;
const course = 'course-group-therapy-for-empathy';

export const chosen: readonly Chosen[] = [
  { name: 'book-cover', ...book, id: 'cover' },
  { name: 'book-contents', ...book, id: 'contents' },
  { name: 'book-opener', ...book, id: 'section-2' },
  { name: 'book-story', ...book, id: 'page-why-the-chairs-stand-in-a-circle' },
  { name: 'book-course-left', ...book, id: course },
  { name: 'book-course-right', ...book, id: course, further: 1 },
  { name: 'book-course-photograph', ...book, id: 'course-typeface-design' },
  { name: 'book-one-page', ...book, id: 'course-furniture-and-its-repair' },
  { name: 'book-text-end', ...book, id: 'course-data-science', further: 3 },
  { name: 'book-ring', ...book, id: 'page-the-tide-book' },
  { name: 'book-thirds', ...book, id: 'course-art-therapy' },
  { name: 'book-picture', ...book, id: 'page-ostrey' },
  { name: 'book-columns', ...book, id: 'page-how-teaching-works' },
  { name: 'book-figures', ...book, id: 'page-ostrey-in-figures' },
  { name: 'book-index', ...book, id: 'index' },
  { name: 'book-contacts', ...book, id: 'page-talk-to-us' },
  { name: 'book-back', ...book, id: 'page-talk-to-us', further: 1 },
  { name: 'sheet-front', ...sheet, id: course },
  { name: 'sheet-back', ...sheet, id: course, further: 1 },
  { name: 'card-wide', ...piece, publication: 'group-therapy-card-wide', id: course },
  { name: 'card-tall', ...piece, publication: 'group-therapy-card-tall', id: course },
  {
    name: 'card-photograph',
    ...piece,
    publication: 'typeface-design-card',
    id: 'course-typeface-design',
  },
  { name: 'slide', ...piece, publication: 'group-therapy-slide', id: course },
  { name: 'poster', ...piece, publication: 'group-therapy-poster', id: course },
  { name: 'draft-course', project: 'shipped', publication: 'prospectus-draft', id: course },
  {
    name: 'draft-sheet',
    project: 'shipped',
    publication: 'group-therapy-for-empathy-draft',
    id: course,
  },
];

/** The number, from 1, of a chosen page in a finished file. */
export function pageOf({ id, further = 0 }: Chosen, pdf: string): number {
  const file = readPdf(readFileSync(pdf));
  const place = new Destinations(file, pagesOf(file)).ofId(id);
  if (!place) throw new Error(`Nothing in ${pdf} has the id ${id}`);
  return place.page + further + 1;
}
