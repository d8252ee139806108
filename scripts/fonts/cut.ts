import type { Font } from './font.ts';

/** Licensing bits of OS/2 that forbid a cut in a page which others load: restricted, preview and print, no cuts, bitmaps only. */
const forbidden = 0x0002 | 0x0004 | 0x0100 | 0x0200;
/** A licence that allows editing allows what is less, whatever other bits of usage say. */
const editable = 0x0008;

/** Whether a font's own licensing bits let a cut of it into a page of the web. */
export function mayBeCut({ embedding }: Pick<Font, 'embedding'>): boolean {
  const withoutUsage = forbidden & ~0x000f;
  return (embedding & (embedding & editable ? withoutUsage : forbidden)) === 0;
}

/** Features that running text and its figures use; the others, and the glyphs only they need, are left out. */
const features = [
  ...['ccmp', 'locl', 'mark', 'mkmk', 'kern', 'liga', 'calt', 'clig', 'rlig'],
  ...['onum', 'lnum', 'pnum', 'tnum'],
];

/**
 * A font cut to the characters of a text, as WOFF2: about 10 kB for those of a western language.
 * The same font and text give the same bytes.
 */
export async function cutFont({ bytes }: Pick<Font, 'bytes'>, text: string): Promise<Uint8Array> {
  const { default: subset } = await import('subset-font');
  return subset(Buffer.from(bytes), text, {
    targetFormat: 'woff2',
    keepFeatures: features,
    noHinting: true,
  });
}
