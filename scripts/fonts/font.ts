import { createHash } from 'node:crypto';
import { once } from '../once.ts';
import { type Coverage, covers, readCoverage } from './coverage.ts';
import { readFeatures } from './features.ts';
import { FontFault, type Reader, readTables, type Tables } from './tables.ts';

/** A static TrueType or OpenType font. Lengths are in font units, of which `unitsPerEm` make an em. */
export interface Font {
  bytes: Uint8Array;
  /** SHA-256 of the bytes, hexadecimal: for cache keys. */
  readonly hash: string;
  /** Family and style as the file names them. */
  family: string;
  style: string;
  /** What a PDF calls it, e.g. `SourceSerif4-Regular`. */
  postScriptName: string;
  unitsPerEm: number;
  /** Above the baseline, as Chromium takes it for the line box; there, in px, it is rounded to whole ones. */
  ascent: number;
  /** Below the baseline; positive. */
  descent: number;
  lineGap: number;
  capHeight: number;
  xHeight: number;
  /** Tags of the OpenType features it has, substitutions and positions together; a `kern` table counts as one. */
  readonly features: ReadonlySet<string>;
  readonly coverage: Coverage;
  /** The licensing bits of OS/2 (`fsType`): 2 alone forbids embedding. */
  embedding: number;
}

/**
 * Reads a static TTF or OTF. Throws `FontFault` for what is none: use `checkFont` where the file is
 * an institution's own and the fault has to become a finding.
 *
 * @param isOurs a font of the tool's, known to be whole: features and coverage are read when they
 *   are asked for, if ever (2 ms a font)
 */
export function openFont(bytes: Uint8Array, isOurs = false): Font {
  const tables = readTables(bytes);
  if (tables.has('fvar') || tables.has('CFF2')) {
    throw new FontFault('variable', 'it has variation axes');
  }
  if (!tables.has('glyf') && !tables.has('CFF ')) {
    throw new FontFault('damaged', 'it has no outlines (glyf or CFF)');
  }
  const unitsPerEm = need(tables, 'head').u16(18);
  if (unitsPerEm < 16 || unitsPerEm > 16384) {
    throw new FontFault('damaged', `it has ${unitsPerEm} units to the em`);
  }
  const os2 = tables.get('OS/2');
  const versioned = os2 !== undefined && os2.length >= 90 && os2.u16(0) >= 2;
  const hash = once(() => createHash('sha256').update(bytes).digest('hex'));
  const features = once(() => readFeatures(tables));
  const coverage = once(() => readCoverage(need(tables, 'cmap')));
  if (!isOurs) {
    features();
    coverage();
  }
  return {
    bytes,
    get hash() {
      return hash();
    },
    get features() {
      return features();
    },
    get coverage() {
      return coverage();
    },
    family: readName(tables.get('name'), [16, 1]),
    style: readName(tables.get('name'), [17, 2]),
    postScriptName: readName(tables.get('name'), [6]),
    unitsPerEm,
    ...readLine(need(tables, 'hhea'), os2),
    xHeight: versioned ? os2.i16(86) : 0,
    capHeight: versioned ? os2.i16(88) : 0,
    embedding: os2 && os2.length >= 10 ? os2.u16(8) : 0,
  };
}

/**
 * Characters of a text that the font cannot draw, each once, in the order of the text. A letter
 * with an accent counts as there if its parts are; what draws nothing (controls, joiners, soft
 * hyphens, variation selectors) is never missing.
 */
export function missingGlyphs(font: Font, text: string): string[] {
  const missing = new Set<string>();
  for (const character of text.normalize('NFC')) {
    if (drawsNothing.test(character)) continue;
    const parts = [...character.normalize('NFD')];
    const there =
      covers(font.coverage, character.codePointAt(0) ?? 0) ||
      (parts.length > 1 && parts.every((part) => covers(font.coverage, part.codePointAt(0) ?? 0)));
    if (!there) missing.add(character);
  }
  return [...missing];
}

const drawsNothing = /[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]/u;

function need(tables: Tables, tag: string): Reader {
  const table = tables.get(tag);
  if (!table) throw new FontFault('damaged', `it has no table ${tag}`);
  return table;
}

/**
 * Ascent, descent and gap as Chromium takes them on every system but with Windows' own text
 * engine: the typographic ones where OS/2 asks for them (fsSelection bit 7), else those of hhea,
 * else, where these are zero, the typographic and last the Windows ones.
 */
function readLine(hhea: Reader, os2: Reader | undefined) {
  const of = (table: Reader, at: number) => ({
    ascent: table.i16(at),
    descent: -table.i16(at + 2),
    lineGap: table.i16(at + 4),
  });
  const complete = os2 !== undefined && os2.length >= 78 && os2.u16(0) !== 0xffff;
  if (complete && (os2.u16(62) & 0x80) !== 0) return of(os2, 68);
  const line = of(hhea, 4);
  if (line.ascent !== 0 || line.descent !== 0 || !complete) return line;
  const typographic = of(os2, 68);
  if (typographic.ascent !== 0 || typographic.descent !== 0) return typographic;
  return { ascent: os2.u16(74), descent: os2.u16(76), lineGap: 0 };
}

/** The first of the name records asked for, in Windows' Unicode encoding; empty if there is none. */
function readName(name: Reader | undefined, ids: number[]): string {
  if (!name) return '';
  const strings = name.u16(4);
  for (const id of ids) {
    for (let i = 0; i < name.u16(2); i++) {
      const at = 6 + 12 * i;
      if (name.u16(at) !== 3 || name.u16(at + 4) !== 0x409 || name.u16(at + 6) !== id) continue;
      const record = name.part(strings + name.u16(at + 10), name.u16(at + 8));
      let text = '';
      for (let c = 0; c + 1 < record.length; c += 2) text += String.fromCharCode(record.u16(c));
      return text;
    }
  }
  return '';
}
