import { createHash, type Hash } from 'node:crypto';
import type { PdfFile } from '../pdf/file.ts';
import { PdfDict, PdfName, PdfRef, PdfStream, PdfString, type PdfValue } from '../pdf/objects.ts';
import { pageContent, pagesOf } from '../pdf/pages.ts';
import { readPdf } from '../pdf/read.ts';

/** A page as it looks, without drawing it. */
export interface PageLook {
  /** Hexadecimal, 32 characters. Pages of one print look alike, in whatever file they stand. */
  print: string;
  /** Points. */
  width: number;
  height: number;
}

/**
 * What each page of a finished file looks like, in order: its drawing instructions and all they
 * draw with. Two things that change with every print job are left out: the names of resources,
 * which are numbers of objects, and which glyphs a font was cut to, which keep their numbers.
 *
 * @throws PdfFault for a file that is damaged
 */
export function pageLooks(pdf: Uint8Array): PageLook[] {
  const file = readPdf(pdf);
  const known = new Map<number, string>();
  return pagesOf(file).map(({ dict, resources, cropBox, rotate }) => {
    const [left, bottom, right, top] = cropBox;
    const hash = createHash('sha256').update(`${cropBox.join(' ')} ${rotate}\n`);
    addDrawing(hash, file, pageContent(file, dict).toString('latin1'), resources, known);
    const print = hash.digest('hex').slice(0, 32);
    return { print, width: right - left, height: top - bottom };
  });
}

/** Instructions, each resource's name replaced by what it names. */
function addDrawing(
  hash: Hash,
  file: PdfFile,
  instructions: string,
  resources: PdfDict,
  known: Map<number, string>,
): void {
  const prints = new Map<string, string>();
  for (const list of resources.values()) {
    for (const [name, value] of file.dict(list) ?? []) {
      prints.set(name, printOf(value, file, known));
    }
  }
  hash.update(instructions.replace(/\/(\w+)/g, (all, name) => prints.get(name) ?? all));
}

/** A resource, with all it refers to. */
function printOf(value: PdfValue, file: PdfFile, known: Map<number, string>): string {
  if (!(value instanceof PdfRef)) {
    const hash = createHash('sha256');
    addValue(hash, value, file, known);
    return hash.digest('hex');
  }
  let print = known.get(value.number);
  if (print === undefined) {
    // What refers back to itself on the way is marked, not followed.
    known.set(value.number, 'loop');
    print = printOf(file.resolve(value), file, known);
    known.set(value.number, print);
  }
  return print;
}

function addValue(hash: Hash, value: PdfValue, file: PdfFile, known: Map<number, string>): void {
  if (value instanceof PdfName) hash.update(`/${value.name} `);
  else if (value instanceof PdfString) hash.update(`(${value.bytes})`, 'latin1');
  else if (value instanceof PdfRef) hash.update(printOf(value, file, known));
  else if (value instanceof PdfStream) addStream(hash, value, file, known);
  else if (value instanceof PdfDict) addDict(hash, value, file, known);
  else if (Array.isArray(value)) {
    hash.update('[');
    for (const entry of value) addValue(hash, entry, file, known);
    hash.update(']');
  } else hash.update(`${value} `);
}

function addDict(hash: Hash, dict: PdfDict, file: PdfFile, known: Map<number, string>): void {
  if (file.name(dict.get('Type')) === 'Font') {
    // Its name without the six letters of the cut: the same font has the same glyph numbers.
    hash.update(`font ${file.name(dict.get('BaseFont'))?.replace(/^[A-Z]{6}\+/, '')} `);
    return;
  }
  hash.update('<<');
  for (const [key, value] of dict) {
    if (leftOut.has(key)) continue;
    hash.update(`/${key} `);
    addValue(hash, value, file, known);
  }
  hash.update('>>');
}

/** What places an object in the file's structure and says nothing of its look. */
const leftOut = new Set(['Length', 'Parent', 'P', 'StructParent', 'StructParents']);

function addStream(hash: Hash, stream: PdfStream, file: PdfFile, known: Map<number, string>): void {
  const resources = file.dict(stream.dict.get('Resources'));
  if (!resources) {
    addDict(hash, stream.dict, file, known);
    hash.update(stream.data);
    return;
  }
  const rest = PdfDict.copy(stream.dict);
  rest.delete('Resources');
  rest.delete('Filter');
  addDict(hash, rest, file, known);
  addDrawing(hash, file, file.decode(stream).toString('latin1'), resources, known);
}
