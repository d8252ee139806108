import * as z from 'zod';
import { type CourseFacts, course as courseSchema } from '../schema/course.ts';
import { bare } from '../schema-keys.ts';
import { nearest } from '../suggest.ts';

/** What the values of a fact can be; a group has facts of its own below it. */
export type FieldType = 'text' | 'number' | 'date' | 'flag' | 'group';

/** A fact of a course that a query or the name of a file can ask for: `subject`, `apply.until`. */
export interface Field {
  name: string;
  types: ReadonlySet<FieldType>;
}

/** One course in all its languages; the version that is printed first. */
export interface Candidate {
  slug: string;
  /** The languages it has files in. */
  langs: readonly string[];
  /** Facts for the publication's year: of its version in the publication's language, and of the original. */
  facts: readonly CourseFacts[];
}

export type FactValue = string | number | boolean;

/** Names that are no key of the front matter: what the file is called, and its languages. */
const byName: Readonly<Record<string, (course: Candidate) => string[]>> = {
  course: ({ slug }) => [slug],
  slug: ({ slug }) => [slug],
  lang: ({ langs }) => langs.flatMap((lang) => [lang, lang.split('-')[0]!]),
};

const notAsked: ReadonlySet<string> = new Set(['schema', 'slug', 'lang', 'focus']);

/** Every field, by its name in small letters. */
const fields = new Map<string, Field>(
  [
    ...Object.keys(byName).map((name): Field => ({ name, types: new Set(['text']) })),
    ...fieldsOf(courseSchema, ''),
  ].map((field) => [field.name.toLowerCase(), field]),
);

export function fieldNamed(name: string): Field | undefined {
  return fields.get(name.toLowerCase());
}

export function nearestField(name: string): string | undefined {
  return nearest(name, fieldNames());
}

export function allFields(): Field[] {
  return [...fields.values()];
}

export function fieldNames(): string[] {
  return allFields().map(({ name }) => name);
}

/** The facts of text that are no group's. */
export function textFields(): Field[] {
  return allFields().filter(({ name, types }) => types.has('text') && !name.includes('.'));
}

/** The facts of a group, as a query would name them. */
export function fieldsBelow({ name }: Field): string[] {
  return fieldNames().filter((other) => other.startsWith(`${name}.`));
}

/** All that a course has there: a list, and a group that stands in a list, give each of theirs. */
export function valuesOf(course: Candidate, { name }: Field): FactValue[] {
  const own = byName[name];
  if (own) return own(course);
  return [...new Set(course.facts.flatMap((facts) => leavesAt(facts, name.split('.'))))];
}

/** Whether the fact is written, a group with anything in it included. */
export function isGiven(course: Candidate, { name }: Field): boolean {
  if (byName[name]) return true;
  return course.facts.some((facts) => at(facts, name.split('.')).some(hasContent));
}

function fieldsOf(schema: z.ZodObject, above: string): Field[] {
  return Object.entries(schema.shape).flatMap(([key, type]) => {
    if (notAsked.has(key)) return [];
    const name = above === '' ? key : `${above}.${key}`;
    const alternatives = elements(type as z.ZodType);
    const groups = alternatives.filter((one) => one instanceof z.ZodObject);
    return [
      { name, types: new Set(alternatives.map(typeOf)) },
      // Of what lies deeper nobody makes a selection.
      ...(above === '' ? groups.flatMap((group) => fieldsOf(group, name)) : []),
    ];
  });
}

/** Without wrappers and lists. */
function elements(type: z.ZodType): z.ZodType[] {
  return bare(type).flatMap((one) =>
    one instanceof z.ZodArray ? elements(one.element as z.ZodType) : [one],
  );
}

function typeOf(type: z.ZodType): FieldType {
  if (type instanceof z.ZodNumber) return 'number';
  if (type instanceof z.ZodBoolean) return 'flag';
  if (type instanceof z.ZodObject || type instanceof z.ZodRecord || type instanceof z.ZodTuple) {
    return 'group';
  }
  const takes = (text: string) => type.safeParse(text).success;
  return takes('2027-09-27') && !takes('words') ? 'date' : 'text';
}

function at(facts: unknown, [key, ...rest]: readonly string[]): unknown[] {
  if (Array.isArray(facts)) return facts.flatMap((entry) => at(entry, key ? [key, ...rest] : []));
  if (key === undefined) return facts === undefined ? [] : [facts];
  if (facts === null || typeof facts !== 'object' || !Object.hasOwn(facts, key)) return [];
  return at((facts as Record<string, unknown>)[key], rest);
}

function leavesAt(facts: unknown, path: readonly string[]): FactValue[] {
  return at(facts, path).filter((value) => typeof value !== 'object') as FactValue[];
}

function hasContent(value: unknown): boolean {
  if (value === null || value === '') return false;
  return typeof value !== 'object' || Object.keys(value as object).length > 0;
}
