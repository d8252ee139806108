import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { generateProject } from '../../scripts/bench/generate.ts';
import type { TextRun } from '../../scripts/check/runs.ts';
import { TextReader } from '../../scripts/check/text.ts';
import { pagesOf } from '../../scripts/pdf/pages.ts';
import { readPdf } from '../../scripts/pdf/read.ts';
import { press, projectFolder } from '../helpers/press.ts';

const folder = projectFolder();
let pages: TextRun[][];

before(async () => {
  await generateProject(folder.path, 60);
  const { code, stderr } = await press(['build', 'prospectus', '--project', folder.path]);
  assert.equal(code, 0, stderr.slice(0, 2000));
  const file = readPdf(readFileSync(join(folder.path, 'output/screen/prospectus-draft.pdf')));
  const reader = new TextReader(file);
  pages = pagesOf(file).map((page) => reader.page(page));
});
after(() => folder[Symbol.dispose]());

const isBody = (run: TextRun) =>
  /SourceSerif4-Regular/.test(run.font) && Math.abs(run.sizePt - 10) < 0.2;

/** Lines of running text: runs that share a baseline and a column. */
function bodyLines(page: TextRun[]): { xMm: number; yMm: number; text: string }[] {
  const lines = new Map<string, { xMm: number; yMm: number; text: string }>();
  for (const run of page.filter(isBody)) {
    // The space that ends a line may stand alone.
    if (run.text.trim() === '') continue;
    const key = `${run.yMm.toFixed(1)} ${run.xMm < 110 ? 'left' : 'right'}`;
    const line = lines.get(key);
    if (line) {
      line.xMm = Math.min(line.xMm, run.xMm);
      line.text += run.text;
    } else lines.set(key, { xMm: run.xMm, yMm: run.yMm, text: run.text });
  }
  return [...lines.values()].sort((a, b) => a.yMm - b.yMm);
}

test('body baselines lie on the 5 mm grid, within 0.06 mm', () => {
  let measured = 0;
  for (const [index, page] of pages.entries()) {
    for (const { yMm, text } of bodyLines(page)) {
      const off = Math.abs(yMm / 5 - Math.round(yMm / 5)) * 5;
      assert.ok(off < 0.06, `page ${index + 1}: "${text}" is ${off.toFixed(3)} mm off the grid`);
      measured++;
    }
  }
  assert.ok(measured > 1200, `only ${measured} lines were measured`);
});

test('left edges of running text lie on columns, or are an indent of 5 mm', () => {
  const isOn = (x: number, left: number) => {
    const column = (x - left) / 14;
    const indented = (x - 5 - left) / 14;
    // The second of two columns of text stands wider apart from the first than the grid's columns.
    const second = [x - 88 - left, x - 93 - left].some((off) => Math.abs(off) < 0.35);
    return second || [column, indented].some((n) => Math.abs(n - Math.round(n)) * 14 < 0.35);
  };
  let measured = 0;
  for (const [index, page] of pages.entries()) {
    const left = index % 2 === 1 ? 26 : 20;
    for (const { xMm, text } of bodyLines(page)) {
      assert.ok(isOn(xMm, left), `page ${index + 1}: "${text}" begins at ${xMm.toFixed(2)} mm`);
      measured++;
    }
  }
  assert.ok(measured > 1200, `only ${measured} lines were measured`);
});

test('no paragraph ends with a single short word on its last line', () => {
  const short: string[] = [];
  let ends = 0;
  for (const [index, page] of pages.entries()) {
    const lines = bodyLines(page);
    lines.forEach((line, i) => {
      const next = lines[i + 1];
      const endsHere =
        /[.?!]\s*$/.test(line.text) &&
        (!next || next.xMm > line.xMm + 4 || next.yMm - line.yMm > 6);
      if (endsHere) ends++;
      if (endsHere && line.text.trim().split(/\s+/).length === 1 && line.text.trim().length < 12)
        short.push(`page ${index + 1}: ${line.text}`);
    });
  }
  assert.deepEqual(short, []);
  assert.ok(ends > 150, `only ${ends} paragraphs ended`);
});

test('no heading is the last line of a column', () => {
  let measured = 0;
  // The covers have the institution's name in that size.
  for (const [index, page] of pages.slice(1, -1).entries()) {
    const headings = page.filter(
      (run) => /SourceSans3-Semibold/.test(run.font) && Math.abs(run.sizePt - 12) < 0.2,
    );
    for (const heading of headings) {
      measured++;
      // The number of the page stands below every column, and further down.
      const below = page.filter(
        (run) =>
          run.yMm > heading.yMm + 1 &&
          run.yMm < heading.yMm + 16 &&
          Math.abs(run.xMm - heading.xMm) < 60,
      );
      assert.ok(below.length > 0, `page ${index + 2}: "${heading.text}" stands alone at the foot`);
    }
  }
  assert.ok(measured > 200, `only ${measured} headings were found`);
});

test('text keeps inside the safe area', () => {
  assert.ok(pages.flat().length > 4000, `only ${pages.flat().length} runs were read`);
  for (const [index, page] of pages.entries()) {
    for (const { xMm, yMm, widthMm, text } of page) {
      const inside = xMm > 4.5 && xMm + widthMm < 205.5 && yMm > 5 && yMm < 293;
      assert.ok(inside, `page ${index + 1}: "${text}" at ${xMm.toFixed(1)}, ${yMm.toFixed(1)}`);
    }
  }
});
