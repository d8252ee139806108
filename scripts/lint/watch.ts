import type { Message, Place, Report } from '../finding.ts';
import { addDays } from './dates.ts';

/**
 * What the lints share: the day on which they look, where findings go, and when they would say
 * something else.
 */
export interface Watch {
  asOf: string;
  report: Report;
  /** Notes a day on which a finding comes or goes; only days after `asOf` count. */
  changesOn(date: string): void;
  /** Reports what is past its last day, else notes the day after it. */
  until(lastDay: string | undefined, past: (date: string) => Message, place: Place): void;
}

export function watch(asOf: string, report: Report): Watch & { first(): string | undefined } {
  let first: string | undefined;
  const changesOn = (date: string) => {
    if (date > asOf && (first === undefined || date < first)) first = date;
  };
  return {
    asOf,
    report,
    changesOn,
    until(lastDay, past, place) {
      if (lastDay === undefined) return;
      if (lastDay < asOf) report(past(lastDay), place);
      else changesOn(addDays(lastDay, 1));
    },
    first: () => first,
  };
}
