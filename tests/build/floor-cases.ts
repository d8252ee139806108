import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export type Change = Record<string, string | Uint8Array> | ((folder: string) => void);

export function write(folder: string, files: Record<string, string | Uint8Array>): void {
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
}

const institution = (facts: string) => `---\nname: Harbour\n${facts}---\n`;
const book = (facts: string) =>
  `---\nkind: book\ntitle: Book\n${facts}sections:\n  - {title: Parts, pages: [city], courses: [clay]}\n---\n`;
const clay = 'content/courses/clay.md';
const course = (facts: string, prose = 'The kiln is old.') => ({
  [clay]: `---\ntitle: Clay\n${facts}---\n\n${prose}\n`,
});
const prose = (words: string) => course('', words);

/** A project that nothing is wrong with. */
export const soundFiles = {
  'content/institution.md': institution(''),
  ...course('duration: 1 year\n'),
  'content/pages/city.md': '---\ntitle: City\nlayout: story\n---\n\nThe city.\n',
  'content/publications/book.md': book(''),
  'content/publications/sheet.md': '---\nkind: course-sheet\ncourse: clay\n---\n',
};

/** A PNG of one pixel that says it has others. */
function png(width: number, height: number): Uint8Array {
  const bytes = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

const drawing = (inside: string) => ({
  'content/institution.md': institution('brand:\n  logo: images/logo.svg\n'),
  'content/images/logo.svg': `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n${inside}<path d="M0 0h9v9z"/></svg>\n`,
});

/** Nine times nine times nine … values. */
const bomb = [...'abcdefghi']
  .map((name, i, all) => {
    const entries = Array(9).fill(i === 0 ? 'x' : `*${all[i - 1]}`);
    return `${name}: &${name} [${entries.join(', ')}]\n`;
  })
  .join('');

const linkTo = (name: string, target: string) => (folder: string) => {
  const file = join(folder, 'content', name);
  rmSync(file, { force: true });
  mkdirSync(dirname(file), { recursive: true });
  symlinkSync(target, file);
};
const outside = import.meta.filename;

/** What is wrong: the code of its one error, the place `file:line:column` as far as it has one, and the change. */
export const floor: [what: string, code: string, place: string, change: Change][] = [
  ['broken YAML', 'content/yaml-open', `${clay}:3:13`, course('award: [open\n')],
  ['an unknown key', 'content/unknown-key', `${clay}:3:1`, course('durration: 1 year\n')],
  ['a wrong type', 'content/wrong-type', `${clay}:3:10`, course('credits: many\n')],
  [
    'a missing picture, in prose',
    'content/file-missing',
    `${clay}:5:11`,
    prose('![A room](images/room.jpg)'),
  ],
  [
    'a missing picture, in facts',
    'content/file-missing',
    `${clay}:4:12`,
    course('images:\n  - {file: images/room.jpg, alt: A room}\n'),
  ],
  [
    'a missing picture, on a page',
    'content/file-missing',
    'content/pages/city.md:4:17',
    {
      'content/pages/city.md':
        '---\ntitle: City\nlayout: story\npicture: {file: images/none.jpg, alt: x}\n---\n',
    },
  ],
  [
    'a missing picture, on a cover',
    'content/file-missing',
    'content/publications/book.md:4:25',
    { 'content/publications/book.md': book('cover: {picture: {file: images/none.jpg, alt: x}}\n') },
  ],
  [
    'a missing table',
    'content/file-missing',
    `${clay}:4:13`,
    course('charts:\n  c: {data: data/none.csv, unit: x}\n', '![x](chart:c)'),
  ],
  [
    'a missing specification',
    'content/file-missing',
    `${clay}:4:13`,
    course('charts:\n  c: {spec: data/none.vl.json, unit: x}\n', '![x](chart:c)'),
  ],
  [
    'a missing font',
    'content/file-missing',
    'content/institution.md:6:28',
    {
      'content/institution.md': institution(
        'brand:\n  families: {serif: Mine}\n  fonts:\n    - {family: Mine, file: fonts/mine.ttf}\n',
      ),
    },
  ],
  [
    'a missing logo',
    'content/file-missing',
    'content/institution.md:4:9',
    { 'content/institution.md': institution('brand:\n  logo: images/none.svg\n') },
  ],
  ['an unknown chart', 'markdown/chart-unknown', `${clay}:5:6`, prose('![x](chart:none)')],
  ['a missing snippet', 'markdown/snippet-missing', `${clay}:5:13`, prose('{{> snippet none}}')],
  [
    'a course that is not there',
    'content/dead-reference',
    'content/publications/sheet.md:3:9',
    { 'content/publications/sheet.md': '---\nkind: course-sheet\ncourse: clai\n---\n' },
  ],
  [
    'a duplicate slug',
    'content/slug-twice',
    'content/courses/kiln.md:2:7',
    { 'content/courses/kiln.md': '---\nslug: clay\ntitle: Kiln\n---\n\nText.\n' },
  ],
  [
    'a duplicate slug by case',
    'content/slug-twice',
    'content/courses/kiln.md:2:7',
    { 'content/courses/kiln.md': '---\nslug: Clay\ntitle: Kiln\n---\n\nText.\n' },
  ],
  [
    'a duplicate slug by Unicode form',
    'content/slug-twice',
    'content/courses/b.md:2:7',
    {
      'content/courses/a.md': '---\nslug: caf\u00e9\ntitle: A\n---\n',
      'content/courses/b.md': '---\nslug: cafe\u0301\ntitle: B\n---\n',
    },
  ],
  ['a dead link', 'markdown/link-dead', `${clay}:5:12`, prose('See [wool](course:wool).')],
  ['a dead link to a heading', 'markdown/link-dead', `${clay}:5:12`, prose('See [fees](#fees).')],
  [
    'a picture that is none',
    'images/not-a-picture',
    `${clay}:5:11`,
    { ...prose('![A room](images/room.jpg)'), 'content/images/room.jpg': 'no picture' },
  ],
  [
    'a picture of 400 megapixels',
    'images/too-large',
    `${clay}:5:11`,
    { ...prose('![A room](images/room.png)'), 'content/images/room.png': png(20_000, 20_000) },
  ],
  [
    'a drawing with a script',
    'images/svg-script',
    'content/images/logo.svg:2:1',
    drawing('<script>alert(1)</script>'),
  ],
  [
    'a drawing with an outside reference',
    'images/svg-outside',
    'content/images/logo.svg:2:6',
    drawing('<use href="https://example.org/x.svg#a"/>'),
  ],
  [
    'a path that leaves the project, in facts',
    'content/wrong-form',
    `${clay}:4:12`,
    course('images:\n  - {file: ../../secret.jpg, alt: A room}\n'),
  ],
  [
    'a path that leaves the project, in prose',
    'markdown/image-path',
    `${clay}:5:11`,
    prose('![A room](../../../secret.jpg)'),
  ],
  ['a path from the root', 'markdown/image-path', `${clay}:5:11`, prose('![A room](/etc/passwd)')],
  [
    'a page that is a link out of the project',
    'content/leaves-project',
    'content/pages/city.md',
    linkTo('pages/city.md', outside),
  ],
  [
    'a picture that is a link out of the project',
    'content/leaves-project',
    `${clay}:5:11`,
    (folder) => {
      write(folder, prose('![A room](images/room.jpg)'));
      linkTo('images/room.jpg', outside)(folder);
    },
  ],
  [
    'a Markdown file of 50 MB',
    'content/file-too-large',
    'content/pages/city.md',
    (folder) => truncateSync(join(folder, 'content/pages/city.md'), 50e6),
  ],
  ['a bomb of YAML aliases', 'content/yaml-too-much', `${clay}:7:12`, course(bomb)],
  [
    'front matter that is a program',
    'content/front-matter-executable',
    `${clay}:1:4`,
    { [clay]: '---js\nprocess.exit(7)\n---\n\nText.\n' },
  ],
  [
    'invalid UTF-8',
    'content/not-utf-8',
    `${clay}:2:10`,
    { [clay]: Buffer.from('---\ntitle: Cl\u00e9\n---\n\nText.\n', 'latin1') },
  ],
  [
    'a Handlebars syntax error',
    'layout/template-broken',
    'templates/partials/course-title.hbs:3',
    { 'templates/partials/course-title.hbs': '<h1>\n{{#if title}}</h1>\n' },
  ],
  [
    'an unknown partial',
    'layout/unknown-partial',
    'templates/partials/course-title.hbs:2:1',
    { 'templates/partials/course-title.hbs': '<h1>\n{{> pagge}}</h1>\n' },
  ],
  [
    'an unknown helper',
    'layout/unknown-helper',
    'templates/partials/course-title.hbs:2:1',
    { 'templates/partials/course-title.hbs': '<h1>\n{{shout title}}</h1>\n' },
  ],
  ['HTML outside the short list', 'markdown/html', `${clay}:5:3`, prose('A <marquee>b</marquee>.')],
  ['a block of HTML', 'markdown/html', `${clay}:5:1`, prose('<div onclick="x">\n\nA\n\n</div>')],
  [
    'a script in Markdown',
    'markdown/html',
    `${clay}:7:1`,
    prose('Text.\n\n<script>alert(1)</script>'),
  ],
  ['a link that is a script', 'markdown/link', `${clay}:5:5`, prose('[x](javascript:alert(1))')],
  ['__proto__ as a key', 'content/reserved-key', `${clay}:3:1`, course('__proto__: {a: 1}\n')],
  ['constructor as a key', 'content/reserved-key', `${clay}:3:1`, course('constructor: {a: 1}\n')],
];

/** What has to be read all the same, without an error. */
export const harmless: [what: string, code: string, change: Change][] = [
  [
    'a byte-order mark',
    'content/byte-order-mark',
    { [clay]: '\ufeff---\ntitle: Clay\n---\n\nText.\n' },
  ],
  [
    'Windows line ends',
    'content/windows-line-ends',
    { [clay]: '---\r\ntitle: Clay\r\n---\r\n\r\nText.\r\n' },
  ],
  ['an unknown class', 'markdown/class-unknown', prose('Text. {.book-onli}')],
  ['an unknown box', 'markdown/container-unknown', prose('::: nota\nText.\n:::')],
];
