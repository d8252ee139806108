/**
 * The table directory of a TrueType or OpenType file (ISO/IEC 14496-22:2019, 4.5), read with every
 * length checked: the file may be an institution's own, and may be anything.
 */

/** Why a file cannot serve as a font. */
export type FontFaultReason = 'not-a-font' | 'web-font' | 'collection' | 'variable' | 'damaged';

/** Thrown by `openFont`; `checkFont` turns it into a finding. */
export class FontFault extends Error {
  readonly reason: FontFaultReason;

  constructor(reason: FontFaultReason, detail: string) {
    super(detail);
    this.reason = reason;
  }
}

/** The tables of one font file, by tag. */
export type Tables = ReadonlyMap<string, Reader>;

const signatures: Readonly<Record<string, FontFaultReason | 'font'>> = {
  '\x00\x01\x00\x00': 'font',
  OTTO: 'font',
  true: 'font',
  ttcf: 'collection',
  wOFF: 'web-font',
  wOF2: 'web-font',
};

/** More tables than any font has; a directory that claims more is damaged. */
const mostTables = 256;

/** Splits a font file into its tables. Throws `FontFault`. */
export function readTables(bytes: Uint8Array): Tables {
  const file = new Reader(bytes, 'the file');
  const kind = bytes.length < 12 ? undefined : signatures[file.tag(0)];
  if (kind === undefined) throw new FontFault('not-a-font', 'no TrueType or OpenType signature');
  if (kind !== 'font') throw new FontFault(kind, `it begins with ${file.tag(0)}`);
  const count = file.u16(4);
  if (count > mostTables) throw new FontFault('damaged', `its directory lists ${count} tables`);
  const tables = new Map<string, Reader>();
  for (let entry = 12; entry < 12 + 16 * count; entry += 16) {
    const tag = file.tag(entry);
    tables.set(tag, file.part(file.u32(entry + 8), file.u32(entry + 12), `its table ${tag}`));
  }
  return tables;
}

/** Big-endian numbers of a stretch of bytes. Reading past its end throws `FontFault`. */
export class Reader {
  readonly length: number;
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly name: string;

  constructor(bytes: Uint8Array, name: string) {
    this.bytes = bytes;
    this.length = bytes.length;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.name = name;
  }

  u16(at: number): number {
    return this.view.getUint16(this.within(at, 2));
  }

  i16(at: number): number {
    return this.view.getInt16(this.within(at, 2));
  }

  u32(at: number): number {
    return this.view.getUint32(this.within(at, 4));
  }

  /** Four characters. */
  tag(at: number): string {
    return String.fromCharCode(...this.bytes.subarray(this.within(at, 4), at + 4));
  }

  part(at: number, length: number, name = this.name): Reader {
    this.within(at, length);
    return new Reader(this.bytes.subarray(at, at + length), name);
  }

  /** From `at` to the end. */
  from(at: number): Reader {
    return this.part(at, this.length - at);
  }

  private within(at: number, length: number): number {
    if (at < 0 || length < 0 || at + length > this.length) {
      throw new FontFault('damaged', `${this.name} ends early`);
    }
    return at;
  }
}
