import type { Message, Place } from '../finding.ts';
import { unknownHelper, unknownPartial } from './messages.ts';

/** A node of Handlebars' syntax tree, as far as it is looked at here. */
interface Node {
  type: string;
  loc?: { start: { line: number; column: number } };
  path?: Node;
  name?: Node;
  original?: string;
  params?: Node[];
  hash?: { pairs: { value: Node }[] };
  body?: Node[];
  program?: Node;
  inverse?: Node;
}

const builtIn = ['if', 'unless', 'each', 'with', 'lookup', 'log'];

/**
 * Partials and helpers that a template names and nobody has. Handlebars would say so only when it
 * comes to print them, and not where they are named.
 */
export function unknownNames(
  template: object,
  file: string,
  partials: ReadonlySet<string>,
  ownHelpers: readonly string[],
): { message: Message; place: Place }[] {
  const helpers = [...builtIn, ...ownHelpers];
  const found: { message: Message; place: Place }[] = [];
  const tell = (message: Message, { loc }: Node) => {
    const place = loc ? { file, line: loc.start.line, column: loc.start.column + 1 } : { file };
    found.push({ message, place });
  };
  const walk = (node: Node | undefined): void => {
    if (!node) return;
    const { type, path, name, params = [], hash } = node;
    const called = path?.original ?? '';
    const isCall = params.length > 0 || (hash?.pairs.length ?? 0) > 0 || type === 'SubExpression';
    if (path && !type.startsWith('Decorator') && isCall && !helpers.includes(called)) {
      tell(unknownHelper(called, helpers), node);
    }
    // A block gives what stands in for a partial that is not there; a name may be worked out.
    const partial = type === 'PartialStatement' && name?.type === 'PathExpression' && name.original;
    if (partial && partial !== '@partial-block' && !partials.has(partial)) {
      tell(unknownPartial(partial, [...partials]), node);
    }
    for (const value of [...params, ...(hash?.pairs ?? []).map((pair) => pair.value)]) walk(value);
    for (const inner of node.body ?? []) walk(inner);
    for (const inner of [name, node.program, node.inverse]) walk(inner);
  };
  walk(template as Node);
  return found;
}
