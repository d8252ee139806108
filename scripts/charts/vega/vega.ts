/**
 * The part of Vega that draws, as one module that is loaded at the moment of use and so becomes
 * one file of the bundle.
 */
import * as vega from 'vega';

export { changeset, Error as logErrors, logger, parse, truthy, View } from 'vega';
export { expressionInterpreter } from 'vega-interpreter';

/** How Vega finds out how wide a text is; its own types leave it out. */
interface TextMetrics {
  width: (item: { fontSize?: number; fontWeight?: number | string }, text: unknown) => number;
}

export const { textMetrics } = vega as unknown as { textMetrics: TextMetrics };
