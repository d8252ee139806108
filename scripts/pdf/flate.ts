import { deflateSync, inflateSync } from 'node:zlib';
import { PdfFault } from './fault.ts';

/** Page content is about four times as long as its stream: as a rule one piece of memory will do. */
const USUAL_RATIO = 5;
const MOST_AT_ONCE = 2 ** 20;

/** Inflates (zlib, ISO 32000-1, 7.4.4), at most `maxBytes`: more, or damage, is a PdfFault. */
export function inflate(data: Uint8Array, maxBytes: number): Buffer {
  try {
    return inflateSync(data, {
      maxOutputLength: Math.max(1, maxBytes),
      chunkSize: Math.min(Math.max(data.length * USUAL_RATIO, 1024), MOST_AT_ONCE),
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      throw new PdfFault('too-large', `a stream holds more than ${maxBytes} bytes`);
    }
    throw new PdfFault('filter', 'a compressed stream is damaged');
  }
}

/** Deflates. The level is fixed: bytes must not depend on the machine's mood. */
export function deflate(data: Uint8Array): Buffer {
  return deflateSync(data, { level: 6 });
}

/**
 * Takes a PNG predictor (7.4.4.4, 10 to 15) out of `data`.
 * @param rowBytes bytes of one row without its leading filter byte
 * @param pixelBytes bytes of one pixel, at least 1
 */
export function unpredict(data: Uint8Array, rowBytes: number, pixelBytes: number): Buffer {
  const rows = Math.ceil(data.length / (rowBytes + 1));
  const out = Buffer.alloc(rows * rowBytes);
  for (let row = 0; row < rows; row++) {
    const filter = data[row * (rowBytes + 1)]!;
    const from = row * (rowBytes + 1) + 1;
    const to = row * rowBytes;
    const length = Math.min(rowBytes, data.length - from);
    for (let i = 0; i < length; i++) {
      const left = i >= pixelBytes ? out[to + i - pixelBytes]! : 0;
      const up = row > 0 ? out[to + i - rowBytes]! : 0;
      const corner = row > 0 && i >= pixelBytes ? out[to + i - rowBytes - pixelBytes]! : 0;
      out[to + i] = data[from + i]! + prediction(filter, left, up, corner);
    }
  }
  return out;
}

function prediction(filter: number, left: number, up: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) throw new PdfFault('filter', 'a compressed stream has an unknown row filter');
  const estimate = left + up - corner;
  const toLeft = Math.abs(estimate - left);
  const toUp = Math.abs(estimate - up);
  const toCorner = Math.abs(estimate - corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
