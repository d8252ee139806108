import { readFileSync } from 'node:fs';
import type { Sharp, SharpOptions } from 'sharp';
import { turn } from '../turn.ts';

/** Larger pictures are not opened: decoding one takes up to 12 bytes a pixel. */
export const mostPixels = 100_000_000;

/** How long one picture may take, in seconds. */
export const mostSeconds = 60;

/** Opens a picture for sharp, within its limits. Loads sharp (120 ms) at the first call. */
export async function openPicture(bytes: Uint8Array, options: SharpOptions = {}): Promise<Sharp> {
  const { default: sharp } = await import('sharp');
  await turn();
  // Its cache of open files would show a changed picture as it was; one picture is decoded by one thread.
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', ...options }).timeout({
    seconds: mostSeconds,
  });
}

/** Sharp's version, without loading it: another one may make other bytes. */
export function sharpVersion(): string {
  const file = new URL('../package.json', import.meta.resolve('sharp'));
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
