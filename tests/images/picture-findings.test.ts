import assert from 'node:assert/strict';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { preparePicture } from '../../scripts/images/picture.ts';
import type { Slot } from '../../scripts/images/slot.ts';
import { findings, place, type TestProject, testProject } from './project.ts';

const slotOf = (file: string, change: Partial<Slot> = {}): Slot => ({
  ...{ file, place, widthMm: 25.4, heightMm: 25.4 },
  ...change,
});

function noise(width: number, height: number) {
  const pixels = Buffer.alloc(width * height * 3);
  for (let i = 0, state = 1; i < pixels.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    pixels[i] = state >>> 24;
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** A PNG that claims a size and has next to no data. */
function pngClaiming(width: number, height: number, ...more: [string, Buffer][]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunks: [string, Buffer][] = [
    ['IHDR', header],
    ...more,
    ['IDAT', deflateSync(Buffer.alloc(64))],
    ['IEND', Buffer.alloc(0)],
  ];
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    ...chunks.map(([type, data]) => {
      const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
      const chunk = Buffer.alloc(data.length + 12);
      chunk.writeUInt32BE(data.length, 0);
      chunk.set(typed, 4);
      chunk.writeUInt32BE(crc32(typed), data.length + 8);
      return chunk;
    }),
  ]);
}

/** What is said of a file, and that nothing was made of it. */
async function refused({ world, write }: TestProject, name: string, data: string | Uint8Array) {
  const { report, codes, found } = findings();
  const picture = await preparePicture(world, slotOf(write(name, data)), report);
  assert.equal(picture, undefined);
  for (const finding of found) assert.deepEqual(finding.place, place);
  return codes();
}

describe('refused, with one finding', () => {
  test('a file that is not there, is a folder, or is empty', async (t) => {
    const project = testProject(t);
    project.write('images/here.jpg', 'x');
    const ask = async (file: string) => {
      const { report, codes } = findings();
      assert.equal(await preparePicture(project.world, slotOf(file), report), undefined);
      return codes();
    };
    assert.deepEqual(await ask('content/images/gone.jpg'), ['error content/file-missing']);
    assert.deepEqual(await ask('content/images'), ['error content/not-a-file']);
    assert.deepEqual(await refused(project, 'images/a.jpg', ''), ['error images/empty']);
  });

  test('a path or a symbolic link that leaves the project', async (t) => {
    const project = testProject(t);
    const outside = testProject(t);
    outside.write('a.png', await noise(400, 400).png().toBuffer());
    project.write('images/inside.png', await noise(400, 400).png().toBuffer());
    const images = join(project.world.project, 'content/images');
    symlinkSync(join(outside.world.project, 'content/a.png'), join(images, 'out.png'));
    symlinkSync(join(outside.world.project, 'content'), join(images, 'folder'));
    symlinkSync('inside.png', join(images, 'in.png'));
    const ask = async (file: string) => {
      const { report, codes } = findings();
      const picture = await preparePicture(project.world, slotOf(file), report);
      return [picture !== undefined, ...codes()];
    };
    const leaves = [false, 'error content/leaves-project'];
    assert.deepEqual(await ask('content/images/out.png'), leaves);
    assert.deepEqual(await ask('content/images/folder/a.png'), leaves);
    const way = `../${outside.world.project.split('/').at(-1)}/content/a.png`;
    assert.deepEqual(await ask(way), leaves);
    assert.deepEqual(await ask('content/images/in.png'), [true], 'control: a link inside');
  });

  test('what is no picture, or one that cannot be printed, whatever its name', async (t) => {
    const project = testProject(t);
    const cases: [string, string | Uint8Array, string][] = [
      ['text.jpg', 'This is a letter.', 'not-a-picture'],
      ['random.png', Buffer.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), 'not-a-picture'],
      ['page.jpg', '<html><body>', 'not-a-picture'],
      ['drawing.jpg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'drawing-as-picture'],
      ['old.svg', '<?xml version="1.0"?>\n<!-- x -->\n<svg/>', 'drawing-as-picture'],
      ['paper.jpg', '%PDF-1.7\n', 'format-unsupported'],
      ['layers.jpg', '8BPS\0\x01', 'format-unsupported'],
      ['phone.jpg', '\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'format-unsupported'],
      ['bitmap.jpg', 'BM\0\0\0\0', 'format-unsupported'],
      ['still.jpg', await noise(20, 20).gif().toBuffer(), 'format-unsupported'],
    ];
    for (const [name, data, code] of cases) {
      assert.deepEqual(
        await refused(project, `images/${name}`, data),
        [`error images/${code}`],
        name,
      );
    }
  });

  test('a picture that moves, or a file of several', async (t) => {
    const project = testProject(t);
    const frames = await noise(40, 80).toBuffer({ resolveWithObject: true });
    const pages = { raw: { ...frames.info, channels: 3 as const, pageHeight: 40 } };
    const webp = await sharp(frames.data, pages)
      .webp({ loop: 0, delay: [100, 100] })
      .toBuffer();
    const tiff = await sharp(frames.data, pages).tiff().toBuffer();
    assert.equal((await sharp(webp).metadata()).pages, 2, 'control');
    assert.deepEqual(await refused(project, 'images/a.webp', webp), ['error images/animated']);
    const png = pngClaiming(40, 40, ['acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0])]);
    assert.deepEqual(await refused(project, 'images/a.png', png), ['error images/animated']);
    if ((await sharp(tiff).metadata()).pages === 2) {
      assert.deepEqual(await refused(project, 'images/a.tif', tiff), [
        'error images/several-pages',
      ]);
    }
  });

  test('400 megapixels, before anything is decoded', async (t) => {
    const project = testProject(t);
    const bomb = pngClaiming(20_000, 20_000);
    assert.ok(bomb.length < 200);
    const before = process.memoryUsage().rss;
    assert.deepEqual(await refused(project, 'images/a.png', bomb), ['error images/too-large']);
    assert.ok(process.memoryUsage().rss - before < 100e6);
    const almost = pngClaiming(10_000, 10_000);
    const codes = await refused(project, 'images/b.png', almost);
    assert.deepEqual(codes, ['error images/damaged'], 'control: 100 are tried');
  });

  test('a damaged picture: cut off, or garbled', async (t) => {
    const project = testProject(t);
    for (const format of ['jpeg', 'png', 'webp', 'tiff', 'avif'] as const) {
      const whole = await noise(400, 400)[format]().toBuffer();
      const half = whole.subarray(0, whole.length / 2);
      const damaged = ['error images/damaged'];
      assert.deepEqual(await refused(project, `images/half.${format}`, half), damaged, format);
      assert.deepEqual(
        await refused(project, `images/start.${format}`, whole.subarray(0, 40)),
        damaged,
        `the start of a ${format}`,
      );
    }
  });

  test('cut off below what is needed of it: damaged all the same', async (t) => {
    const { world, write } = testProject(t);
    for (const format of ['jpeg', 'png'] as const) {
      const whole = await noise(600, 600)[format]().toBuffer();
      const make = async (name: string, data: Uint8Array) => {
        const { report, codes } = findings();
        const slot = slotOf(write(name, data), { heightMm: 5, focus: [50, 0] });
        await preparePicture(world, slot, report);
        return codes();
      };
      assert.deepEqual(await make(`whole.${format}`, whole), [], 'control');
      const cut = whole.subarray(0, whole.length * 0.7);
      assert.deepEqual(await make(`cut.${format}`, cut), ['error images/damaged'], format);
    }
  });
});

test('too few pixels: an error below 150 an inch, a warning below 225, nothing above', async (t) => {
  const { world, write } = testProject(t);
  const file = write('images/a.png', await noise(600, 600).png().toBuffer());
  const at = async (ppi: number) => {
    const { report, codes, found } = findings();
    const side = (600 / ppi) * 25.4;
    const picture = await preparePicture(
      world,
      slotOf(file, { widthMm: side, heightMm: side }),
      report,
    );
    assert.equal(picture?.widthPx, 600);
    return [...codes(), found[0]?.message];
  };
  const said = (ppi: number, rest: string) =>
    `\`${file}\`, cropped and printed ${Math.round((600 / ppi) * 254) / 10} mm wide, has ${ppi} pixels an inch: ${rest}`;
  assert.deepEqual(await at(149), [
    'error images/too-coarse',
    said(149, 'below 150 its pixels show.'),
  ]);
  assert.equal((await at(151))[0], 'warning images/coarse');
  assert.equal((await at(224))[0], 'warning images/coarse');
  assert.deepEqual(await at(226), [undefined]);
});

describe('the cache', () => {
  const files = (folder: string) => readdirSync(join(folder, 'images')).sort();

  test('the same again: the same file, the same findings, nothing new', async (t) => {
    const { world, write } = testProject(t);
    const file = write('images/a.png', await noise(200, 200).png().toBuffer());
    const [first, second] = [findings(), findings()];
    const one = await preparePicture(world, slotOf(file), first.report);
    const kept = files(world.cache);
    const { ino } = statSync(one!.path);
    const two = await preparePicture(world, slotOf(file), second.report);
    assert.deepEqual(two, one);
    assert.deepEqual(second.found, first.found);
    assert.equal(first.found.length, 1);
    assert.deepEqual(files(world.cache), kept);
    assert.equal(kept.length, 2);
    assert.equal(statSync(one!.path).ino, ino, 'the file was not written again');
  });

  test('other bytes, size, focus or resolution: another file', async (t) => {
    const { world, write } = testProject(t);
    const file = write('images/a.png', await noise(400, 300).png().toBuffer());
    const hashes = new Set<string>();
    const make = async (change: Partial<Slot> = {}) => {
      hashes.add((await preparePicture(world, slotOf(file, change), findings().report))!.hash);
      return hashes.size;
    };
    assert.equal(await make(), 1);
    assert.equal(await make({ widthMm: 20 }), 2);
    assert.equal(await make({ focus: [0, 0] }), 3);
    assert.equal(await make({ ppi: 200 }), 4);
    assert.equal(await make({ unseenMm: { left: 5 } }), 5);
    write('images/a.png', await noise(300, 400).png().toBuffer());
    assert.equal(await make(), 6);
    assert.equal(await make(), 6);
  });

  test('the same bytes in another project, from another place', async (t) => {
    const data = await noise(400, 300).png().toBuffer();
    const [one, two] = [testProject(t), testProject(t)];
    const a = await preparePicture(
      one.world,
      slotOf(one.write('images/a.png', data)),
      findings().report,
    );
    const b = await preparePicture(
      two.world,
      slotOf(two.write('images/b.png', data)),
      findings().report,
    );
    assert.notEqual(a!.path, b!.path);
    assert.equal(a!.hash, b!.hash);
  });

  test('a kept file that was damaged is made again', async (t) => {
    const { world, write } = testProject(t);
    const file = write('images/a.png', await noise(400, 300).png().toBuffer());
    const one = await preparePicture(world, slotOf(file), findings().report);
    const whole = readFileSync(one!.path);
    writeFileSync(one!.path, whole.subarray(0, 500));
    const two = await preparePicture(world, slotOf(file), findings().report);
    assert.equal(two!.hash, one!.hash);
    assert.deepEqual(readFileSync(two!.path), whole);
  });

  test('what the cache holds is whole: no drafts remain', async (t) => {
    const { world, write } = testProject(t);
    mkdirSync(world.cache, { recursive: true });
    const data = await noise(500, 400).png().toBuffer();
    const slots = Array.from({ length: 6 }, (_, i) =>
      slotOf(write(`images/${i}.png`, data), { widthMm: 20 + (i % 3) }),
    );
    const made = await Promise.all(
      slots.map((slot) => preparePicture(world, slot, findings().report)),
    );
    assert.equal(new Set(made.map((picture) => picture!.path)).size, 3);
    assert.equal(files(world.cache).length, 6);
    assert.ok(files(world.cache).every((name) => /^[0-9a-f]{64}\.(jpg|json)$/.test(name)));
  });
});
