import { PdfFault } from '../pdf/fault.ts';

/** One glyph of a TrueType program. */
export interface Glyph {
  /** Its entry of `glyf`: empty for a glyph without an outline. */
  outline: Buffer;
  /** In font units. */
  advance: number;
  leftBearing: number;
}

/**
 * A TrueType program (OpenType 1.9, glyf outlines) with the tables a PDF needs of it: ISO 32000-1,
 * 9.9, asks for glyf, head, hhea, hmtx, loca and maxp, and cvt, fpgm and prep if it has them.
 */
export interface TrueType {
  /** By number; glyphs that were cut away are missing. */
  glyphs: Map<number, Glyph>;
  /** As they were: head, hhea, maxp, and cvt, fpgm, prep if present. */
  tables: Map<string, Buffer>;
}

const KEPT = ['head', 'hhea', 'maxp', 'cvt ', 'fpgm', 'prep'];
const COMPOSITE_MORE = 0x20;
const COMPOSITE_WORDS = 1;
const COMPOSITE_SCALE = 8;
const COMPOSITE_TWO_SCALES = 0x40;
const COMPOSITE_MATRIX = 0x80;

/** Reads a program. Damage is a PdfFault; a program without glyf outlines is undefined. */
export function readTrueType(bytes: Buffer): TrueType | undefined {
  try {
    return read(bytes);
  } catch (error) {
    if (error instanceof RangeError) throw new PdfFault('structure', 'a font program is damaged');
    throw error;
  }
}

function read(bytes: Buffer): TrueType | undefined {
  const all = new Map<string, Buffer>();
  const count = bytes.readUInt16BE(4);
  for (let index = 0; index < count; index++) {
    const at = 12 + 16 * index;
    const offset = bytes.readUInt32BE(at + 8);
    const length = bytes.readUInt32BE(at + 12);
    if (offset + length > bytes.length) throw new RangeError('table outside the font');
    all.set(bytes.toString('latin1', at, at + 4), bytes.subarray(offset, offset + length));
  }
  const [head, hhea, maxp] = [all.get('head'), all.get('hhea'), all.get('maxp')];
  const [glyf, loca, hmtx] = [all.get('glyf'), all.get('loca'), all.get('hmtx')];
  if (!head || !hhea || !maxp || !glyf || !loca || !hmtx) return undefined;
  const long = head.readInt16BE(50) !== 0;
  const metrics = hhea.readUInt16BE(34);
  const offsetOf = (glyph: number) =>
    long ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph);
  const glyphs = new Map<number, Glyph>();
  const glyphCount = maxp.readUInt16BE(4);
  let end = offsetOf(0);
  for (let glyph = 0; glyph < glyphCount; glyph++) {
    const start = end;
    end = offsetOf(glyph + 1);
    const advance = hmtx.readUInt16BE(4 * Math.min(glyph, metrics - 1));
    // A subset that keeps glyph numbers leaves nothing of what it drops.
    if (glyph > 0 && end <= start && advance === 0) continue;
    const leftBearing =
      glyph < metrics
        ? hmtx.readInt16BE(4 * glyph + 2)
        : hmtx.readInt16BE(4 * metrics + 2 * (glyph - metrics));
    glyphs.set(glyph, { outline: glyf.subarray(start, end), advance, leftBearing });
  }
  const tables = new Map<string, Buffer>();
  for (const tag of KEPT) {
    const table = all.get(tag);
    if (table) tables.set(tag, table);
  }
  return { glyphs, tables };
}

/** The glyphs of `wanted`, 0, and all they are composed of. */
export function closure(glyphs: ReadonlyMap<number, Glyph>, wanted: Iterable<number>): Set<number> {
  const found = new Set<number>();
  const stack = [0, ...wanted];
  while (stack.length > 0) {
    const number = stack.pop()!;
    if (found.has(number)) continue;
    found.add(number);
    const glyph = glyphs.get(number);
    if (glyph) stack.push(...componentsOf(glyph.outline));
  }
  return found;
}

/** The glyphs a composite outline names; none for a simple one. */
function componentsOf(outline: Buffer): number[] {
  if (outline.length < 10 || outline.readInt16BE(0) >= 0) return [];
  const components: number[] = [];
  let flags = COMPOSITE_MORE;
  for (let at = 10; flags & COMPOSITE_MORE && at + 4 <= outline.length; ) {
    flags = outline.readUInt16BE(at);
    components.push(outline.readUInt16BE(at + 2));
    at += 4 + (flags & COMPOSITE_WORDS ? 4 : 2);
    if (flags & COMPOSITE_SCALE) at += 2;
    else if (flags & COMPOSITE_TWO_SCALES) at += 4;
    else if (flags & COMPOSITE_MATRIX) at += 8;
  }
  return components;
}

/** Writes a program with these glyphs at their numbers. */
export function writeTrueType(font: TrueType): Buffer {
  const count = Math.max(...font.glyphs.keys()) + 1;
  const hmtx = Buffer.alloc(4 * count);
  const offsets: number[] = [0];
  const outlines: Buffer[] = [];
  let length = 0;
  for (let number = 0; number < count; number++) {
    const glyph = font.glyphs.get(number);
    if (glyph) {
      hmtx.writeUInt16BE(glyph.advance, 4 * number);
      hmtx.writeInt16BE(glyph.leftBearing, 4 * number + 2);
      const padding = Buffer.alloc(-glyph.outline.length & 3);
      outlines.push(glyph.outline, padding);
      length += glyph.outline.length + padding.length;
    }
    offsets.push(length);
  }
  const long = length > 0x1fffe;
  const loca = Buffer.alloc((long ? 4 : 2) * offsets.length);
  offsets.forEach((offset, index) => {
    if (long) loca.writeUInt32BE(offset, 4 * index);
    else loca.writeUInt16BE(offset / 2, 2 * index);
  });
  const head = Buffer.from(font.tables.get('head')!);
  head.writeUInt32BE(0, 8);
  head.writeInt16BE(long ? 1 : 0, 50);
  const hhea = Buffer.from(font.tables.get('hhea')!);
  hhea.writeUInt16BE(count, 34);
  const maxp = Buffer.from(font.tables.get('maxp')!);
  maxp.writeUInt16BE(count, 4);
  const made = { head, hhea, maxp, hmtx, loca, glyf: Buffer.concat(outlines) };
  const tables = new Map([...font.tables, ...Object.entries(made)]);
  const bytes = pack(tables);
  bytes.writeUInt32BE((0xb1b0afba - sum(bytes)) >>> 0, tableOffset(bytes, 'head') + 8);
  return bytes;
}

/** The sfnt wrapper: a directory, sorted, and the tables on multiples of four. */
function pack(tables: ReadonlyMap<string, Buffer>): Buffer {
  const sorted = [...tables].sort(([one], [other]) => (one < other ? -1 : 1));
  const directory = Buffer.alloc(12 + 16 * sorted.length);
  const power = 2 ** Math.floor(Math.log2(sorted.length));
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(sorted.length, 4);
  directory.writeUInt16BE(power * 16, 6);
  directory.writeUInt16BE(Math.log2(power), 8);
  directory.writeUInt16BE((sorted.length - power) * 16, 10);
  const chunks = [directory];
  let offset = directory.length;
  sorted.forEach(([tag, table], index) => {
    const padded = Buffer.alloc((table.length + 3) & ~3);
    table.copy(padded);
    const at = 12 + 16 * index;
    directory.write(tag, at, 'latin1');
    directory.writeUInt32BE(sum(padded), at + 4);
    directory.writeUInt32BE(offset, at + 8);
    directory.writeUInt32BE(table.length, at + 12);
    chunks.push(padded);
    offset += padded.length;
  });
  return Buffer.concat(chunks);
}

function sum(bytes: Buffer): number {
  let total = 0;
  for (let at = 0; at + 4 <= bytes.length; at += 4) total = (total + bytes.readUInt32BE(at)) >>> 0;
  return total;
}

function tableOffset(bytes: Buffer, tag: string): number {
  for (let at = 12; ; at += 16) {
    if (bytes.toString('latin1', at, at + 4) === tag) return bytes.readUInt32BE(at + 8);
  }
}
