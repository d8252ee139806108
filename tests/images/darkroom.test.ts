import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import sharp from 'sharp';
import { openDarkroom } from '../../scripts/images/darkroom.ts';
import type { Slot } from '../../scripts/images/slot.ts';
import { findings, place, testProject } from './project.ts';

test('a crop is made once for a build; what was found is told wherever it is named', async (t) => {
  const { world, write } = testProject(t);
  const coarse = sharp({ create: { width: 60, height: 60, channels: 3, background: '#808080' } });
  const file = write('room.png', await coarse.png().toBuffer());
  const slot = { file, place, widthMm: 25.4, heightMm: 25.4 };
  const develop = openDarkroom(world);
  const { report, found } = findings();
  const [first, same] = await Promise.all([
    develop(slot, report),
    develop({ ...slot, place: { ...place, line: 9 } }, report),
  ]);
  assert.ok(first);
  assert.equal(same, first);
  assert.deepEqual(
    found.map(({ code, place: at }) => [code, at?.line]),
    [
      ['images/too-coarse', 7],
      ['images/too-coarse', 9],
    ],
  );

  // The original is not looked at again, unless it is for another crop.
  rmSync(join(world.project, file));
  assert.equal(await develop(slot, report), first);
  assert.equal(await develop({ ...slot, widthMm: 30 }, report), undefined);
  assert.equal(await openDarkroom(world)(slot, report), undefined);
});

test('a crop that two pieces share is made once, and judged for each', async (t) => {
  const { world, write } = testProject(t);
  const small = sharp({ create: { width: 130, height: 130, channels: 3, background: '#808080' } });
  const file = write('room.png', await small.png().toBuffer());
  const slot = { file, place, widthMm: 25.4, heightMm: 25.4 };
  const develop = openDarkroom(world);
  const { report, found, codes } = findings();
  const made = await Promise.all([
    develop({ ...slot, ppi: 300, piece: { kind: 'flyer' } }, report),
    develop({ ...slot, ppi: 300, reading: 'wall', piece: { kind: 'poster' } }, report),
  ]);
  assert.equal(made[0], made[1]);
  const large = write('large.png', await small.resize(400, 400).png().toBuffer());
  const width = async (reading: Slot['reading']) =>
    (await develop({ ...slot, file: large, reading }, report))?.widthPx;
  assert.deepEqual([await width('pixels'), await width('hand')], [192, 300]);
  assert.deepEqual(codes().sort(), ['error images/too-coarse', 'warning images/coarse']);
  assert.deepEqual(found.map(({ message }) => /on the (\w+)/.exec(message)?.[1]).sort(), [
    'flyer',
    'poster',
  ]);
});

test('where nothing is printed a picture is made coarse, and all is said of it all the same', async (t) => {
  const { world, write } = testProject(t);
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const large = sharp({
    create: { width: 900, height: 600, channels: 3, background: '#fff', noise },
  });
  const jpeg = await large.jpeg().toBuffer();
  const slot = { place, widthMm: 76.2, heightMm: 50.8, reading: 'wall' as const };
  const glance = openDarkroom(world, { isGlance: true });
  const { report, codes } = findings();
  const file = write('room.jpg', jpeg);
  const seen = await glance({ ...slot, file }, report);
  assert.deepEqual([seen?.widthPx, seen?.heightPx], [72, 48]);
  assert.deepEqual(codes(), []);
  await glance({ ...slot, file, widthMm: 609.6, heightMm: 406.4 }, report);
  assert.deepEqual(codes(), ['error images/too-coarse']);
  // Half a file is seen to be half.
  const half = write('half.jpg', jpeg.subarray(0, jpeg.length / 2));
  assert.equal(await glance({ ...slot, file: half }, report), undefined);
  assert.equal(codes().at(-1), 'error images/damaged');
});
