import type { Report } from '../finding.ts';
import { cutOff } from './cut-off.ts';
import * as say from './fact-messages.ts';
import type { Facts } from './facts.ts';
import type { ChartFacts } from './schema/chart.ts';
import { nearest } from './suggest.ts';

/**
 * Holds each row that is typed in the front matter against the columns that its chart names: what
 * is misspelt, cut off by a comma, used by nothing, or has no figure. (A table in a file may have
 * columns for other uses, and an empty cell is how it says that there is no figure.)
 */
export function checkColumns(id: string, chart: ChartFacts, facts: Facts, report: Report): void {
  const rows = chart.rows ?? [];
  const used = [chart.x, chart.y, chart.series, chart.kind].filter((name) => name !== undefined);
  const named = new Set(used.filter((name) => rows.some((row) => Object.hasOwn(row, name))));
  const unused = new Set<string>();
  for (const [i, row] of rows.entries()) {
    const path = `charts.${id}.rows.${i}`;
    const missing = used.filter((name) => !Object.hasOwn(row, name));
    let isSaid = !named.has(chart.y);
    for (const column of Object.keys(row)) {
      if (used.includes(column)) continue;
      const place = facts.keys[`${path}.${column}`] ?? facts.places[path];
      const cut = cutOff(['charts', id, 'rows', i, column], facts);
      const similar = nearest(column, missing);
      if (cut) {
        if (cut.isFirst) report(say.cutOff(cut), place);
        isSaid ||= cut.key === chart.y;
      } else if (similar !== undefined && named.has(similar)) {
        report(say.unknownColumn(id, i + 1, column, similar), place);
        isSaid ||= similar === chart.y;
      } else if (similar === undefined && !unused.has(column)) {
        unused.add(column);
        report(say.unusedColumn(id, column, used), place);
      }
    }
    const isEmpty = !Object.hasOwn(row, chart.y) || facts.empty[`${path}.${chart.y}`];
    if (isEmpty && !isSaid) report(say.noFigure(id, i + 1, chart.y), facts.places[path]);
  }
}
