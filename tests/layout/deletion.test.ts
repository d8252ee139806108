import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { before, test } from 'node:test';
import { isMap, isSeq, parseDocument } from 'yaml';
import { readProject } from '../../scripts/content/read.ts';
import { composePages } from '../../scripts/layout/compose/in-page.ts';
import { openDesk } from '../../scripts/layout/desk.ts';
import { layOut } from '../../scripts/layout/layout.ts';
import { openWorld } from '../../scripts/world.ts';
import { makeFolder, openTestBrowser } from '../browser/world.ts';
import { emptyThings } from './empty-things.ts';

const project = makeFolder();
const sample = new URL('../../templates/projects/sample/content/', import.meta.url).pathname;
const world = openWorld({ project });

/** What the sample's course does not have. */
const more = `audience: People who work with groups
careers: Group work in health and care
accreditation:
  - {body: The Society, status: accredited, until: 2029-07-31}
  - {body: The College, status: applied for}
images:
  - {file: images/blinds.jpg, alt: Blinds, caption: In the room., credit: 'Drawn by code.', focus: [50, 50]}
years:
  '2028': {starts: [2028-09-25, When you like]}
`;
const file = 'courses/group-therapy-for-empathy.md';
const files: Record<string, string> = {
  [file]: readFileSync(join(sample, file), 'utf8').replace('---\n', `---\n${more}`),
  'institution.md': readFileSync(join(sample, 'institution.md'), 'utf8'),
  'publications/sheet.md':
    '---\nkind: course-sheet\nyear: 2028\ncourse: group-therapy-for-empathy\n---\n',
};
for (const extent of ['spread', 'page', 'third']) {
  files[`publications/${extent}.md`] =
    `---\nkind: book\nyear: 2028\nonlineAt: ostrey.example\nprintedBy: A press\nsections:\n  - {title: Courses, courses: [group-therapy-for-empathy], extent: ${extent}}\n---\n`;
}
const { browser } = await openTestBrowser({
  fontFolders: [join(world.tool, 'templates/fonts')],
  allow: [world.cache, join(world.tool, 'templates/fonts'), join(project, 'content')],
});

function write(name: string, text: string): void {
  const path = join(project, 'content', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

before(() => {
  for (const [name, text] of Object.entries(files)) write(name, text);
  cpSync(join(sample, 'images'), join(project, 'content/images'), { recursive: true });
});

/** Reads the project and lays out the publications named, as far as that goes without a browser. */
async function documents(names: readonly string[]) {
  const read = await readProject(world, () => {});
  const desk = await openDesk(world, read, 'test', () => {});
  const chosen = read.publications.filter(({ slug }) => names.includes(slug));
  return Promise.all(
    chosen.map(async (publication) => {
      const setting = desk.setting({ publication, format: 'standard' }, () => {});
      const kind = await desk.look({ publication, format: 'standard' }, () => {});
      const document = kind && (await layOut(setting, kind, 'draft', publication.slug));
      assert.ok(document);
      return document;
    }),
  );
}

/** Lets the text of publications run, and says what is empty on their pages; and how much there is. */
async function look(names: readonly string[]): Promise<{ faults: string[]; words: number }> {
  const faults: string[] = [];
  let words = 0;
  for (const { name, shell, measures, lang, title, parts, render } of await documents(names)) {
    const found = await browser.run({ name, shell, pages: 10 }, async (sheet) => {
      await sheet.fill(render(parts), { lang, title });
      await sheet.evaluate(composePages, measures);
      return await sheet.evaluate(emptyThings, undefined);
    });
    assert.ok(found);
    faults.push(...found.faults.map((fault) => `${name}: ${fault}`));
    words += found.words;
  }
  return { faults, words };
}

/** Many versions of pages side by side, by the shell they stand in: looked at in one go, before their text runs. */
class Variants {
  readonly #html = new Map<string, string>();

  async add(variant: string): Promise<void> {
    for (const { name, shell, parts, render } of await documents(['sheet', 'spread'])) {
      const html = `<div data-variant="${name} ${variant}: ">${render(parts)}</div>`;
      this.#html.set(shell, (this.#html.get(shell) ?? '') + html);
    }
  }

  async look(): Promise<string[]> {
    const faults: string[] = [];
    for (const [shell, html] of this.#html) {
      const found = await browser.run({ name: 'variants', shell, pages: 500 }, async (sheet) => {
        await sheet.fill(html, { lang: 'en', title: 'x' });
        return await sheet.evaluate(emptyThings, undefined);
      });
      assert.ok(found);
      faults.push(...found.faults);
    }
    return faults;
  }
}

const all = ['sheet', 'spread', 'page', 'third'];

/** The path of every key and entry in a YAML document. */
function paths(node: unknown, above: (string | number)[] = []): (string | number)[][] {
  const inner: [string | number, unknown][] = isMap(node)
    ? node.items.map(({ key, value }) => [String(key), value])
    : isSeq(node)
      ? node.items.map((item, i) => [i, item])
      : [];
  return inner.flatMap(([key, value]) => [[...above, key], ...paths(value, [...above, key])]);
}

function cutFacts(name: string): [yaml: string, prose: string] {
  const [, yaml = '', prose = ''] =
    /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(files[name] ?? '') ?? [];
  return [yaml, prose];
}

test('with all facts nothing is empty, and there is much', async () => {
  const { faults, words } = await look(all);
  assert.deepEqual(faults, []);
  assert.ok(words > 1500, `${words} words`);
});

for (const name of [file, 'institution.md']) {
  test(`each fact of ${name} deleted in turn: no empty heading, label, panel, no orphan comma`, async () => {
    const [yaml, prose] = cutFacts(name);
    const found: string[] = [];
    const deeper = new Variants();
    const every = paths(parseDocument(yaml, { stringKeys: true }).contents);
    assert.ok(every.length > 25, `${every.length} facts`);
    for (const path of every) {
      const document = parseDocument(yaml, { stringKeys: true });
      document.deleteIn(path);
      write(name, `---\n${document.toString()}---\n${prose}`);
      // What lies deeper is part of a row, which stands alike on a sheet and a spread.
      if (path.length > 1) await deeper.add(`without ${path.join('.')}`);
      else {
        const { faults } = await look(name === file ? all : ['sheet', 'spread']);
        found.push(...faults.map((fault) => `without ${path[0]}: ${fault}`));
      }
    }
    write(name, files[name] ?? '');
    assert.deepEqual([...found, ...(await deeper.look())], []);
  });
}

test('all facts deleted, then the words too, then the institution: nothing empty is left', async () => {
  write(file, `---\nschema: 1\n---\n${cutFacts(file)[1].replace(/^!\[.*$/m, '')}`);
  assert.deepEqual((await look(all)).faults, []);
  write(file, '---\nschema: 1\n---\n');
  assert.deepEqual((await look(all)).faults, []);
  write('institution.md', '---\nschema: 1\n---\n');
  const { faults, words } = await look(all);
  assert.deepEqual(faults, []);
  assert.ok(words < 150, `${words} words`);
});

test('what is empty is seen', async () => {
  const seen = async (html: string) => {
    const read = await readProject(world, () => {});
    const desk = await openDesk(world, read, 'test', () => {});
    const kind = await desk.look(
      { publication: read.publications[0]!, format: 'standard' },
      () => {},
    );
    assert.ok(kind);
    const job = { name: 'x', shell: kind.shell, pages: 1 };
    return browser.run(job, async (sheet) => {
      await sheet.fill(`<section class="page"><div class="trim">${html}</div></section>`, {
        lang: 'en',
        title: 'x',
      });
      return (await sheet.evaluate(emptyThings, undefined)).faults.length;
    });
  };
  for (const html of [
    '<h3 class="heading">Fees</h3>',
    '<h3></h3><p>x</p>',
    '<p class="fact"><b>Length</b> <span></span></p>',
    '<p class="fact"><b></b> <span>1 year</span></p>',
    '<div class="panel"><h3 class="heading">Key facts</h3><div data-rows></div></div>',
    '<p>Sample University, </p>',
    '<p>, 60 credits</p>',
    '<p>Ethics ()</p>',
    '<p>undefined credits</p>',
    '<ul></ul>',
    '<p><a href="https://x.example"></a></p>',
  ]) {
    assert.ok(((await seen(html)) ?? 0) > 0, html);
  }
  assert.equal(
    await seen('<h3 class="heading">Fees</h3><p class="fact"><b>UK</b> <span>£1</span></p>'),
    0,
  );
});
