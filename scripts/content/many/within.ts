import type { Place, Report } from '../../finding.ts';
import type { Source } from '../model.ts';
import type { Complain } from './parse.ts';

/**
 * Complaints about a text, said at their place in the file. Where the text stands there as it is
 * (plain, or in quotes with nothing escaped) each has its own column; else that of the whole.
 *
 * @param place of the whole text
 */
export function complainer(text: string, place: Place, report: Report): Complain {
  const { column, length } = place;
  const quotes = length === text.length ? 0 : length === text.length + 2 ? 1 : undefined;
  return (message, start, end) => {
    if (column === undefined || quotes === undefined) report(message, place);
    else
      report(message, {
        ...place,
        column: column + quotes + start,
        length: Math.max(1, end - start),
      });
  };
}

/** Where a fact of a file stands. */
export function placeOf({ places, file }: Source<object>, key: string): Place {
  return places[key] ?? { file, line: 1 };
}
