import { type Random, seeded } from '../images/mark/random.ts';

const widthPx = 1600;
const heightPx = 1120;
const hills = 5;

/**
 * A picture that costs what a photograph costs: 1600 by 1120 pixels of hills behind hills with
 * grain, as JPEG of about 150 kB. The same seed gives the same bytes.
 */
export async function drawPhoto(seed: string): Promise<Uint8Array> {
  const random = seeded(`${seed} photo`);
  const ridges = Array.from({ length: hills }, (_, i) => ({
    foot: heightPx * (0.35 + 0.13 * i),
    heightPx: 60 + 60 * random(),
    waves: [1, 2.3, 5.1].map((n) => ({ n: n * (0.6 + random()), shift: 6.3 * random() })),
    shade: [shadeOf(i, random), shadeOf(i, random), shadeOf(i, random)] as const,
  }));
  const tops = ridges.map(({ foot, heightPx: rise, waves }) =>
    Array.from({ length: widthPx }, (_, x) =>
      waves.reduce(
        (y, { n, shift }) => y - (rise / n) * Math.sin((6.3 * n * x) / widthPx + shift),
        foot,
      ),
    ),
  );
  const pixels = new Uint8Array(widthPx * heightPx * 3);
  for (let y = 0, at = 0; y < heightPx; y++) {
    const sky = 245 - (60 * y) / heightPx;
    const air = [sky - 20, sky - 8, sky] as const;
    for (let x = 0; x < widthPx; x++, at += 3) {
      let hill = hills - 1;
      while (hill >= 0 && y < (tops[hill]?.[x] as number)) hill--;
      const [red, green, blue] = ridges[hill]?.shade ?? air;
      const grain = 12 * random();
      pixels[at] = red + grain;
      pixels[at + 1] = green + grain;
      pixels[at + 2] = blue + grain;
    }
  }
  const { default: sharp } = await import('sharp');
  return await sharp(pixels, { raw: { width: widthPx, height: heightPx, channels: 3 } })
    .jpeg({ quality: 80 })
    .toBuffer();
}

/** Farther hills are paler. */
function shadeOf(hill: number, random: Random): number {
  return 190 - 32 * hill + 25 * random();
}
