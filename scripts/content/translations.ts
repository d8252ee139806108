import type { Facts } from './facts.ts';

/**
 * A translation's facts over its original's: what it does not repeat comes from the original, and
 * its place with it. Groups of keys are merged key by key; a list of as many entries as the
 * original's is merged entry by entry; any other list stands for itself.
 */
export function translate(original: Facts, translation: Facts): Facts {
  const merged: Facts = {
    data: {},
    places: { ...translation.places },
    keys: { ...translation.keys },
    typed: { ...translation.typed },
    empty: { ...translation.empty },
  };
  merged.data = merge(original.data, translation.data, '') as Record<string, unknown>;
  return merged;

  function merge(from: unknown, over: unknown, path: string): unknown {
    if (over === undefined || over === null) return takeOver(from, path);
    if (Array.isArray(from) && Array.isArray(over)) {
      if (from.length !== over.length) return structuredClone(over);
      return over.map((entry, i) =>
        isGroup(entry) ? merge(from[i], entry, `${path}.${i}`) : structuredClone(entry),
      );
    }
    if (!isGroup(from) || !isGroup(over)) return structuredClone(over);
    const keys = [...new Set([...Object.keys(from), ...Object.keys(over)])];
    return Object.fromEntries(
      keys
        .filter((key) => path !== '' || !ownKeys.has(key) || Object.hasOwn(over, key))
        .map((key) => [key, merge(from[key], over[key], path === '' ? key : `${path}.${key}`)]),
    );
  }

  function takeOver(from: unknown, path: string): unknown {
    for (const table of ['places', 'keys', 'typed', 'empty'] as const) {
      const [to, source] = [merged[table] as Record<string, unknown>, original[table]];
      if (source[path] !== undefined) to[path] = source[path];
      if (typeof from !== 'object') continue;
      for (const key of Object.keys(source)) {
        if (key.startsWith(`${path}.`)) to[key] = (source as Record<string, unknown>)[key];
      }
    }
    return structuredClone(from);
  }
}

/** What is said of one file only. */
const ownKeys = new Set(['lang', 'slug', 'schema']);

function isGroup(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
