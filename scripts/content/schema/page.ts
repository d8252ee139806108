import { z } from 'zod';
import { chart } from './chart.ts';
import {
  claim,
  image,
  isoDate,
  language,
  line,
  schemaVersion,
  slug,
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
    title: line.optional(),
    layout: z
      .enum(pageLayouts)
      .default('story')
      .describe(
        'story: a picture or a standfirst, then prose; picture: a full-bleed picture with words; columns: two columns; timeline: `steps`; figures: `figures`; apply: a table and how to apply; contacts: whom to ask',
      ),
    standfirst: z.string().trim().max(320).optional(),
    picture: image.optional(),
    steps: z
      .array(z.strictObject({ when: line, title: line.optional(), text: line.optional() }))
      .max(24)
      .optional()
      .describe('For a timeline'),
    figures: z
      .array(
        z.strictObject({
          value: z.union([z.number(), line]),
          label: line,
          source: line.optional(),
          date: isoDate.optional(),
          kind: z.enum(['actual', 'estimate', 'projection']).optional(),
        }),
      )
      .max(12)
      .optional()
      .describe('For facts and figures; each needs a source'),
    apply: z
      .strictObject({
        until: isoDate.optional(),
        url: webAddress.optional(),
        text: line.optional(),
      })
      .optional(),
    claims: z.array(claim).optional(),
    charts: z.record(slug, chart).optional(),
    images: z.array(image).optional(),
    subject: z
      .union([line, z.array(line)])
      .optional()
      .describe('What it is found under in the index'),
    validUntil: isoDate.optional(),
  })
  .describe('An editorial page; the prose follows the front matter');

export type PageFacts = z.infer<typeof page>;
