import { PdfFault } from './fault.ts';
import type { PdfFile } from './file.ts';
import { PdfDict, PdfRef, PdfString, type PdfValue } from './objects.ts';

/** All entries of a number tree (ISO 32000-1, 7.9.7). Sound entries only; loops are a PdfFault. */
export function numberTree(file: PdfFile, root: PdfValue | undefined): Map<number, PdfValue> {
  const entries = new Map<number, PdfValue>();
  eachLeaf(file, root, 'Nums', (key, value) => {
    if (typeof key === 'number') entries.set(key, value);
  });
  return entries;
}

/** All entries of a name tree (7.9.6); keys one character a byte. */
export function nameTree(file: PdfFile, root: PdfValue | undefined): Map<string, PdfValue> {
  const entries = new Map<string, PdfValue>();
  eachLeaf(file, root, 'Names', (key, value) => {
    if (key instanceof PdfString) entries.set(key.bytes, value);
  });
  return entries;
}

function eachLeaf(
  file: PdfFile,
  root: PdfValue | undefined,
  kind: 'Nums' | 'Names',
  visit: (key: PdfValue, value: PdfValue) => void,
): void {
  const seen = new Set<number>();
  const stack: PdfValue[] = [root ?? null];
  while (stack.length > 0) {
    const entry = stack.pop()!;
    if (entry instanceof PdfRef) {
      if (seen.has(entry.number)) throw new PdfFault('loop', 'a tree of entries contains itself');
      seen.add(entry.number);
    }
    const node = file.dict(entry);
    if (!node) continue;
    const leaves = file.array(node.get(kind)) ?? [];
    for (let index = 0; index + 1 < leaves.length; index += 2) {
      visit(file.resolve(leaves[index]), leaves[index + 1]!);
    }
    const kids = file.array(node.get('Kids')) ?? [];
    for (let index = kids.length - 1; index >= 0; index--) stack.push(kids[index]!);
  }
}

/** A number tree of one node. */
export function numberTreeOf(entries: Iterable<[number, PdfValue]>): PdfDict {
  const sorted = [...entries].sort((one, other) => one[0] - other[0]);
  return PdfDict.of({ Nums: sorted.flat() });
}

/** A name tree of one node; keys one character a byte, sorted as 7.9.6 wants them. */
export function nameTreeOf(entries: Iterable<[string, PdfValue]>): PdfDict {
  const sorted = [...entries].sort((one, other) => (one[0] < other[0] ? -1 : 1));
  return PdfDict.of({ Names: sorted.flatMap(([key, value]) => [new PdfString(key), value]) });
}
