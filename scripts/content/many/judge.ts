import type { Message } from '../../finding.ts';
import { type Field, type FieldType, fieldsBelow } from './fields.ts';
import { isDateOrPart, numberIn } from './plain.ts';
import type { Operator, Value } from './query.ts';
import * as say from './query-messages.ts';

export interface Fault {
  message: Message;
  /** Undefined where the field itself is the fault. */
  value?: Value;
}

/** What is wrong with a comparison that can never be true, whatever the courses say. */
export function faultsOf(field: Field, operator: Operator, values: readonly Value[]): Fault[] {
  const { name, types } = field;
  const has = (type: FieldType) => types.has(type);
  if (!has('text') && !has('number') && !has('date') && !has('flag')) {
    return [{ message: say.fieldIsGroup(name, fieldsBelow(field)) }];
  }
  if (operator === 'contains') return has('text') ? [] : [{ message: say.containsText(name) }];
  if (operator !== '=' && !has('number') && !has('date')) {
    return [{ message: say.noOrder(name, operator) }];
  }
  if (operator === '=' && has('text')) return [];
  const wants = has('number') ? 'number' : has('date') ? 'date' : 'flag';
  return values
    .filter(({ text }) => !isOf[wants](text))
    .map((value) => ({ message: say.wrongValue(name, value.text, wants), value }));
}

const isOf = {
  number: (text: string) => numberIn(text) !== undefined,
  date: isDateOrPart,
  flag: (text: string) => /^(?:true|false|yes|no)$/i.test(text.trim()),
};
