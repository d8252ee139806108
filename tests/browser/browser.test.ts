import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type BrowserOptions, openBrowser } from '../../scripts/browser/browser.ts';
import type { Sheet } from '../../scripts/browser/sheet.ts';
import { collector } from '../../scripts/finding.ts';
import { fontsIn, readPdf } from './pdf.ts';
import { browsers, isAlive, renderers, until } from './processes.ts';
import {
  FONTS,
  findReal,
  makeFolder,
  makeWorld,
  openTestBrowser,
  write,
  writeProgram,
  writeShell,
} from './world.ts';

const onLinux = { skip: process.platform !== 'linux' && 'processes are read from /proc' };
const PAGE = { widthPx: 500, heightPx: 500, zoom: 1 };
const ENGLISH = { lang: 'en', title: 'x' };

const found = await findReal();

function open(options: Partial<BrowserOptions> = {}) {
  const world = makeWorld();
  const shell = writeShell(world, '@page{size:500px 500px;margin:0}');
  return openTestBrowser({ found, ...options }, world).then(({ browser, said }) => ({
    browser,
    said,
    job: (name: string) => ({ name, shell, pages: 1 }),
  }));
}

async function printWord(sheet: Sheet, word: string): Promise<string> {
  await sheet.fill(`<p>${word}</p>`, ENGLISH);
  return (await readPdf(await sheet.print(PAGE))).words;
}

const loopForEver = () => {
  for (;;);
};

test(
  'documents of one build are printed at once by several pages of one process',
  onLinux,
  async () => {
    const { browser, job, said } = await open({ jobs: 3 });
    let inside = 0;
    let most = 0;
    const words = Array.from({ length: 12 }, (_, i) => `word${i}`);
    const printed = await Promise.all(
      words.map((word) =>
        browser.run(job(word), async (sheet) => {
          most = Math.max(most, ++inside);
          const text = await printWord(sheet, word);
          inside--;
          return text;
        }),
      ),
    );
    assert.deepEqual(printed, words);
    assert.equal(most, 3);
    assert.equal(browsers().length, 1);
    assert.deepEqual(said(), []);
    await browser.close();
  },
);

test('blanks, signs and letters of any language in the paths do no harm', async () => {
  const project = join(makeFolder(), `Prospectws “ŵ” & Söhne #1 100% <b>'x'`);
  const world = makeWorld({ project, cache: join(project, '.press', 'cache') });
  const fonts = join(project, 'fonts');
  write(world, 'fonts/own.ttf', readFileSync(join(FONTS, 'SourceSans3-It.ttf')));
  write(
    world,
    'own.svg',
    '<svg xmlns="http://www.w3.org/2000/svg"><text y="20">drawn</text></svg>',
  );
  const url = pathToFileURL(join(project, 'own.svg')).href;
  const shell = writeShell(world);
  const { browser, said } = await openTestBrowser({ found, fontFolders: [fonts] }, world);
  const pdf = await browser.run({ name: 'x', shell, pages: 1 }, async (sheet) => {
    await sheet.fill(`<p>word</p><img src="${url}" alt="">`, ENGLISH);
    return sheet.print(PAGE);
  });
  assert.deepEqual(said(), []);
  assert.deepEqual(fontsIn(pdf ?? Buffer.alloc(0)), ['SourceSans3-It']);
  assert.match((await readPdf(pdf ?? Buffer.alloc(0))).words, /word.*drawn/s);
  await browser.close();
});

test('several processes side by side, if asked for', onLinux, async () => {
  const { browser, job } = await open({ jobs: 2, browsers: 2 });
  const both = [1, 2].map((i) =>
    browser.run(job(`${i}`), async (sheet) => {
      await until(() => browsers().length === 2);
      return printWord(sheet, `word${i}`);
    }),
  );
  assert.deepEqual(await Promise.all(both), ['word1', 'word2']);
  assert.equal(browsers().length, 2);
  await browser.close();
});

test('a document whose page crashes is made once more, in another page', onLinux, async () => {
  const { browser, job, said } = await open();
  let tries = 0;
  const text = await browser.run(job('x'), async (sheet) => {
    await sheet.fill('<p>x</p>', ENGLISH);
    if (++tries === 1) process.kill(renderers()[0]?.pid ?? 0, 'SIGKILL');
    return printWord(sheet, 'second');
  });
  assert.equal(text, 'second');
  assert.equal(tries, 2);
  assert.deepEqual(said(), []);
  await browser.close();
});

test(
  'a document whose page crashes twice is a finding, and the next one is made',
  onLinux,
  async () => {
    const { browser, job, said } = await open();
    let tries = 0;
    const text = await browser.run(job('the flyer'), async (sheet) => {
      tries++;
      await sheet.fill('<p>x</p>', ENGLISH);
      for (const { pid } of renderers()) process.kill(pid, 'SIGKILL');
      return printWord(sheet, 'never');
    });
    assert.equal(text, undefined);
    assert.equal(tries, 2);
    assert.deepEqual(
      said().map(({ code }) => code),
      ['browser/crashed'],
    );
    assert.match(said()[0]?.message ?? '', /^the flyer/);
    assert.equal(await browser.run(job('next'), (sheet) => printWord(sheet, 'next')), 'next');
    await browser.close();
  },
);

test(
  'a browser process that is killed is started again, and all that was in it made again',
  onLinux,
  async () => {
    const { browser, job, said } = await open({ jobs: 2 });
    const first = browsers()[0]?.pid ?? 0;
    const tries: Record<string, number> = {};
    let arrived = 0;
    const make = (word: string) =>
      browser.run(job(word), async (sheet) => {
        tries[word] = (tries[word] ?? 0) + 1;
        await sheet.fill('<p>x</p>', ENGLISH);
        arrived++;
        await until(() => arrived >= 2);
        if (tries[word] === 1 && word === 'a') process.kill(first, 'SIGKILL');
        if (tries[word] === 1) await until(() => !isAlive(first));
        return printWord(sheet, word);
      });
    assert.deepEqual(await Promise.all([make('a'), make('b')]), ['a', 'b']);
    assert.deepEqual(tries, { a: 2, b: 2 });
    assert.notEqual(browsers()[0]?.pid, first);
    assert.equal(browsers().length, 1);
    assert.deepEqual(said(), []);
    await browser.close();
  },
);

test(
  'a document that hangs is stopped by its time limit, tried once more, and is a finding that names the limit',
  onLinux,
  async () => {
    const { browser, job, said } = await open({ limitMs: (pages) => 700 + pages * 100 });
    const before = browsers()[0]?.pid ?? 0;
    let tries = 0;
    const text = await browser.run({ ...job('the poster'), pages: 3 }, async (sheet) => {
      tries++;
      await sheet.fill('<p>x</p>', ENGLISH);
      return sheet.evaluate(loopForEver, null);
    });
    assert.equal(text, undefined);
    assert.equal(tries, 2);
    assert.equal(isAlive(before), false);
    assert.equal(said()[0]?.code, 'browser/too-slow');
    assert.match(said()[0]?.message ?? '', /^the poster.*within 1 seconds, the limit for 3 pages/);
    assert.equal(await browser.run(job('next'), (sheet) => printWord(sheet, 'next')), 'next');
    await browser.close();
  },
);

test(
  'a document beside one that hangs is not blamed, however often it is made again',
  onLinux,
  async () => {
    const { browser, job, said } = await open({ jobs: 2, limitMs: (pages) => pages * 1500 });
    let tries = 0;
    let hanging = true;
    const beside = browser.run({ ...job('beside'), pages: 1000 }, async (sheet) => {
      tries++;
      if (hanging) await new Promise(() => {});
      return printWord(sheet, 'beside');
    });
    const hung = browser.run(job('hung'), (sheet) => sheet.evaluate(loopForEver, null));
    assert.equal(await hung, undefined);
    hanging = false;
    assert.equal(await beside, 'beside');
    assert.equal(tries, 3);
    assert.deepEqual(
      said().map(({ code }) => code),
      ['browser/too-slow'],
    );
    assert.match(said()[0]?.message ?? '', /^hung/);
    await browser.close();
  },
);

test('after so many documents a process is followed by a fresh one', onLinux, async () => {
  const { browser, job, said } = await open({ jobs: 2, documentsPerBrowser: 5 });
  const seen = new Set<number>();
  const words = Array.from({ length: 17 }, (_, i) => `word${i}`);
  const printed = await Promise.all(
    words.map((word) =>
      browser.run(job(word), async (sheet) => {
        for (const { pid } of browsers()) seen.add(pid);
        return printWord(sheet, word);
      }),
    ),
  );
  assert.deepEqual(printed, words);
  assert.equal(seen.size, 4);
  assert.ok(await until(() => browsers().length === 1), 'older processes are still there');
  assert.deepEqual(said(), []);
  await browser.close();
});

test('what the work throws is thrown, and nothing is tried again', async () => {
  const { browser, job } = await open();
  let tries = 0;
  const failing = browser.run(job('x'), async () => {
    tries++;
    throw new Error('a fault of the tool');
  });
  await assert.rejects(failing, /a fault of the tool/);
  assert.equal(tries, 1);
  assert.equal(await browser.run(job('next'), (sheet) => printWord(sheet, 'next')), 'next');
  await browser.close();
});

test(
  'closing ends the processes, takes away what they wrote, and rejects what is being made',
  onLinux,
  async () => {
    const world = makeWorld();
    const shell = writeShell(world);
    const { browser } = await openTestBrowser({ found }, world);
    const profiles = () =>
      readdirSync(join(world.userCache, 'profiles')).filter((name) =>
        name.includes(`-${process.pid}-`),
      );
    assert.equal(profiles().length, 1);
    const pids = browsers().map(({ pid }) => pid);
    const making = browser.run({ name: 'x', shell, pages: 1 }, async (sheet) => {
      setTimeout(() => browser.close(), 50);
      await sheet.evaluate(loopForEver, null);
    });
    await assert.rejects(making, /closed/);
    assert.ok(await until(() => !pids.some(isAlive)));
    await browser.close();
    assert.deepEqual(profiles(), []);
    await assert.rejects(
      browser.run({ name: 'x', shell, pages: 1 }, async () => 1),
      /closed/,
    );
  },
);

test('closing while a process is being started leaves none', onLinux, async () => {
  const { browser, job } = await open({ documentsPerBrowser: 1 });
  assert.equal(await browser.run(job('x'), (sheet) => printWord(sheet, 'x')), 'x');
  const next = browser.run(job('next'), (sheet) => printWord(sheet, 'next'));
  const rejected = assert.rejects(next, /closed/);
  await until(() => browsers().length === 1);
  await browser.close();
  await rejected;
  assert.ok(await until(() => browsers().length === 0));
});

test('a signal ends it with its reason', onLinux, async () => {
  const stop = new AbortController();
  const { browser, job } = await open({ signal: stop.signal });
  const making = browser.run(job('x'), async (sheet) => {
    setTimeout(() => stop.abort(new Error('Ctrl-C')), 20);
    await sheet.evaluate(loopForEver, null);
  });
  await assert.rejects(making, /Ctrl-C/);
  assert.ok(await until(() => browsers().length === 0));
});

test(
  'findings go to the report of the job, each once however often it is tried',
  onLinux,
  async () => {
    const { browser, job, said } = await open();
    const { findings, report } = collector();
    let tries = 0;
    await browser.run({ ...job('x'), report }, async (sheet) => {
      await sheet.fill('<img src="https://example.org/a.png"><iframe></iframe>', ENGLISH);
      if (++tries === 1) for (const { pid } of renderers()) process.kill(pid, 'SIGKILL');
      return printWord(sheet, 'x');
    });
    assert.equal(tries, 2);
    assert.deepEqual(findings.map(({ code }) => code).sort(), [
      'browser/refused-address',
      'browser/refused-element',
    ]);
    assert.deepEqual(said(), []);
    await browser.close();
  },
);

test('a browser that does not start is a finding that tells its reason', onLinux, async () => {
  const path = writeProgram(
    join(makeFolder(), 'broken'),
    'echo "error while loading shared libraries: libnspr4.so" >&2; exit 127',
  );
  const { findings, report } = collector();
  const options = {
    found: { ...found, path },
    fontFolders: [FONTS],
    allow: [],
    jobs: 1,
    documentsPerBrowser: 1,
  };
  assert.equal(await openBrowser(makeWorld(), options, report), undefined);
  const [finding] = findings.filter(({ severity }) => severity === 'error');
  assert.equal(finding?.code, 'browser/not-started');
  assert.match(finding?.message ?? '', /libnspr4/);
});

test('a wrapper that starts an older browser than it said is found out', onLinux, async () => {
  const answer = '{"id":1,"result":{"product":"Chrome/140.0.1.1"}}';
  const path = writeProgram(
    join(makeFolder(), 'wrapper'),
    `sleep 1; printf '${answer}\\0' >&4; sleep 5`,
  );
  const { findings, report } = collector();
  const options = {
    found: { ...found, path },
    fontFolders: [FONTS],
    allow: [],
    jobs: 1,
    documentsPerBrowser: 1,
  };
  assert.equal(await openBrowser(makeWorld(), options, report), undefined);
  assert.match(findings.at(-1)?.message ?? '', /140\.0\.1\.1/);
});

test('without any font there is a finding instead of pages without text', async () => {
  const { findings, report } = collector();
  const options = {
    found,
    fontFolders: [makeFolder()],
    allow: [],
    jobs: 1,
    documentsPerBrowser: 1,
  };
  assert.equal(await openBrowser(makeWorld(), options, report), undefined);
  assert.equal(findings[0]?.code, 'browser/no-fonts');
});

test('a cache that cannot be used is a finding', async () => {
  const { findings, report } = collector();
  const userCache = join(writeProgram(join(makeFolder(), 'file'), ''), 'cache');
  const options = { found, fontFolders: [FONTS], allow: [], jobs: 1, documentsPerBrowser: 1 };
  assert.equal(await openBrowser(makeWorld({ userCache }), options, report), undefined);
  assert.equal(findings.at(-1)?.code, 'browser/cache-not-private');
});
