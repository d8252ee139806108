import { sha256 } from '../content/inputs.ts';
import type { PdfFile } from '../pdf/file.ts';
import { PdfDict, PdfStream } from '../pdf/objects.ts';
import { readPdf } from '../pdf/read.ts';

/** Something in a finished file, and how many bytes it takes there. */
export interface Weight {
  /** A picture's file, or the name of a font. */
  name: string;
  bytes: number;
}

const MOST_NAMED = 3;

/**
 * What weighs most in a finished file, heaviest first.
 * @param pictureOf the file a picture was made of, by the SHA-256 of what was made
 */
export function heaviest(
  bytes: Uint8Array,
  pictureOf: (hash: string) => string | undefined,
): Weight[] {
  const file = readPdf(bytes);
  const weights: Weight[] = [];
  for (let number = 1; number < file.size; number++) {
    const object = file.object(number);
    if (object instanceof PdfStream && file.name(object.dict.get('Subtype')) === 'Image') {
      const name = pictureOf(sha256(object.data));
      if (name !== undefined) weights.push({ name, bytes: object.data.length });
    } else if (object instanceof PdfDict) {
      const font = fontOf(file, object);
      if (font) weights.push(font);
    }
  }
  return weights.sort((one, other) => other.bytes - one.bytes).slice(0, MOST_NAMED);
}

function fontOf(file: PdfFile, dict: PdfDict): Weight | undefined {
  const program = file.stream(dict.get('FontFile2')) ?? file.stream(dict.get('FontFile3'));
  const name = file.name(dict.get('FontName'));
  return program && name !== undefined
    ? { name: name.replace(/^[A-Z]{6}\+/, ''), bytes: program.data.length }
    : undefined;
}
