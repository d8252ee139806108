/**
 * What most people write first: puppeteer in its default way. With `--twice` the numbers that a
 * contents page leaves open are filled in from a first print: read where each target fell, print again.
 *
 *     node bare.mjs in.html out.pdf [--twice]
 */
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer';

const [input, output, twice] = process.argv.slice(2);
// Chromium has no sandbox for root.
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await puppeteer.launch({ args });
const page = await browser.newPage();
await page.goto(pathToFileURL(input).href);
const asDesigned = { printBackground: true, preferCSSPageSize: true, timeout: 0 };
if (twice) {
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
