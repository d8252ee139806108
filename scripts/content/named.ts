import { shorten } from './wording.ts';

/**
 * What stands at a path of facts (`fees.0.total`), as a writer sees it on the page: "`total` in this
 * entry of `fees`". Entries are not counted: what was wrong or of another year was taken out before,
 * and the finding's line says which entry it is.
 */
export function named(path: string | readonly PropertyKey[]): string {
  const steps = typeof path === 'string' ? path.split('.').filter(Boolean) : path.map(String);
  return inWords(steps.map((step) => shorten(step)));
}

function inWords(steps: readonly string[]): string {
  const last = steps.at(-1);
  if (last === undefined) return 'this file';
  const above = steps.slice(0, -1);
  const [list, chart] = [above.at(-1), chartOf(above)];
  if (isEntry(last) && list !== undefined) {
    return chart && list === 'rows' ? `this row of ${chart}` : `this entry of \`${list}\``;
  }
  const itself = chartOf(steps);
  if (itself && steps.length === 2) return itself;
  if (list === undefined) return `\`${last}\``;
  if (isEntry(list)) return `\`${last}\` in ${inWords(above)}`;
  return chart && above.length === 2 ? `\`${last}\` of ${chart}` : `\`${last}\` under \`${list}\``;
}

/** The same at the beginning of a sentence. */
export function namedFirst(path: string | readonly PropertyKey[]): string {
  const name = named(path);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function chartOf([first, id]: readonly string[]): string | undefined {
  return first === 'charts' && id !== undefined ? `the chart \`${id}\`` : undefined;
}

/** The key that a value belongs to: `starts` for `starts.1`. */
export function keyOf(path: string): string {
  return path.split('.').findLast((step) => !isEntry(step)) ?? '';
}

/** `2027` under `years` is a key. */
function isEntry(step: string): boolean {
  return /^\d{1,3}$/.test(step);
}
