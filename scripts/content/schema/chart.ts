import * as z from 'zod';
import { claimKind, isoDate, line, projectPath } from './fields.ts';

const cell = z.union([z.string(), z.number(), z.null()]);

/** One chart: rows, what they are, and how they are to be drawn. */
export const chart = z
  .strictObject({
    template: z
      .enum(['bar', 'grouped-bar', 'line', 'dot'])
      .default('bar')
      .describe('How the rows are drawn'),
    title: line
      .optional()
      .describe('What the rows support and no more; made from the rows if absent'),
    rows: z
      .array(z.record(z.string(), cell))
      .max(500)
      .optional()
      .describe('The figures: one mapping a row; a row may say `kind: projection`'),
    data: projectPath
      .optional()
      .describe('A CSV below content/ that has the rows, e.g. data/sessions.csv'),
    x: line.default('year').describe('The column along the base'),
    y: line.default('value').describe('The column of the figures'),
    series: line.optional().describe('The column that groups the bars or tells the lines apart'),
    kind: line.default('kind').describe('The column that says actual, estimate or projection'),
    unit: line.optional().describe('The unit in words, e.g. "Group therapy sessions in thousands"'),
    source: line.optional().describe('Who counted, and when'),
    sourceDate: isoDate.optional(),
    sourceKind: claimKind.optional(),
    alt: line
      .optional()
      .describe('A clause that says what the chart is; made from the rows if absent'),
    sentence: line
      .optional()
      .describe('A sentence that says what it shows; made from the rows if absent'),
    caption: line.optional().describe('Printed below it'),
    validUntil: isoDate.optional(),
    spec: projectPath
      .optional()
      .describe('A Vega-Lite or Vega specification below content/ instead of a template'),
  })
  .describe('A chart, drawn from rows');

export type ChartFacts = z.infer<typeof chart>;
