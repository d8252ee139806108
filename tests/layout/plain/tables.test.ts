import assert from 'node:assert/strict';
import test from 'node:test';
import { fittedTable } from '../../../scripts/layout/plain/tables.ts';
import { settingFor } from '../../helpers/setting.ts';

const { say } = settingFor({ courses: [], lang: 'en-GB' });
const cell = (tag: string, words: string) => `<${tag}>${words}</${tag}>`;
const table = (...rows: string[][]) =>
  `<table data-src="x.md:3">${rows
    .map((row, i) => `<tr>${row.map((words) => cell(i === 0 ? 'th' : 'td', words)).join('')}</tr>`)
    .join('')}</table>`;
const room = { columns: 3, characters: 40, otherwise: 'list' } as const;

test('a table that its column holds stays one', () => {
  const html = table(['Session', 'What'], ['First', 'A talk']);
  assert.equal(fittedTable(html, room, say), html.replace('<table', '<table data-keep'));
});

test('one that is too wide becomes a list that says every head, the first one too', () => {
  const html = table(['Session', 'What', 'Where', 'Who'], ['First', 'A talk', '', 'Everybody']);
  assert.equal(
    fittedTable(html, room, say),
    '<div class="entries" data-src="x.md:3"><div class="entry"><p class="entry-name" data-names-next>Session: First</p><p><b>What:</b> A talk</p><p><b>Who:</b> Everybody</p></div></div>',
  );
  const nameless = fittedTable(html.replace('Session', ''), room, say);
  assert.match(nameless, /data-names-next>First</);
});
