import { slugOf } from '../names.ts';
import { nearest } from '../suggest.ts';
import { type Field, fieldNamed, fieldNames } from './fields.ts';
import * as say from './messages.ts';
import type { Complain } from './parse.ts';

/** Names of what is not a fact of the course. */
export const ownNames = ['publication', 'course', 'kind', 'size', 'year'] as const;
export type OwnName = (typeof ownNames)[number];

/** A name in braces. */
export type Named = { own: OwnName } | { field: Field };

/** What the files of many pieces are called: words, and names in braces. */
export type Pattern = readonly (string | Named)[];

/** A file's name may have 255 bytes; language, format, `-draft` and the ending are added to this. */
const mostBytes = 80;

/**
 * Reads `{course}-{kind}`.
 *
 * @returns undefined after complaints
 */
export function parsePattern(text: string, complain: Complain): Pattern | undefined {
  if (/[{}]/.test(text.replace(/\{[^{}]*\}/g, ''))) {
    complain(say.braceOpen(), 0, text.length);
    return undefined;
  }
  const parts: (string | Named)[] = [];
  let isSound = true;
  let at = 0;
  while (at < text.length) {
    const open = indexOrEnd(text, '{', at);
    if (open > at) parts.push(text.slice(at, open));
    if (open === text.length) break;
    const close = text.indexOf('}', open);
    const name = text.slice(open + 1, close);
    const part = partNamed(name.trim());
    if (part) parts.push(part);
    else {
      isSound = false;
      complain(say.unknownPlaceholder(name, nearest(name, known()), known()), open, close + 1);
    }
    at = close + 1;
  }
  if (isSound && parts.every((part) => typeof part === 'string' && slugOf(part) === '')) {
    complain(say.nameEmpty(), 0, text.length);
    return undefined;
  }
  return isSound ? parts : undefined;
}

/**
 * The name of one file: a slug of at most 80 bytes, in which the longest value gives way.
 *
 * @param wordsFor what stands for a name in braces; empty where there is nothing
 */
export function fillPattern(pattern: Pattern, wordsFor: (part: Named) => string): string {
  const parts = pattern.map((part) =>
    typeof part === 'string'
      ? { text: part, gives: false }
      : { text: slugOf(wordsFor(part)), gives: true },
  );
  const whole = () => slugOf(parts.map(({ text }) => text).join(''));
  for (;;) {
    const slug = whole();
    const over = bytes(slug) - mostBytes;
    if (over <= 0) return slug;
    const [longest] = parts
      .filter(({ gives, text }) => gives && bytes(text) > 8)
      .sort((a, b) => bytes(b.text) - bytes(a.text));
    if (!longest) return cut(slug, mostBytes);
    longest.text = cut(longest.text, Math.max(8, bytes(longest.text) - over));
  }
}

export function nameOf(part: Named): string {
  return 'own' in part ? part.own : part.field.name;
}

function partNamed(name: string): Named | undefined {
  const own = ownNames.find((one) => one === name.toLowerCase());
  if (own) return { own };
  const field = fieldNamed(name);
  const isGroup = field?.types.size === 1 && field.types.has('group');
  return field && !isGroup ? { field } : undefined;
}

function known(): string[] {
  return [...new Set([...ownNames, ...fieldNames()])];
}

/** A slug of at most so many bytes, if it can be at the end of a word. */
function cut(slug: string, most: number): string {
  let end = slug.length;
  while (bytes(slug.slice(0, end)) > most) end--;
  const isMidWord = slug[end] !== undefined && slug[end] !== '-';
  const word = slug.lastIndexOf('-', end - 1);
  return slugOf(slug.slice(0, isMidWord && word > end / 2 ? word : end));
}

function bytes(text: string): number {
  return Buffer.byteLength(text);
}

function indexOrEnd(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at < 0 ? text.length : at;
}
