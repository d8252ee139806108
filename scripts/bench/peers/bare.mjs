/**
 * What most people write first: puppeteer in its default way. With `--running` it adds a running
 * head and page numbers; with `--twice` the numbers that a contents page leaves open are filled in
 * from a first print: read where each target fell, print again.
 *
 *     node bare.mjs in.html out.pdf [--running] [--twice]
 */
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer';

const [input, output, ...wishes] = process.argv.slice(2);
const line = (words) =>
  `<div style="width: 100%; margin: 0 20mm; font: 8pt sans-serif">${words}</div>`;
const running = {
  displayHeaderFooter: true,
  headerTemplate: line('<span class="title"></span>'),
  footerTemplate: line('Page <span class="pageNumber"></span> of <span class="totalPages"></span>'),
};
const asDesigned = {
  printBackground: true,
  preferCSSPageSize: true,
  timeout: 0,
  ...(wishes.includes('--running') ? running : {}),
};
// Chromium has no sandbox for root.
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await puppeteer.launch({ args });
const page = await browser.newPage();
await page.goto(pathToFileURL(input).href);
if (wishes.includes('--twice')) {
  const first = Buffer.from(await page.pdf(asDesigned)).toString('latin1');
  const pages = [...first.matchAll(/^(\d+) 0 obj\n<<\/Type \/Page\n/gm)].map(([, id]) => id);
  const numbers = [...first.matchAll(/\/([\w-]+) \[(\d+) 0 R \/XYZ /g)].map(([, name, id]) => [
    name,
    String(pages.indexOf(id) + 1),
  ]);
  await page.evaluate((known) => {
    for (const place of document.querySelectorAll('[data-ref]')) {
      place.textContent = known[place.dataset.ref] ?? '';
    }
  }, Object.fromEntries(numbers));
}
await page.pdf({ ...asDesigned, path: output });
await browser.close();
