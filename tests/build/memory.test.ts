import assert from 'node:assert/strict';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { press } from '../helpers/press.ts';
import { addSheets, smallProject } from './whole.ts';

const MANY = 60;
const FEW = 10;

const folder = smallProject();
rmSync(join(folder.path, 'content/publications/prospectus.md'));
addSheets(folder.path, MANY);
after(() => folder[Symbol.dispose]());

/** Builds the first so many sheets from nothing, and returns what weigh.mjs says, in megabytes. */
async function weigh(kind: 'peak' | 'live', sheets: number): Promise<number[]> {
  rmSync(join(folder.path, '.press'), { recursive: true, force: true });
  rmSync(join(folder.path, 'output'), { recursive: true, force: true });
  const names = readdirSync(join(folder.path, 'content/publications')).slice(0, sheets);
  const named = names.map((name) => name.replace('.md', ''));
  const { code, stderr } = await press(['build', ...named, '--project', folder.path], {
    NODE_OPTIONS: `--import=${new URL('weigh.mjs', import.meta.url).href}`,
    PRESS_TEST_WEIGH: kind,
  });
  assert.equal(code, 0, stderr);
  assert.equal(readdirSync(join(folder.path, 'output/screen')).length, sheets);
  const [, said = ''] = new RegExp(`^${kind}: (.*)$`, 'm').exec(stderr) ?? [];
  return said.split(' ').map((kilobytes) => Number(kilobytes) / 1024);
}

test('what a finished sheet leaves in memory is its findings: less than 48 kB', async () => {
  const live = await weigh('live', MANY);
  // The last is the manifest.
  const mean = (from: number) => live.slice(from, from + 10).reduce((sum, mb) => sum + mb, 0) / 10;
  const eachKb = ((mean(MANY - 10) - mean(FEW)) / (MANY - 10 - FEW)) * 1024;
  assert.ok(eachKb < 48, `${eachKb.toFixed(0)} kB a sheet: ${live.map(Math.round)}`);
});

test('sixty sheets take less than 48 MB more at their peak than ten', async () => {
  const [few = 0] = await weigh('peak', FEW);
  const [many = 0] = await weigh('peak', MANY);
  assert.ok(few > 50, `${few} MB cannot be`);
  assert.ok(many - few < 48, `${few.toFixed(0)} MB for ten, ${many.toFixed(0)} MB for sixty`);
});
