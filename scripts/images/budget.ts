/**
 * Lets work start while the sum of what is under way stays within a budget, first come, first
 * served. What is larger than the whole budget runs alone.
 */
export function openBudget(whole: number) {
  let left = whole;
  const waiting: { cost: number; start: () => void }[] = [];

  function startNext(): void {
    for (let next = waiting[0]; next && next.cost <= left; next = waiting[0]) {
      waiting.shift();
      left -= next.cost;
      next.start();
    }
  }

  return async <T>(cost: number, work: () => Promise<T>): Promise<T> => {
    const taken = Math.min(cost, whole);
    await new Promise<void>((start) => {
      waiting.push({ cost: taken, start });
      startNext();
    });
    try {
      return await work();
    } finally {
      left += taken;
      startNext();
    }
  };
}
