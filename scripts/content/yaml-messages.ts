import { namedFirst } from './named.ts';
import { saying } from './saying.ts';
import { shorten } from './wording.ts';

/** What the content stage says about front matter that is no YAML, or not the YAML that was meant. */

const { error, warning } = saying('content');

export const yamlColon = (key: string, value: string) =>
  error(
    'yaml-colon',
    `The value of \`${shorten(key)}\` has a colon in it, which begins a new key.`,
    `Put the value in quotes: \`${shorten(key)}: "${shorten(value)}"\`.`,
  );

export const yamlTab = () =>
  error('yaml-tab', 'This line is indented with a tab.', 'Indent with spaces, two a level.');

export const yamlStart = () =>
  error(
    'yaml-start',
    'A value may not begin with this character unless it is in quotes.',
    'Put the whole value in quotes.',
  );

export const yamlIndent = () =>
  error(
    'yaml-indent',
    'This line is indented differently from its neighbours.',
    'Line it up with the key it belongs beside; keys below another stand two spaces further in.',
  );

export const yamlOpen = () =>
  error(
    'yaml-open',
    'A quote or bracket that opens above is not closed by here.',
    'Close it with the same kind of quote or bracket.',
  );

export const yamlQuoteOpen = (curly: string | undefined) =>
  error(
    'yaml-open',
    curly
      ? `The quote that opens here is straight, and the one that was to close it is curly (\`${curly}\`).`
      : 'The quote that opens here is not closed.',
    curly
      ? 'Type a straight quote at the end of the value, too.'
      : 'Close it with the same kind of quote on the same line.',
  );

/** @param mended what was meant */
export const yamlSpace = (after: 'colon' | 'hyphen', mended: string) =>
  error('yaml-space', `There is no space after the ${after}.`, `Write \`${shorten(mended)}\`.`);

export const yamlNoBreakSpace = () =>
  error(
    'yaml-no-break-space',
    'This line begins with no-break spaces, which look like spaces and are none.',
    'Delete the spaces at the start of the line and type them again.',
  );

export const yamlHashInBraces = (value: string) =>
  error(
    'yaml-hash-in-braces',
    `From \`${shorten(value)}\` on the line is a comment, so the bracket before it is never closed.`,
    `Put it in quotes: \`"${shorten(value)}"\`.`,
  );

export const yamlQuoteEnds = (isSingle: boolean) =>
  error(
    'yaml-quote-ends',
    'A quotation ends just before this, and the value goes on.',
    `Close the quote before it where its value ends; ${
      isSingle
        ? "write two (`''`) for an apostrophe within quotes."
        : 'write `\\"` for a quote that belongs to the words.'
    }`,
  );

export const yamlBroken = () =>
  error(
    'yaml-broken',
    'This is not YAML, so the facts of this file cannot be read.',
    'Write `key: value` with a space after the colon; put a value with `:`, `#`, `[` or `{` in quotes.',
  );

export const curlyQuote = (value: string) =>
  warning(
    'curly-quote',
    `This quote is curly, so it is part of the value and is printed: ${shorten(value)}.`,
    `Leave the quotes out, or type straight ones: \`"${shorten(value.slice(1, -1))}"\`.`,
  );

export const yamlTag = () =>
  error('yaml-tag', 'Tags (`!…`) are not read.', 'Remove the tag, or put the value in quotes.');

export const yamlAlias = (name: string) =>
  error(
    'yaml-alias',
    `\`*${shorten(name)}\` refers to a value marked \`&${shorten(name)}\`, and there is none above.`,
    'Put the value in quotes if the asterisk is part of it.',
  );

export const yamlHash = (rest: string) =>
  warning(
    'yaml-hash',
    `\`#${shorten(rest)}\` is a comment here, not part of the value.`,
    'Put the value in quotes, or a space after `#` if it is a comment.',
  );

export const yamlTooMuch = (nodes: number, depth: number) =>
  error(
    'yaml-too-much',
    `The front matter grows past ${nodes} values, or past ${depth} levels, at this point.`,
    'Write the values out instead of repeating them with `*`, and nest less.',
  );

export const reservedKey = (key: string) =>
  error('reserved-key', `\`${key}\` cannot be a key.`, 'Choose another name.');

export const keyTwice = (path: string) =>
  error('key-twice', `${namedFirst(path)} is given twice.`, 'Keep one of the two.');
