import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { startEngine } from '../../scripts/browser/engine.ts';
import { writeFontconfig } from '../../scripts/browser/fontconfig.ts';
import { openGate } from '../../scripts/browser/gate.ts';
import { openSheet, type Sheet } from '../../scripts/browser/sheet.ts';
import { openTab, type Tab } from '../../scripts/browser/tab.ts';
import { fontsIn, picturesIn, readPdf } from './pdf.ts';
import { memoryMb, renderers } from './processes.ts';
import { FONTS, findReal, makeWorld, openTestBrowser, write, writeShell } from './world.ts';

const onLinux = { skip: process.platform !== 'linux' && 'processes are read from /proc' };
const A5 = { widthPx: 559, heightPx: 794, zoom: 1 };
const ENGLISH = { lang: 'en-GB', title: 'A title' };

const world = makeWorld();
copyFileSync(join(FONTS, 'SourceSerif4-Regular.ttf'), join(world.project, 'serif.ttf'));
const serif = pathToFileURL(join(world.project, 'serif.ttf')).href;
const css = `@font-face{font-family:Body;src:url("${serif}")}@page{size:559px 794px;margin:0}body{font:16px/20px Body}`;
const shell = writeShell(world, css);
const { browser, findings } = await openTestBrowser({}, world);

async function make<T>(work: (sheet: Sheet) => Promise<T>, path = shell): Promise<T> {
  findings.length = 0;
  const made = await browser.run({ name: 'the sheet', shell: path, pages: 1 }, work);
  if (made === undefined) throw new Error(JSON.stringify(findings));
  return made;
}

const print = (body: string, attributes = ENGLISH) =>
  make(async (sheet) => {
    await sheet.fill(body, attributes);
    return sheet.print(A5);
  });

async function photo(name: string, size = 800): Promise<string> {
  const background = { r: 200, g: 100, b: name.length * 9 };
  const image = sharp({ create: { width: size, height: size, channels: 3, background } });
  return pathToFileURL(write(world, name, await image.jpeg().toBuffer())).href;
}

test('the PDF has title, language, tags, outline, and the fonts of the shell', async () => {
  const pdf = await print('<h1>Chapter one</h1><h2>Part one</h2><p>Fi ffi and £9,250.</p>', {
    lang: 'cy',
    title: 'Prospectws «2027»',
  });
  const { info, outline, words } = await readPdf(pdf);
  assert.equal(info.Title, 'Prospectws «2027»');
  assert.equal(info.Language, 'cy');
  assert.equal(outline[0]?.title, 'Chapter one');
  assert.equal(outline[0]?.items[0]?.title, 'Part one');
  assert.match(words, /Fi ffi and £9,250\./);
  assert.deepEqual(fontsIn(pdf), ['SourceSerif4-Regular']);
  const raw = Buffer.from(pdf).toString('latin1');
  assert.match(raw, /\/StructTreeRoot/);
  assert.match(raw, /\/S \/H1\b/);
  assert.deepEqual(
    findings,
    findings.filter(({ code }) => code === 'browser/without-sandbox'),
  );
});

test('one document leaves nothing to the next, and is the same bytes before and after', async () => {
  const table = (n: number) =>
    `<table><thead><tr><th scope="col">Fee<th scope="col">Sum</thead><tr><th scope="row">Home<td>${n}</table>`;
  const first = await print(`<h1 id="a">One</h1>${table(1)}<a href="#a">up</a>`);
  const other = await print(`<h1>Two</h1>${table(2)}<style>h1{color:red}</style>`, {
    lang: 'fr',
    title: 'Autre',
  });
  assert.doesNotMatch((await readPdf(other)).words, /One/);
  const again = await print(`<h1 id="a">One</h1>${table(1)}<a href="#a">up</a>`);
  assert.match(Buffer.from(first).toString('latin1'), /\/Headers \[\(node00000001\)/);
  assert.ok(Buffer.from(first).equals(again));
  assert.ok(!Buffer.from(first).equals(other));
});

test('SVG is drawn with live text, gradients and references to itself', async () => {
  const svg = `<svg viewBox="0 0 100 50" width="300"><defs><linearGradient id="g"><stop offset="0" stop-color="#036"/><stop offset="1" stop-color="#fff"/></linearGradient><path id="p" d="M0 0h10v10z"/></defs><rect width="90" height="40" fill="url(#g)"/><use href="#p"/><text x="5" y="45">Sessions <tspan>42</tspan></text></svg>`;
  const pdf = await print(`<figure>${svg}</figure>`);
  assert.match((await readPdf(pdf)).words, /Sessions.*42/);
  assert.match(Buffer.from(pdf).toString('latin1'), /\/ShadingType 2/);
  assert.ok(!findings.some(({ severity }) => severity === 'error'));
});

/** A tab in which every file takes its time, as on a slow disk. */
async function openSlowTab(): Promise<Tab> {
  const fontconfig = writeFontconfig(world, [FONTS]);
  const engine = await startEngine(await findReal(), world, fontconfig, { on: false }, () => {});
  after(engine.stop);
  const tab = await openTab(engine, openGate(world, [world.project]));
  await tab.load(shell);
  const { session } = tab;
  const send = session.send.bind(session);
  session.send = async (method, ...rest) => {
    if (method === 'Fetch.continueRequest')
      await new Promise((resolve) => setTimeout(resolve, 300));
    return send(method, ...rest);
  };
  return tab;
}

const errand = { name: 'x', say: () => {}, refused: new Set<string>(), refusedFont: false };

test('a document is full when every picture of it has come, however it is asked for', async () => {
  const tab = await openSlowTab();
  let come = 0;
  tab.session.on('Network.loadingFinished', () => come++);
  for (const [way, write] of Object.entries({
    img: (url: string) => `<img src="${url}" width="20" alt="">`,
    'lazy img': (url: string) =>
      `<img src="${url}" loading="lazy" style="margin-top:9000px" alt="">`,
    'CSS background': (url: string) => `<p style="background:url(${url});height:20px">x</p>`,
    'SVG image': (url: string) =>
      `<svg width="20"><image href="${url}" width="20" height="20"/></svg>`,
  })) {
    come = 0;
    const sheet = await openSheet(tab, shell, errand);
    await sheet.fill(write(await photo(`${way}.jpg`)), ENGLISH);
    assert.equal(come, 1, way);
    assert.equal(picturesIn(await sheet.print(A5)), 1, way);
  }
});

test('a document is full when the font that it brings itself has come', async () => {
  copyFileSync(join(FONTS, 'SourceSans3-It.ttf'), join(world.project, 'own.ttf'));
  const own = pathToFileURL(join(world.project, 'own.ttf'));
  const sheet = await openSheet(await openSlowTab(), shell, errand);
  const face = `@font-face{font-family:Own;src:url(${own})}p{font-family:Own}`;
  await sheet.fill(`<style>${face}</style><p>own</p>`, ENGLISH);
  const status = await sheet.evaluate(
    () => [...document.fonts].find(({ family }) => family === 'Own')?.status,
    null,
  );
  assert.equal(status, 'loaded');
  assert.deepEqual(fontsIn(await sheet.print(A5)), ['SourceSans3-It']);
});

test('a picture that cannot be drawn is a finding that names it', async () => {
  const broken = pathToFileURL(write(world, 'images/broken.jpg', 'no picture')).href;
  const good = await photo('good.jpg');
  await print(`<img src="${broken}" alt=""><img src="${good}" alt="">`);
  const errors = findings.filter(({ severity }) => severity === 'error');
  assert.deepEqual(
    errors.map(({ code }) => code),
    ['browser/broken-picture'],
  );
  assert.match(errors[0]?.message ?? '', /the sheet.*"images\/broken\.jpg"/);
});

test('a picture that is not there is one finding that names it', async () => {
  await print(`<img src="${pathToFileURL(join(world.project, 'images/gone.jpg'))}" alt="">`);
  const errors = findings.filter(({ severity }) => severity === 'error');
  assert.deepEqual(
    errors.map(({ code }) => code),
    ['browser/missing-file'],
  );
  assert.match(errors[0]?.message ?? '', /"images\/gone\.jpg"/);
});

test('a font that cannot be read is a finding that names it, used or not', async () => {
  const broken = pathToFileURL(write(world, 'broken.ttf', 'no font')).href;
  const other = writeShell(
    world,
    `@font-face{font-family:Grotesk;src:url("${broken}")}`,
    'font.html',
  );
  await make(async (sheet) => {
    await sheet.fill('<p>x</p>', ENGLISH);
    return true;
  }, other);
  const errors = findings.filter(({ severity }) => severity === 'error');
  assert.deepEqual(
    errors.map(({ code }) => code),
    ['browser/broken-font'],
  );
  assert.match(errors[0]?.message ?? '', /Grotesk/);
});

test('a font that only the page margins use is there', async () => {
  copyFileSync(join(FONTS, 'SourceSans3-Semibold.ttf'), join(world.project, 'sans.ttf'));
  const sans = pathToFileURL(join(world.project, 'sans.ttf')).href;
  const margins = `${css}@font-face{font-family:Foot;src:url("${sans}")}@page{margin:40px;@bottom-left{font:12px Foot;content:"Page " counter(page)}}`;
  const other = writeShell(world, margins, 'margins.html');
  const pdf = await make(async (sheet) => {
    await sheet.fill('<p>Body</p>', ENGLISH);
    return sheet.print(A5);
  }, other);
  assert.deepEqual(fontsIn(pdf), ['SourceSans3-Semibold', 'SourceSerif4-Regular']);
  assert.match((await readPdf(pdf)).words, /Page 1/);
});

test('no font of the machine is used, whatever is asked for', async () => {
  const pdf = await print('<p style="font-family:\'DejaVu Sans\',Arial,monospace">Körper ŵ</p>');
  assert.ok(fontsIn(pdf).length > 0);
  for (const name of fontsIn(pdf)) assert.match(name, /^Source(Serif4|Sans3)/);
});

test('functions are called in the page, wait for promises, and throw what they throw', async () => {
  const answer = await make(async (sheet) => {
    await sheet.fill('<p>One</p><p>Two</p>', ENGLISH);
    return sheet.evaluate(
      async ({ selector }) => {
        await document.fonts.ready;
        return [...document.querySelectorAll(selector)].map((p) => p.textContent);
      },
      { selector: 'p' },
    );
  });
  assert.deepEqual(answer, ['One', 'Two']);
  const failing = make((sheet) =>
    sheet.evaluate(() => {
      throw new Error('wrong turn');
    }, null),
  );
  await assert.rejects(failing, /wrong turn/);
});

test('boxes are measured as they are printed', async () => {
  const body =
    '<p style="display:none">screen</p><style>@media print{p{display:block!important;height:33px;margin:0}}</style>';
  const height = await make(async (sheet) => {
    await sheet.fill(body, ENGLISH);
    return sheet.evaluate(() => document.querySelector('p')?.getBoundingClientRect().height, null);
  });
  assert.equal(height, 33);
});

test('pictures are not decoded for a screen that nobody sees', onLinux, async () => {
  for (let i = 0; i < 50; i++) {
    const picture = await photo(`large-${i}`, 1500);
    await print(`<img src="${picture}" width="400" style="margin-top:400px" alt="">`);
  }
  // Fifty pictures of 9 MB each, if they were.
  const used = renderers().map(({ pid }) => memoryMb(pid));
  assert.ok(Math.max(...used) < 250, `${used} MB`);
});

test('a part of the document can be had as a picture', async () => {
  const png = await make(async (sheet) => {
    await sheet.fill(
      '<div style="position:absolute;left:0;top:2000px;width:100px;height:50px;background:#00f"></div>',
      ENGLISH,
    );
    return sheet.screenshot({ xPx: 0, yPx: 2000, widthPx: 100, heightPx: 50, scale: 2 });
  });
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
  assert.deepEqual([info.width, info.height], [200, 100]);
  assert.deepEqual([...data.subarray(0, 3)], [0, 0, 255]);
});

test('a sheet that is kept after its end is of no use', async () => {
  const kept = await make(async (sheet) => ({ sheet }));
  await make(async () => true);
  await assert.rejects(kept.sheet.fill('<p>late</p>', ENGLISH), /after its end/);
});
