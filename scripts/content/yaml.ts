import { type Alias, isAlias, isMap, isScalar, isSeq, type ParsedNode, parseDocument } from 'yaml';
import type { Place, Report } from '../finding.ts';
import { type Facts, noFacts } from './facts.ts';
import { frontMatterNotKeys } from './messages.ts';
import { readPlainYaml } from './plain-yaml.ts';
import { type At, placesIn } from './positions.ts';
import { faultOf } from './yaml-fault.ts';
import * as say from './yaml-messages.ts';

/** Aliases (`*terms`) repeat what they name: this bounds what a short file can grow to. */
const nodeLimit = 20_000;
const depthLimit = 16;

/**
 * Reads YAML 1.2 (core schema: a date is text, `yes` is text) into plain data, and notes where each
 * fact stands. `firstLine` is the line of the file on which the text begins. Undefined after
 * findings, when what is there cannot be relied on.
 */
export function readYaml(
  text: string,
  file: string,
  firstLine: number,
  report: Report,
): Facts | undefined {
  const facts = readPlainYaml(text, file, firstLine) ?? readAnyYaml(text, file, firstLine, report);
  if (facts && /[“”‘’]/.test(text)) reportCurlyQuotes(facts, report);
  return facts;
}

/** Quotes that a word processor typed: to YAML they are letters. */
function reportCurlyQuotes(facts: Facts, report: Report): void {
  function visit(value: unknown, path: string): void {
    if (typeof value === 'string' && /^[“”][^“”]*[“”]$|^[‘’][^‘’]*[‘’]$/.test(value)) {
      report(say.curlyQuote(value), facts.places[path]);
    } else if (value !== null && typeof value === 'object') {
      for (const [key, inner] of Object.entries(value))
        visit(inner, path === '' ? key : `${path}.${key}`);
    }
  }
  visit(facts.data, '');
}

/** The same by the library, which knows all of YAML and what is wrong with the rest. */
export function readAnyYaml(
  text: string,
  file: string,
  firstLine: number,
  report: Report,
): Facts | undefined {
  const at = placesIn(text, file, firstLine);
  const document = parseDocument(text, {
    prettyErrors: false,
    stringKeys: true,
    uniqueKeys: false, // its own check is quadratic; `walk` does it
    resolveKnownTags: false,
    logLevel: 'silent',
  });
  const problems = [...document.errors, ...document.warnings];
  if (problems.length > 0) {
    const said = new Set<number | undefined>();
    let count = 0;
    for (const problem of problems) {
      const { message, start, end } = faultOf(text, problem);
      const place = at(start, end);
      // What goes wrong where a finding's reason was noticed is its consequence.
      const noticed = at(Math.min(problem.pos[0], text.length)).line;
      if (said.has(place.line) || said.has(noticed)) continue;
      said.add(place.line).add(noticed);
      count++;
      report(message, place);
      if (misleading.has(message.code) || count === 3) break;
    }
    return undefined;
  }
  const facts = noFacts();
  const root = document.contents as ParsedNode | null;
  if (root === null || (isScalar(root) && root.value === null)) return facts;
  if (!isMap(root)) {
    report(frontMatterNotKeys(), at(root.range[0]));
    return undefined;
  }
  const value = walk(root, facts, at, report);
  if (value === undefined) return undefined;
  facts.data = value;
  return facts;
}

/** After these the library takes what follows for something else. */
const misleading: ReadonlySet<string> = new Set(
  ['open', 'quote-ends', 'hash-in-braces', 'tab', 'no-break-space'].map(
    (what) => `content/yaml-${what}`,
  ),
);

/** Document nodes to plain data; undefined if the document is too large or too deep to be meant. */
function walk(
  root: ParsedNode,
  facts: Facts,
  at: At,
  report: Report,
): Record<string, unknown> | undefined {
  const anchors = new Map<string, ParsedNode>();
  let nodes = 0;
  let tooMuch: Place | undefined;

  /** `via` is the outermost alias that led here. */
  function visit(
    given: ParsedNode,
    path: string,
    depth: number,
    keyPlace?: Place,
    via: ParsedNode | undefined = isAlias(given) ? given : undefined,
  ): unknown {
    if (tooMuch) return null;
    const node = isAlias(given) ? anchors.get(given.source) : given;
    if (!node || isAlias(node)) {
      report(say.yamlAlias((given as Alias).source), at(given.range[0], given.range[1]));
      return null;
    }
    if (++nodes > nodeLimit || depth > depthLimit) {
      const { range } = via ?? given;
      tooMuch = at(range[0], range[1]);
      return null;
    }
    if (node.anchor) anchors.set(node.anchor, node);
    if (node.tag) report(say.yamlTag(), at(given.range[0], given.range[1]));
    if (isScalar(node)) {
      const place = at(given.range[0], given.range[1]);
      facts.places[path] = place;
      if (node.value === null && !node.source) facts.empty[path] = 'blank';
      // `Room #3` is the text "Room" and a comment: seldom meant.
      if (node.type === 'PLAIN' && /^\S/.test(node.comment ?? '')) {
        report(say.yamlHash(node.comment ?? ''), place);
      }
      if (typeof node.value === 'number') {
        facts.typed[path] = node.source ?? String(node.value);
        if (!Number.isFinite(node.value)) return facts.typed[path];
      }
      return node.value;
    }
    if (path !== '') facts.places[path] = keyPlace ?? at(given.range[0]);
    if (isSeq(node)) {
      return node.items.map((item, i) =>
        visit(item as ParsedNode, `${path}.${i}`, depth + 1, undefined, via),
      );
    }
    if (!isMap(node)) return null;
    const data: Record<string, unknown> = {};
    for (const pair of node.items) {
      const key = pair.key as ParsedNode;
      const name = isScalar(key) ? String(key.value) : '';
      const where = at(key.range[0], key.range[1]);
      const full = path === '' ? name : `${path}.${name}`;
      if (name in Object.prototype) report(say.reservedKey(name), where);
      else if (Object.hasOwn(data, name)) report(say.keyTwice(full), where);
      else {
        facts.keys[full] = where;
        if (!pair.value) {
          facts.places[full] = where;
          facts.empty[full] = 'cut off';
        }
        data[name] = pair.value
          ? visit(pair.value as ParsedNode, full, depth + 1, where, via)
          : null;
      }
    }
    return data;
  }

  const data = visit(root, '', 0) as Record<string, unknown>;
  if (tooMuch) report(say.yamlTooMuch(nodeLimit, depthLimit), tooMuch);
  return tooMuch ? undefined : data;
}
