import { ContentReader } from '../pdf/content.ts';
import type { PdfFile } from '../pdf/file.ts';
import { type PdfDict, PdfRef, type PdfStream, PdfString } from '../pdf/objects.ts';
import { type PdfPage, pageContent } from '../pdf/pages.ts';

/** A content stream, inflated when asked for, and what its names mean. */
interface Content {
  bytes: () => Buffer;
  resources: PdfDict;
}

/** The composite fonts that stand in the resources of these pages: their object numbers, sorted. */
export function fontsNamed(file: PdfFile, pages: readonly PdfPage[]): number[] {
  const numbers = new Set<number>();
  for (const { resources } of contentsOf(file, pages)) {
    for (const name of file.dict(resources.get('Font'))?.keys() ?? []) {
      const number = compositeFont(file, resources, name);
      if (number !== undefined) numbers.add(number);
    }
  }
  return [...numbers].sort((one, other) => one - other);
}

/**
 * The two-byte codes each composite font shows on these pages, the forms and patterns they use
 * included: object number of the font -> codes.
 */
export function codesShown(file: PdfFile, pages: readonly PdfPage[]): Map<number, Set<number>> {
  const shown = new Map<number, Set<number>>();
  for (const content of contentsOf(file, pages)) collect(file, content, shown);
  return shown;
}

function* contentsOf(file: PdfFile, pages: readonly PdfPage[]): Generator<Content> {
  const seen = new Set<PdfStream>();
  const queue: Content[] = pages.map((page) => ({
    bytes: () => pageContent(file, page.dict),
    resources: page.resources,
  }));
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { resources } = next;
    yield next;
    for (const stream of innerContent(file, resources)) {
      if (seen.has(stream)) continue;
      seen.add(stream);
      queue.push({
        bytes: () => file.decode(stream),
        resources: file.dict(stream.dict.get('Resources')) ?? resources,
      });
    }
  }
}

/** Forms, tiling patterns and the groups of soft masks among some resources. */
function innerContent(file: PdfFile, resources: PdfDict): PdfStream[] {
  const streams: PdfStream[] = [];
  for (const kind of ['XObject', 'Pattern']) {
    for (const value of file.dict(resources.get(kind))?.values() ?? []) {
      const stream = file.stream(value);
      if (stream && file.name(stream.dict.get('Subtype')) !== 'Image') streams.push(stream);
    }
  }
  for (const value of file.dict(resources.get('ExtGState'))?.values() ?? []) {
    const group = file.stream(file.dict(file.dict(value)?.get('SMask'))?.get('G'));
    if (group) streams.push(group);
  }
  return streams;
}

function collect(file: PdfFile, content: Content, shown: Map<number, Set<number>>): void {
  const reader = new ContentReader(content.bytes());
  let codes: Set<number> | undefined;
  while (reader.next()) {
    const { operator } = reader;
    if (operator === 'Tf')
      codes = codesOf(compositeFont(file, content.resources, reader.name(0)), shown);
    else if (!codes) continue;
    else if (operator === 'Tj' || operator === "'") add(codes, reader.string(0));
    else if (operator === '"') add(codes, reader.string(2));
    else if (operator === 'TJ') {
      const list = reader.value(0);
      if (Array.isArray(list)) {
        for (const entry of list) if (entry instanceof PdfString) add(codes, entry.bytes);
      }
    }
  }
}

function compositeFont(
  file: PdfFile,
  resources: PdfDict,
  name: string | undefined,
): number | undefined {
  const ref = file.dict(resources.get('Font'))?.get(name ?? '');
  if (!(ref instanceof PdfRef)) return undefined;
  return file.name(file.dict(ref)?.get('Subtype')) === 'Type0' ? ref.number : undefined;
}

function codesOf(
  font: number | undefined,
  shown: Map<number, Set<number>>,
): Set<number> | undefined {
  if (font === undefined) return undefined;
  let codes = shown.get(font);
  if (!codes) {
    codes = new Set();
    shown.set(font, codes);
  }
  return codes;
}

function add(codes: Set<number>, bytes: string | undefined): void {
  if (bytes === undefined) return;
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    codes.add(bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1));
  }
}
