import { deflate } from './flate.ts';
import { PdfDict, PdfName, PdfStream } from './objects.ts';

/** A stream of these bytes, deflated. `dict` is taken over, its filter set. */
export function flateStream(bytes: Uint8Array, dict: PdfDict = new PdfDict()): PdfStream {
  dict.set('Filter', PdfName.of('FlateDecode'));
  dict.delete('DecodeParms');
  dict.delete('Length');
  return new PdfStream(dict, deflate(bytes));
}

/** A stream of these bytes as they are. */
export function plainStream(bytes: Uint8Array, dict: PdfDict = new PdfDict()): PdfStream {
  dict.delete('Filter');
  dict.delete('DecodeParms');
  dict.delete('Length');
  return new PdfStream(dict, bytes);
}
