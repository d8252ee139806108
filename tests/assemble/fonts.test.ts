import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { join } from '../../scripts/assemble/join.ts';
import { closure, readTrueType, writeTrueType } from '../../scripts/assemble/truetype.ts';
import { plainText, TextReader } from '../../scripts/check/text.ts';
import { PdfFault } from '../../scripts/pdf/fault.ts';
import type { PdfFile } from '../../scripts/pdf/file.ts';
import { readFont } from '../../scripts/pdf/font.ts';
import { PdfRef } from '../../scripts/pdf/objects.ts';
import { pagesOf } from '../../scripts/pdf/pages.ts';
import { readPdf } from '../../scripts/pdf/read.ts';
import { flateStream } from '../../scripts/pdf/stream.ts';
import { fixture } from '../fixtures/pdf/fixture.ts';

const SERIF = readFileSync(
  new URL('../../templates/fonts/SourceSerif4-Regular.ttf', import.meta.url),
);
const ignore = () => {};

/** The embedded program of each face, by PostScript name; more than one if there are. */
function programs(file: PdfFile) {
  const found = new Map<string, Map<number, ReturnType<typeof readTrueType>>>();
  for (const page of pagesOf(file)) {
    for (const value of file.dict(page.resources.get('Font'))?.values() ?? []) {
      const font = file.dict(value)!;
      const cidFont = file.dict(file.array(font.get('DescendantFonts'))?.[0]);
      const stream = file.stream(file.dict(cidFont?.get('FontDescriptor'))?.get('FontFile2'));
      if (!stream) continue;
      const { name } = readFont(file, font);
      const faces = found.get(name) ?? new Map();
      found.set(name, faces);
      faces.set((value as PdfRef).number, readTrueType(file.decode(stream)));
    }
  }
  return found;
}

test('a program written is the program read', () => {
  const font = readTrueType(SERIF)!;
  assert.equal(font.glyphs.size > 1000, true);
  const again = readTrueType(writeTrueType(font))!;
  assert.deepEqual([...again.glyphs.keys()], [...font.glyphs.keys()]);
  for (const [number, glyph] of font.glyphs) {
    assert.equal(again.glyphs.get(number)!.advance, glyph.advance);
    const { outline } = again.glyphs.get(number)!;
    assert.deepEqual(outline.subarray(0, glyph.outline.length), glyph.outline);
  }
});

test('the sum of a whole program is what the format asks for', () => {
  const bytes = writeTrueType(readTrueType(SERIF)!);
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  assert.equal(sum, 0xb1b0afba);
});

test('a composite glyph brings its parts', () => {
  const font = readTrueType(SERIF)!;
  const composite = [...font.glyphs].find(
    ([, { outline }]) => outline.length > 0 && outline.readInt16BE(0) < 0,
  )!;
  const kept = closure(font.glyphs, [composite[0]]);
  assert.ok(kept.has(0) && kept.has(composite[0]));
  assert.ok(kept.size > 2, 'at least one part');
});

test('a damaged program is a fault', () => {
  for (const length of [3, 20, 200, 4000]) {
    assert.throws(() => readTrueType(SERIF.subarray(0, length)), PdfFault, `${length} bytes`);
  }
});

test('subsets of one face become one font with the glyphs of both', () => {
  const parts = ['chapter-one', 'chapter-two', 'chapter-welsh'];
  const merged = programs(
    join(
      parts.map((name) => fixture(name)),
      ignore,
    ),
  );
  assert.deepEqual([...merged.keys()].sort(), [
    'SourceSans3-Regular',
    'SourceSerif4-It',
    'SourceSerif4-Regular',
    'SourceSerif4-Semibold',
  ]);
  for (const [name, faces] of merged) {
    assert.equal(faces.size, 1, name);
    const wanted = new Set<number>();
    for (const part of parts) {
      for (const program of programs(readPdf(fixture(part)))
        .get(name)
        ?.values() ?? []) {
        for (const number of program!.glyphs.keys()) wanted.add(number);
      }
    }
    const [program] = faces.values();
    assert.deepEqual([...program!.glyphs.keys()].sort(), [...wanted].sort(), name);
  }
});

test('text set in a joined font reads and measures as it did', () => {
  const parts = ['chapter-one', 'chapter-two'];
  const measure = (file: PdfFile) => {
    const reader = new TextReader(file);
    return pagesOf(file).flatMap((page) =>
      reader.page(page).map(({ text, widthMm }) => [text, widthMm]),
    );
  };
  const apart = parts.flatMap((name) => measure(readPdf(fixture(name))));
  assert.deepEqual(
    measure(
      join(
        parts.map((name) => fixture(name)),
        ignore,
      ),
    ),
    apart,
  );
});

test('subsets that disagree about a glyph stay apart', () => {
  const altered = readPdf(fixture('chapter-two'));
  for (const value of altered.dict(pagesOf(altered)[0]!.resources.get('Font'))!.values()) {
    const font = altered.dict(value)!;
    if (readFont(altered, font).name !== 'SourceSerif4-Regular') continue;
    const cidFont = altered.dict(altered.array(font.get('DescendantFonts'))![0])!;
    const ref = altered.dict(cidFont.get('FontDescriptor'))!.get('FontFile2');
    const program = readTrueType(altered.decode(altered.stream(ref)!))!;
    program.glyphs.get(0)!.advance += 10;
    assert.ok(ref instanceof PdfRef);
    altered.set(ref, flateStream(writeTrueType(program)));
  }
  const merged = programs(join([fixture('chapter-one'), altered], ignore));
  assert.equal(merged.get('SourceSerif4-Regular')!.size, 2);
  assert.equal(merged.get('SourceSerif4-Semibold')!.size, 1);
});

test('pages taken out of a job bring only the glyphs they show', () => {
  const second = join([{ file: fixture('chapter-one'), from: 1, to: 2 }], ignore);
  const italic = programs(second).get('SourceSerif4-It');
  assert.equal(italic?.size ?? 0, 0, 'nothing on the second page is italic');
  const [serif] = programs(second).get('SourceSerif4-Regular')!.values();
  const [whole] = programs(readPdf(fixture('chapter-one')))
    .get('SourceSerif4-Regular')!
    .values();
  assert.ok(serif!.glyphs.size < whole!.glyphs.size);
  assert.match(plainText(new TextReader(second).page(pagesOf(second)[0]!)), /See the first course/);
});
