import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, clean, svg } from './drawing.ts';

test('a file of more than 1 MB', async (t) => {
  const { said } = await clean(t, svg(`<path d="${'M0 0'.repeat(260_000)}"/>`));
  assert.deepEqual(said, ['images/too-heavy content/courses/x.md:7:3']);
});

test('more than 20,000 elements, or 100 within each other', async (t) => {
  assert.deepEqual((await clean(t, svg('<g/>\n'.repeat(19_998)))).said, []);
  const many = await clean(t, svg('<g/>\n'.repeat(20_001)));
  assert.deepEqual(many.said, at('svg-too-large', 20_001, 1));
  assert.deepEqual((await clean(t, svg(`${'<g>'.repeat(98)}${'</g>'.repeat(98)}`))).said, []);
  const deep = await clean(t, svg(`${'<g>'.repeat(60_000)}${'</g>'.repeat(60_000)}`));
  assert.deepEqual(deep.said, at('svg-too-large', 2, 298));
});

test('a drawing that calls its parts ten times ten times ten times', async (t) => {
  const level = (n: number) => `<g id="l${n}">${`<use href="#l${n - 1}"/>`.repeat(10)}</g>`;
  const levels = (n: number) => Array.from({ length: n }, (_, i) => level(i + 1)).join('');
  const start = '<path id="l0" d="M0 0"/>';
  assert.deepEqual((await clean(t, svg(start + levels(3)))).said, []);
  assert.deepEqual((await clean(t, svg(start + levels(12)))).said, at('svg-too-large', 1, 1));
});

test('a chain of calls without end', async (t) => {
  const chain = Array.from({ length: 15_000 }, (_, i) => `<use id="u${i}" href="#u${i + 1}"/>`);
  assert.deepEqual((await clean(t, svg(chain.join('')))).said.length, 1);
});

test('styles made to keep a reader busy', async (t) => {
  const codes = async (style: string) => {
    const sheet = `<style>${style}</style>${'<g class="a b c"/>'.repeat(1000)}`;
    return (await clean(t, svg(sheet))).found.map(({ code }) => code);
  };
  assert.deepEqual(await codes('/*x'.repeat(200_000)), []);
  assert.deepEqual(await codes(`.a{fill:${' '.repeat(400_000)}red}`), []);
  assert.deepEqual(await codes(`.a{fill:${' '.repeat(400_000)}!x}`), []);
  assert.deepEqual(await codes('.a{fill:red}'.repeat(2000)), []);
  assert.deepEqual(await codes('.a{fill:red}'.repeat(30_000)), ['images/svg-style']);
  assert.deepEqual(await codes('.a'.repeat(200_000)), ['images/svg-style']);
});
