import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { kinds } from '../../scripts/content/schema/publication.ts';
import { pagesOf } from '../../scripts/pdf/pages.ts';
import { readPdf } from '../../scripts/pdf/read.ts';
import { planted, plantedNeedles } from '../helpers/planted.ts';
import { press, projectFolder } from '../helpers/press.ts';
import { searchBytes, searchFiles } from '../helpers/search.ts';

/** A project of these files below content/, gone after the test. */
function projectOf(files: Record<string, string | Uint8Array>) {
  const folder = projectFolder();
  const write = (name: string, data: string | Uint8Array) => {
    const path = join(folder.path, 'content', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, data);
  };
  for (const [name, data] of Object.entries(files)) write(name, data);
  return { ...folder, write };
}

interface Answer {
  findings: { severity: string; code: string; file?: string; line?: number; hint: string }[];
  files: { publication: string; file?: string }[];
}

async function asked(command: 'build' | 'lint', project: string, ...more: string[]) {
  const { code, stdout, stderr } = await press([command, '--project', project, '--json', ...more]);
  assert.ok(stdout.startsWith('{'), `${stdout}${stderr}`);
  const answer = JSON.parse(stdout) as Answer;
  const pictures = answer.findings.filter(({ code: one }) =>
    /^images\/|^lint\/(image|expired)/.test(one),
  );
  return {
    exit: code,
    answer,
    pictures,
    codes: pictures.map((one) => `${one.severity} ${one.code}`),
  };
}

const institution =
  '---\nname: University of Tests\ncontacts: [{role: general, email: ask@tests.example.ac.uk}]\nterms: tests.example.ac.uk/terms\nukprn: "10001234"\n---\n';

const facts = `title: Group Therapy
award: Postgraduate Certificate
awardedBy: University of Tests
entry: A degree at 2:2
modules: [{title: Ethics, credits: 20, core: true}]
delivery: In person
location: Quay campus
contactHours: 120 hours
workload: 600 hours
assessment: Two essays
duration: One year
starts: [2090-09-27]
mode: Part time
pattern: One evening a week
fees: [{audience: uk, total: 8500, covers: Teaching, validUntil: 2090-08-31}]
extraCosts: None
apply: {until: 2090-06-30, url: tests.example.ac.uk/apply}`;

const course = (images: string, text = '![Chairs](images/room.jpg)\n') =>
  `---\n${facts}\nimages:\n${images}\n---\nWords about the course.\n\n${text}`;

const sheet = (status: string) => `---\nkind: course-sheet\ncourse: x\nstatus: ${status}\n---\n`;

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#7a9a8a' } })
    .jpeg()
    .toBuffer();

describe('what has to be known of a picture', () => {
  const wholeEntry = [
    ...['file: images/room.jpg', 'alt: Chairs', 'credit: Ana Rees', 'rights: Licensed'],
    'consentUntil: 2060-12-31',
  ];
  const listed = (entry: readonly string[]) => `  - ${entry.join('\n    ')}`;
  const files = async (status: string, entry: readonly string[]) => ({
    'institution.md': institution,
    'courses/x.md': course(listed(entry)),
    'publications/x.md': sheet(status),
    'images/room.jpg': await plain(1400, 910),
  });
  const cases: [what: string, entry: string[], asOf: string, code: string | undefined][] = [
    ['all of it', wholeEntry, '2060-12-31', undefined],
    ['a consent that has ended', wholeEntry, '2061-01-01', 'lint/expired'],
    [
      'no credit',
      wholeEntry.filter((one) => !/credit/.test(one)),
      '2060-01-01',
      'lint/image-credit',
    ],
    [
      'no rights',
      wholeEntry.filter((one) => !/rights/.test(one)),
      '2060-01-01',
      'lint/image-rights',
    ],
    [
      'no entry at all',
      ['file: images/other.jpg', ...wholeEntry.slice(1)],
      '2060-01-01',
      'lint/image-not-listed',
    ],
  ];
  for (const [what, entry, asOf, code] of cases) {
    test(`${what}: ${code ? 'no final piece, a draft with a warning' : 'both are made'}`, async () => {
      for (const status of ['final', 'draft'] as const) {
        using project = projectOf(await files(status, entry));
        project.write('images/other.jpg', await plain(1400, 910));
        const { exit, answer, pictures, codes } = await asked(
          'build',
          project.path,
          '--as-of',
          asOf,
        );
        const isStopped = status === 'final' && code !== undefined;
        const screen = join(project.path, 'output/screen');
        assert.deepEqual(
          existsSync(screen) ? readdirSync(screen) : [],
          isStopped ? [] : [status === 'draft' ? 'x-draft.pdf' : 'x.pdf'],
        );
        assert.equal(exit, isStopped ? 1 : 0, JSON.stringify(answer.findings));
        assert.deepEqual(codes, code ? [`${isStopped ? 'error' : 'warning'} ${code}`] : []);
        if (!code) continue;
        assert.equal(pictures[0]?.file, 'content/courses/x.md');
        const lines = readFileSync(join(project.path, 'content/courses/x.md'), 'utf8').split('\n');
        assert.match(lines[(pictures[0]?.line ?? 0) - 1] ?? '', /room\.jpg|2060-12-31/);
      }
    });
  }

  test('the credit is printed below a picture of the text', async () => {
    using project = projectOf(await files('final', wholeEntry));
    await asked('build', project.path, '--as-of', '2060-01-01');
    const { openFinished, wordsOf } = await import('../helpers/finished.ts');
    const { pages } = openFinished(join(project.path, 'output/screen/x.pdf'));
    assert.match(pages.map(wordsOf).join(' '), /Ana Rees/);
  });
});

test('a picture on the cover is seen at its foot, clear of the title, and credited on the back', async () => {
  for (const [title, topMm] of [
    ['Prospectus', 121],
    ['Postgraduate and professional courses', 167],
  ] as const) {
    using project = projectOf({
      'institution.md': institution,
      'courses/x.md': course('  []', 'More words.\n'),
      'publications/book.md': `---\nkind: book\ntitle: ${title}\ncover: {picture: {file: images/room.jpg, alt: Chairs, credit: Ana Rees, rights: Licensed}}\n---\n`,
      'images/room.jpg': await plain(2600, 2200),
    });
    const { answer } = await asked('build', project.path);
    const path = join(project.path, 'output/screen/book-draft.pdf');
    assert.ok(existsSync(path), JSON.stringify(answer.findings));
    const { openPages } = await import('../../scripts/pages/render.ts');
    using pages = await openPages(readFileSync(path));
    const { rgba, widthPx } = await pages.draw(1, { widthPx: 210 });
    const isPicture = (xMm: number, yMm: number) => {
      const at = (yMm * widthPx + xMm) * 4;
      return [0x7a, 0x9a, 0x8a].every((value, i) => Math.abs((rgba[at + i] ?? 0) - value) < 6);
    };
    for (const [x, y] of [
      [1, topMm + 1],
      [208, topMm + 1],
      [1, 295],
      [208, 295],
      [105, 250],
    ] as const) {
      assert.ok(isPicture(x, y), `${title}: ${x}, ${y}`);
      assert.ok(!isPicture(x, topMm - 2));
    }
    const { openFinished, wordsOf } = await import('../helpers/finished.ts');
    assert.match(wordsOf(openFinished(path).pages.at(-1)), /On the cover: Ana Rees/);
  }
});

describe('a crop that cuts what must stay', () => {
  const entry = (focus: string) =>
    `  - {file: images/room.jpg, alt: Chairs, credit: Ana Rees, rights: Licensed, focus: ${focus}}`;

  test('is said by both lint and build; the build draws it, and takes it away again', async () => {
    using project = projectOf({
      'institution.md': institution,
      'courses/x.md': course(entry('[5, 10, 95, 90]')),
      'publications/x.md': sheet('final'),
      'images/room.jpg': await plain(2400, 910),
    });
    const crops = join(project.path, 'output/report/crops');
    const lint = await asked('lint', project.path);
    assert.deepEqual(lint.codes, ['warning images/focus-cut']);
    assert.ok(!existsSync(join(project.path, 'output')), 'lint writes nothing');

    const built = await asked('build', project.path);
    assert.deepEqual(built.codes, ['warning images/focus-cut']);
    const [name = '', ...rest] = readdirSync(crops);
    assert.deepEqual(rest, []);
    assert.match(built.pictures[0]?.hint ?? '', new RegExp(`^See \`output/report/crops/${name}\``));
    assert.match(
      lint.pictures[0]?.hint ?? '',
      new RegExp(`^A build shows it in \`output/report/crops/${name}\``),
    );
    const first = readFileSync(join(crops, name));
    assert.deepEqual((await sharp(first).metadata()).format, 'jpeg');

    // It is a file of the build's own: where it is missing the next start makes it again.
    const state = readFileSync(join(project.path, '.press/state.json'), 'utf8');
    const record = state.slice(state.indexOf('\n'));
    const { outputs } = JSON.parse(record) as { outputs: [path: string][] };
    assert.ok(outputs.some(([path]) => path === join(crops, name)));
    rmSync(crops, { recursive: true });
    await asked('build', project.path);
    assert.deepEqual(readFileSync(join(crops, name)), first, 'from the cache');
    rmSync(crops, { recursive: true });
    rmSync(join(project.path, '.press'), { recursive: true });
    await asked('build', project.path);
    assert.deepEqual(readFileSync(join(crops, name)), first, 'drawn anew');

    project.write('courses/x.md', course(entry('[30, 10, 70, 90]')));
    const mended = await asked('build', project.path);
    assert.deepEqual(mended.codes, []);
    assert.ok(!existsSync(join(project.path, 'output/report')));
  });
});

describe('what a picture says of its making', () => {
  const needles = plantedNeedles();

  test('is searched for in earnest: found in the pictures, and in a PDF that has them whole', async () => {
    const found = async (format: 'jpeg' | 'png' | 'webp') =>
      searchBytes(await planted(format), needles);
    const everywhere = ['PLANTED-CAMERA', 'PLANTED-SERIAL', 'PLANTED-OWNER', 'PLANTED-XMP'];
    const isPlace = (name: string) => name.startsWith('the place');
    for (const [format, more] of [
      ['jpeg', ['PLANTED-IPTC', 'PLANTED-COMMENT']],
      ['png', ['PLANTED-TEXT', 'PLANTED-SQUEEZED']],
      ['webp', []],
    ] as const) {
      const names = await found(format);
      assert.deepEqual(
        names.filter((name) => !isPlace(name)),
        [...everywhere, ...more],
        format,
      );
      assert.equal(names.filter(isPlace).length, 1, format);
    }
    const pdf = await PDFDocument.create();
    pdf.addPage([100, 100]);
    pdf.context.register(pdf.context.flateStream(await planted('jpeg')));
    const careless = Buffer.from(await pdf.save());
    assert.ok(!careless.includes('PLANTED-CAMERA'), 'it is compressed');
    assert.equal(searchBytes(careless, needles).length, 7);
  });

  test('is in nothing that is made of it, nor in the cache', async () => {
    const image = (file: string, more = '') =>
      `{file: images/${file}, alt: Chairs, credit: Ana Rees, rights: Licensed${more}}`;
    const photographs = { 'a.jpg': 'jpeg', 'b.png': 'png', 'c.webp': 'webp' } as const;
    using project = projectOf({
      'institution.md': institution,
      'courses/x.md': course(
        `  - ${image('b.png')}\n  - ${image('a.jpg', ', focus: [10, 1, 90, 99]')}\n  - ${image('c.webp')}`,
        '![Chairs](images/a.jpg)\n\n![Tables](images/c.webp)\n',
      ),
      'pages/y.md': `---\ntitle: A page\nlayout: story\npicture: ${image('a.jpg')}\n---\nWords.\n\n![Chairs](images/b.png)\n\nMore.\n`,
      'publications/book.md': `---\nkind: book\nsections: [{title: A, pages: [y], courses: [x]}]\ncover: {picture: ${image('c.webp')}}\n---\n`,
    });
    for (const kind of kinds.filter((one) => one !== 'book')) {
      const formats = kind === 'course-sheet' ? 'formats: [standard, clear, large, html]\n' : '';
      project.write(`publications/${kind}.md`, `---\nkind: ${kind}\ncourse: x\n${formats}---\n`);
    }
    for (const [name, format] of Object.entries(photographs)) {
      project.write(`images/${name}`, await planted(format));
    }
    assert.equal(searchFiles(join(project.path, 'content'), needles).length, 7 + 7 + 5, 'control');

    const { answer } = await asked('build', project.path, '--contact-sheet');
    const made = answer.files.filter(({ file }) => file).map(({ publication }) => publication);
    const sheets = ['course-sheet', 'course-sheet', 'course-sheet'];
    assert.deepEqual(made.sort(), [...kinds, ...sheets].sort(), JSON.stringify(answer.findings));
    const output = join(project.path, 'output');
    // That there is something to search: pictures in the files, a crop drawn, pictures of pages.
    const book = readPdf(readFileSync(join(output, 'screen/book-draft.pdf')));
    assert.ok(pagesOf(book).length > 5);
    assert.ok(readFileSync(join(output, 'screen/book-draft.pdf')).includes('DCTDecode'));
    assert.equal(readdirSync(join(output, 'report/crops')).length > 0, true);
    assert.ok(readdirSync(join(output, 'contact')).length >= kinds.length);
    const [page = ''] = readdirSync(join(output, 'html'));
    assert.match(readFileSync(join(output, 'html', page), 'utf8'), /data:image\/jpeg;base64,/);
    assert.deepEqual(searchFiles(output, needles), []);
    assert.deepEqual(searchFiles(join(project.path, '.press'), needles), []);
  });
});
