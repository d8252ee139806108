import * as z from 'zod';
import { image, isoDate, language, line, schemaVersion, slug, webAddress, year } from './fields.ts';

export const kinds = [
  'book',
  'course-sheet',
  'flyer',
  'leaflet',
  'poster',
  'card',
  'slide',
] as const;
export type Kind = (typeof kinds)[number];

/** For whose eyes: as designed; in 12 pt; in 18 pt; as a page of the web. */
export const formats = ['standard', 'clear', 'large', 'html'] as const;
export type Format = (typeof formats)[number];

/** The trimmed page, where a kind offers several; the first is taken if none is named. */
export const sizes = ['roll-fold', 'z-fold', 'a5', 'wide', 'tall'] as const;
export type Size = (typeof sizes)[number];

/** The sizes of the kinds that have several. */
export const sizesOfKind: Readonly<Partial<Record<Kind, readonly Size[]>>> = {
  leaflet: ['roll-fold', 'z-fold', 'a5'],
  card: ['wide', 'tall'],
};

export const extent = z
  .enum(['third', 'page', 'spread'])
  .describe('How much room a course takes: a third of a page, a page, a spread');
export type Extent = z.infer<typeof extent>;

const section = z
  .strictObject({
    title: line.describe('The name on the opener and in the running head'),
    subject: z
      .union([line, z.array(line)])
      .optional()
      .describe('All courses of these subjects'),
    courses: z.array(slug).optional().describe('These courses, in this order'),
    pages: z.array(slug).optional().describe('Editorial pages, before the courses'),
    opener: z
      .boolean()
      .optional()
      .describe('false: no opener page; a section without courses has none'),
    facing: slug.optional().describe('The editorial page that faces the opener'),
    extent: extent.optional(),
  })
  .describe('A section of a book');

/** A file of content/publications/ as it is written: it may stand for many. */
export const publicationFile = z
  .strictObject({
    schema: schemaVersion,
    kind: z
      .union([z.enum(kinds), z.array(z.enum(kinds)).min(1)])
      .describe('What is made: a folder under templates/; several make a piece each'),
    for: line
      .optional()
      .describe(
        'Makes a piece for each of these: `courses where subject = Health`. See "One file for many" in CONTENT.md',
      ),
    name: line
      .max(200)
      .optional()
      .describe('Where a file makes several: what they are called, e.g. `"{course}-{kind}"`'),
    slug: slug.optional().describe('Names the file; from the file name if absent'),
    title: line.optional().describe('On the cover and in the file'),
    status: z
      .enum(['draft', 'final'])
      .default('draft')
      .describe('final: what is missing or out of date is an error'),
    lang: language.optional(),
    year: year.optional().describe('The year of entry'),
    issued: isoDate.optional().describe('The date that goes into the files'),
    size: z
      .union([z.enum(sizes), z.array(z.enum(sizes)).min(1)])
      .optional()
      .describe(
        'For a leaflet: roll-fold, z-fold or a5 (four pages); for a card: wide (1200 x 630) or tall (1080 x 1350)',
      ),
    formats: z
      .array(z.enum(formats))
      .min(1)
      .default(['standard'])
      .describe('standard; clear (12 pt) and large print (18 pt), A4; html: one page of the web'),
    panels: z
      .enum(['pale'])
      .optional()
      .describe('pale: in clear and large print the key facts stand on the pale colour'),
    editions: z
      .array(z.enum(['screen', 'print']))
      .default(['screen'])
      .describe('For the screen; `print`, for the print shop, cannot be made yet'),
    mostMegabytes: z
      .number()
      .positive()
      .max(1000)
      .default(5)
      .describe('How large a file may be before it is said what weighs most in it'),
    course: slug.optional().describe('For a piece about one course'),
    sections: z
      .array(section)
      .optional()
      .describe('For a book, in order; absent: one section of all courses'),
    extent: z
      .strictObject({
        default: extent.default('spread'),
        subjects: z.record(z.string(), extent).optional().describe('By subject'),
        courses: z.record(slug, extent).optional().describe('By course, over its subject'),
      })
      .optional()
      .describe('How much room courses take'),
    pages: z
      .number()
      .int()
      .min(4)
      .max(2000)
      .optional()
      .describe('The wanted extent, for the flatplan'),
    cover: z
      .strictObject({ picture: image.optional().describe('A picture on the cover') })
      .optional()
      .describe('What the cover shows'),
    onlineAt: webAddress
      .optional()
      .describe('Where it can be read on screen: the QR code on the back'),
    printedBy: line.optional().describe('The print credit on the back cover'),
    validUntil: isoDate.optional(),
  })
  .describe('Something to be made');

export type PublicationFile = z.infer<typeof publicationFile>;

/** One piece that is made: of one kind, in one size. */
export const publication = publicationFile
  .omit({ for: true, name: true })
  .extend({ kind: z.enum(kinds), size: z.enum(sizes).optional() });

export type PublicationFacts = z.infer<typeof publication>;
