import * as z from 'zod';
import {
  contact,
  isoDate,
  language,
  line,
  projectPath,
  schemaVersion,
  webAddress,
} from './fields.ts';

const inks = z
  .tuple([
    z.number().min(0).max(100),
    z.number().min(0).max(100),
    z.number().min(0).max(100),
    z.number().min(0).max(100),
  ])
  .describe('Cyan, magenta, yellow, black, in percent');

export const colour = z
  .strictObject({
    srgb: z
      .string()
      .regex(/^#[0-9a-f]{6}$/i, 'six hexadecimal digits, e.g. "#630041" (in quotes)')
      .describe('On screen, e.g. "#630041"'),
    cmyk: inks.optional().describe('In print'),
    cmykUncoated: inks.optional().describe('In print, on uncoated stock'),
    spot: line.optional().describe('The name of a spot ink, e.g. "PANTONE 229 C"'),
  })
  .describe('One brand colour');

/** What a colour is for. Templates name these and nothing else. */
export const colourRoles = ['deep', 'accent', 'second', 'pale', 'black'] as const;
export type ColourRole = (typeof colourRoles)[number];

export const brand = z
  .strictObject({
    colours: z
      .strictObject({
        deep: colour.optional().describe('Titles, rules, bars, grounds: at least 7:1 on white'),
        accent: colour.optional().describe('One lively thing a page; never small text'),
        second: colour.optional().describe('The other discs, some grounds'),
        pale: colour.optional().describe('Panels'),
        black: colour.optional().describe('Running text'),
      })
      .optional()
      .describe('Colours by what they are for'),
    families: z
      .strictObject({
        serif: line.optional().describe('For reading and titles'),
        sans: line.optional().describe('For facts'),
      })
      .optional()
      .describe('Names of families whose files `fonts` lists'),
    fonts: z
      .array(
        z.strictObject({
          family: line.describe('The name that `families` gives'),
          file: projectPath.describe('A static TrueType or OpenType file below content/'),
          weight: z
            .number()
            .int()
            .min(1)
            .max(1000)
            .default(400)
            .describe('400 regular, 600 semibold'),
          style: z.enum(['normal', 'italic']).default('normal').describe('Upright or italic'),
          optical: z
            .enum(['text', 'subhead', 'display'])
            .default('text')
            .describe('The size it is drawn for'),
        }),
      )
      .optional()
      .describe('Font files of its own'),
    logo: projectPath.optional().describe('An SVG below content/, as it stands on white paper'),
    logoOnDeep: projectPath
      .optional()
      .describe('The same as it stands on the deep colour of a cover; without it, the name does'),
  })
  .describe('The brand, once');

export const institution = z
  .strictObject({
    schema: schemaVersion,
    name: line.optional().describe('The name, as it is printed'),
    shortName: line.optional().describe('The name where there is little room'),
    placeholder: z
      .boolean()
      .default(false)
      .describe('true: not a real institution; no final build takes it'),
    lang: language.default('en-GB'),
    ukprn: z
      .union([z.number(), line])
      .optional()
      .describe("The provider's number, for all courses"),
    address: z.array(line).optional().describe('One entry a line'),
    website: webAddress.optional(),
    terms: webAddress.optional().describe('Terms, changes and complaints'),
    contacts: z.array(contact).optional().describe('Who answers, for the last page and the back'),
    imprint: line.optional().describe('Who publishes this and what was checked, for the last page'),
    licence: line.optional().describe('Under what licence the pieces are published'),
    brand: brand.optional(),
    words: z
      .record(z.string(), z.record(z.string(), line))
      .optional()
      .describe('Own wording: language, then label, e.g. en: {keyFacts: At a glance}'),
    validUntil: isoDate.optional(),
  })
  .describe('The institution: one per project');

export type InstitutionFacts = z.infer<typeof institution>;
