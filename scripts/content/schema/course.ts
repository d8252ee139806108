import * as z from 'zod';
import { chart } from './chart.ts';
import {
  claim,
  contact,
  image,
  isoDate,
  language,
  line,
  schemaVersion,
  slug,
  standfirst,
  webAddress,
  year,
} from './fields.ts';

export const fee = z
  .strictObject({
    audience: line.describe('Who pays it: `uk`, `international`, `eu`, or in words'),
    year: year.optional().describe('The year of entry it is for'),
    total: z.number().nonnegative().optional().describe('For the whole course'),
    perYear: z.number().nonnegative().optional().describe('For one year'),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'three capitals, e.g. GBP')
      .default('GBP')
      .describe('The currency: GBP, EUR, …'),
    covers: line.optional().describe('What it pays for'),
    instalments: line.optional().describe('How it can be paid, e.g. "or two parts of £2,125"'),
    validUntil: isoDate.optional(),
  })
  .describe('What one audience pays');

export const module_ = z
  .strictObject({
    title: line.describe('What it is called'),
    credits: z.number().nonnegative().optional().describe('What it counts for'),
    core: z.boolean().optional().describe('false for one that is chosen'),
  })
  .describe('A module');

export const accreditation = z
  .strictObject({
    body: line.optional().describe('Who accredits it'),
    status: line.optional().describe('In what state, e.g. "accredited", "applied for"'),
    until: isoDate.optional(),
  })
  .describe('An accreditation with its dates');

/** What can differ from one year of entry to the next. */
const perYear = {
  starts: z
    .array(z.union([isoDate, line]))
    .optional()
    .describe('When it starts: dates, or words'),
  fees: z.array(fee).optional().describe('What it costs, one entry an audience'),
  extraCosts: line.optional().describe('Other costs; say "None" if there are none'),
  entry: z
    .union([
      line,
      z.strictObject({
        academic: line.optional().describe('A degree or qualification; "None" if none is needed'),
        other: line.optional().describe('Experience, checks, a portfolio'),
        english: line.optional().describe('Of those whose first language is another'),
      }),
    ])
    .optional()
    .describe('What applicants need'),
  modules: z.array(module_).max(200).optional().describe('What is studied'),
  apply: z
    .strictObject({
      from: isoDate.optional(),
      until: isoDate.optional(),
      url: webAddress.optional(),
      text: line.optional().describe('How to apply, in a sentence'),
    })
    .optional()
    .describe('How and when to apply'),
};

export const course = z
  .strictObject({
    schema: schemaVersion,
    slug: slug.optional().describe('From the file name if absent'),
    lang: language.optional().describe('From the institution if absent; `x.cy.md` is x in Welsh'),
    year: year.optional().describe('The year of entry that the facts below are for'),
    title: line.optional().describe('What it is called, without the award'),
    award: line.optional().describe('What graduates hold, e.g. "Postgraduate Certificate"'),
    awardedBy: line.optional().describe('Who awards it'),
    level: z.union([z.number(), line]).optional().describe('The level, e.g. 7'),
    credits: z.number().nonnegative().optional().describe('In all'),
    subject: z
      .union([line, z.array(line)])
      .optional()
      .describe('What it is found under in the index'),
    faculty: line.optional().describe('The faculty or school that teaches it'),
    promise: z
      .string()
      .trim()
      .max(60)
      .optional()
      .describe('At most 60 characters, for short formats'),
    standfirst: standfirst.optional(),
    audience: line.optional().describe('Whom it is for'),
    duration: line.optional().describe('How long it takes'),
    mode: line.optional().describe('Full time or part time'),
    pattern: line.optional().describe('When one is taught, e.g. "One evening a week"'),
    delivery: line.optional().describe('In person, online, blended'),
    location: line.optional().describe('Where'),
    contactHours: line.optional().describe('How many hours are taught'),
    workload: line.optional().describe('How much work it is in all'),
    assessment: line.optional().describe('How work is judged'),
    careers: line.optional().describe('Where it leads'),
    accreditation: z.array(accreditation).optional().describe('Who else vouches for it'),
    web: webAddress
      .optional()
      .describe('Its own page on the web: where links lead from pieces that it is not in'),
    terms: webAddress.optional().describe('Terms, changes and complaints: an address'),
    regulations: webAddress.optional(),
    ukprn: z.union([z.number(), line]).optional().describe("The provider's number"),
    ...perYear,
    years: z
      .record(z.string().regex(/^\d{4}$/, 'a year, e.g. 2028'), z.strictObject(perYear))
      .optional()
      .describe('Facts for other years of entry: they win over those above'),
    claims: z.array(claim).optional().describe('What is claimed, with its evidence'),
    charts: z
      .record(slug, chart)
      .optional()
      .describe('Charts by name; `![…](chart:name)` places one'),
    images: z
      .array(image)
      .optional()
      .describe('Its pictures, those of the text too; the first that is not in the text leads'),
    contacts: z.array(contact).optional().describe('Who answers about this course'),
    validUntil: isoDate.optional().describe('After this day the file needs a new look'),
  })
  .describe('A course: its facts; the prose follows the front matter');

export type CourseFacts = z.infer<typeof course>;
export type Fee = z.infer<typeof fee>;
export type Module = z.infer<typeof module_>;
