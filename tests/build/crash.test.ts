import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Browser, openBrowser } from '../../scripts/browser/browser.ts';
import { collector } from '../../scripts/finding.ts';
import { carryOut } from '../../scripts/plan/carry-out.ts';
import { startTimings } from '../../scripts/plan/timings.ts';
import { openWorld } from '../../scripts/world.ts';
import { browsers } from '../browser/processes.ts';
import { FONTS } from '../browser/world.ts';
import { press } from '../helpers/press.ts';
import { outputs, smallProject, struck } from './whole.ts';

const skip = process.platform !== 'linux' && 'processes are read from /proc';

const projects: ReturnType<typeof smallProject>[] = [];
let undisturbed: Record<string, string>;

function project(): string {
  const folder = smallProject();
  projects.push(folder);
  return folder.path;
}

const pdfsOf = (path: string) =>
  Object.fromEntries(Object.entries(outputs(path)).filter(([name]) => name.endsWith('.pdf')));

before(async () => {
  const path = project();
  const { code, stderr } = await press(['build', '--project', path]);
  assert.equal(code, 0, stderr);
  undisturbed = pdfsOf(path);
  assert.equal(Object.keys(undisturbed).length, 4);
});
after(() => {
  for (const folder of projects) folder[Symbol.dispose]();
});

interface Report {
  files: { publication: string; file?: string }[];
  findings: { code: string; severity: string; message: string }[];
}

/** What a build said that was struck, of the browser alone. */
async function build(path: string, blow: string, ...args: string[]) {
  const { code, stdout, stderr } = await struck(path, blow, ...args);
  assert.match(stdout, /^\{/, stderr);
  assert.match(stderr, /^struck: /, 'the moment never came');
  const { files, findings } = JSON.parse(stdout) as Report;
  const said = findings.filter(
    (one) => one.code.startsWith('browser/') && one.code !== 'browser/without-sandbox',
  );
  return { code, said, missing: files.filter(({ file }) => !file).map((one) => one.publication) };
}

for (const [what, blow] of [
  ['a page that crashes', 'crash@printing:2'],
  ['a page that hangs', 'hang@printing:2'],
  ['a browser process that is killed while it prints', 'killBrowser@printing:3'],
  ['a browser process that is killed while a file is written', 'killBrowser@placing:1'],
] as const) {
  test(`${what} costs a retry: no finding, the same bytes`, { skip }, async () => {
    const path = project();
    assert.deepEqual(await build(path, blow), { code: 0, said: [], missing: [] });
    assert.deepEqual(pdfsOf(path), undisturbed);
  });
}

test('a page that crashes each time is a finding that names the publication; the others are written', {
  skip,
}, async () => {
  const path = project();
  // The title stands on its sheet and in the book: of two builds each names one.
  const args = ['first-course', 'second-course', 'third-course', '--jobs', '2'];
  const { code, said, missing } = await build(path, 'crash@filling:Course second', ...args);
  assert.equal(code, 1);
  assert.deepEqual(missing, ['second-course']);
  assert.deepEqual(
    said.map((one) => [one.severity, one.code]),
    [['error', 'browser/crashed']],
  );
  assert.match(said[0]?.message ?? '', /second-course/);
  const { 'second-course-draft.pdf': gone, 'prospectus-draft.pdf': book, ...others } = undisturbed;
  assert.ok(gone && book);
  assert.deepEqual(pdfsOf(path), others);
  // It is not taken for done: the next start tries again, and nothing is left of the fault.
  const { code: later, stderr } = await press(['build', '--project', path]);
  assert.equal(later, 0, stderr);
  assert.deepEqual(pdfsOf(path), undisturbed);
});

test('a fresh process for each document gives the same bytes, and the browser may go when the last is printed', {
  skip,
}, async () => {
  const path = project();
  const world = openWorld({ project: path });
  const { findings, report } = collector();
  const pids = new Set<number>();
  const options = { fontFolders: [FONTS], allow: [world.cache, FONTS, world.project], jobs: 2 };
  await using browser = await openBrowser(world, { ...options, documentsPerBrowser: 1 }, report);
  assert.ok(browser, JSON.stringify(findings));
  const order = {
    ...{ named: [], draft: false, format: undefined, edition: undefined, contactSheet: false },
    ...{ jobsAtOnce: 2, signal: new AbortController().signal },
  };
  let atWork = 0;
  const watched: Browser = {
    ...browser,
    run: async (job, work) => {
      atWork++;
      const made = await browser.run(job, (sheet) => {
        for (const { pid } of browsers()) pids.add(pid);
        return work(sheet);
      });
      atWork--;
      return made;
    },
  };
  let done = 0;
  const ends: { atWork: number; done: number }[] = [];
  const means = {
    ...{ world, timings: startTimings(), browser: async () => watched },
    done: () => done++,
    printed: () => ends.push({ atWork, done }),
  };
  const { made } = await carryOut(order, means);
  assert.equal(made.filter(({ fresh }) => fresh).length, 4);
  const { 'manifest.json': _, ...pdfs } = outputs(path);
  assert.deepEqual(pdfs, undisturbed);
  assert.ok(pids.size >= 4, `${pids.size} processes for four documents`);
  // Told once, while the last file is still to be finished.
  assert.deepEqual(
    ends.map((end) => ({ ...end, done: end.done < made.length })),
    [{ atWork: 0, done: true }],
  );
});
