import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, test } from 'node:test';
import sharp from 'sharp';
import { preparePicture } from '../../scripts/images/picture.ts';
import { readingOf, resolutions } from '../../scripts/images/reading.ts';
import type { Slot } from '../../scripts/images/slot.ts';
import { findings, place, testProject } from './project.ts';

/** A picture whose pixel says where it is: red grows from left to right, green from top to bottom. */
function ramp(width: number, height: number) {
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      pixels.set(
        [Math.floor((x * 255) / width), Math.floor((y * 255) / height), 200],
        (y * width + x) * 3,
      );
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

describe('resolution', () => {
  const piece = { kind: 'poster', size: 'a3' };
  const cases: [Slot['reading'], ppi: number, said: string | undefined][] = [
    ['hand', 149, 'error images/too-coarse'],
    ['hand', 150, 'warning images/coarse'],
    ['hand', 224, 'warning images/coarse'],
    ['hand', 225, undefined],
    ['wall', 99, 'error images/too-coarse'],
    ['wall', 100, 'warning images/coarse'],
    ['wall', 149, 'warning images/coarse'],
    ['wall', 150, undefined],
    ['pixels', 71, 'error images/too-coarse'],
    ['pixels', 72, 'warning images/coarse'],
    ['pixels', 95, 'warning images/coarse'],
    ['pixels', 96, undefined],
  ];
  for (const [reading, ppi, said] of cases) {
    test(`${reading}, ${ppi} pixels an inch: ${said ?? 'nothing'}`, async (t) => {
      const { world, write } = testProject(t);
      const file = write(
        'images/a.png',
        await ramp(ppi * 2, ppi * 2)
          .png()
          .toBuffer(),
      );
      const { report, codes } = findings();
      const slot = { file, place, widthMm: 50.8, heightMm: 50.8, reading, piece };
      await preparePicture(world, slot, report);
      assert.deepEqual(codes(), said ? [said] : []);
    });
  }

  test('the message names kind and size, in mm on paper and in pixels on a screen', async (t) => {
    const { world, write } = testProject(t);
    const file = write('images/a.png', await ramp(120, 120).png().toBuffer());
    const said = async (more: Partial<Slot>) => {
      const { report, found } = findings();
      await preparePicture(world, { file, place, widthMm: 50.8, heightMm: 50.8, ...more }, report);
      return `${found[0]?.message} ${found[0]?.hint}`;
    };
    const beginning = 'content/images/a.png`, cropped and';
    const wanted = (px: number) =>
      `Use an original of which ${px} x ${px} pixels remain after cropping, or give it a smaller place.`;
    assert.equal(
      await said({ piece: { kind: 'course-sheet' } }),
      `\`${beginning} printed 50.8 mm wide on the course sheet, has 60 pixels an inch: below 150 its pixels show. ${wanted(600)}`,
    );
    assert.equal(
      await said({ piece, reading: 'wall' }),
      `\`${beginning} printed 50.8 mm wide on the poster (a3), has 60 pixels an inch: below 100 its pixels show. ${wanted(400)}`,
    );
    assert.equal(
      await said({ piece: { kind: 'card', size: 'wide' }, reading: 'pixels' }),
      `\`${beginning} drawn 192 pixels wide on the card (wide), has 60 pixels an inch: below 72 its pixels show. ${wanted(384)}`,
    );
  });

  test('as many pixels are kept as the reading asks for', async (t) => {
    const { world, write } = testProject(t);
    const file = write('images/a.png', await ramp(1000, 1000).png().toBuffer());
    const width = async (reading: Slot['reading']) => {
      const slot = { file, place, widthMm: 50.8, heightMm: 50.8, reading };
      return (await preparePicture(world, slot, findings().report))?.widthPx;
    };
    assert.deepEqual(
      [await width(undefined), await width('hand'), await width('wall'), await width('pixels')],
      [600, 600, 400, 384],
    );
  });

  test('CONTENT.md tells the writer the same numbers', () => {
    const text = readFileSync(new URL('../../CONTENT.md', import.meta.url), 'utf8');
    const rows = { hand: 'in the hand', wall: 'A3 and larger', pixels: 'on a screen' };
    for (const [reading, name] of Object.entries(rows)) {
      const { least, good, most } = resolutions[reading as keyof typeof rows];
      const row = text.split('\n').find((line) => line.startsWith(`| ${name}`));
      assert.ok(row?.endsWith(`| ${least} | ${good} | ${most} |`), `${reading}: ${row}`);
    }
  });

  test('A3 and what is larger hangs on a wall, whichever way it is turned', () => {
    const at = (widthMm: number, heightMm: number) => readingOf({ widthMm, heightMm });
    assert.equal(at(297, 420), 'wall');
    assert.equal(at(420, 297), 'wall');
    assert.equal(at(594, 841), 'wall');
    assert.equal(at(210, 297), 'hand');
    assert.equal(at(297, 210), 'hand');
    // As long as a poster, and folded to the size of a pocket.
    assert.equal(at(210, 420), 'hand');
  });
});

describe('a crop that loses what must stay', () => {
  const piece = { kind: 'flyer' };
  const slotOf = (file: string, more: Partial<Slot> = {}): Slot => ({
    ...{ file, place, widthMm: 30, heightMm: 30, piece, focus: [20, 20, 60, 80], ppi: 100 },
    ...more,
  });

  test('is a finding where the focus stands, and names the picture of it', async (t) => {
    const { world, write } = testProject(t);
    const file = write('images/The room (2).png', await ramp(900, 300).png().toBuffer());
    const focusPlace = { file: place.file, line: 12 };
    const { report, found } = findings();
    const kept: [string, Uint8Array][] = [];
    await preparePicture(world, slotOf(file, { focusPlace }), report, (...one) => kept.push(one));
    const [finding] = found;
    assert.equal(found.length, 1);
    assert.deepEqual(
      [finding?.severity, finding?.code, finding?.place],
      ['warning', 'images/focus-cut', focusPlace],
    );
    assert.equal(
      finding?.message,
      '`content/images/The room (2).png`, cropped to 30 x 30 mm on the flyer, keeps 83 % of the area that must stay whole (`focus`): it is cut at the left and the right.',
    );
    const path = relative(world.project, kept[0]?.[0] ?? '');
    assert.match(path, /^output\/report\/crops\/The-room-2-30x30-[0-9a-f]{6}\.jpg$/);
    assert.ok(finding.hint.startsWith(`See \`${path}\`. `), finding.hint);
    // Without a build none is drawn, and the finding does not say that it lies there.
    const lint = findings();
    await preparePicture(world, slotOf(file), lint.report);
    assert.ok(lint.found[0]?.hint.startsWith(`A build shows it in \`${path}\`. `));
  });

  test('an error where less than half of it is left, a warning where a point is nearly cut', async (t) => {
    const { world, write } = testProject(t);
    const file = write('images/a.png', await ramp(900, 300).png().toBuffer());
    const said = async (more: Partial<Slot>) => {
      const { report, found, codes } = findings();
      await preparePicture(world, slotOf(file, more), report);
      return [...codes(), found[0]?.message.replace(/^.* on the flyer, /, '')];
    };
    assert.deepEqual(await said({ focus: [10, 20, 90, 80] }), [
      'error images/focus-lost',
      'keeps only 42 % of the area that must stay whole (`focus`).',
    ]);
    assert.deepEqual(await said({ focus: [50, 90], unseenMm: { bottom: 15 } }), [
      'error images/focus-lost',
      'loses what must stay (`focus`).',
    ]);
    assert.deepEqual(await said({ focus: [50, 9], unseenMm: { top: 3 } }), [
      'warning images/focus-near',
      'is cut at the point that must stay (`focus`) or right beside it, at the top.',
    ]);
    const onScreen = findings();
    const card = { reading: 'pixels', piece: { kind: 'card', size: 'tall' } } as const;
    await preparePicture(world, slotOf(file, card), onScreen.report);
    assert.match(
      onScreen.found[0]?.message ?? '',
      /cropped to 113 x 113 pixels on the card \(tall\)/,
    );
    assert.deepEqual(await said({ focus: [20, 20, 50, 80] }), [undefined], 'control');
    assert.deepEqual(await said({ focus: undefined }), [undefined], 'control');
  });

  test('the picture of it: the original dim and grey, what is seen bright, the focus marked', async (t) => {
    const { world, write } = testProject(t);
    const file = write('images/a.png', await ramp(900, 300).png().toBuffer());
    const draw = async (more: Partial<Slot> = {}) => {
      let jpeg: Uint8Array | undefined;
      await preparePicture(world, slotOf(file, more), findings().report, (_path, bytes) => {
        jpeg = bytes;
      });
      assert.ok(jpeg);
      return jpeg;
    };
    const jpeg = await draw();
    const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true });
    assert.deepEqual([info.width, info.height, info.channels], [720, 240, 3]);
    assert.ok(jpeg.length < 40_000, String(jpeg.length));
    const { exif, icc, xmp } = await sharp(jpeg).metadata();
    assert.deepEqual([exif, icc, xmp], [undefined, undefined, undefined]);
    const at = (xPercent: number, yPercent: number) => {
      const x = Math.round((info.width * xPercent) / 100);
      const y = Math.round((info.height * yPercent) / 100);
      return [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)];
    };
    const near = (found: number[], wanted: number[], what: string) =>
      assert.ok(
        found.every((value, i) => Math.abs(value - wanted[i]!) < 25),
        `${what}: ${found}`,
      );
    // The crop is a third of the width, round 40 %: from 23.3 to 56.7.
    near(at(40, 50), [102, 127, 200], 'seen: as it is');
    const outside = at(10, 50);
    assert.ok(Math.max(...outside) - Math.min(...outside) < 12, `not seen: grey, ${outside}`);
    assert.ok(Math.max(...outside) < 80, `not seen: dim, ${outside}`);
    near(at(23.47, 5), [255, 255, 255], 'the outline of what is seen');
    near(at(40, 21), [255, 212, 0], 'the upper side of the focus');
    near(at(20.28, 50), [255, 212, 0], 'its left side, which is lost');
    // What something stands over is dim, too.
    const covered = await sharp(await draw({ unseenMm: { bottom: 15 } }))
      .raw()
      .toBuffer();
    const pixel = (Math.round(info.height * 0.7) * info.width + Math.round(info.width * 0.4)) * 3;
    assert.ok(Math.max(...covered.subarray(pixel, pixel + 3)) < 80);
    near([...data.subarray(pixel, pixel + 3)], [102, 178, 200], 'control');
  });

  test('the same picture of it again, from the cache or drawn anew', async (t) => {
    const [one, two] = [testProject(t), testProject(t)];
    const png = await ramp(900, 300).png().toBuffer();
    const draw = async ({ world, write }: typeof one) => {
      const kept: Uint8Array[] = [];
      await preparePicture(
        world,
        slotOf(write('images/a.png', png)),
        findings().report,
        (_path, bytes) => kept.push(bytes),
      );
      return Buffer.from(kept[0] ?? []);
    };
    const first = await draw(one);
    const files = readdirSync(join(one.world.cache, 'images')).sort();
    assert.ok(first.length > 0);
    assert.deepEqual(await draw(one), first);
    assert.deepEqual(readdirSync(join(one.world.cache, 'images')).sort(), files);
    assert.deepEqual(await draw(two), first);
  });

  test('a picture turned by its camera is cropped, and shown, upright', async (t) => {
    const { world, write } = testProject(t);
    // 6: the camera was turned; upright it is 300 wide and 900 tall.
    const turned = await ramp(900, 300).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { report, found } = findings();
    const kept: Uint8Array[] = [];
    await preparePicture(
      world,
      slotOf(write('images/a.jpg', turned), { focus: [10, 30, 90, 80] }),
      report,
      (_path, bytes) => kept.push(bytes),
    );
    assert.match(found[0]?.message ?? '', /at the top and the bottom/);
    const { width, height, exif } = await sharp(kept[0]).metadata();
    assert.deepEqual([width, height, exif], [240, 720, undefined]);
    // Red grows from its top to its foot.
    const { data } = await sharp(kept[0]).raw().toBuffer({ resolveWithObject: true });
    const red = (x: number, y: number) => data[(y * 240 + x) * 3] ?? 0;
    assert.ok(Math.abs(red(60, 400) - red(180, 400)) < 20);
    assert.ok(red(120, 480) > red(120, 300) + 40, `${red(120, 480)} ${red(120, 300)}`);
  });
});
