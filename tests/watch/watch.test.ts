import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { browsers, descendants, isAlive, until } from '../browser/processes.ts';
import { shippedProject } from '../helpers/press.ts';

const main = new URL('../../scripts/main.ts', import.meta.url).href;
const patienceMs = 60_000;

interface Watching {
  process: ChildProcess;
  project: string;
  course: string;
  /** The page of the course sheet, once it is so. */
  page(isSo: (html: string) => boolean): Promise<string>;
}

/** `press watch` on a copy of the shipped project, after its first round. */
async function watching(context: TestContext): Promise<Watching> {
  const folder = shippedProject();
  const code = `const { main } = await import('${main}'); process.exitCode = await main(['watch', '--project', ${JSON.stringify(folder.path)}]);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  context.after(async () => {
    child.kill('SIGKILL');
    folder[Symbol.dispose]();
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  assert.ok(await until(() => /Rebuilt/.test(said), patienceMs), said);
  const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0];
  assert.ok(address);
  const page = async (isSo: (html: string) => boolean) => {
    const events = await fetch(`${address}events`, { signal: AbortSignal.timeout(patienceMs) });
    // Asked again at each event and at no other time: what is not told is not seen.
    for await (const _event of events.body as AsyncIterable<Uint8Array>) {
      const html = await (await fetch(address)).text();
      if (isSo(html)) return html;
    }
    throw new Error('The stream has ended');
  };
  const course = join(folder.path, 'content/courses/group-therapy-for-empathy.md');
  return { process: child, project: folder.path, course, page };
}

const pictures = (html: string) =>
  [...html.matchAll(/src="\/pictures\/(\w+)-640/g)].map((match) => match[1]);

test('a save shows up, a broken one keeps the last good pages, and Ctrl-C leaves nobody', async (t) => {
  const { process: press, course, page } = await watching(t);
  const good = readFileSync(course, 'utf8');
  const first = await page(() => true);
  assert.equal(pictures(first).length, 2);

  writeFileSync(course, good.replace(/\n---\n\n\w+/, '\n---\n\nElsewhere'));
  const saved = await page((html) => String(pictures(html)) !== String(pictures(first)));
  const same = pictures(saved).filter((print) => pictures(first).includes(print));
  assert.equal(same.length, 1, 'one page of two is another');

  writeFileSync(course, good.replace('title:', 'title: ['));
  const broken = await page((html) => html.includes('Not rebuilt'));
  assert.deepEqual(pictures(broken), pictures(saved));
  assert.match(broken, /<h3>[^<]*content\/courses\/group-therapy-for-empathy\.md<\/h3>/);
  assert.match(broken, /<b>Error<\/b> in line \d+ · content\/yaml/);

  writeFileSync(course, good);
  const again = await page((html) => /role="status"[^>]*>Rebuilt/.test(html));
  assert.deepEqual(pictures(again), pictures(first));

  const family = descendants(press.pid);
  assert.ok(browsers(press.pid).length > 0, 'there was a browser to leave behind');
  const ended = once(press, 'exit');
  press.kill('SIGINT');
  assert.deepEqual(await ended, [130, null]);
  const left = () => family.filter(({ pid }) => isAlive(pid));
  assert.ok(await until(() => left().length === 0), JSON.stringify(left()));
});

test('a course more is a piece more of what stands for all courses', async (t) => {
  const { project, course, page } = await watching(t);
  const cards = join(project, 'content/publications/cards.md');
  const pieces = (html: string) =>
    [...html.matchAll(/href="\/publications\/(share-[\w-]+)"/g)].map(([, name]) => name);
  writeFileSync(cards, '---\nkind: card\nfor: courses\nname: "share-{course}"\n---\n');
  assert.deepEqual(pieces(await page((html) => pieces(html).length === 1)), [
    'share-group-therapy-for-empathy-draft',
  ]);
  const more = readFileSync(course, 'utf8').replaceAll('empathy', 'sympathy');
  writeFileSync(join(project, 'content/courses/sympathy.md'), more);
  const all = await page((html) => pieces(html).length === 2);
  assert.match(all, /<summary><span class="name">cards<\/span>/);
});

test('Ctrl-C in the middle of the work ends it as well', async (t) => {
  const { process: press, course, page } = await watching(t);
  const events = page((html) => html.includes('data-building'));
  writeFileSync(course, readFileSync(course, 'utf8').replaceAll('empathy', 'sympathy'));
  await events;
  const family = descendants(press.pid);
  const ended = once(press, 'exit');
  press.kill('SIGINT');
  assert.deepEqual(await ended, [130, null]);
  const left = () => family.filter(({ pid }) => isAlive(pid));
  assert.ok(await until(() => left().length === 0), JSON.stringify(left()));
});
