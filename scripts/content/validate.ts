import type * as z from 'zod';
import type { Message, Place, Report } from '../finding.ts';
import { cutOff, isCutOff } from './cut-off.ts';
import * as say from './fact-messages.ts';
import type { Facts } from './facts.ts';
import { keysAt } from './schema-keys.ts';
import { nearest } from './suggest.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Facts that a schema accepts, and the keys of those that it did not. */
export interface Valid<T> {
  facts: T;
  refused: string[];
}

/**
 * Holds facts against a schema and reports everything that is wrong with them in one go. What is
 * wrong is taken out (of `facts.data` and its places too) so that the rest can still be used.
 * Findings about values that stand in another file (a translation's original) are left to that file.
 * Undefined if what remains cannot be used: a publication without `kind`.
 */
export function validate<T>(
  schema: z.ZodType<T>,
  facts: Facts,
  file: string,
  report: Report,
): Valid<T> | undefined {
  const refused: string[] = [];
  /** Keys that were misspelt, by what was meant: nobody is to be told that these are missing. */
  const meant: string[] = [];
  dropEmpty(facts.data, schema);
  // Every round takes at least one thing out, or mends it; a fault deeper down may show only then.
  for (let round = 0; round < 100; round++) {
    const result = schema.safeParse(facts.data);
    if (result.success) {
      return { facts: result.data, refused: [...new Set([...refused, ...meant])] };
    }
    const issues = result.error.issues.flatMap((issue) => settle(issue, []));
    // From the last to the first: taking an entry out of a list moves those after it.
    const removals: Path[] = [];
    for (const { issue, path } of issues) {
      if (mend(issue, path, facts)) continue;
      for (const found of explain(issue, path, schema, facts)) {
        const place = placeOf(found.path, facts, file, found.atKey);
        const name = found.path.join('.');
        // What was wrong and was taken out may be missed in the next round: said already.
        const isSaid =
          found.message === undefined ||
          refused.includes(name) ||
          (Array.isArray(valueAt(facts.data, found.path)) && hasBelow(refused, name));
        if (found.message && place.file === file && !isSaid) report(found.message, place);
        refused.push(name);
        if (found.meant) meant.push(found.meant);
        removals.push(found.removes);
      }
    }
    if (removals.some((path) => path.length === 0)) return undefined;
    for (const path of removals.sort(laterFirst)) remove(facts, path);
  }
  return undefined;
}

/** A union's issue becomes that of the alternative the writer seems to have meant. */
function settle(issue: Issue, prefix: Path): { issue: Issue; path: Path }[] {
  const path = [...prefix, ...issue.path];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ issue, path }];
  const rightType = issue.errors.filter(
    (errors) => !errors.some((e) => e.code === 'invalid_type' && e.path.length === 0),
  );
  const meant = rightType.at(-1);
  return meant ? meant.flatMap((inner) => settle(inner, path)) : [{ issue, path }];
}

/** What is only a matter of spelling is put right without a word; true if something was. */
function mend(issue: Issue, path: Path, facts: Facts): boolean {
  const value = valueAt(facts.data, path);
  const expected = expectedTypes(issue);
  if (expected.includes('string') && typeof value === 'number') {
    return put(facts.data, path, facts.typed[path.join('.')] ?? String(value));
  }
  if (expected.includes('boolean') && (value === 'yes' || value === 'no')) {
    return put(facts.data, path, value === 'yes');
  }
  const isBlank = typeof value === 'string' && value.trim() === '';
  if (isBlank && typeof path.at(-1) === 'string') {
    delete (valueAt(facts.data, path.slice(0, -1)) as Record<PropertyKey, unknown>)[path.at(-1)!];
    return true;
  }
  return false;
}

interface Explained {
  /** Undefined where another finding says it already. */
  message: Message | undefined;
  path: Path;
  /** The path of the key that seems to be meant by a misspelt one. */
  meant?: string | undefined;
  /** What has to go for the rest to be usable. */
  removes: Path;
  atKey: boolean;
}

function explain(issue: Issue, path: Path, schema: z.ZodType, facts: Facts): Explained[] {
  const value = valueAt(facts.data, path);
  const one = (message: Message, atKey = false): Explained[] => [
    {
      // Half of a value is of the wrong kind because it is half of it.
      message: isCutOff(path, facts) ? undefined : message,
      ...{ path, removes: value === undefined ? path.slice(0, -1) : path, atKey },
    },
  ];
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysAt(schema, path);
      return issue.keys.map((key) => {
        const full = [...path, key];
        const found = { path: full, removes: full, atKey: true };
        const cut = cutOff(full, facts);
        if (cut) return { ...found, message: cut.isFirst ? say.cutOff(cut) : undefined };
        const similar = nearest(key, known);
        const message = say.unknownKey(key, path, similar, known);
        return { ...found, message, meant: similar && [...path, similar].join('.') };
      });
    }
    case 'invalid_key':
      return one(say.badKey(path, issue.issues[0]?.message ?? ''), true);
    case 'invalid_value':
      if (value === undefined) return one(say.keyMissing(path, issue.values));
      return one(
        say.notOneOf(path, value, issue.values, nearest(String(value), texts(issue.values))),
      );
    case 'too_big':
    case 'too_small':
      return one(say.wrongSize(path, value, issue));
    case 'invalid_type':
    case 'invalid_union':
      if (value === undefined) return one(say.keyMissing(path));
      return one(say.wrongType(path, value, expectedTypes(issue), keysAt(schema, path)));
    default:
      return one(say.wrongForm(path, value, issue.message));
  }
}

/** Whether an entry of the list was taken out: it may be too short for that alone. */
function hasBelow(refused: readonly string[], list: string): boolean {
  return refused.some((name) => name.startsWith(`${list}.`));
}

function texts(values: readonly unknown[]): string[] {
  return values.map(String);
}

function expectedTypes(issue: Issue): string[] {
  if (issue.code === 'invalid_type') return [issue.expected];
  if (issue.code !== 'invalid_union') return [];
  return [...new Set(issue.errors.flatMap((errors) => errors.flatMap(expectedTypes)))];
}

/** Where a path stands; if it is missing, where the nearest thing above it does. */
function placeOf(path: Path, facts: Facts, file: string, atKey: boolean): Place {
  for (let depth = path.length; depth > 0; depth--) {
    const key = path.slice(0, depth).join('.');
    const place = (atKey ? facts.keys[key] : undefined) ?? facts.places[key];
    if (place) return place;
  }
  return { file, line: 1 };
}

/**
 * A known key without a value is as good as absent; one that is not known is left to the schema,
 * and a chart's rows may have holes.
 */
function dropEmpty(data: unknown, schema: z.ZodType, path: Path = []): void {
  if (Array.isArray(data)) {
    for (const [i, entry] of data.entries()) dropEmpty(entry, schema, [...path, i]);
  } else if (data !== null && typeof data === 'object') {
    const known = keysAt(schema, path);
    for (const [key, value] of Object.entries(data)) {
      const isKnown = known.length === 0 || known.includes(key);
      if (value === null && isKnown) delete (data as Record<string, unknown>)[key];
      else if (key !== 'rows') dropEmpty(value, schema, [...path, key]);
    }
  }
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const key of path) {
    if (value === null || typeof value !== 'object') return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

function put(data: unknown, path: Path, value: unknown): boolean {
  const parent = valueAt(data, path.slice(0, -1)) as Record<PropertyKey, unknown>;
  parent[path.at(-1)!] = value;
  return true;
}

function laterFirst(a: Path, b: Path): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    if (a[i] !== b[i]) return typeof a[i] === 'number' ? Number(b[i]) - Number(a[i]) : 0;
  }
  return b.length - a.length;
}

/** Takes a value out. Entries of a list close up, and so do their places. */
function remove(facts: Facts, path: Path): void {
  const parent = valueAt(facts.data, path.slice(0, -1));
  const last = path.at(-1)!;
  if (!Array.isArray(parent)) {
    if (parent) delete (parent as Record<PropertyKey, unknown>)[last];
    return;
  }
  if (typeof last !== 'number' || last >= parent.length) return;
  parent.splice(last, 1);
  const list = path.slice(0, -1).join('.');
  for (const table of [facts.places, facts.keys, facts.typed, facts.empty] as Record<
    string,
    unknown
  >[]) {
    closeUp(table, list, last);
  }
}

function closeUp(table: Record<string, unknown>, list: string, removed: number): void {
  const moved: [string, unknown][] = [];
  for (const [key, value] of Object.entries(table)) {
    if (!key.startsWith(`${list}.`)) continue;
    const [index, ...rest] = key.slice(list.length + 1).split('.');
    if (Number(index) < removed) continue;
    delete table[key];
    if (Number(index) > removed) moved.push([[list, Number(index) - 1, ...rest].join('.'), value]);
  }
  for (const [key, value] of moved) table[key] = value;
}
