import { ContentReader } from './content.ts';
import { PdfFault } from './fault.ts';
import { PdfString, type PdfValue } from './objects.ts';
import { utf16 } from './text.ts';

const MOST_ENTRIES = 200_000;
const ENTRIES_PER_BLOCK = 100;
/** ISO 32000-1, 9.10.3: what a code means has at most 512 bytes. */
const MOST_TARGET_BYTES = 512;

/** What codes of a font mean: a ToUnicode stream (ISO 32000-1, 9.10.3), read. */
export interface UnicodeMap {
  /** Bytes of one code; undefined if the stream does not say. */
  codeBytes: number | undefined;
  characters: Map<number, string>;
}

/** Reads a ToUnicode stream's bytes. */
export function readUnicodeMap(bytes: Uint8Array): UnicodeMap {
  const map = { codeBytes: undefined as number | undefined, characters: new Map(), entries: 0 };
  const reader = new ContentReader(bytes);
  while (reader.next()) {
    if (reader.operator === 'endcodespacerange') {
      map.codeBytes ??= reader.string(0)?.length;
    } else if (reader.operator === 'endbfchar') {
      for (let at = 0; at + 1 < reader.operands; at += 2) {
        const code = reader.string(at);
        const text = reader.string(at + 1);
        if (code !== undefined && text !== undefined) add(map, codeOf(code), text);
      }
    } else if (reader.operator === 'endbfrange') {
      for (let at = 0; at + 2 < reader.operands; at += 3) {
        const first = reader.string(at);
        const last = reader.string(at + 1);
        if (first !== undefined && last !== undefined) {
          addRange(map, codeOf(first), codeOf(last), reader.value(at + 2) ?? null);
        }
      }
    }
  }
  return { codeBytes: map.codeBytes, characters: map.characters };
}

/** The map as it grows. Entries are counted, not codes: the same ones again cost time too. */
type Growing = UnicodeMap & { entries: number };

function addRange(map: Growing, first: number, last: number, target: PdfValue): void {
  if (Array.isArray(target)) {
    target.forEach((entry, index) => {
      if (entry instanceof PdfString) add(map, first + index, entry.bytes);
    });
  } else if (target instanceof PdfString) {
    const text = utf16(target.bytes.slice(0, MOST_TARGET_BYTES));
    const stem = text.slice(0, -1);
    const unit = text.charCodeAt(text.length - 1);
    for (let code = first; code <= last; code++) {
      put(map, code, stem + String.fromCharCode(unit + code - first));
    }
  }
}

function add(map: Growing, code: number, target: string): void {
  put(map, code, utf16(target.slice(0, MOST_TARGET_BYTES)));
}

function put(map: Growing, code: number, text: string): void {
  if (++map.entries > MOST_ENTRIES) {
    throw new PdfFault('too-large', 'a font gives meaning to more codes than there are');
  }
  map.characters.set(code, text);
}

/** A code from its bytes, most significant first. */
function codeOf(bytes: string): number {
  let code = 0;
  for (let at = 0; at < bytes.length; at++) code = code * 256 + bytes.charCodeAt(at);
  return code;
}

/** The bytes of a ToUnicode stream for two-byte codes. */
export function unicodeMapBytes(characters: ReadonlyMap<number, string>): Uint8Array {
  const entries = [...characters].sort((one, other) => one[0] - other[0]);
  const blocks: string[] = [];
  for (let from = 0; from < entries.length; from += ENTRIES_PER_BLOCK) {
    const block = entries.slice(from, from + ENTRIES_PER_BLOCK);
    const lines = block.map(([code, text]) => `<${hex(code)}> <${utf16Hex(text)}>\n`);
    blocks.push(`${block.length} beginbfchar\n${lines.join('')}endbfchar\n`);
  }
  return Buffer.from(`/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join('')}endcmap
CMapName currentdict /CMap defineresource pop
end
end
`);
}

function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0');
}

function utf16Hex(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase();
}
