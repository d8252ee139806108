import type { PictureFormat } from './sniff.ts';

/**
 * Whether a file goes on to its format's end mark. A decoder that needs only the upper part of a
 * picture does not notice that the rest is missing; that of WebP, TIFF and AVIF always does.
 */
export function isWhole(bytes: Uint8Array, format: PictureFormat): boolean {
  if (format === 'jpeg') return hasJpegEnd(bytes);
  if (format === 'png') return hasPngEnd(bytes);
  return true;
}

/** EOI after the first scan begins; within a scan's data no other marker looks like it (ITU-T T.81, B.1.1.5). */
function hasJpegEnd(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at + 1] !== 0xda) {
    // Fill bytes may stand before a marker.
    at += bytes[at + 1] === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return (
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf('\xff\xd9', at, 'latin1') > 0
  );
}

/** The chunk IEND (PNG, third edition, 5.6). */
function hasPngEnd(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    if (view.getUint32(at + 4) === 0x49454e44) return true;
  }
  return false;
}
