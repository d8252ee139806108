import { type Candidate, type FactValue, isGiven, valuesOf } from './fields.ts';
import { isDateOrPart, numberIn, plainWords } from './plain.ts';
import type { Comparison, Condition, Operator } from './query.ts';

/** Whether a course meets a condition. Of a list any entry may; what is missing meets no comparison. */
export function meets(course: Candidate, condition: Condition | undefined): boolean {
  if (!condition) return true;
  switch (condition.kind) {
    case 'all':
      return condition.of.every((one) => meets(course, one));
    case 'any':
      return condition.of.some((one) => meets(course, one));
    case 'not':
      return !meets(course, condition.of);
    case 'given':
      return isGiven(course, condition.field);
    case 'comparison':
      return condition.values.some(({ text }) => isMet(course, condition, text));
  }
}

/** Whether any value that the course has there compares so with one value of the query. */
export function isMet(course: Candidate, { field, operator }: Comparison, wanted: string): boolean {
  return valuesOf(course, field).some((value) => compares(value, operator, wanted));
}

function compares(value: FactValue, operator: Operator, wanted: string): boolean {
  if (operator === 'contains') return plainWords(String(value)).includes(plainWords(wanted));
  if (operator === '=') return isEqual(value, wanted);
  const difference = compare(value, wanted.trim());
  if (difference === undefined) return false;
  if (operator === '<') return difference < 0;
  if (operator === '>') return difference > 0;
  return operator === '<=' ? difference <= 0 : difference >= 0;
}

function isEqual(value: FactValue, wanted: string): boolean {
  if (typeof value === 'boolean') return value === /^(?:true|yes)$/i.test(wanted.trim());
  return plainWords(String(value)) === plainWords(wanted) || compare(value, wanted.trim()) === 0;
}

/** Below, at or above 0; undefined where the two have no order. A day is compared with a month by its own month. */
function compare(value: FactValue, wanted: string): number | undefined {
  const text = String(value).trim();
  if (isDay(text) && isDateOrPart(wanted)) {
    const part = text.slice(0, wanted.length);
    return part < wanted ? -1 : part > wanted ? 1 : 0;
  }
  const [own, other] = [numberIn(text), numberIn(wanted)];
  return own === undefined || other === undefined ? undefined : own - other;
}

function isDay(text: string): boolean {
  return text.length === 10 && isDateOrPart(text);
}
