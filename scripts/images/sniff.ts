/** The formats that are opened. */
export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'tiff' | 'avif';

export type Sniffed =
  | { kind: 'picture'; format: PictureFormat; animated: boolean }
  | { kind: 'other'; name: string }
  | { kind: 'drawing' }
  | { kind: 'unknown' };

/** What a file is by its first bytes: names are not believed, and nothing else is ever given to a decoder. */
export function sniff(bytes: Uint8Array): Sniffed {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096));
  const at = (offset: number, text: string) =>
    start.toString('latin1', offset, offset + text.length) === text;
  const picture = (format: PictureFormat, animated = false): Sniffed => ({
    kind: 'picture',
    format,
    animated,
  });

  if (at(0, '\xff\xd8\xff')) return picture('jpeg');
  if (at(0, '\x89PNG\r\n\x1a\n')) return picture('png', isAnimatedPng(bytes));
  if (at(0, 'RIFF') && at(8, 'WEBP')) {
    // WebP container: bit 1 of the flags of VP8X says animation.
    return picture('webp', at(12, 'VP8X') && ((start[20] ?? 0) & 2) !== 0);
  }
  if (at(0, 'II*\0') || at(0, 'MM\0*') || at(0, 'II+\0') || at(0, 'MM\0+')) {
    return picture('tiff');
  }
  if (at(4, 'ftyp')) return ofBrands(start);
  for (const [magic, name] of others) if (at(0, magic)) return { kind: 'other', name };
  const text = start.toString('latin1').replace(/^\xef\xbb\xbf/, '');
  if (/^\s*<(\?xml|svg|!--|!DOCTYPE svg)/i.test(text) && text.includes('<svg')) {
    return { kind: 'drawing' };
  }
  return { kind: 'unknown' };

  function ofBrands(head: Buffer): Sniffed {
    const brands = head.toString('latin1', 8, Math.min(64, head.length));
    if (at(8, 'avis')) return picture('avif', true);
    if (brands.includes('avif')) return picture('avif');
    if (/heic|heix|heim|hevc|mif1/.test(brands)) return { kind: 'other', name: 'a HEIC picture' };
    return { kind: 'other', name: 'a film' };
  }
}

const others: readonly (readonly [magic: string, name: string])[] = [
  ['GIF8', 'a GIF'],
  ['BM', 'a BMP'],
  ['%PDF', 'a PDF'],
  ['%!PS', 'an EPS'],
  ['\xc5\xd0\xd3\xc6', 'an EPS'],
  ['8BPS', 'a Photoshop document'],
  ['\0\0\0\x0cJXL ', 'a JPEG XL'],
  ['\xff\x0a', 'a JPEG XL'],
  ['\0\0\0\x0cjP  ', 'a JPEG 2000'],
  ['\0\0\x01\0', 'an icon'],
];

/** An animated PNG has a chunk `acTL` before its first `IDAT` (PNG, third edition, 11.3.6.1). */
function isAnimatedPng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 8 <= bytes.length; at += 12 + view.getUint32(at)) {
    const type = Buffer.from(bytes.buffer, bytes.byteOffset + at + 4, 4).toString('latin1');
    if (type === 'acTL') return true;
    if (type === 'IDAT') return false;
  }
  return false;
}
