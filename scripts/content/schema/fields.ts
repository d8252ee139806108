import * as z from 'zod';

/**
 * The field types that every schema is made of. Descriptions are the reference page of the docs
 * and the completion texts of the JSON Schema, so they are written for the person who types them.
 */

/**
 * Text. A number typed where text is expected becomes the text as it was typed (validate.ts); an
 * empty text is as good as none.
 */
export const line = z.string().trim().min(1).max(2000);

export const standfirst = z
  .string()
  .trim()
  .max(320)
  .describe('The first sentence, set large; best under 160');

/** A date as the writer types it; kept as text until something needs to compare it. */
export const isoDate = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, {
    message: 'a date, e.g. 2027-09-27',
    abort: true,
  })
  .refine(isInCalendar, 'a day that the calendar has')
  .describe('A date: year-month-day, e.g. 2027-09-27');

/** Whether a well-formed date exists: 2027-02-29 does not. */
function isInCalendar(date: string): boolean {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}

export const year = z.number().int().min(1900).max(2200).describe('A year, e.g. 2027');

/** BCP 47, the part of it that names languages people write in: en-GB, cy, fr, ar. */
export const language = z
  .string()
  .regex(
    /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/,
    'a language tag, e.g. en-GB, cy or fr',
  )
  .describe('The language, as a tag: en-GB, cy, fr');

export const slug = z
  .string()
  .regex(
    /^[\p{Ll}\p{Lo}\p{M}\p{N}]+(-[\p{Ll}\p{Lo}\p{M}\p{N}]+)*$/u,
    'small letters, figures and hyphens',
  )
  .describe('The name used in addresses and file names: small letters, figures, hyphens');

/** A web address, with or without `https://`. Nothing is ever fetched from it. */
export const webAddress = z
  .string()
  .trim()
  .regex(
    /^(https?:\/\/)?[^\s/@:]+\.[^\s/@:]+(:\d+)?(\/\S*)?$/i,
    'a web address, e.g. example.ac.uk/apply',
  )
  .describe('A web address, e.g. example.ac.uk/apply');

export const email = z
  .string()
  .trim()
  .regex(/^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/, 'an e-mail address, e.g. ask@example.ac.uk')
  .describe('An e-mail address');

export const phone = z
  .string()
  .trim()
  .min(3)
  .max(40)
  .describe('A telephone number, as it is printed');

/** A path inside the folder named, with forward slashes; never absolute, never upwards. */
export const projectPath = z
  .string()
  .regex(
    /^(?!\/)(?!.*(^|\/)\.\.(\/|$))[^\\\0]+$/,
    'the path of a file in content/, e.g. images/room.jpg',
  )
  .describe('A path below content/, e.g. images/room.jpg');

export const schemaVersion = z.literal(1).default(1).describe('The version of this file format: 1');

export const contact = z
  .strictObject({
    for: line.optional().describe('What people ask here, e.g. "Fees and scholarships"'),
    role: z
      .enum(['general', 'apply', 'fees', 'access', 'international', 'formats'])
      .optional()
      .describe('Which contact the pieces pick: `formats` answers requests for large print'),
    name: line.optional().describe('A person or an office'),
    email: email.optional(),
    phone: phone.optional(),
    web: webAddress.optional(),
  })
  .describe('Somebody who answers');

export const claimKind = z
  .enum(['actual', 'estimate', 'projection'])
  .describe('What kind of statement it is: measured, estimated, or about the future');

export const claim = z
  .strictObject({
    id: slug.optional().describe('A name to refer to it by'),
    text: line.describe('What is claimed, in the words that are printed'),
    value: z.union([z.number(), line]).optional().describe('The figure, if there is one'),
    source: line.optional().describe('Who says so: publisher, title, year'),
    date: isoDate.optional().describe('When the source said it'),
    kind: claimKind.optional(),
    evidence: line.optional().describe('Where the evidence is kept'),
    validUntil: isoDate.optional().describe('After this day the claim needs a new look'),
  })
  .describe('A statement with its evidence');

const percent = z.number().min(0).max(100);

/** A point (left, top) or an area (left, top, right, bottom), in percent of the picture. */
export type Focus = readonly [number, number] | readonly [number, number, number, number];

/** The area is a list of any length to the schema, so that what is wrong is said in words that name both forms. */
const focus = z.union([
  z.tuple([percent, percent]),
  z
    .array(percent)
    .min(2)
    .max(4)
    .refine(({ length }) => length !== 3, {
      message: 'two numbers (a point) or four (an area: left, top, right, bottom)',
      abort: true,
    })
    .refine(
      ([left = 0, top = 0, right = 101, bottom = 101]) => left < right && top < bottom,
      'an area as left, top, right, bottom, in this order',
    ),
]) as unknown as z.ZodType<Focus>;

export const image = z
  .strictObject({
    file: projectPath.describe('The picture, below content/, e.g. images/room.jpg'),
    alt: z
      .string()
      .optional()
      .describe('What somebody who cannot see it needs to know; empty if it only decorates'),
    caption: line.optional().describe('Printed below it'),
    credit: line.optional().describe('Who made it, as printed'),
    rights: line.optional().describe('By what right it is used'),
    consentUntil: isoDate.optional().describe('Until when the people shown have agreed'),
    focus: focus
      .optional()
      .describe(
        'What must stay in every crop: a point, percent from left and from top (`[40, 30]`), or an area, left, top, right, bottom (`[20, 10, 60, 80]`)',
      ),
  })
  .describe('A picture and what has to be known about it');
