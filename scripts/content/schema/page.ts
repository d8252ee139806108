import * as z from 'zod';
import { chart } from './chart.ts';
import {
  claim,
  claimKind,
  image,
  isoDate,
  language,
  line,
  schemaVersion,
  slug,
  standfirst,
  webAddress,
} from './fields.ts';

export const pageLayouts = [
  'story',
  'picture',
  'columns',
  'timeline',
  'figures',
  'apply',
  'contacts',
] as const;

/** An editorial page: city, fees, stories, how to apply. */
export const page = z
  .strictObject({
    schema: schemaVersion,
    slug: slug.optional(),
    lang: language.optional(),
    title: line.optional().describe('The title of the page'),
    layout: z
      .enum(pageLayouts)
      .default('story')
      .describe(
        'story: a picture or a standfirst, then prose; picture: a full-bleed picture with words; columns: two columns; timeline: `steps`; figures: `figures`; apply: a table and how to apply; contacts: whom to ask',
      ),
    standfirst: standfirst.optional(),
    picture: image.optional(),
    steps: z
      .array(
        z
          .strictObject({
            when: line.describe('The time, as it is printed'),
            title: line.optional().describe('What happens'),
            text: line.optional().describe('More about it'),
          })
          .describe('A step of a timeline'),
      )
      .max(24)
      .optional()
      .describe('For a timeline'),
    figures: z
      .array(
        z.strictObject({
          value: z.union([z.number(), line]).describe('The figure, as it is printed'),
          label: line.describe('What it counts'),
          source: line.optional().describe('Who counted: publisher, title, year'),
          date: isoDate.optional(),
          kind: claimKind.optional(),
        }),
      )
      .max(12)
      .optional()
      .describe('For facts and figures; each needs a source'),
    apply: z
      .strictObject({
        until: isoDate.optional(),
        url: webAddress.optional(),
        text: line.optional().describe('How to apply, in a sentence'),
      })
      .optional()
      .describe('How and when to apply, for the layout `apply`'),
    claims: z.array(claim).optional().describe('What is claimed, with its evidence'),
    charts: z
      .record(slug, chart)
      .optional()
      .describe('Charts by name; `![…](chart:name)` places one'),
    images: z
      .array(image)
      .optional()
      .describe('The pictures of the text: what they show, who made them, by what right'),
    subject: z
      .union([line, z.array(line)])
      .optional()
      .describe('What it is found under in the index'),
    web: webAddress
      .optional()
      .describe('Its own page on the web: where links lead from pieces that it is not in'),
    validUntil: isoDate.optional(),
  })
  .describe('An editorial page; the prose follows the front matter');

export type PageFacts = z.infer<typeof page>;
