import type { Message } from '../../finding.ts';
import * as say from '../messages.ts';
import {
  drawing,
  effects,
  geometry,
  properties,
  refused,
  silent,
  svgNamespace,
  xlinkNamespace,
} from './allowed.ts';
import type { SvgElement } from './parse.ts';
import { type Declaration, declarationsFor, type Rule, readDeclarations } from './style.ts';
import { idOf, readValue } from './value.ts';

/** An element with nothing left that could do harm. */
export interface Kept {
  name: string;
  id: string | undefined;
  attributes: Map<string, Attribute>;
  children: Kept[];
  /** Where it stood, as an index into the text. */
  at: number;
}

/** A value, or the id of something in the same drawing that is referred to. */
export type Attribute = string | Reference;

export interface Reference {
  id: string;
  /** `href="#id"`, or `url(#id)` and what follows it. */
  as: 'href' | 'url';
  rest: string;
}

/** Says what is refused, and where: an element's tag, or an attribute by its name. */
export type Refuse = (message: Message, element: SvgElement, attribute?: string) => void;

/** Whether an element is SVG's: of its namespace, or of none where the root has none. */
export function isSvg(element: SvgElement, root: SvgElement): boolean {
  return element.uri === svgNamespace || (element.uri === '' && root.uri === '');
}

/** What is kept of an element of a drawing and of all within it; what is refused is said. */
export function sift(
  element: SvgElement,
  root: SvgElement,
  rules: readonly Rule[],
  refuse: Refuse,
): Kept | undefined {
  const { local, at } = element;
  const refusal = refused[local];
  if (!isSvg(element, root)) {
    // Editors keep notes of their own in a drawing. Code is refused, in whichever namespace.
    if (refusal === 'script' || refusal === 'web-page')
      refuse(say.svgElement(local, refusal), element);
    return undefined;
  }
  if (silent.has(local) || local === 'style') return undefined;
  if (!drawing.has(local) || (local === 'svg' && element !== root)) {
    refuse(say.svgElement(local, refusal ?? 'unknown'), element);
    return undefined;
  }
  return {
    name: local,
    id: element.attributes.find((one) => one.uri === '' && one.local === 'id')?.value,
    attributes: siftAttributes(element, rules, refuse),
    children: element.children.flatMap((child) => sift(child, root, rules, refuse) ?? []),
    at,
  };
}

function siftAttributes(
  element: SvgElement,
  rules: readonly Rule[],
  refuse: Refuse,
): Map<string, Attribute> {
  const kept = new Map<string, Attribute>();
  const styles: Declaration[] = [];
  const plain = new Map<string, string>();

  for (const { uri, local, value } of element.attributes) {
    if (/^on/i.test(local)) refuse(say.svgHandler(local), element, local);
    else if (local === 'href' && (uri === '' || uri === xlinkNamespace)) {
      const id = idOf(value);
      if (id === undefined) refuse(say.svgOutside(value), element, local);
      else if (canRefer(element)) kept.set('href', { id, as: 'href', rest: '' });
    } else if (uri === '') plain.set(local, value);
  }

  for (const [name, value] of plain) {
    if (properties.has(name) || effects.has(name)) styles.push({ property: name, value });
    else if (geometry.has(name)) {
      const read = readValue(value);
      if (read.kind === 'plain') kept.set(name, read.value);
      else if (read.kind === 'strange') refuse(say.svgValue(name, value), element, name);
      else refuse(say.svgOutside(value), element, name);
    }
  }
  const own = readDeclarations(plain.get('style') ?? '');
  if ('fault' in own) refuse(say.svgStyle(own.fault), element, 'style');
  styles.push(
    ...declarationsFor(rules, {
      name: element.local,
      id: plain.get('id'),
      classes: plain.get('class')?.split(/\s/) ?? [],
    }),
    ...('fault' in own ? [] : own),
  );
  for (const { property, value } of styles) {
    const attribute = siftProperty(property, value, element, refuse);
    if (attribute !== undefined) kept.set(property, attribute);
  }
  return kept;
}

function siftProperty(
  property: string,
  value: string,
  element: SvgElement,
  refuse: Refuse,
): Attribute | undefined {
  if (effects.has(property)) {
    if (!/^(none|normal|auto)?$/i.test(value.trim())) refuse(say.svgEffect(property), element);
    return undefined;
  }
  if (!properties.has(property)) {
    // It is not kept; but who lets a drawing fetch something should know that it does not.
    if (/url\s*\(/i.test(value)) refuse(say.svgOutside(value), element);
    return undefined;
  }
  const read = readValue(value);
  if (read.kind === 'outside') refuse(say.svgOutside(value), element);
  if (read.kind === 'reference') return { id: read.id, as: 'url', rest: read.rest };
  const isShape = property === 'clip-path' && read.kind === 'plain' && read.value !== 'none';
  if (read.kind === 'strange' || isShape) refuse(say.svgValue(property, value), element);
  return read.kind === 'plain' && !isShape ? read.value || undefined : undefined;
}

function canRefer({ local }: SvgElement): boolean {
  return local === 'use' || local === 'linearGradient' || local === 'radialGradient';
}
