import type { Facts } from './facts.ts';

/** A value that a comma in braces ended too soon. */
export interface CutOff {
  /** The key whose value it was. */
  key: string;
  /** What seems to be meant: `4,250`, or words with a comma in them. */
  whole: string;
  /** Whether `path` is the first that was cut off from it. */
  isFirst: boolean;
}

/**
 * What a key without colon and value in braces was cut off from: in `{audience: uk, total: 4,250}`
 * `250` is the rest of `4,250`. Undefined for any other key.
 */
export function cutOff(path: readonly PropertyKey[], facts: Facts): CutOff | undefined {
  const name = path.join('.');
  if (facts.empty[name] !== 'cut off') return undefined;
  const group = path.slice(0, -1).join('.');
  // In the order in which they are written: an object would have its figures first.
  const keys = Object.keys(facts.keys)
    .filter((key) => key.startsWith(`${group}.`) && !key.slice(group.length + 1).includes('.'))
    .sort((a, b) => orderOf(a) - orderOf(b));
  const at = keys.indexOf(name);
  const from = keys.slice(0, at).findLastIndex((key) => facts.empty[key] !== 'cut off');
  const owner = keys[from];
  if (owner === undefined) return undefined;
  const end = keys.findIndex((key, i) => i > from && facts.empty[key] !== 'cut off');
  const pieces = keys.slice(from + 1, end < 0 ? undefined : end).map(lastOf);
  const value = facts.typed[owner] ?? valueAt(facts.data, owner.split('.'));
  if (typeof value !== 'string') return undefined;
  const isFigure = /^[-+£€$]?\d+$/.test(value) && pieces.every((piece) => /^\d/.test(piece));
  const whole = [value, ...pieces].join(isFigure ? ',' : ', ');
  return { key: lastOf(owner), whole, isFirst: at === from + 1 };

  function orderOf(key: string): number {
    const { line = 0, column = 0 } = facts.keys[key] ?? {};
    return line * 1e6 + column;
  }

  function lastOf(key: string): string {
    return key.slice(group.length + 1);
  }
}

function valueAt(data: unknown, path: readonly string[]): unknown {
  let value = data;
  for (const key of path) value = (value as Record<string, unknown> | undefined)?.[key];
  return value;
}
