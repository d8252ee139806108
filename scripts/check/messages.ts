import type { Message } from '../finding.ts';

/** A fault of the tool as far as a writer is concerned: nothing in content can mend it. */
const REPORT =
  'Report this as a fault of the tool, with the name of the publication: nothing in your files can mend it.';

function error(what: string, message: string, hint: string): Message {
  return { severity: 'error', code: `check/${what}`, message, hint };
}

export function fileIsNotReadable(why: string): Message {
  return error('not-readable', `The finished file cannot be read: ${why}.`, REPORT);
}

export function pageCountIsWrong(promised: number, found: number): Message {
  return error(
    'page-count',
    `The finished file has ${found} pages; ${promised} were laid out.`,
    REPORT,
  );
}

export function boxIsWrong(
  box: string,
  promised: { trimWidthMm: number; trimHeightMm: number },
  found: { widthMm: number; heightMm: number },
): Message {
  const wanted = `${promised.trimWidthMm} × ${promised.trimHeightMm} mm`;
  const is = `${found.widthMm.toFixed(2)} × ${found.heightMm.toFixed(2)} mm`;
  return error(
    'box',
    `A page of the finished file measures ${is} (its ${box}) instead of ${wanted}.`,
    REPORT,
  );
}

export function labelIsWrong(folio: string, label: string): Message {
  const printed = folio === '' ? 'no page number' : `“${folio}”`;
  return error(
    'page-label',
    `A viewer calls a page “${label}”, and the page itself shows ${printed}.`,
    REPORT,
  );
}

export function propertyIsWrong(what: string, expected: string, found: string): Message {
  return error(
    `document-${what}`,
    `The file’s ${what} is “${found}” instead of “${expected}”.`,
    REPORT,
  );
}

export function titleIsHidden(): Message {
  return error(
    'title-hidden',
    'The finished file makes viewers show its name instead of its title.',
    REPORT,
  );
}

export function metadataDisagree(what: string, info: string, xmp: string): Message {
  const message = `The file says two things about its ${what}: “${info}” and “${xmp}”.`;
  return error('metadata-disagree', message, REPORT);
}

export function fontIsNotAllowed(font: string, quote: string): Message {
  return error(
    'font-not-allowed',
    `“${quote}” is printed in the font ${font}, which is not the brand’s.`,
    useAnother,
  );
}

export function fontIsNotEmbedded(font: string, quote: string): Message {
  return error(
    'font-not-embedded',
    `The font ${font}, in which “${quote}” is printed, is not in the finished file: on another computer it looks different.`,
    'Put the font’s file into `content/` and list it in `content/institution.md`: `fonts` under `brand`.',
  );
}

export function fontIsType3(quote: string): Message {
  return error(
    'font-type3',
    `“${quote}” is drawn in shapes instead of a font: its bold or italic is imitated, or it is an emoji.`,
    'Give the brand a font file for that weight and style (`fonts` under `brand` in `content/institution.md`), and write emoji in words.',
  );
}

export function glyphIsMissing(quote: string): Message {
  return error(
    'glyph-missing',
    `A character in “${quote}” shows as an empty box: no font of the brand has it.`,
    useAnother,
  );
}

/** The same, where it is known which characters these are. */
export function noFontHas(characters: string): Message {
  const all = [...new Set(characters)];
  const numbers = all.slice(0, 4).map(codePoint);
  const rest = all.length > numbers.length ? ', …' : '';
  const kind = kindOf(all[0] ?? '');
  const [, lost] = kinds[0]!;
  return error(
    'glyph-missing',
    `No font of the brand has “${all.slice(0, 12).join('')}” (${kind}, ${numbers.join(', ')}${rest}): it would show as an empty box.`,
    kind === lost ? 'Type what stood there before the text was copied.' : useAnother,
  );
}

const useAnother =
  'Write it in words or with other characters, or give the brand a font that has it: `fonts` under `brand` in `content/institution.md`.';

/** What a person would call a character; the first that fits. */
const kinds: readonly [RegExp, string][] = [
  [/\uFFFD/, 'the mark of a character that was lost'],
  [/\p{Co}/u, 'a sign that only one font knows'],
  [/\p{Script=Han}/u, 'Chinese'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'Japanese'],
  [/\p{Script=Hangul}/u, 'Korean'],
  [/\p{Script=Arabic}/u, 'Arabic'],
  [/\p{Script=Hebrew}/u, 'Hebrew'],
  [/\p{Script=Greek}/u, 'Greek'],
  [/\p{Script=Cyrillic}/u, 'Cyrillic'],
  [/\p{Extended_Pictographic}/u, 'an emoji or picture'],
  [/\p{Sm}/u, 'a mathematical sign'],
  [/\p{Sc}/u, 'a currency sign'],
  [/\p{M}/u, 'an accent by itself'],
  [/\p{L}/u, 'a letter'],
  [/\p{N}/u, 'a figure'],
];

function kindOf(character: string): string {
  return kinds.find(([form]) => form.test(character))?.[1] ?? 'a sign';
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

export function linkLeadsNowhere(target: string): Message {
  return error(
    'link-leads-nowhere',
    `A link leads to “${target}”, which is not in this publication.`,
    'Correct the link, or add what it leads to to the publication’s `sections`.',
  );
}

export function linkAddressIsNotPublic(address: string): Message {
  return error(
    'link-not-public',
    `A link leads to “${address}”, which a reader cannot follow.`,
    'Write the whole address, beginning with `https://`, `mailto:` or `tel:`.',
  );
}

export function linkIsOffThePage(target: string): Message {
  return error(
    'link-off-page',
    `The link to “${target}” lies outside its page, where nobody finds it.`,
    'Shorten the words of the link or what stands around it; if they are short, this is a fault of the tool: report it.',
  );
}

export function bookmarkLeadsNowhere(title: string): Message {
  return error('bookmark-leads-nowhere', `The bookmark “${title}” leads nowhere.`, REPORT);
}

export function bookmarkIsMissing(text: string): Message {
  return error('bookmark-missing', `The heading “${text}” has no bookmark.`, REPORT);
}

export function bookmarkIsWrong(title: string, text: string): Message {
  return error(
    'bookmark-wrong',
    text
      ? `The bookmark “${title}” stands where that of the heading “${text}” belongs.`
      : `The bookmark “${title}” belongs to no heading.`,
    REPORT,
  );
}

export function bookmarksContainThemselves(): Message {
  return error(
    'bookmarks-loop',
    'The bookmarks of the finished file go round in a circle.',
    REPORT,
  );
}

export function bookmarksAreHidden(): Message {
  return error(
    'bookmarks-hidden',
    'The finished file has bookmarks, and viewers do not show them when they open it.',
    REPORT,
  );
}

export function targetIsMissing(text: string): Message {
  return error(
    'target-missing',
    `“${text}” does not stand where the publication refers to it.`,
    REPORT,
  );
}

export function targetIsElsewhere(text: string): Message {
  return error(
    'target-place',
    `Links to “${text}” lead to another place than where it stands.`,
    REPORT,
  );
}

export function pageNumberIsWrong(text: string, printed: string, actual: string): Message {
  return error(
    'page-number',
    `“${text}” stands on page ${actual}, and page ${printed} is printed for it.`,
    REPORT,
  );
}

export function referenceIsMissing(text: string): Message {
  return error('reference-missing', `A page should say “${text}” and does not.`, REPORT);
}

export function traceIsLeft(text: string): Message {
  return error(
    'trace',
    `The finished file gives away something of the computer that made it: “${text}”.`,
    REPORT,
  );
}

export function languageIsPrivate(tag: string): Message {
  return error(
    'language-private',
    `Words in the finished file are marked as the language “${tag}”, which no screen reader knows.`,
    REPORT,
  );
}
