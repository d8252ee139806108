import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import sharp from 'sharp';
import { preparePicture } from '../../scripts/images/picture.ts';
import type { Slot } from '../../scripts/images/slot.ts';
import { markersOf } from './jpeg.ts';
import { findings, place, testProject } from './project.ts';

/** A picture whose four quarters are red, green, blue and white, from the top left on. */
function quarters(width: number, height: number) {
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = [0xff0000, 0x00ff00, 0x0000ff, 0xffffff][
        (y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1)
      ]!;
      pixels.writeUIntBE(colour, (y * width + x) * 3, 3);
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** The colour at a point given in shares of width and height, each channel rounded to a sixteenth. */
async function colourAt(path: string, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(path).raw().toBuffer({ resolveWithObject: true });
  const at =
    (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
  return [...data.subarray(at, at + info.channels)].map((value) => Math.round(value / 16));
}

const slotOf = (file: string, change: Partial<Slot> = {}): Slot => ({
  ...{ file, place, widthMm: 25.4, heightMm: 25.4 },
  ...change,
});

test('size, place, hash, and the facts said of it are those of the file', async (t) => {
  const { world, write } = testProject(t);
  const file = write('images/a.png', await quarters(800, 600).png().toBuffer());
  const { report, codes } = findings();
  const picture = await preparePicture(world, slotOf(file, { heightMm: 12.7 }), report);
  assert.deepEqual(codes(), []);
  const { path, hash, ...facts } = picture!;
  assert.deepEqual(facts, {
    ...{ widthPx: 300, heightPx: 150, effectivePpi: 300 },
    ...{ widthMm: 25.4, heightMm: 12.7 },
  });
  const bytes = readFileSync(path);
  assert.ok(path.startsWith(world.cache));
  assert.equal(hash, createHash('sha256').update(bytes).digest('hex'));
  const { width, height, format, space, isProgressive, chromaSubsampling } =
    await sharp(bytes).metadata();
  assert.deepEqual([width, height, format, space], [300, 150, 'jpeg', 'srgb']);
  assert.deepEqual([isProgressive, chromaSubsampling], [false, '4:4:4']);
});

test('a baseline JPEG with no segment but those that draw it', async (t) => {
  const { world, write } = testProject(t);
  const full = await quarters(400, 400)
    .withMetadata({ density: 72 })
    .withExif({ IFD0: { Artist: 'Somebody', ImageDescription: 'private' } })
    .withIccProfile('p3')
    .jpeg({ progressive: true })
    .toBuffer();
  assert.ok(markersOf(full).includes('APP1') && markersOf(full).includes('APP2'), 'control');
  assert.ok(markersOf(full).includes('SOF2'), 'control');
  const file = write('images/a.jpg', full);
  const picture = await preparePicture(world, slotOf(file), findings().report);
  const markers = new Set(markersOf(readFileSync(picture!.path)));
  assert.deepEqual([...markers].sort(), ['DHT', 'DQT', 'EOI', 'SOF0', 'SOI', 'SOS']);
});

test('cropped round the focus', async (t) => {
  const { world, write } = testProject(t);
  const file = write('images/a.png', await quarters(1600, 800).png().toBuffer());
  const at = async (focus: [number, number]) => {
    const slot = slotOf(file, { focus, widthMm: 10, heightMm: 20 });
    const picture = await preparePicture(world, slot, findings().report);
    return colourAt(picture!.path, 0.5, 0.25);
  };
  assert.deepEqual(await at([10, 50]), [16, 0, 0]);
  assert.deepEqual(await at([90, 50]), [0, 16, 0]);
});

test('upright: the turn its camera noted is carried out', async (t) => {
  const { world, write } = testProject(t);
  const turned = await quarters(400, 600).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const file = write('images/a.jpg', turned);
  const slot = slotOf(file, { widthMm: 30, heightMm: 20 });
  const picture = await preparePicture(world, slot, findings().report);
  assert.deepEqual([picture?.widthPx, picture?.heightPx], [354, 236]);
  // Orientation 6 is shown after a quarter turn to the right: the left lower corner comes to the top left.
  assert.deepEqual(await colourAt(picture!.path, 0.2, 0.2), [0, 0, 16]);
  assert.deepEqual(await colourAt(picture!.path, 0.8, 0.2), [16, 0, 0]);
});

test('never enlarged: a small picture keeps its pixels and says so', async (t) => {
  const { world, write } = testProject(t);
  const file = write('images/a.png', await quarters(200, 200).png().toBuffer());
  const { report, codes } = findings();
  const picture = await preparePicture(world, slotOf(file), report);
  assert.deepEqual([picture?.widthPx, picture?.effectivePpi], [200, 200]);
  assert.deepEqual(codes(), ['warning images/coarse']);
});

test('grey stays grey, also from 16 bits and with alpha', async (t) => {
  const { world, write } = testProject(t);
  const grey = quarters(400, 400).toColourspace('b-w');
  const files = [
    write('images/a.jpg', await grey.clone().jpeg().toBuffer()),
    write('images/b.png', await grey.clone().toColourspace('grey16').png().toBuffer()),
    write('images/c.png', await grey.clone().ensureAlpha().png().toBuffer()),
  ];
  for (const file of files) {
    const picture = await preparePicture(world, slotOf(file), findings().report);
    const { channels, space } = await sharp(picture!.path).metadata();
    assert.deepEqual([channels, space], [1, 'b-w'], file);
    assert.deepEqual(await colourAt(picture!.path, 0.75, 0.75), [16, 16, 16], file);
  }
});

test('a profile is carried out: the same colour told in Display P3 comes out as sRGB', async (t) => {
  const { world, write } = testProject(t);
  const [r, g, b] = [200, 80, 60];
  const plain = sharp({
    create: { width: 400, height: 400, channels: 3, background: { r, g, b } },
  });
  const p3 = await plain.clone().withIccProfile('p3').png().toBuffer();
  const raw = await sharp(p3, { ignoreIcc: true }).raw().toBuffer();
  assert.notDeepEqual([...raw.subarray(0, 3)], [r, g, b], 'control: P3 tells it in other numbers');
  const picture = await preparePicture(world, slotOf(write('images/a.png', p3)), findings().report);
  const made = await sharp(picture!.path).raw().toBuffer();
  for (const [i, value] of [r, g, b].entries()) assert.ok(Math.abs(made[i]! - value) <= 3);
});

test('CMYK becomes sRGB; without a profile with a warning', async (t) => {
  const { world, write } = testProject(t);
  const cmyk = sharp({ create: { width: 400, height: 400, channels: 3, background: '#b2dbd2' } });
  const profile = join(world.tool, 'templates/colour/ISOcoated_v2_300_bas.icc');
  const tagged = await cmyk.clone().withIccProfile(profile).jpeg().toBuffer();
  assert.equal((await sharp(tagged).metadata()).space, 'cmyk', 'control');
  const bare = await sharp(tagged, { ignoreIcc: true }).toColourspace('cmyk').jpeg().toBuffer();
  const first = findings();
  const picture = await preparePicture(world, slotOf(write('images/a.jpg', tagged)), first.report);
  assert.deepEqual(first.codes(), []);
  const { channels, hasProfile } = await sharp(picture!.path).metadata();
  assert.deepEqual([channels, hasProfile], [3, false]);
  const made = await sharp(picture!.path).raw().toBuffer();
  for (const [i, value] of [0xb2, 0xdb, 0xd2].entries()) {
    assert.ok(Math.abs(made[i]! - value) <= 8, `${[...made.subarray(0, 3)]}`);
  }
  const second = findings();
  await preparePicture(world, slotOf(write('images/b.jpg', bare)), second.report);
  assert.deepEqual(second.codes(), ['warning images/colours-guessed']);
});

test('transparent places are white, with a note; alpha without them is no matter', async (t) => {
  const { world, write } = testProject(t);
  const opaque = quarters(400, 400).ensureAlpha();
  const clear = sharp({
    create: { width: 400, height: 400, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0 } },
  });
  const first = findings();
  const file = write('images/a.png', await clear.png().toBuffer());
  const picture = await preparePicture(world, slotOf(file), first.report);
  assert.deepEqual(first.codes(), ['note images/transparent']);
  assert.deepEqual(await colourAt(picture!.path, 0.5, 0.5), [16, 16, 16]);
  const second = findings();
  await preparePicture(
    world,
    slotOf(write('images/b.png', await opaque.png().toBuffer())),
    second.report,
  );
  assert.deepEqual(second.codes(), []);
});

test('WebP, TIFF and AVIF as well', async (t) => {
  const { world, write } = testProject(t);
  for (const format of ['webp', 'tiff', 'avif'] as const) {
    const file = write(`images/a.${format}`, await quarters(400, 400)[format]().toBuffer());
    const { report, codes } = findings();
    const picture = await preparePicture(world, slotOf(file), report);
    assert.deepEqual(codes(), [], format);
    assert.deepEqual(await colourAt(picture!.path, 0.25, 0.75), [0, 0, 16], format);
  }
});
