import type { ChartFacts } from '../../content/schema/chart.ts';
import type { Report } from '../../finding.ts';
import type { Chart, ChartSetting, Table } from '../chart.ts';
import { capitalised } from '../words/wording.ts';
import { drawSpec } from './draw-spec.ts';
import type { Limits } from './process.ts';

/**
 * A chart drawn by the author's own specification. Its words are the author's: nobody can read off
 * a specification what it shows (lint asks for what is missing). The table has the rows, if any.
 */
export async function chartOfSpec(
  path: string,
  facts: ChartFacts,
  setting: ChartSetting,
  report: Report,
  limits?: Limits,
): Promise<Chart | undefined> {
  const { id, say } = setting;
  const title = facts.title ?? facts.caption ?? capitalised(id.replaceAll('-', ' '));
  const alt = (description: string | undefined) =>
    facts.alt ?? description ?? say('chart.alt.spec', { what: facts.unit ?? title });
  const drawn = await drawSpec(path, facts, alt, setting, report, limits);
  if (!drawn) return undefined;
  const { drawing, description } = drawn;
  return {
    ...drawing,
    title,
    alt: alt(description),
    sentence: facts.sentence ?? '',
    note: undefined,
    table: tableOf(facts, setting),
    unit: facts.unit,
    source: facts.source,
  };
}

function tableOf({ rows = [] }: ChartFacts, { say, number }: ChartSetting): Table {
  const head = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cell = (value: string | number | null | undefined, first: boolean) =>
    typeof value === 'number' && !first ? number(value) : String(value ?? say('chart.noFigure'));
  return {
    caption: say('chart.table'),
    head: head.map(capitalised),
    rows: rows.map((row) => head.map((column, i) => cell(row[column], i === 0))),
  };
}
