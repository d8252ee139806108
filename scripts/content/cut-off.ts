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
  const keys = keysOf(group, facts);
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

  function lastOf(key: string): string {
    return key.slice(group.length + 1);
  }
}

/** Whether what stands at a path was ended too soon by a comma. */
export function isCutOff(path: readonly PropertyKey[], facts: Facts): boolean {
  if (!Object.values(facts.empty).includes('cut off')) return false;
  const keys = keysOf(path.slice(0, -1).join('.'), facts);
  const next = keys[keys.indexOf(path.join('.')) + 1];
  return next !== undefined && facts.empty[next] === 'cut off';
}

/** The keys of a group in the order in which they are written: an object would have its figures first. */
function keysOf(group: string, { keys }: Facts): string[] {
  const orderOf = (key: string) => {
    const { line = 0, column = 0 } = keys[key] ?? {};
    return line * 1e6 + column;
  };
  return Object.keys(keys)
    .filter((key) => key.startsWith(`${group}.`) && !key.slice(group.length + 1).includes('.'))
    .sort((a, b) => orderOf(a) - orderOf(b));
}

function valueAt(data: unknown, path: readonly string[]): unknown {
  let value = data;
  for (const key of path) value = (value as Record<string, unknown> | undefined)?.[key];
  return value;
}
