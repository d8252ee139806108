/**
 * A finding is one message to the person who runs the tool. Problems are collected and shown
 * together, never thrown one at a time; only a fault of the tool itself is an exception.
 */

/**
 * - `error`: nothing can be made of it; fails every build.
 * - `gap`: something a publication must say is missing, unproved or out of date: a warning in a
 *   draft, an error in a final publication.
 * - `warning`: worth a look; fails the build only with `--strict`.
 * - `note`: said once, fails nothing.
 */
export type Severity = 'error' | 'gap' | 'warning' | 'note';

/** Where something stands in a file of the project. Lines and columns count from 1. */
export interface Place {
  /** Path relative to the project, with forward slashes. */
  file: string;
  line?: number;
  column?: number;
  /** How many characters the code frame underlines, from `column`. */
  length?: number;
}

/** What is said, without the place: made by the functions in each stage's `messages.ts`. */
export interface Message {
  severity: Severity;
  /** `stage/what-is-wrong`, stable: people filter by it. */
  code: string;
  /** What failed, and why if that is not plain. */
  message: string;
  /** An instruction: what to do about it. */
  hint: string;
}

export interface Finding extends Message {
  place?: Place;
  /** The publication it concerns; without one it concerns the project. */
  publication?: string;
}

/** How every stage reports: it never throws for a mistake of the user's. */
export type Report = (message: Message, place?: Place) => void;

/** A collector: `report` adds to `findings`. */
export function collector(): { findings: Finding[]; report: Report } {
  const findings: Finding[] = [];
  return {
    findings,
    report: (message, place) => {
      findings.push(place ? { ...message, place } : { ...message });
    },
  };
}

/** What a severity amounts to in a publication of this status. */
export function weight(
  severity: Severity,
  status: 'draft' | 'final',
): 'error' | 'warning' | 'note' {
  if (severity === 'gap') return status === 'final' ? 'error' : 'warning';
  return severity;
}
