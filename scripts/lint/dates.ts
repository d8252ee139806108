const dayMs = 86_400_000;

/** The date so many days later; dates are `YYYY-MM-DD`. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** The year that something is about: `2023`, `2022/23` (the later one), `2023 (projected)`. */
export function yearOf(value: unknown): number | undefined {
  const text = String(value ?? '');
  const academic = /\b((?:19|20|21)\d\d)[/–-](\d\d)\b/.exec(text);
  if (academic && academic[2]! > academic[1]!.slice(2)) {
    return Number(academic[1]!.slice(0, 2) + academic[2]);
  }
  const years = text.match(/\b(?:19|20|21)\d\d\b/g);
  return years ? Math.max(...years.map(Number)) : undefined;
}
