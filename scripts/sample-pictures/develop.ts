import type { Exposure } from './exposure.ts';
import { smooth } from './smooth.ts';
import { hash } from './surface.ts';

/**
 * From light to a print: smoothed, exposed, printed on a paper with a soft foot and shoulder, a
 * little grain, and toned warm. Black stays black and white stays white. Three bytes a pixel, sRGB.
 */
export function develop(exposure: Exposure, gain: number, grain = 0.018): Uint8Array {
  const { widthPx, heightPx } = exposure;
  const light = smooth(exposure, 'light', 4, 3);
  const glow = smooth(exposure, 'glow', 6, 7);
  const pixels = new Uint8Array(widthPx * heightPx * 3);
  const size = 2160 / Math.max(widthPx, heightPx);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const p = y * widthPx + x;
      const corner = Math.hypot((x / widthPx - 0.5) * 2, (y / heightPx - 0.5) * 2);
      const fallOff = 1 - 0.16 * Math.max(0, corner - 0.35) ** 1.6;
      const tone = print((light[p]! + glow[p]!) * gain * fallOff);
      const shown = tone + grainAt(x * size, y * size) * grain * (0.35 + 2.6 * tone * (1 - tone));
      const grey = Math.max(0, Math.min(1, shown));
      // Warm in the middle tones, neutral at both ends.
      const warmth = grey * (1 - grey);
      pixels[p * 3] = Math.round(255 * (grey + 0.055 * warmth));
      pixels[p * 3 + 1] = Math.round(255 * (grey - 0.012 * warmth));
      pixels[p * 3 + 2] = Math.round(255 * (grey - 0.075 * warmth));
    }
  }
  return pixels;
}

/** Light to tone as display bytes have it: a filmic curve (Hable 2010), sRGB's own, then a harder paper. */
function print(light: number): number {
  const curve = (x: number) =>
    (x * (0.22 * x + 0.03) + 0.002) / (x * (0.22 * x + 0.3) + 0.06) - 0.0333;
  const linear = Math.max(0, Math.min(1, curve(light * 2) / curve(11.2)));
  const tone = linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055;
  return tone + 0.5 * (tone * tone * (3 - 2 * tone) - tone);
}

/** Grain from -1 to 1: a few hashes together, as clumps of silver are. */
function grainAt(x: number, y: number): number {
  const at = (scale: number, seed: number) =>
    hash(Math.floor(x / scale), Math.floor(y / scale), seed) +
    hash(Math.floor(x / scale + 0.5), Math.floor(y / scale + 0.5), seed + 1) -
    1;
  return at(1, 11) * 0.6 + at(2, 23) * 0.4;
}
