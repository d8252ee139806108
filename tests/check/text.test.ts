import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { bareText, type PageText, plainText, TextReader } from '../../scripts/check/text.ts';
import { finishScreen } from '../../scripts/finish/screen.ts';
import { PdfFault } from '../../scripts/pdf/fault.ts';
import { pagesOf } from '../../scripts/pdf/pages.ts';
import { readPdf } from '../../scripts/pdf/read.ts';
import { fixture, smallPdf } from '../fixtures/pdf/fixture.ts';
import { joinedChapters, promise } from '../fixtures/pdf/promise.ts';

const finished = finishScreen(joinedChapters(), promise());

function textOf(bytes: Uint8Array, page = 0): PageText {
  const file = readPdf(bytes);
  return new TextReader(file).page(pagesOf(file)[page]!);
}

/** The text of content on a page of 100 × 100 pt in a font whose every glyph is half an em wide. */
function shown(content: string, more = ''): PageText {
  const widths = Array.from({ length: 95 }, () => 500).join(' ');
  const map = '1 beginbfrange <20> <7E> <0020> endbfrange';
  return textOf(
    smallPdf([
      '<</Pages 2 0 R>>',
      '<</Kids[3 0 R]>>',
      `<</MediaBox[0 0 100 100]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>${more}>>>>`,
      { dict: '', data: Buffer.from(content) },
      `<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+Half/FirstChar 32/Widths[${widths}]/ToUnicode 6 0 R>>`,
      { dict: '', data: Buffer.from(`1 begincodespacerange <00> <FF> endcodespacerange ${map}`) },
    ]),
  );
}

const mm = (points: number) => (points * 25.4) / 72;

/** Runs as `text x y width`, lengths in points from the top left corner. */
function placed(runs: PageText): string[] {
  const points = (value: number) => Number(((value * 72) / 25.4).toFixed(3)) + 0;
  return runs.map(({ text, xMm, yMm, widthMm }) =>
    [text, points(xMm), points(yMm), points(widthMm)].join(' '),
  );
}

test('left edges, sizes and faces are as they were laid out', () => {
  const runs = textOf(finished);
  const heading = runs[0]!;
  assert.equal(heading.font, 'SourceSerif4-Semibold');
  assert.ok(Math.abs(heading.sizePt - 16) < 0.001);
  for (const text of ['The first', 'It is taught', 'people who', 'A visitor', '1']) {
    const run = runs.find((candidate) => candidate.text.startsWith(text))!;
    assert.ok(Math.abs(run.xMm - 10) < 0.01, `${text}: ${run.xMm}`);
  }
  assert.equal(runs.find((run) => run.text.startsWith('fire'))!.font, 'SourceSerif4-It');
});

test('baselines of a paragraph are a line apart', () => {
  const runs = textOf(finished);
  const [first, second, third] = ['It is taught', 'people who', 'its pages'].map(
    (text) => runs.find((run) => run.text.startsWith(text))!.yMm,
  );
  // Chromium rounds to a quarter of a pixel at this zoom: 0.066 mm.
  assert.ok(Math.abs(second! - first! - 4.5) < 0.07);
  assert.ok(Math.abs(third! - first! - 9) < 0.07);
});

test('another reader sees the same words at the same places', async () => {
  const task = getDocument({ data: new Uint8Array(finished), verbosity: 0 });
  const document = await task.promise;
  let compared = 0;
  for (let number = 1; number <= 3; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const runs = textOf(finished, number - 1);
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [, , , , x, y] = item.transform as number[];
      const run = runs.find(
        ({ text, xMm, yMm, widthMm }) =>
          text.includes(item.str.trim()) &&
          Math.abs(yMm - (140 - mm(y!))) < 0.02 &&
          mm(x!) > xMm - 0.02 &&
          mm(x! + item.width) < xMm + widthMm + 0.2,
      );
      assert.ok(run, `${item.str} at ${mm(x!)} mm on page ${number}`);
      if (run.text.startsWith(item.str)) assert.ok(Math.abs(run.xMm - mm(x!)) < 0.02, item.str);
      if (item.str === run.text) assert.ok(Math.abs(run.widthMm - mm(item.width)) < 0.1, item.str);
      compared++;
    }
  }
  assert.ok(compared > 20, `${compared} compared`);
  await task.destroy();
});

test('every operator that moves text moves it', () => {
  assert.deepEqual(placed(shown('BT /F 10 Tf 20 90 Td (ab) Tj ET')), ['ab 20 10 10']);
  assert.deepEqual(
    placed(shown('BT /F 10 Tf 1 0 0 1 5 50 Tm (a) Tj 0 -12 Td (b) Tj T* (c) Tj ET')),
    ['a 5 50 5', 'b 5 62 5', 'c 5 62 5'],
  );
  assert.deepEqual(
    placed(shown('BT /F 10 Tf 12 TL 5 50 Td (a) Tj T* (b) Tj (c) \' 1 2 (d e) " ET')),
    ['a 5 50 5', 'b 5 62 5', 'c 5 74 5', 'd e 5 86 20'],
  );
  assert.deepEqual(placed(shown('BT /F 10 Tf 5 50 TD 0 -9 TD (a) Tj T* (b) Tj ET')), [
    'a 5 59 5',
    'b 5 68 5',
  ]);
  assert.deepEqual(placed(shown('BT /F 10 Tf 50 Tz 3 Ts 5 50 Td (ab) Tj ET')), ['ab 5 47 5']);
  assert.deepEqual(placed(shown('BT /F 10 Tf 5 50 Td [(a) -100 (b) -900 (c)] TJ ET')), [
    'ab 5 50 11',
    'c 25 50 5',
  ]);
  assert.deepEqual(placed(shown('2 0 0 2 10 0 cm BT /F 5 Tf 5 20 Td (a) Tj ET')), ['a 20 60 5']);
  assert.deepEqual(placed(shown('q 1 0 0 1 9 0 cm Q BT /F 10 Tf 5 20 Td (a) Tj ET')), ['a 5 80 5']);
});

test('text on its side has its angle and its length', () => {
  const [run] = shown('BT /F 10 Tf 0 1 -1 0 50 20 Tm (abc) Tj ET');
  assert.ok(Math.abs(run!.angleDegrees - 90) < 0.001);
  assert.deepEqual(placed([run!]), ['abc 50 80 15']);
});

test('ActualText stands for what is shown, artifacts and tags are told', () => {
  const runs = shown(
    'BT /F 10 Tf /P <</MCID 7>> BDC 5 50 Td (a) Tj /Span <</ActualText(fi)>> BDC (x) Tj (y) Tj EMC (b) Tj EMC ET ' +
      '/Artifact BMC BT /F 10 Tf 5 30 Td (1) Tj ET EMC BT /F 10 Tf 5 20 Td (u) Tj ET',
  );
  assert.deepEqual(
    runs.map(({ text, mcid, isArtifact }) => [text, mcid, isArtifact]),
    [
      ['afib', 7, false],
      ['1', undefined, true],
      ['u', undefined, false],
    ],
  );
});

test('text in forms is found, with its tags', () => {
  const half = textOf(finished, 1).find((run) => run.text === 'Half as loud')!;
  assert.ok(Math.abs(half.xMm - 10) < 0.01);
  assert.equal(half.mcid, 0);
});

test('what has no meaning in the file reads as U+FFFD, and the empty box is counted', () => {
  const run = textOf(fixture('hard')).find((candidate) => candidate.missingGlyphs > 0)!;
  assert.equal(run.missingGlyphs, 1);
  assert.equal(run.text, 'Nothing has this: \uFFFD here');
});

test('plain text keeps lines and words apart', () => {
  assert.match(
    plainText(textOf(finished)),
    /^The first “fine” course\nIt is taught in the old kiln beside the harbour, page 3, by\n/,
  );
  assert.equal(bareText(' soft\u00ADly  e\u0301\n'), 'softlyé');
});

test('forms that draw each other over and over are refused', () => {
  const forms = Array.from({ length: 25 }, (_, at) => ({
    dict: `/Subtype/Form/Resources<</XObject<</X ${at + 6} 0 R>>>>`,
    data: Buffer.from('/X Do /X Do'),
  }));
  const bytes = smallPdf([
    '<</Pages 2 0 R>>',
    '<</Kids[3 0 R]>>',
    '<</MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>',
    { dict: '', data: Buffer.from('/X Do') },
    ...forms,
    { dict: '/Subtype/Form', data: Buffer.from('q Q') },
  ]);
  assert.throws(() => textOf(bytes), PdfFault);
});

test('words are the same however a file has their hyphens, ligatures and apostrophes', () => {
  assert.equal(
    bareText('Near\u2011Eastern \uFB01rst, O\u02BCNeill\u2019s'),
    bareText('Near-Eastern first,\nO’Neill’s'),
  );
  assert.notEqual(bareText('Near–Eastern'), bareText('Near-Eastern'));
});
