import type { Field } from './fields.ts';

export const orderings = ['<', '>', '<=', '>='] as const;
export type Operator = '=' | 'contains' | (typeof orderings)[number];

/** Something a fact is compared with, and where it stands in the query: offsets count from 0. */
export interface Value {
  text: string;
  start: number;
  end: number;
}

export interface Comparison {
  kind: 'comparison';
  field: Field;
  operator: Operator;
  /** One; of `in (…)` each. */
  values: Value[];
}

/** What a course has to meet. `!=`, `not in` and `is missing` are the opposites of what is here. */
export type Condition =
  | { kind: 'all' | 'any'; of: Condition[] }
  | { kind: 'not'; of: Condition }
  | { kind: 'given'; field: Field }
  | Comparison;

/** `courses where …`: without a condition, all courses. */
export interface Query {
  where: Condition | undefined;
}

export function comparisonsIn(condition: Condition | undefined): Comparison[] {
  return leavesOf(condition).filter((leaf) => leaf.kind === 'comparison');
}

export function fieldsIn(condition: Condition | undefined): Field[] {
  return leavesOf(condition).map(({ field }) => field);
}

function leavesOf(condition: Condition | undefined): Exclude<Condition, { of: unknown }>[] {
  if (!condition) return [];
  if (!('of' in condition)) return [condition];
  return [condition.of].flat().flatMap(leavesOf);
}
