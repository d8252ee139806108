import { limits } from './parse.ts';
import type { Attribute, Kept, Reference } from './sift.ts';

/** The elements of a drawing that have an id; of two with the same one the first. */
export function elementsById(root: Kept): Map<string, Kept> {
  const found = new Map<string, Kept>();
  const visit = (element: Kept) => {
    if (element.id !== undefined && !found.has(element.id)) found.set(element.id, element);
    element.children.forEach(visit);
  };
  visit(root);
  return found;
}

export function isReference(attribute: Attribute): attribute is Reference {
  return typeof attribute !== 'string';
}

/**
 * A drawing may call its parts again and again. What is wrong with that: something calls itself, or
 * all that is called amounts to more elements than a drawing may have.
 */
export function referenceFault(
  root: Kept,
  byId: ReadonlyMap<string, Kept>,
): { fault: ReferenceFault; at: number } | undefined {
  const sizes = new Map<Kept, number>();
  let found: { fault: ReferenceFault; at: number } | undefined;

  function sizeOf(element: Kept, depth: number): number {
    const known = sizes.get(element);
    // Being measured: to meet it again within itself is a circle.
    if (Number.isNaN(known)) found ??= { fault: 'circle', at: element.at };
    if (depth > limits.depth) found ??= { fault: 'too-deep', at: element.at };
    if (found) return 0;
    if (known !== undefined) return known;
    sizes.set(element, Number.NaN);
    const called = [...element.attributes.values()].flatMap((attribute) =>
      isReference(attribute) ? (byId.get(attribute.id) ?? []) : [],
    );
    let size = 1;
    for (const part of [...called, ...element.children]) size += sizeOf(part, depth + 1);
    sizes.set(element, size);
    return size;
  }

  const size = sizeOf(root, 0);
  if (!found && size > limits.elements) found = { fault: 'too-many', at: root.at };
  return found;
}

type ReferenceFault = 'circle' | 'too-deep' | 'too-many';
