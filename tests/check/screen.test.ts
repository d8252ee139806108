import assert from 'node:assert/strict';
import { test } from 'node:test';
import { join } from '../../scripts/assemble/join.ts';
import { checkScreen } from '../../scripts/check/screen.ts';
import { finishScreen } from '../../scripts/finish/screen.ts';
import { latin1 } from '../../scripts/pdf/bytes.ts';
import { readPdf } from '../../scripts/pdf/read.ts';
import { writePdf } from '../../scripts/pdf/write.ts';
import type { PromisedHeading, ScreenPromise } from '../../scripts/promise.ts';
import { fixture } from '../fixtures/pdf/fixture.ts';
import {
  chapterHeadings,
  chapters,
  dressed,
  joinedChapters,
  promise,
} from '../fixtures/pdf/promise.ts';

const good = finishScreen(joinedChapters(), promise());
/** The same document with its objects in the open, so that bytes can be changed. */
const open = latin1(writePdf(readPdf(good), { objectStreams: false }));

function codes(bytes: Uint8Array, own: ScreenPromise = promise()): string[] {
  return checkScreen(bytes, own).map((message) => message.code);
}

/** The good file with some bytes changed for as many others. */
function damaged(from: string | RegExp, to: string): Uint8Array {
  const found = typeof from === 'string' ? from : from.exec(open)?.[0];
  assert.ok(found !== undefined && open.includes(found), `${from} is in the file`);
  assert.equal(to.length, found.length, 'the file keeps its length');
  return Buffer.from(
    open.replace(found, () => to),
    'latin1',
  );
}

test('a good file has no findings, packed or open', () => {
  assert.deepEqual(checkScreen(good, promise()), []);
  assert.deepEqual(codes(Buffer.from(open, 'latin1')), []);
});

test('each damage is found for what it is', () => {
  const cases: [string, string | RegExp, string][] = [
    ['check/box', '/MediaBox[0 0 283.4646 396.8504]', '/MediaBox[0 0 283.6646 396.8504]'],
    ['check/box', '/CropBox[0 0 283.4646 396.8504]', '/CropBox[1 0 283.4646 396.8504]'],
    ['check/page-label', '/Nums[0 <</S/D>>]', '/Nums[0 <</S/r>>]'],
    ['check/document-title', '/Title(Kilns', '/Title(Kilms'],
    ['check/document-author', '/Author(The', '/Author(Thy'],
    ['check/document-language', /\/Lang\(en-GB\)(?=\/MarkInfo)/, '/Lang(en-US)'],
    ['check/title-hidden', '/DisplayDocTitle true', '/DisplayDocTitle null'],
    ['check/metadata-disagree', '<xmp:CreateDate>2026', '<xmp:CreateDate>2025'],
    ['check/metadata-disagree', '/Keywords(clay', '/Keywords(play'],
    ['check/font-not-embedded', '/FontFile2 ', '/FontFile9 '],
    ['check/link-leads-nowhere', '/Dest/two', '/Dest/tow'],
    ['check/link-not-public', '(https://example.org', '(gttps://example.org'],
    ['check/target-place', /\/XYZ 28\.3125 362\.9129/, '/XYZ 28.3125 062.9129'],
    ['check/trace', '(mailto:kiln@', '(file:///tmp/'],
    ['check/trace', '/Creator(Prospectus Press)', '/Creator(Skia/PDF Press X)'],
    ['check/trace', '(mailto:kiln@', '(data-src=abc'],
    ['check/trace', '<pdf:Producer>Prospectus Press', '<pdf:Producer>HeadlessChrome/1'],
    ['check/language-private', '/Lang(fr)', '/Lang(x-)'],
    ['check/not-readable', 'startxref', 'startxrex'],
    ['check/not-readable', '/Kids[', '/Kidz['],
  ];
  for (const [code, from, to] of cases) {
    const found = codes(damaged(from, to));
    assert.ok(found.includes(code), `${from}: ${code} among ${found.join(', ') || 'nothing'}`);
  }
});

test('a link beside the page is found', () => {
  const rect = /\/Rect\[\d\d\d\.\d+ [\d.]+ \d\d\d\./.exec(open)![0];
  const beside = rect.replace(/(\[|\s)\d(?=\d\d\.(?:\d+ [\d.]+ \d{3}\.|$))/g, '$19');
  assert.deepEqual(codes(damaged(rect, beside)), ['check/link-off-page']);
});

test('a bookmark that leads to no page is found', () => {
  const place = /\/Dest\[(\d+) 0 R \/XYZ [\d.]+ [\d.]+ 0\]\/SE/.exec(open)!;
  const lost = place[0].replace(place[1]!, '1'.padStart(place[1]!.length, '0'));
  assert.deepEqual(codes(damaged(place[0], lost)), ['check/bookmark-leads-nowhere']);
});

test('bookmarks that contain themselves are found', () => {
  const item = /\/Next (\d+) 0 R/.exec(open)!;
  const self = new RegExp(`(\\d+) 0 obj\\n<<\\/Title[^\\n]*${item[0]}`).exec(open)!;
  const looped = `/Next ${self[1]!.padStart(item[1]!.length, '0')} 0 R`;
  assert.deepEqual(codes(damaged(item[0], looped)), ['check/bookmarks-loop']);
});

test('a long file that does not open with its bookmarks is found', () => {
  const parts = [...chapters, ...chapters].map(dressed);
  const pages = Array.from({ length: 8 }, (_, at) => ({
    ...promise().pages[0]!,
    folio: String(at + 1),
  }));
  const own = { ...promise(), pages, targets: [] };
  const bytes = finishScreen(
    join(parts, () => {}),
    own,
  );
  const wrong = (found: Uint8Array) =>
    codes(found, own).filter((code) => code !== 'check/page-number');
  assert.deepEqual(wrong(bytes), []);
  const plain = latin1(writePdf(readPdf(bytes), { objectStreams: false }));
  const hidden = Buffer.from(plain.replace('/UseOutlines', '/UseOutlinez'), 'latin1');
  assert.deepEqual(wrong(hidden), ['check/bookmarks-hidden']);
});

test('what the promise says otherwise is found', () => {
  const own = promise();
  const [first, second] = own.targets;
  const cases: [string, ScreenPromise][] = [
    ['check/page-count', { ...own, pages: own.pages.slice(1) }],
    ['check/font-not-allowed', { ...own, fonts: own.fonts.slice(1) }],
    ['check/page-number', { ...own, targets: [{ ...second!, folio: '2' }] }],
    ['check/target-missing', { ...own, targets: [{ ...first!, text: 'The second course' }] }],
    [
      'check/page-number',
      { ...own, targets: [{ id: 'none', folio: '1', text: 'Weaving & dyeing' }] },
    ],
    ['check/target-missing', { ...own, targets: [{ id: 'none', folio: '1', text: 'Nowhere' }] }],
  ];
  for (const [code, wrong] of cases) assert.ok(codes(good, wrong).includes(code), code);
  assert.deepEqual(
    codes(good, { ...own, targets: [{ id: 'none', folio: '3', text: 'Weaving & dyeing' }] }),
    [],
  );
});

test('a number that is printed in a link is held against the page it leads to', () => {
  // Page two says “the first course 1”; with a page before it, the course is on page 2.
  const parts = ['chapter-welsh', ...chapters].map(dressed);
  const pages = ['1', '2', '3', '4', '5'].map((folio) => ({ ...promise().pages[0]!, folio }));
  const targets = [{ id: 'one', folio: '2', text: 'The first “fine” course' }];
  const own = { ...promise(), lang: 'cy', pages, targets };
  const file = join(parts, () => {});
  const messages = checkScreen(finishScreen(file, own), own);
  assert.deepEqual(
    messages.map(({ code, message, page }) => [code, message, page]),
    [
      [
        'check/page-number',
        '“The first “fine” course” stands on page 2, and page 1 is printed for it.',
        3,
      ],
    ],
  );
});

test('a faked bold and a character that no font has are found with the words around them', () => {
  const own = { ...promise(), pages: promise().pages.slice(0, 1), targets: [] };
  const file = join([dressed('hard')], () => {});
  const messages = checkScreen(finishScreen(file, own), own);
  assert.deepEqual(
    messages.map(({ code, page }) => [code, page]),
    [
      ['check/font-type3', 1],
      ['check/glyph-missing', 1],
    ],
  );
  assert.match(messages[0]!.message, /“Faked bold”/);
  assert.match(messages[1]!.message, /Nothing has this: \uFFFD here/);
});

test('what Chromium wrote, unfinished, fails', () => {
  const own = { ...promise(), pages: promise().pages.slice(0, 2) };
  const found = new Set(codes(fixture('chapter-one'), own));
  for (const code of ['box', 'document-title', 'link-not-public', 'trace', 'language-private']) {
    assert.ok(found.has(`check/${code}`), code);
  }
});

test('a number that running text prints is held against the file', () => {
  const { targets } = promise();
  const saying = (text: string, page = 0) => {
    const references = [{ to: 'two', page, text }];
    return codes(good, { ...promise(), targets, references });
  };
  assert.deepEqual(saying('beside the harbour, page 3'), []);
  assert.deepEqual(saying('beside the harbour, page 4'), ['check/reference-missing']);
  assert.deepEqual(saying('beside the harbour, page 3', 1), ['check/reference-missing']);
});

test('bookmarks are held against the headings: their words, order, pages and depth', () => {
  const found = (headings: readonly PromisedHeading[]) => codes(good, { ...promise(), headings });
  const change = (index: number, to: object) =>
    found(chapterHeadings.map((one, i) => (i === index ? { ...one, ...to } : one)));
  assert.deepEqual(found(chapterHeadings), []);
  assert.deepEqual(change(1, { text: 'Fac ts' }), ['check/bookmark-wrong']);
  assert.deepEqual(change(1, { level: 1 }), ['check/bookmark-wrong']);
  assert.deepEqual(change(4, { page: 2 }), ['check/bookmark-wrong']);
  assert.deepEqual(found(chapterHeadings.slice(0, 4)), ['check/bookmark-wrong']);
  const more = { level: 1, text: 'More', page: 3 };
  assert.deepEqual(found([...chapterHeadings, more]), ['check/bookmark-missing']);
});
