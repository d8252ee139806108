import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { markdownTable, type Results } from './report.ts';

/**
 * Writes what was measured into the README:
 *
 *     npm run --silent bench -- --peers --json > bench.json
 *     node scripts/bench/readme.ts bench.json
 */
const BEGIN = '<!-- speed: written by scripts/bench/readme.ts -->\n';
const END = '<!-- end of speed -->';

const [file] = process.argv.slice(2);
if (!file) throw new Error('Name the file with what `press bench --json` printed.');
const results = JSON.parse(readFileSync(file, 'utf8')) as Results;
const path = join(import.meta.dirname, '../../README.md');
const readme = readFileSync(path, 'utf8');
const begin = readme.indexOf(BEGIN);
const end = readme.indexOf(END);
if (begin < 0 || end < begin) throw new Error(`README.md needs the lines ${BEGIN}and ${END}`);
const head = readme.slice(0, begin + BEGIN.length);
writeFileSync(path, `${head}${markdownTable(results)}\n${readme.slice(end)}`);
