/** Character classes of ISO 32000-1, 7.2.2, and what both readers of syntax need. */

export const REGULAR = 0;
export const WHITE = 1;
export const DELIMITER = 2;

/** The class of each byte. */
export const CLASS = new Uint8Array(256);
for (const white of [0, 9, 10, 12, 13, 32]) CLASS[white] = WHITE;
for (const delimiter of '()<>[]{}/%') CLASS[delimiter.charCodeAt(0)] = DELIMITER;

/** The value of each hexadecimal digit; 255 for what is none. */
export const HEX = new Uint8Array(256).fill(255);
for (let digit = 0; digit < 16; digit++) {
  const lower = digit.toString(16);
  HEX[lower.charCodeAt(0)] = digit;
  HEX[lower.toUpperCase().charCodeAt(0)] = digit;
}

/** A Buffer over the same memory. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes)
    ? bytes
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Bytes as a string of one character a byte. */
export function latin1(bytes: Uint8Array, from = 0, to = bytes.length): string {
  return asBuffer(bytes).toString('latin1', from, to);
}

/** A string of one character a byte as bytes. */
export function fromLatin1(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}
