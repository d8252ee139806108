import { svgNamespace } from './allowed.ts';
import { isReference } from './references.ts';
import type { Attribute, Kept } from './sift.ts';
import type { ViewBox } from './size.ts';

/**
 * Writes a drawing to be set into a page. Ids that something refers to are numbered behind `prefix`,
 * so that drawings do not meet; all others go. The page gives it its size.
 */
export function writeSvg(
  root: Kept,
  byId: ReadonlyMap<string, Kept>,
  viewBox: ViewBox,
  prefix: string,
): string {
  const names = new Map<Kept, string>();

  const written = (name: string, attribute: Attribute): string => {
    if (!isReference(attribute)) return ` ${name}="${escaped(attribute)}"`;
    const target = byId.get(attribute.id);
    if (attribute.as === 'href') return target ? ` href="#${nameOf(target)}"` : '';
    const value = target ? `url(#${nameOf(target)}) ${attribute.rest}` : attribute.rest || 'none';
    return ` ${name}="${escaped(value.trim())}"`;
  };
  const nameOf = (element: Kept): string => {
    const name = names.get(element) ?? `${prefix}-${names.size + 1}`;
    names.set(element, name);
    return name;
  };
  const isCalled = calledElements(root, byId);
  const elementText = (element: Kept): string => {
    const id = isCalled.has(element) ? ` id="${nameOf(element)}"` : '';
    const attributes = [...element.attributes].map(([name, value]) => written(name, value));
    return `<${element.name}${id}${attributes.join('')}${inner(element)}`;
  };
  const inner = ({ name, children }: Kept): string =>
    children.length === 0 ? '/>' : `>${children.map(elementText).join('')}</${name}>`;

  const attributes = [...root.attributes]
    .filter(([name]) => !outer.has(name))
    .map(([name, value]) => written(name, value));
  return `<svg xmlns="${svgNamespace}" viewBox="${viewBox.join(' ')}"${attributes.join('')}${inner(root)}`;
}

/** Attributes of the root that the page decides on. */
const outer = new Set(['x', 'y', 'width', 'height', 'viewBox', 'transform']);

function calledElements(root: Kept, byId: ReadonlyMap<string, Kept>): Set<Kept> {
  const found = new Set<Kept>();
  const visit = ({ attributes, children }: Kept) => {
    for (const attribute of attributes.values()) {
      const target = isReference(attribute) ? byId.get(attribute.id) : undefined;
      if (target) found.add(target);
    }
    children.forEach(visit);
  };
  visit(root);
  return found;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
