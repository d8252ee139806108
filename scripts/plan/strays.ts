import {
  fontIsNotAllowed,
  glyphIsMissing,
  noFontHas,
  targetIsElsewhere,
  targetIsMissing,
} from '../check/messages.ts';
import type { Block, Project, Source } from '../content/model.ts';
import type { PublicationFacts } from '../content/schema/publication.ts';
import type { Finding, Place } from '../finding.ts';
import { type Font, missingGlyphs } from '../fonts/font.ts';
import { contentsOf } from '../lint/contents.ts';
import { readInside } from '../report/frames.ts';

/** One mistake a line is enough; of a page in another script nobody reads more. */
const most = 40;
/** A block's text may begin this many lines above the character. */
const mostLinesDown = 400;

const isAboutCharacters: ReadonlySet<string> = new Set([
  glyphIsMissing('').code,
  fontIsNotAllowed('', '').code,
]);

const isAboutWords: ReadonlySet<string> = new Set([
  targetIsMissing('').code,
  targetIsElsewhere('').code,
]);

/**
 * What the check of a finished file said of characters without a glyph, said again with the places
 * in content where these characters stand. What is found nowhere there (in a template) stays as the
 * check said it.
 *
 * @param folder of the project
 */
export function placeStrays(
  findings: readonly Finding[],
  { project, publication, fonts, folder }: Whose,
): Finding[] {
  if (!findings.some(({ code }) => isAboutCharacters.has(code))) return [...findings];
  const strays = straysIn(project, publication, fonts, folder);
  if (strays.length === 0) return [...findings];
  const characters = new Set(strays.flatMap(({ characters: own }) => [...own]));
  const isToBeSaid = ({ code, message }: Finding) =>
    !isAboutCharacters.has(code) &&
    // Words with an empty box in them are not found where they stand: that is the box's fault.
    !(isAboutWords.has(code) && [...message].some((one) => characters.has(one)));
  return [...findings.filter(isToBeSaid), ...strays.map(({ finding }) => finding)];
}

interface Whose {
  project: Project;
  publication: Source<PublicationFacts>;
  fonts: readonly Font[];
  folder: string;
}

/** Characters that no font has, and what is said of them. */
interface Stray {
  characters: string;
  finding: Finding;
}

/** A piece of the writer's words, with the line where it begins. */
interface Words {
  text: string;
  place: Place;
}

function straysIn(
  project: Project,
  publication: Source<PublicationFacts>,
  fonts: readonly Font[],
  folder: string,
): Stray[] {
  const { courses, pages } = contentsOf(project, publication);
  const { institution, institutionTranslations = [] } = project;
  const sources = [...courses, ...pages, publication, institution, ...institutionTranslations];
  const found = new Map<string, Stray>();
  const texts = new Map<string, string[]>();
  const linesOf = (file: string) => {
    const lines = texts.get(file) ?? readInside(folder, file).split('\n');
    texts.set(file, lines);
    return lines;
  };
  for (const { text, place } of sources.flatMap((source) => wordsOf(source))) {
    const strays = lackedByAll(fonts, text);
    if (strays.length === 0) continue;
    for (const one of placesOf(strays, place, linesOf(place.file))) {
      const key = `${one.place.file}:${one.place.line}`;
      if (found.size < most && !found.has(key)) {
        const finding = { ...noFontHas(one.characters), place: one.place };
        found.set(key, { characters: one.characters, finding });
      }
    }
  }
  return [...found.values()];
}

/** The characters of a text that no font has, each as often as it stands there. */
function lackedByAll(fonts: readonly Font[], text: string): string[] {
  let lacked = text;
  for (const font of fonts) {
    lacked = missingGlyphs(font, lacked).join('');
    if (lacked === '') return [];
  }
  const strays = new Set(lacked);
  return [...text.normalize('NFC')].filter((character) => strays.has(character));
}

/** The lines, from where the words begin, on which the characters stand, up to the last of them. */
function placesOf(
  found: readonly string[],
  begin: Place,
  lines: readonly string[],
): { characters: string; place: Place }[] {
  const first = (begin.line ?? 1) - 1;
  const strays = new Set(found);
  let left = found.length;
  const places: { characters: string; place: Place }[] = [];
  for (let at = first; at < Math.min(lines.length, first + mostLinesDown) && left > 0; at++) {
    const line = lines[at] ?? '';
    const run = runIn(line, strays, at === first ? (begin.column ?? 1) - 1 : 0);
    if (!run) continue;
    left -= [...line].filter((character) => strays.has(character)).length;
    const place = { file: begin.file, line: at + 1, column: run.from + 1, length: run.text.length };
    places.push({ characters: run.text, place });
  }
  // Written as an escape (`&#9731;`), it is seen nowhere.
  return places.length > 0 ? places : [{ characters: [...strays].join(''), place: begin }];
}

/** The first characters of the line, from a column on, that stand together and are strays. */
function runIn(line: string, strays: ReadonlySet<string>, column: number) {
  let from = -1;
  let text = '';
  let index = 0;
  for (const character of line) {
    const isStray = strays.has(character) && index >= column;
    if (isStray && from < 0) from = index;
    if (from >= 0 && !isStray) break;
    if (isStray) text += character;
    index += character.length;
  }
  return from < 0 ? undefined : { from, text };
}

function wordsOf(source: Source<object>): Words[] {
  const { file, places, body } = source;
  return [
    ...factsOf(source.facts, '').map(([path, text]) => ({
      text,
      place: places[path] ?? { file, line: 1 },
    })),
    ...body.map(({ heading, line }) => ({ text: heading?.text ?? '', place: { file, line } })),
    ...body
      .flatMap(({ blocks }) => blocks)
      .map((block) => ({ text: textOf(block), place: { file: block.file, line: block.line } })),
  ];
}

function textOf(block: Block): string {
  return block.kind === 'figure' ? `${block.text} ${block.caption?.text ?? ''}` : block.text;
}

function factsOf(value: unknown, path: string): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    factsOf(inner, path === '' ? key : `${path}.${key}`),
  );
}
