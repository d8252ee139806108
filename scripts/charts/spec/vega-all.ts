/** Vega whole, and Vega-Lite where it is asked for, loaded after the clock was stopped. */
export async function loadVega(language: 'vega' | 'vega-lite') {
  const [vega, { expressionInterpreter }, vegaLite] = await Promise.all([
    import('vega'),
    import('vega-interpreter'),
    language === 'vega-lite' ? import('vega-lite') : undefined,
  ]);
  return { vega, untyped: vega as unknown as Untyped, vegaLite, expressionInterpreter };
}

/** What Vega gives and its own types leave out. */
export interface Untyped {
  textMetrics: {
    width: (item: { fontSize?: number; fontWeight?: unknown }, text: unknown) => number;
  };
  /** Sets the reader of a data format. */
  formats: (type: string, reader: (text: unknown, format?: object) => object[]) => void;
  setRandom: (random: () => number) => void;
  randomLCG: (seed: number) => () => number;
}
