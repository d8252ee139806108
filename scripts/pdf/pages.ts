import { PdfFault } from './fault.ts';
import type { PdfFile } from './file.ts';
import { PdfDict, PdfRef, type PdfValue } from './objects.ts';

/** A rectangle in points: left, bottom, right, top. */
export type Box = [number, number, number, number];

export interface PdfPage {
  ref: PdfRef;
  dict: PdfDict;
  /** Attributes that may stand higher up in the page tree (ISO 32000-1, table 30). */
  resources: PdfDict;
  mediaBox: Box;
  cropBox: Box;
  /** 0, 90, 180 or 270. */
  rotate: number;
}

const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'];

/** The pages in order. A page tree that contains itself, or none, is a PdfFault. */
export function pagesOf(file: PdfFile): PdfPage[] {
  const pages: PdfPage[] = [];
  const seen = new Set<number>();
  const stack: { value: PdfValue; above: PdfDict }[] = [
    { value: file.catalog.get('Pages') ?? null, above: new PdfDict() },
  ];
  while (stack.length > 0) {
    const { value, above } = stack.pop()!;
    if (!(value instanceof PdfRef)) throw new PdfFault('structure', 'the page tree is damaged');
    if (seen.has(value.number)) throw new PdfFault('loop', 'the page tree contains itself');
    seen.add(value.number);
    const dict = file.dict(value);
    if (!dict) throw new PdfFault('structure', 'the page tree is damaged');
    const attributes = PdfDict.copy(above);
    for (const key of INHERITED) {
      const own = dict.get(key);
      if (own !== undefined) attributes.set(key, own);
    }
    const kids = file.array(dict.get('Kids'));
    if (!kids) pages.push(page(file, value, dict, attributes));
    else {
      for (let index = kids.length - 1; index >= 0; index--) {
        stack.push({ value: kids[index]!, above: attributes });
      }
    }
  }
  return pages;
}

function page(file: PdfFile, ref: PdfRef, dict: PdfDict, attributes: PdfDict): PdfPage {
  const mediaBox = boxOf(file, attributes.get('MediaBox'));
  if (!mediaBox) throw new PdfFault('structure', 'a page has no size');
  return {
    ref,
    dict,
    resources: file.dict(attributes.get('Resources')) ?? new PdfDict(),
    mediaBox,
    cropBox: boxOf(file, attributes.get('CropBox')) ?? mediaBox,
    rotate: file.number(attributes.get('Rotate')) ?? 0,
  };
}

/** A rectangle (7.9.5) with its corners in order; undefined if it is none. */
export function boxOf(file: PdfFile, value: PdfValue | undefined): Box | undefined {
  const numbers = file.numbers(value, 4);
  if (!numbers) return undefined;
  const [x1, y1, x2, y2] = numbers as Box;
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
}

/** A page's content, all its streams one after the other (7.8.2). */
export function pageContent(file: PdfFile, page: PdfDict): Buffer {
  const contents = file.resolve(page.get('Contents'));
  const streams = Array.isArray(contents) ? contents : [contents];
  const parts: Buffer[] = [];
  let length = 0;
  for (const entry of streams) {
    const stream = file.stream(entry);
    if (!stream) continue;
    if (parts.length > 0) parts.push(Buffer.from('\n'));
    parts.push(file.decode(stream));
    length += parts.at(-1)!.length;
    if (length > file.limits.streamBytes) {
      throw new PdfFault('too-large', 'a page has more content than any honest page');
    }
  }
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
}
