import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from './http.ts';
import { follow } from './in-page.ts';

const fonts = [
  'SourceSans3-Regular.ttf',
  'SourceSans3-Semibold.ttf',
  'SourceSerif4Display-Regular.ttf',
];

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="12" cy="19" r="11" fill="#ec5f5a"/><circle cx="23" cy="9" r="7" fill="#b2dbd2"/></svg>';

/** What the page is made of besides content, by address. */
export function readAssets(tool: string): ReadonlyMap<string, Answer> {
  const style = readFileSync(join(tool, 'templates/watch/style.css'), 'utf8');
  return new Map<string, Answer>([
    ['/style.css', { type: 'text/css; charset=utf-8', body: style }],
    ['/follow.js', { type: 'text/javascript; charset=utf-8', body: `(${follow})();\n` }],
    ['/icon.svg', { type: 'image/svg+xml', body: icon }],
    ...fonts.map((name): [string, Answer] => [
      `/fonts/${name}`,
      {
        type: 'font/ttf',
        file: join(tool, 'templates/fonts', name),
        headers: { 'Cache-Control': 'private, max-age=3600' },
      },
    ]),
  ]);
}
