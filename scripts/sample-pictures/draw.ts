import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { develop } from './develop.ts';
import { expose } from './exposure.ts';
import { scenes } from './scenes/all.ts';

/**
 * Draws the pictures of the sample project: no photograph is needed, and nobody's rights. They are
 * kept with the project; this is run again only when a scene changes.
 *
 *     node scripts/sample-pictures/draw.ts [scene…] [--scale 0.25] [--samples 10] [--deep 4] [--out DIR]
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    scale: { type: 'string', default: '1' },
    samples: { type: 'string', default: '10' },
    deep: { type: 'string', default: '4' },
    threads: { type: 'string', default: '2' },
    out: { type: 'string', default: 'templates/projects/sample/content/images' },
  },
});

const names = (positionals.length ? positionals : Object.keys(scenes)) as (keyof typeof scenes)[];
const out = resolve(values.out);
mkdirSync(out, { recursive: true });
const { default: sharp } = await import('sharp');
for (const name of names) {
  const exposure = await expose(name, {
    scale: Number(values.scale),
    samples: Number(values.samples),
    deep: Number(values.deep),
    threads: Number(values.threads),
  });
  const { widthPx: width, heightPx: height } = exposure;
  const pixels = develop(exposure, scenes[name]().exposure);
  await sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 84, mozjpeg: true })
    .toFile(join(out, `${name}.jpg`));
  process.stderr.write(`${name}.jpg ${width} x ${height}\n`);
}
