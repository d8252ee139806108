import assert from 'node:assert/strict';
import test from 'node:test';
import { openPages, type Picture, renderPages } from '../../scripts/pages/render.ts';
import { shrink } from '../../scripts/pages/shrink.ts';
import { blue, plainPdf, red } from './plain-pdf.ts';

function pixel({ widthPx, rgba }: Picture, x: number, y: number): number[] {
  const at = (y * widthPx + x) * 4;
  return [...rgba.subarray(at, at + 4)];
}

test('a page is drawn at its size, in its colours, on white', async () => {
  const [picture] = await renderPages(await plainPdf([[red]]), { dpi: 144 });
  assert.ok(picture);
  assert.deepEqual([picture.widthPx, picture.heightPx], [200, 400]);
  assert.equal(picture.rgba.length, 200 * 400 * 4);
  assert.deepEqual(pixel(picture, 50, 200), [255, 0, 0, 255]);
  assert.deepEqual(pixel(picture, 150, 200), [255, 255, 255, 255]);
});

test('all pages are drawn, or those that are asked for, in that order', async () => {
  const pdf = await plainPdf([[red], [blue], []]);
  assert.equal((await renderPages(pdf, { dpi: 18 })).length, 3);
  const [third, second] = await renderPages(pdf, { dpi: 18, pages: [3, 2] });
  assert.ok(third && second);
  assert.deepEqual(pixel(third, 5, 5), [255, 255, 255, 255]);
  assert.deepEqual(pixel(second, 5, 5), [0, 0, 255, 255]);
});

test('the same file gives the same pixels', async () => {
  const pdf = await plainPdf([[red, blue]]);
  const [one] = await renderPages(pdf, { dpi: 97 });
  const [other] = await renderPages(pdf, { dpi: 97 });
  assert.ok(one && other);
  assert.equal(Buffer.compare(one.rgba, other.rgba), 0);
});

test('what cannot be drawn is refused', async () => {
  const pdf = await plainPdf([[red]]);
  for (const page of [0, 2, 1.5, Number.NaN]) {
    await assert.rejects(renderPages(pdf, { dpi: 72, pages: [page] }), /There is no page/);
  }
  using open = await openPages(pdf);
  await assert.rejects(open.draw(1, { widthPx: 20_000 }), /cannot be 20000 by 40000/);
  await assert.rejects(open.draw(1, { widthPx: 0 }), RangeError);
  await assert.rejects(renderPages(Buffer.from('%PDF-1.7 nothing'), { dpi: 72 }));
});

test('memory is given back: two hundred pages take no more than two', async () => {
  const pdf = await plainPdf([[red], [blue]]);
  await renderPages(pdf, { dpi: 300 });
  const before = process.memoryUsage().external;
  // 5 MB each: a gigabyte if they stayed.
  for (let i = 0; i < 100; i++) await renderPages(pdf, { dpi: 300 });
  const grownMb = (process.memoryUsage().external - before) / 1e6;
  assert.ok(grownMb < 200, `${grownMb} MB`);
});

test('a smaller picture has the mean of the pixels it stands for', () => {
  const grey = (value: number) => [value, value, value, 255];
  const rgba = Uint8Array.from(
    [0, 255, 10, 9, 255, 255, 20, 9, 9, 9, 9, 9].flatMap((value) => grey(value)),
  );
  const small = shrink({ widthPx: 4, heightPx: 3, rgba }, 2);
  assert.deepEqual([small.widthPx, small.heightPx], [2, 1]);
  assert.deepEqual([...small.rgba], [...grey(191), ...grey(12)]);
});
