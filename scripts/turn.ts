/**
 * Lets what has arrived be answered: reading and laying out do not wait for anything, and all the
 * while a browser that boots would be told nothing of what it is to do next.
 */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
