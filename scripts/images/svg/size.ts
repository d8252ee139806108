/** Millimetres in one unit (CSS Values 4, 6.2). */
const unitMm: Readonly<Record<string, number>> = {
  '': 25.4 / 96,
  px: 25.4 / 96,
  pt: 25.4 / 72,
  pc: 25.4 / 6,
  in: 25.4,
  mm: 1,
  cm: 10,
  q: 0.25,
};

/** A length in mm; undefined for none, for a share (`100%`), and for what is no positive length. */
export function lengthMm(text: string | undefined): number | undefined {
  const [, figure, unit] =
    /^\s*([\d.]+(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(text?.slice(0, 40) ?? '') ?? [];
  const mm = Number(figure) * (unitMm[unit?.toLowerCase() ?? ''] ?? Number.NaN);
  return mm > 0 && Number.isFinite(mm) ? mm : undefined;
}

export type ViewBox = readonly [x: number, y: number, width: number, height: number];

/** Four numbers, the last two positive. */
export function readViewBox(text: string | undefined): ViewBox | undefined {
  const numbers = (text ?? '')
    .slice(0, 200)
    .trim()
    .split(/\s*,\s*|\s+/)
    .map(Number);
  const [x, y, width, height] = numbers;
  if (numbers.length !== 4 || !numbers.every(Number.isFinite)) return undefined;
  return width! > 0 && height! > 0 ? [x!, y!, width!, height!] : undefined;
}
