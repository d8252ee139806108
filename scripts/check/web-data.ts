import type { Message } from '../finding.ts';
import type { PromisedCourse } from '../promise.ts';
import { attribute, type OpenedPage } from './web-dom.ts';
import * as say from './web-messages.ts';

type Thing = Record<string, unknown>;

/** What the page tells search engines: read as they read it, and the same as it tells people. */
export function checkData({ elements, promise }: OpenedPage): Message[] {
  const scripts = elements.filter(
    (element) =>
      element.tagName === 'script' && attribute(element, 'type') === 'application/ld+json',
  );
  const [script] = scripts;
  if (!script || scripts.length > 1) return [say.dataIsMissing()];
  let data: Thing;
  try {
    data = JSON.parse(script.words) as Thing;
  } catch {
    return [say.dataIsNotReadable()];
  }
  const things = (Array.isArray(data['@graph']) ? data['@graph'] : [data]) as Thing[];
  const isSchema = data['@context'] === 'https://schema.org';
  return [
    ...(isSchema ? [] : [say.dataIsNotReadable()]),
    ...promise.courses.flatMap((course) => compare(course, things)),
  ];
}

function compare(
  { id, name, prices, starts }: PromisedCourse,
  things: readonly Thing[],
): Message[] {
  const found = things.find((thing) => thing['@id'] === `#${id}`);
  if (!found || !listOf(found['@type']).includes('Course')) return [say.courseIsNotInData(name)];
  const told = {
    prices: listOf(found.offers).map(
      (offer) => (offer as Thing).price ?? ((offer as Thing).priceSpecification as Thing)?.price,
    ),
    starts: listOf(found.hasCourseInstance).flatMap((one) => (one as Thing).startDate ?? []),
  };
  return [
    ...(found.name === name ? [] : [say.dataDiffers(name, 'name')]),
    ...(same(told.prices, prices) ? [] : [say.dataDiffers(name, 'fees')]),
    ...(same(told.starts, starts) ? [] : [say.dataDiffers(name, 'starts')]),
  ];
}

function listOf(value: unknown): unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

function same(one: readonly unknown[], other: readonly unknown[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
