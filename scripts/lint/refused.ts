import type { Source } from '../content/model.ts';

/** Whether somebody was told already that what stands at a path, or below it, is wrong. */
export function wasRefused(
  { refused = [] }: Pick<Source<unknown>, 'refused'>,
  path: string,
): boolean {
  return refused.some((key) => key === path || key.startsWith(`${path}.`));
}
