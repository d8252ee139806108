import type { Picture } from './render.ts';

/**
 * A picture `times` smaller, each pixel the mean of those it stands for: thin lines become light
 * instead of thick. What is left over at the right and the foot is cut off.
 */
export function shrink({ widthPx, heightPx, rgba }: Picture, times: number): Picture {
  const width = Math.floor(widthPx / times);
  const height = Math.floor(heightPx / times);
  const small = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let row = 0; row < times; row++) {
        let at = ((y * times + row) * widthPx + x * times) * 4;
        for (let column = 0; column < times; column++, at += 4) {
          red += rgba[at]!;
          green += rgba[at + 1]!;
          blue += rgba[at + 2]!;
        }
      }
      const to = (y * width + x) * 4;
      small[to] = red / times ** 2 + 0.5;
      small[to + 1] = green / times ** 2 + 0.5;
      small[to + 2] = blue / times ** 2 + 0.5;
      small[to + 3] = 255;
    }
  }
  return { widthPx: width, heightPx: height, rgba: small };
}
