import * as balance from './balance.ts';
import * as cut from './cut.ts';
import * as excess from './excess.ts';
import * as fill from './fill.ts';
import * as fit from './fit.ts';
import * as full from './full.ts';
import * as giveWay from './give-way.ts';
import * as letters from './letters.ts';
import * as number from './number.ts';
import * as openers from './openers.ts';
import * as panel from './panel.ts';
import * as room from './room.ts';
import * as split from './split.ts';
import * as survey from './survey.ts';
import * as tags from './tags.ts';
import * as versions from './versions.ts';
import * as words from './words.ts';

export interface Composed {
  survey: survey.Survey;
  overflows: fill.Overflow[];
  choices: versions.Choice[];
  broken: words.BrokenWord[];
}

/*
 * What runs inside the page. Chromium is given the source text of the functions of these modules,
 * so each may use only the others and the DOM: nothing imported at run time, nothing closed over.
 */
const functions = [
  ...[
    balance,
    cut,
    excess,
    fill,
    fit,
    full,
    giveWay,
    letters,
    number,
    openers,
    panel,
    split,
    survey,
  ],
  ...[room, tags, versions, words],
]
  .flatMap((module) => Object.values(module) as { toString(): string }[])
  .map(String)
  .join('\n');

function inPage<A, T>(body: string): (argument: A) => T {
  const setUp = `const root = document.body;
    const trim = root.querySelector('.trim');
    const mm = trim ? trim.getBoundingClientRect().width / argument.trimWidthMm : 1;`;
  return new Function('argument', `${functions}\n${setUp}\n${body}`) as (argument: A) => T;
}

/** What every function in the page is told: by the trim's width it knows how long a millimetre is. */
export interface Measures {
  trimWidthMm: number;
}

/** Lets text run, opens titles that would collide, and takes the versions that fit. */
const compose = `holdPlaces(root);
   openTightTitles(root);
   makeRoomForTitles(root);
   placeShortTexts(root, mm);
   placeUnderHeads(root, mm);
   dropRings(root, mm);
   hangByApply(root, mm);
   keepClearOfApply(root);
   keepApplyClearOfCharts(root, mm);
   settleFootPanels(root, mm);
   thinOpenerLists(root, mm);
   fitPanels(root);
   tightenShortFacts(root);
   const choices = chooseVersions(root, mm);
   const overflows = fillFlows(root, mm);
   repeatLetters(root);
   placeEndMarks(root, mm);
   shortenPanels(root, mm);
   overflows.push(...measurePanels(root, mm));`;

/** Lays the pages out, and says where all came to stand. */
export const composePages = inPage<Measures, Composed>(
  `${compose}
   return { survey: survey(root, mm), overflows, choices, broken: brokenWords(root) };`,
);

export interface Fitted extends Omit<Composed, 'survey'> {
  rooms: room.Room[];
}

/**
 * Lays the pages out, and says how full every panel is.
 *
 * `leftFirst`: the parts that begin on a left page
 */
export const fitPages = inPage<Measures & { leftFirst: string[] }, Fitted>(
  `${compose}
   takeSides(root, argument.leftFirst);
   return { rooms: measureRooms(root, mm), overflows, choices, broken: brokenWords(root) };`,
);

/** Writes folios, sides and references; returns what, with them, no longer fits. */
export const numberPages = inPage<Measures & number.Numbering, fill.Overflow[]>(
  `writeNumbers(root, argument);
   tagElements(root);
   return fullFrames(root, mm);`,
);
