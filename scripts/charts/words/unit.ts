import type { World } from '../../world.ts';
import { readTemplate } from '../vega/template-files.ts';

/** What a chart's figures count. */
export interface Unit {
  /** For within a sentence: "group therapy sessions"; empty if nobody said. */
  what: string;
  /** With its scale: "group therapy sessions in thousands". */
  whole: string;
  /** What a figure is multiplied by to be a number of `what`. */
  factor: number;
}

interface Vocabulary {
  scales: { factor: number; words: string[] }[];
  /** What a unit may begin with and a sentence does without. */
  counting: string[];
  /** Words that begin with a capital wherever they stand. */
  capitals: string[];
}

/** Takes a unit in words apart: "Group therapy sessions in thousands" counts sessions, by 1000. */
export function readUnit(unit: string, world: World): Unit {
  const vocabulary = readTemplate(world, 'units.json').json as Vocabulary;
  const whole = counted(unit, vocabulary);
  for (const { factor, words } of vocabulary.scales) {
    for (const scale of words) {
      const end = new RegExp(`[\\s,;:]*(?:\\(${scale}\\)|(?<=[\\s,])${scale})\\.?$`, 'iu');
      const rest = unit.replace(end, '');
      if (rest !== unit && rest !== '') {
        return { what: counted(rest, vocabulary), whole, factor };
      }
    }
  }
  return { what: whole, whole, factor: 1 };
}

/** A figure times the unit's factor, free of what binary fractions add. */
export function scaled(value: number, { factor }: Unit): number {
  return Number((value * factor).toPrecision(15));
}

function counted(unit: string, { counting, capitals }: Vocabulary): string {
  const start = counting.find((words) => unit.toLowerCase().startsWith(`${words.toLowerCase()} `));
  return withinSentence(start ? unit.slice(start.length).trim() : unit, capitals);
}

/**
 * A phrase as it stands within a sentence: its first letter small, unless it is a name, an
 * abbreviation, or one of several words with capitals, which the author then means.
 */
export function withinSentence(phrase: string, capitals: readonly string[]): string {
  const [first = '', ...others] = phrase.split(' ');
  const plain = /^\p{Lu}\p{Ll}+[,;:]?$/u.test(first) || /^\p{Lu}$/u.test(first);
  const keeps = !plain || capitals.includes(first) || others.some((word) => /^\p{Lu}/u.test(word));
  return keeps ? phrase : phrase.charAt(0).toLowerCase() + phrase.slice(1);
}
