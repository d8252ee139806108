import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import type { Finding } from '../../scripts/finding.ts';
import { jsonAnswer, mergeFindings } from '../../scripts/report/findings.ts';
import { formatFindings, shownPath } from '../../scripts/report/text.ts';

const finding = (more: Partial<Finding>): Finding => ({
  severity: 'error',
  code: 'content/x',
  message: 'M.',
  hint: 'H.',
  ...more,
});

test('findings come in the order of file, line, column and code', () => {
  const at = (file: string, line: number, column: number, code = 'a') =>
    finding({ code, place: { file, line, column } });
  const findings = [
    at('b', 1, 1),
    at('a', 10, 1),
    at('a', 2, 9),
    at('a', 2, 3, 'z'),
    at('a', 2, 3, 'b'),
  ];
  const order = mergeFindings([{ findings, status: 'draft' }]).map(
    ({ place, code }) => `${place?.file}${place?.line}:${place?.column}${code}`,
  );
  assert.deepEqual(order, ['a2:3b', 'a2:3z', 'a2:9a', 'a10:1a', 'b1:1a']);
});

test('a gap is a warning in a draft and an error in a final publication', () => {
  const findings = [finding({ severity: 'gap' })];
  const weigh = (status: 'draft' | 'final') => mergeFindings([{ findings, status }])[0]?.weight;
  assert.deepEqual([weigh('draft'), weigh('final')], ['warning', 'error']);
});

test('the same finding in several publications is one, with the heaviest weight and all names', () => {
  const findings = [finding({ severity: 'gap' })];
  const [one, ...others] = mergeFindings([
    { findings, status: 'draft', publication: 'book' },
    { findings, status: 'final', publication: 'sheet' },
    { findings, status: 'draft', publication: 'book' },
  ]);
  assert.deepEqual(
    [one?.weight, one?.publications, others.length],
    ['error', ['book', 'sheet'], 0],
  );
});

test('for programs: flat, with what is known and nothing else', () => {
  const groups = [
    {
      findings: [
        finding({ severity: 'gap', place: { file: 'a.md', line: 3 } }),
        finding({ code: 'b', place: { file: 'b.md' } }),
      ],
      status: 'draft' as const,
      publication: 'book',
    },
  ];
  assert.deepEqual(jsonAnswer(groups, { exit: 0, project: '.' }).findings, [
    {
      severity: 'warning',
      gap: true,
      code: 'content/x',
      file: 'a.md',
      line: 3,
      message: 'M.',
      hint: 'H.',
      publications: ['book'],
    },
    {
      severity: 'error',
      code: 'b',
      file: 'b.md',
      message: 'M.',
      hint: 'H.',
      publications: ['book'],
    },
  ]);
});

test('for people: errors first, by file, with the line of the file, what to do, and a count', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'press-report-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'a.md'), '---\r\ntitel: A\r\n---\r\n');
  const place = { file: 'a.md', line: 2, column: 1, length: 5 };
  const at = shownPath(folder, 'a.md');
  const text = formatFindings(
    [
      {
        findings: [finding({ place }), finding({ severity: 'note', code: 'n', message: 'N.' })],
        status: 'draft',
      },
      {
        findings: [finding({ severity: 'gap', code: 'g', place: { file: 'a.md', line: 1 } })],
        status: 'draft',
        publication: 'book',
      },
    ],
    { project: folder, colour: false },
  );
  assert.equal(
    text,
    `${at}
  2:1  error: M. [content/x]
      1 | ---
      2 | titel: A
        | ^^^^^
    H.
  1:1  warning: M. [g]
    H. (book)

The project
  note: N. [n]
    H.

1 error, 1 warning, 1 note.
`,
  );
});

test('a file is named as it is reached from here, or whole where that is shorter', () => {
  assert.equal(shownPath('.', 'content/a.md'), join('content', 'a.md'));
  assert.equal(shownPath('mine', 'content/a.md'), join('mine', 'content', 'a.md'));
  assert.equal(shownPath('..', 'a.md'), join('..', 'a.md'));
  const far = join(tmpdir(), 'p');
  const shown = shownPath(far, 'a.md');
  assert.equal(resolve(shown), join(far, 'a.md'));
  assert.ok(shown.length <= join(far, 'a.md').length);
});

test('errors that much stands below are listed again at the end', () => {
  const error = finding({ place: { file: 'z.md', line: 7 } });
  const many = (count: number) =>
    Array.from({ length: count }, (_, i) =>
      finding({ severity: 'warning', code: 'w', place: { file: 'a.md', line: i + 1 } }),
    );
  const show = (findings: Finding[]) =>
    formatFindings([{ findings, status: 'draft' }], { project: 'mine', colour: false });
  const text = show([...many(30), error]);
  assert.ok(text.indexOf('error:') < text.indexOf('warning:'));
  assert.ok(text.endsWith(`1 error, 30 warnings.\nErrors: ${join('mine', 'z.md')}:7.\n`), text);
  assert.doesNotMatch(show([...many(2), error]), /Errors:/);
  assert.doesNotMatch(show(many(30)), /Errors:/);
});

test('nothing found is nothing said', () => {
  assert.equal(
    formatFindings([{ findings: [], status: 'final' }], { project: '.', colour: true }),
    '',
  );
});

test('colour is there when asked for and only then', () => {
  const show = (colour: boolean) =>
    formatFindings([{ findings: [finding({})], status: 'draft' }], { project: '.', colour });
  assert.ok(show(true).includes('\u001b[31merror'));
  assert.ok(!show(false).includes('\u001b'));
});

test('a flood of warnings is cut short and counted in full; errors come first to be shown', () => {
  const findings = [
    ...Array.from({ length: 500 }, (_, i) =>
      finding({ severity: 'warning', place: { file: 'a.md', line: i + 1 } }),
    ),
    finding({ message: 'Bad.', place: { file: 'z.md', line: 1 } }),
  ];
  const text = formatFindings([{ findings, status: 'draft' }], {
    project: '.',
    colour: false,
    most: 5,
  });
  assert.equal(text.match(/warning: M\./g)?.length, 5);
  assert.match(text, /error: Bad\./);
  assert.match(text, /1 error, 500 warnings\. 495 more are not shown: `--json` lists all\./);
});

test('words of the content cannot steer the terminal', () => {
  const place = { file: 'a\u001b[2J.md', line: 1 };
  const text = formatFindings(
    [
      {
        findings: [finding({ message: '\u001b]0;x\u0007', hint: '\u009b1m', place })],
        status: 'draft',
        publication: '\u001b',
      },
    ],
    { project: '.', colour: false },
  );
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  assert.doesNotMatch(text, /[\u001b\u0007\u009b]/);
});

test('of a file that is no text no line is shown', () => {
  const folder = mkdtempSync(join(tmpdir(), 'press-report-'));
  writeFileSync(join(folder, 'a.csv'), Buffer.from('\ufeffyear,value\n', 'utf16le'));
  const findings = [finding({ place: { file: 'a.csv', line: 1, column: 1 } })];
  const text = formatFindings([{ findings, status: 'draft' }], { project: folder, colour: false });
  rmSync(folder, { recursive: true });
  assert.match(text, /1:1 {2}error: M\./);
  assert.doesNotMatch(text, /\|/);
});

test('no line of a file outside the project is ever shown', (t) => {
  const [folder, outside] = [
    mkdtempSync(join(tmpdir(), 'press-in-')),
    mkdtempSync(join(tmpdir(), 'press-out-')),
  ];
  t.after(() => {
    rmSync(folder, { recursive: true, force: true });
    rmSync(outside, { recursive: true, force: true });
  });
  writeFileSync(join(outside, 's'), 'secret');
  symlinkSync(join(outside, 's'), join(folder, 's.md'));
  for (const file of ['s.md', `../${outside.split('/').at(-1)}/s`]) {
    const findings = [finding({ place: { file, line: 1, column: 1 } })];
    assert.doesNotMatch(
      formatFindings([{ findings, status: 'draft' }], { project: folder, colour: false }),
      /secret/,
    );
  }
});
