import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Source } from '../../../scripts/content/model.ts';
import type { CourseFacts } from '../../../scripts/content/schema/course.ts';
import { leadPicture } from '../../../scripts/layout/horizon/horizon.ts';
import { pictureBeside } from '../../../scripts/layout/horizon/screen-piece.ts';
import type { DisplayView } from '../../../scripts/layout/promise.ts';
import type { Setting } from '../../../scripts/layout/setting.ts';

/** How wide photographs are that are asked for beside words that end there, on a page of 300 mm. */
async function widthsBeside(rightMm: number): Promise<number[]> {
  const widths: number[] = [];
  const picture = async (
    _course: unknown,
    _path: string,
    _image: unknown,
    box: { widthMm: number },
  ) => {
    widths.push(Math.round(box.widthMm));
    return undefined;
  };
  const setting = { geometry: { page: { widthMm: 300 } }, picture } as unknown as Setting;
  const course = { facts: { images: [{ file: 'a.jpg' }] } } as unknown as Source<CourseFacts>;
  const display = { boxes: [{ left: 20, top: 40, right: rightMm, bottom: 80 }] };
  await pictureBeside(course, setting, display as unknown as DisplayView, 130);
  return widths;
}

test('a photograph has what the words leave, at the most a share of the page', async () => {
  assert.deepEqual(await widthsBeside(100), [135]);
  assert.deepEqual(await widthsBeside(200), [85]);
});

test('beside words that are too long for the piece no photograph is made', async () => {
  assert.deepEqual(await widthsBeside(270), []);
  assert.deepEqual(await widthsBeside(900), []);
});

test('under a promise that leaves a strip no photograph is made either', async () => {
  const course = { facts: { images: [{ file: 'a.jpg' }] } } as unknown as Source<CourseFacts>;
  const seen: number[] = [];
  const picture = async (_a: unknown, _b: unknown, _c: unknown, box: { heightMm: number }) => {
    seen.push(box.heightMm);
    return undefined;
  };
  const setting = { picture } as unknown as Setting;
  for (const heightMm of [-20, 10, 46, 200])
    await leadPicture(course, setting, { widthMm: 300, heightMm });
  assert.deepEqual(seen, [46, 200]);
});
