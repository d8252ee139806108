import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { press } from '../helpers/press.ts';
import { corpusCourse } from './course.ts';
import { corpusKinds } from './kinds.ts';
import { writeCorpus } from './project.ts';
import { readPiece } from './reading/piece.ts';

/*
 * node tests/corpus/run.ts FOLDER FROM TO KIND[,KIND…]
 *
 * Builds the courses FROM to TO of the corpus in a folder and prints what was said, by code, and
 * what a reader of the pieces complains of. For a book, courses that cannot be printed are left out.
 */

const [folder = '', from = '0', to = '0', names = ''] = process.argv.slice(2);
const kinds = corpusKinds.filter(({ name }) => names.split(',').includes(name));
const numbers = Array.from({ length: Number(to) - Number(from) }, (_, i) => Number(from) + i);
const all = numbers.map(corpusCourse);
const courses = names === 'book' ? all.filter(({ isRefused }) => !isRefused) : all;
await writeCorpus(folder, courses, kinds);
const { code, stdout, stderr } = await press(['build', '--project', folder, '--json']);
console.log(`exit ${code}`, /\.ts:\d+/.test(stderr) ? stderr : '');

interface Said {
  severity: string;
  code: string;
  message: string;
  file?: string;
  line?: number;
}

const said = new Map<string, Said[]>();
for (const finding of JSON.parse(stdout).findings as Said[]) {
  const key = `${finding.severity} ${finding.code}${finding.file && finding.line ? '' : ' WITHOUT PLACE'}`;
  said.set(key, [...(said.get(key) ?? []), finding]);
}
for (const [key, findings] of [...said].sort((a, b) => b[1].length - a[1].length)) {
  const [first] = findings;
  console.log(findings.length, key, `| ${first?.file}:${first?.line} ${first?.message}`);
}

const screen = join(folder, 'output', 'screen');
const faults = new Map<string, string[]>();
const files = readdirSync(screen);
for (const file of files) {
  const course = courses.find(({ slug }) => file.includes(slug));
  const kind = kinds.find(({ name }) => file.startsWith(`${name}-`));
  const texts = course ? [...course.prose, ...course.facts.map(({ text }) => text)] : [];
  const wanted = course && kind?.isWhole ? course.wanted : [];
  for (const one of await readPiece(readFileSync(join(screen, file)), { texts, wanted })) {
    const place = `${file} page ${one.page ?? '–'}: ${one.text.slice(0, 100)}`;
    faults.set(one.rule, [...(faults.get(one.rule) ?? []), place]);
  }
}
console.log(`${files.length} files written`);
for (const [rule, places] of faults) console.log(places.length, rule, places.slice(0, 5));
