import { asBuffer } from './bytes.ts';
import { LIMITS, PdfFault, type PdfLimits } from './fault.ts';
import { PdfFile } from './file.ts';
import { objectAt } from './indirect.ts';
import { PdfDict, PdfStream, type PdfValue } from './objects.ts';
import { Parser } from './parser.ts';
import { type Location, readCrossReferences } from './xref.ts';

/**
 * Opens a file as Chromium and our own stages write it: cross-reference tables or streams, object
 * streams, no encryption. Nothing is repaired: a file that is damaged throws PdfFault, here or
 * when the damaged object is first asked for.
 * @param bytes is kept, not copied: streams are views of it
 */
export function readPdf(bytes: Uint8Array, limits: PdfLimits = LIMITS): PdfFile {
  const buffer = asBuffer(bytes);
  if (buffer.toString('latin1', 0, 5) !== '%PDF-') {
    throw new PdfFault('not-pdf', 'the file does not begin as a PDF does', 0);
  }
  // The cross-references name objects whose streams may have an indirect length: `file` exists
  // before they are read, and finds what it needs in `locations` as they fill up.
  const locations = new Map<number, Location | null>();
  const containers = new Map<number, Container>();
  const file: PdfFile = new PdfFile(
    new PdfDict(),
    (number) => {
      const location = locations.get(number);
      if (!location) return undefined;
      if ('offset' in location) return objectAt(buffer, location.offset, number, file);
      return packedObject(file, containers, location, number);
    },
    1,
    limits,
  );
  readCrossReferences(buffer, file, locations);
  if (file.trailer.has('Encrypt')) {
    throw new PdfFault('encrypted', 'the file is encrypted');
  }
  let highest = 0;
  for (const number of locations.keys()) if (number > highest) highest = number;
  if (highest > 2 ** 31) throw new PdfFault('xref', 'object numbers are impossibly high');
  file.raiseSize(highest + 1);
  return file;
}

/** An object stream (7.5.7), inflated once: which object begins where. */
interface Container {
  bytes: Buffer;
  numbers: number[];
  offsets: number[];
}

function packedObject(
  file: PdfFile,
  containers: Map<number, Container>,
  location: { container: number; index: number },
  number: number,
): PdfValue {
  let container = containers.get(location.container);
  if (!container) {
    container = openContainer(file, location.container);
    containers.set(location.container, container);
  }
  if (container.numbers[location.index] !== number) {
    throw new PdfFault('xref', `object ${number} is not where the file says`);
  }
  const start = container.offsets[location.index]!;
  return new Parser(container.bytes, start, container.bytes.length, file.limits.depth).value();
}

function openContainer(file: PdfFile, number: number): Container {
  const stream = file.object(number);
  if (!(stream instanceof PdfStream) || file.name(stream.dict.get('Type')) !== 'ObjStm') {
    throw new PdfFault('xref', `object ${number} should hold other objects and does not`);
  }
  const bytes = file.decode(stream);
  const count = file.number(stream.dict.get('N')) ?? -1;
  const first = file.number(stream.dict.get('First')) ?? -1;
  if (!(count >= 0 && count <= bytes.length && first >= 0 && first <= bytes.length)) {
    throw new PdfFault('xref', `object ${number} has an impossible table of objects`);
  }
  const parser = new Parser(bytes, 0, first);
  const container: Container = { bytes, numbers: [], offsets: [] };
  for (let index = 0; index < count; index++) {
    container.numbers.push(parser.integer());
    container.offsets.push(first + parser.integer());
  }
  return container;
}
