import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser } from '../../scripts/browser/browser.ts';
import { startEngine } from '../../scripts/browser/engine.ts';
import { writeFontconfig } from '../../scripts/browser/fontconfig.ts';
import type { FoundBrowser } from '../../scripts/browser/found.ts';
import { openGate } from '../../scripts/browser/gate.ts';
import { openTab, type Tab } from '../../scripts/browser/tab.ts';
import {
  FONTS,
  findReal,
  makeFolder,
  makeWorld,
  openTestBrowser,
  withoutFlags,
  write,
  writeShell,
} from './world.ts';

/** A server on this machine that counts whoever comes. */
const visits: string[] = [];
const server = createServer((request, response) => {
  visits.push(request.url ?? '');
  response.end('<svg xmlns="http://www.w3.org/2000/svg" id="x"/>');
});
server.on('connection', () => visits.push('connection'));
server.on('upgrade', (_, socket) => socket.destroy());
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
after(() => server.close());
const { port } = server.address() as AddressInfo;
const HTTP = `http://127.0.0.1:${port}`;

const outside = makeWorld();
const SECRET = pathToFileURL(
  write(outside, 'secret.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'),
).href;
const world = makeWorld();
symlinkSync(join(outside.project, 'secret.svg'), join(world.project, 'link.svg'));
const LINK = pathToFileURL(join(world.project, 'link.svg')).href;
const page = pathToFileURL(write(world, 'page.html', '<p>Another page</p>')).href;
const own = pathToFileURL(
  write(world, 'own.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'),
).href;
const shell = writeShell(world, '');
const found = await findReal();

async function fill(browser: Browser, body: string): Promise<void> {
  await browser.run({ name: 'the flyer', shell, pages: 1 }, async (sheet) => {
    await sheet.fill(body, { lang: 'en', title: 'x' });
    const { pathname, script } = await sheet.evaluate(
      () => ({ pathname: location.pathname, script: Reflect.get(window, 'hit') }),
      null,
    );
    assert.equal(pathname, new URL(pathToFileURL(shell)).pathname, 'the page was left');
    assert.equal(script, undefined, 'a script ran');
    assert.ok(await sheet.print({ widthPx: 500, heightPx: 500, zoom: 1 }));
  });
}

/** What asks, how, and what the finding names. */
const REFUSED: Record<string, [body: string, named: string]> = {
  'http picture': [`<img src="${HTTP}/a.png">`, `${HTTP}/a.png`],
  'http on localhost': [
    `<img src="http://localhost:${port}/b.png">`,
    `http://localhost:${port}/b.png`,
  ],
  https: ['<img src="https://example.org/c.png">', 'https://example.org/c.png'],
  'web socket': [`<img src="ws://127.0.0.1:${port}/d">`, `ws://127.0.0.1:${port}/d`],
  ftp: ['<img src="ftp://127.0.0.1/e">', 'ftp://127.0.0.1/e'],
  'file outside': [`<img src="${SECRET}">`, SECRET],
  'file by a link': [`<img src="${LINK}">`, 'link.svg'],
  'CSS import': [`<style>@import "${HTTP}/f.css";</style>`, `${HTTP}/f.css`],
  'CSS background': [`<p style="background:url(${HTTP}/g.png)">x</p>`, `${HTTP}/g.png`],
  'CSS border': [
    `<p style="border:1px solid;border-image:url(${HTTP}/h.png) 1">x</p>`,
    `${HTTP}/h.png`,
  ],
  'CSS font': [
    `<style>@font-face{font-family:Q;src:url(${HTTP}/i.ttf)}p{font-family:Q}</style><p>q</p>`,
    `${HTTP}/i.ttf`,
  ],
  'SVG image': [`<svg><image href="${HTTP}/j.png" width="5" height="5"/></svg>`, `${HTTP}/j.png`],
  'SVG filter': [
    `<svg><filter id="f"><feImage href="${HTTP}/k.png"/></filter><rect filter="url(#f)" width="9" height="9"/></svg>`,
    `${HTTP}/k.png`,
  ],
  'SVG use': [`<svg><use href="${HTTP}/l.svg#x"/></svg>`, `<use href="${HTTP}/l.svg#x">`],
  'SVG use of a file': [`<svg><use xlink:href="${own}#x"/></svg>`, `<use href="${own}#x">`],
  srcset: [`<picture><source srcset="${HTTP}/m.png"><img></picture>`, `${HTTP}/m.png`],
  'input picture': [`<input type="image" src="${HTTP}/n.png">`, `${HTTP}/n.png`],
  'table background': [`<table background="${HTTP}/o.png"><tr><td>x</table>`, `${HTTP}/o.png`],
  video: [`<video src="${HTTP}/p" poster="${HTTP}/q.png"></video>`, '<video>'],
  audio: [`<audio src="${HTTP}/r"></audio>`, '<audio>'],
  'dns-prefetch': ['<link rel="dns-prefetch" href="https://example.org">', '<link> (dns-prefetch)'],
  preconnect: [`<link rel="preconnect" href="${HTTP}">`, '<link> (preconnect)'],
  preload: [`<link rel="preload" as="image" href="${HTTP}/s">`, '<link> (preload)'],
  'style sheet': [`<link rel="stylesheet" href="${HTTP}/t.css">`, '<link> (stylesheet)'],
  iframe: [`<iframe src="${HTTP}/u"></iframe>`, '<iframe>'],
  'iframe of a file': [`<iframe src="${page}"></iframe>`, '<iframe>'],
  'iframe of data': [
    `<iframe sandbox="allow-scripts" src="data:text/html,<img src='${HTTP}/v'>"></iframe>`,
    '<iframe>',
  ],
  'iframe of words': [`<iframe srcdoc="<img src='${HTTP}/w'>"></iframe>`, '<iframe>'],
  object: [`<object data="${HTTP}/x"></object>`, '<object>'],
  embed: [`<embed src="${HTTP}/y">`, '<embed>'],
  'meta refresh': [`<meta http-equiv="refresh" content="0;url=${HTTP}/z">`, '<meta> (refresh)'],
  'meta refresh to a file': [
    `<meta http-equiv="refresh" content="0;url=${page}">`,
    '<meta> (refresh)',
  ],
  base: [`<base href="${HTTP}/"><p>x</p>`, '<base>'],
  script: ['<script>window.hit=1</script>', '<script>'],
  'script in SVG': ['<svg><script>window.hit=1</script></svg>', '<script>'],
  'script in a table in SVG': [
    '<svg><foreignObject><p><SCRIPT>window.hit=1</SCRIPT></foreignObject></svg>',
    '<script>',
  ],
};

const walled = await openTestBrowser({ found }, world);
for (const [name, [body, named]] of Object.entries(REFUSED)) {
  test(`refused, and one finding that names it: ${name}`, async () => {
    walled.findings.length = 0;
    visits.length = 0;
    await fill(walled.browser, body);
    assert.deepEqual(visits, []);
    assert.equal(walled.findings.length, 1, JSON.stringify(walled.findings));
    const [{ code, message, severity } = { code: '', message: '', severity: '' }] = walled.findings;
    assert.match(code, /^browser\/refused-(address|element)$/);
    assert.equal(severity, 'error');
    assert.ok(message.includes(named), message);
    assert.ok(message.startsWith('the flyer'), message);
  });
}

test('what may be loaded is loaded, without a word', async () => {
  walled.findings.length = 0;
  const icon = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
  await fill(
    walled.browser,
    `<img src="${icon}"><img src="${own}" width="9" height="9"><a href="${HTTP}/">link</a>`,
  );
  assert.deepEqual(walled.findings, []);
  assert.deepEqual(visits, []);
});

const SCRIPTS = {
  'event handler': '<img src="data:," onerror="window.hit=1"><svg onload="window.hit=1"></svg>',
  'toggle handler': '<details open ontoggle="window.hit=1">x</details>',
  'animation handler': '<svg><animate onbegin="window.hit=1" attributeName="x" dur="1s"/></svg>',
  'javascript link': '<a id="j" href="javascript:window.hit=1">x</a>',
  'javascript picture': '<img src="javascript:window.hit=1">',
  'style expression': '<p style="background:url(javascript:window.hit=1)">x</p>',
};
for (const [name, body] of Object.entries(SCRIPTS)) {
  test(`no script of the content runs: ${name}`, async () => {
    await walled.browser.run({ name: 'x', shell, pages: 1 }, async (sheet) => {
      await sheet.fill(body, { lang: 'en', title: 'x' });
      const hit = await sheet.evaluate(async () => {
        for (const link of document.querySelectorAll('a')) link.click();
        for (const picture of document.images) await picture.decode().catch(() => {});
        return Reflect.get(window, 'hit') ?? null;
      }, null);
      assert.equal(hit, null);
    });
  });
}

test('an element cannot stand in for a part of the document', async () => {
  await walled.browser.run({ name: 'x', shell, pages: 1 }, async (sheet) => {
    await sheet.fill('<img name="fonts" alt=""><form name="body"><p>x</p></form>', {
      lang: 'en',
      title: 'x',
    });
    await sheet.fill('<p>next</p>', { lang: 'en', title: 'x' });
    assert.equal(await sheet.evaluate(() => document.body.textContent, null), 'next');
  });
});

test('another document is refused even if its element were overlooked', async () => {
  const engine = await startEngine(
    found,
    world,
    writeFontconfig(world, [FONTS]),
    { on: false },
    () => {},
  );
  after(engine.stop);
  const tab = await openTab(engine, openGate(world, [world.project]));
  await tab.load(shell);
  for (const [kind, body] of Object.entries({
    frame: `<iframe src="${page}"></iframe><object data="${page}"></object>`,
    forwarding: `<meta http-equiv="refresh" content="0;url=${page}">`,
  })) {
    const asked = new Promise((resolve) => tab.session.once('Fetch.requestPaused', resolve));
    await tab.call((html) => {
      document.body.innerHTML = html;
    }, body);
    await asked;
    await tab.whenLoaded();
    const text = await tab.call(() => {
      const frame = document.querySelector('iframe');
      return `${location.pathname} ${frame?.contentDocument?.body.textContent ?? ''}`;
    }, undefined);
    assert.ok(text.startsWith(new URL(pathToFileURL(shell)).pathname), `${kind}: ${text}`);
    assert.doesNotMatch(text, /Another page/, kind);
  }
});

/** A page of a browser that is started as usual or not, and lets every request through. */
async function openAjar(browser: FoundBrowser): Promise<Tab> {
  const fontconfig = writeFontconfig(world, [FONTS]);
  const engine = await startEngine(browser, world, fontconfig, { on: false }, () => {});
  after(engine.stop);
  const tab = await openTab(engine, { judge: () => 'allowed', nameOf: (address) => address });
  await tab.load(shell);
  return tab;
}

async function askFor(tab: Tab): Promise<string[]> {
  visits.length = 0;
  await tab.call(async (pictures) => {
    document.body.innerHTML = pictures;
    await Promise.allSettled([...document.images].map((picture) => picture.decode()));
  }, `<img src="${HTTP}/1"><img src="http://localhost:${port}/2"><p style="background:url(${HTTP}/3)">x</p>`);
  await tab.whenLoaded();
  await tab.call(async (url) => void (await fetch(url).catch(() => {})), `${HTTP}/4`);
  return visits.filter((visit) => visit !== 'connection').sort();
}

test('the second wall holds alone: a request that is let through reaches nobody', async () => {
  assert.deepEqual(await askFor(await openAjar(found)), []);
  assert.deepEqual(visits, []);
});

test('without the walls the same requests arrive: they would be noticed', async () => {
  const open = withoutFlags(
    found,
    makeFolder(),
    '--host-resolver-rules',
    '--proxy-server',
    '--proxy-bypass',
  );
  const arrived = await askFor(await openAjar(open));
  assert.deepEqual(arrived.slice(0, 3), ['/1', '/2', '/3']);
});
