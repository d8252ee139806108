import { cutAt, fillFlow, fillFlows, isUnused, type Overflow, overflowOf, spill } from './fill.ts';
import { lettersMeet, measurePanels, openTightTitles, shortenPanels } from './fit.ts';
import { type Numbering, writeNumbers } from './number.ts';
import {
  lineStart,
  lineTops,
  pageScale,
  splitBlock,
  splitChildren,
  splitParagraph,
  splitTable,
} from './split.ts';
import { type Survey, spot, survey, words } from './survey.ts';

/**
 * What runs inside the page. Chromium is given the source text of these functions, so each may
 * use only the others in its list and the DOM: no imports at run time, nothing closed over.
 */
type InPage<A, T> = (argument: A) => T;

function inPage<A, T>(functions: readonly { toString(): string }[], body: string): InPage<A, T> {
  const source = functions.map(String).join('\n');
  return new Function('argument', `${source}\n${body}`) as InPage<A, T>;
}

const flowing = [
  splitBlock,
  splitParagraph,
  lineTops,
  pageScale,
  lineStart,
  splitChildren,
  splitTable,
  fillFlows,
  isUnused,
  spill,
  fillFlow,
  cutAt,
  overflowOf,
  measurePanels,
  openTightTitles,
  lettersMeet,
  shortenPanels,
  survey,
  words,
  spot,
];

export interface Composed {
  survey: Survey;
  overflows: Overflow[];
}

/** Lets text run, opens titles that would collide, and says where all came to stand. Argument: the trim's width in mm. */
export const composePages = inPage<{ trimWidthMm: number }, Composed>(
  flowing,
  `const root = document.body;
   const trim = root.querySelector('.trim');
   const mm = trim ? trim.getBoundingClientRect().width / argument.trimWidthMm : 1;
   openTightTitles(root);
   const overflows = fillFlows(root, mm);
   shortenPanels(root, mm);
   overflows.push(...measurePanels(root, mm));
   return { survey: survey(root, mm), overflows };`,
);

/** Writes folios, sides and references. */
export const numberPages = inPage<Numbering, void>(
  [writeNumbers],
  'writeNumbers(document.body, argument);',
);
