import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type CorpusCourse, corpusCourse } from '../corpus/course.ts';
import { corpusKinds } from '../corpus/kinds.ts';
import { writeCorpus } from '../corpus/project.ts';
import { readPiece } from '../corpus/reading/piece.ts';
import { press, projectFolder, type Ran } from '../helpers/press.ts';

/*
 * Courses as they come, built in every kind: nothing crashes, what is wrong is said with its place,
 * and what is written has all its words where they can be read.
 */

/** Of the corpus; the runs over hundreds are made by hand with tests/corpus/run.ts. */
const count = 24;
/** Names in tests/corpus/kinds.ts: those that are kept going. A book stops at the first error. */
const kept = ['sheet', 'clear', 'flyer', 'poster'];

interface Said {
  severity: string;
  code: string;
  file?: string;
  line?: number;
  message: string;
  publications?: string[];
}

const kinds = corpusKinds.filter(({ name }) => kept.includes(name));
const courses = Array.from({ length: count }, (_, i) => corpusCourse(i));
const folder = projectFolder();
after(() => folder[Symbol.dispose]());
const screen = join(folder.path, 'output', 'screen');

describe('dirty courses', () => {
  let ran: Ran;
  let findings: Said[];
  before(async () => {
    await writeCorpus(folder.path, courses, kinds);
    ran = await press(['build', '--project', folder.path, '--json']);
    findings = JSON.parse(ran.stdout).findings;
  });

  it('are built without a crash', () => {
    assert.ok(ran.code === 0 || ran.code === 1, ran.stderr);
    assert.doesNotMatch(ran.stderr, /\.m?[jt]s:\d+|node:internal/);
  });

  it('have each problem named with file and line', () => {
    const homeless = findings.filter(({ code, file, line }) => {
      return !(file && line) && code !== 'browser/without-sandbox';
    });
    assert.deepEqual(homeless, []);
  });

  it('are written, or an error says why not', () => {
    const written = existsSync(screen) ? readdirSync(screen) : [];
    const stopped = findings.filter(({ severity }) => severity === 'error');
    for (const { slug } of courses) {
      const isStopped = stopped.some(({ file }) => file?.includes(slug));
      const own = written.filter((name) => name.includes(slug));
      assert.ok(own.length === kinds.length || isStopped, `${slug}: ${own.join(', ')}`);
    }
    assert.ok(written.length > count, `only ${written.length} pieces were written`);
  });

  for (const kind of kinds) {
    it(`have all their words, and nothing over them, as ${kind.name}`, async () => {
      const faults: object[] = [];
      for (const file of readdirSync(screen)) {
        const course = courses.find(({ slug }) => file.includes(slug));
        if (!course || !file.startsWith(`${kind.name}-`)) continue;
        const found = await readPiece(readFileSync(join(screen, file)), promised(course, kind));
        faults.push(...found.map((fault) => ({ file, ...fault })));
      }
      assert.deepEqual(faults, []);
    });
  }
});

function promised(course: CorpusCourse, { isWhole }: { isWhole: boolean }) {
  const facts = course.facts.map(({ text }) => text);
  return { texts: [...course.prose, ...facts], wanted: isWhole ? course.wanted : [] };
}
