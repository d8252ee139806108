import assert from 'node:assert/strict';
import { appendFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { OUTSIDE } from '../../scripts/setup/bundle.mjs';
import { setUpClone } from '../../scripts/setup/clone.mjs';
import { SetupFailure } from '../../scripts/setup/messages.mjs';
import { bundleIdentity, isClone, isSetUp } from '../../scripts/setup/sources.mjs';
import { smallTool, TOOL } from './temporary.ts';

async function setUp(tool: string): Promise<string[]> {
  const said: string[] = [];
  await setUpClone(tool, (line) => said.push(line));
  return said;
}

const bundleText = (tool: string) => readFileSync(join(tool, '.bundle', 'press.mjs'), 'utf8');

test('bundles a clone once, and again when a source changes', async () => {
  const tool = smallTool();
  assert.equal(isClone(tool), true);
  assert.equal(isSetUp(tool), false);
  assert.deepEqual(await setUp(tool), ['Bundling the sources …']);
  assert.equal(isSetUp(tool), true);
  assert.match(bundleText(tool), /"first"/);
  assert.deepEqual(await setUp(tool), []);

  writeFileSync(join(tool, 'scripts', 'word.ts'), "export const word: string = 'other';\n");
  assert.equal(isSetUp(tool), false);
  await setUp(tool);
  assert.equal(isSetUp(tool), true);
  assert.match(bundleText(tool), /"other"/);
});

test('a new source, or a lost package-lock, is noticed; a touched one is not made again', async () => {
  const tool = smallTool();
  await setUp(tool);
  const made = statSync(join(tool, '.bundle', 'press.mjs')).mtimeMs;
  const word = join(tool, 'scripts', 'word.ts');
  writeFileSync(word, readFileSync(word));
  assert.equal(isSetUp(tool), true);
  writeFileSync(join(tool, 'scripts', 'new.ts'), 'export {};\n');
  assert.equal(isSetUp(tool), false);
  await setUp(tool);
  assert.ok(statSync(join(tool, '.bundle', 'press.mjs')).mtimeMs > made);
});

test('what is imported late stays a file of its own', async () => {
  const tool = smallTool();
  await setUp(tool);
  const late = readdirSync(join(tool, '.bundle')).filter((name) => name.startsWith('late-'));
  assert.equal(late.length, 1);
  assert.doesNotMatch(bundleText(tool), /"late"\s*;/);
});

test('two at once leave one whole bundle and no scraps', async () => {
  const tool = smallTool();
  await Promise.all([setUp(tool), setUp(tool), setUp(tool)]);
  assert.equal(isSetUp(tool), true);
  const left = readdirSync(join(tool, '.bundle')).filter((name) => /^(draft|lock)/.test(name));
  assert.deepEqual(left, []);
});

test('a source that cannot be bundled is named, and the last bundle stays', async () => {
  const tool = smallTool();
  await setUp(tool);
  const before = bundleIdentity(tool);
  appendFileSync(join(tool, 'scripts', 'word.ts'), 'const = ;\n');
  await assert.rejects(setUp(tool), (error) => {
    assert.ok(error instanceof SetupFailure);
    assert.equal(error.finding.code, 'setup/bundle');
    assert.match(error.finding.message, /scripts\/word\.ts:2: /);
    return true;
  });
  assert.equal(bundleIdentity(tool), before);
  assert.match(bundleText(tool), /"first"/);
  assert.equal(isSetUp(tool), false);
});

test('functions stay plain text, so that a page can run them', async () => {
  const tool = smallTool();
  writeFileSync(
    join(tool, 'scripts', 'word.ts'),
    'const inner = () => { function named(a: number) { return a; } return named.toString(); };\nexport const word = inner();\n',
  );
  await setUp(tool);
  assert.match(bundleText(tool), /function named\(a\)/);
  assert.doesNotMatch(bundleText(tool), /__name/);
});

test('an installed package gets what the bundle leaves outside, and nothing twice', () => {
  const about = JSON.parse(readFileSync(join(TOOL, 'package.json'), 'utf8'));
  assert.deepEqual(Object.keys(about.dependencies).sort(), [...OUTSIDE].sort());
});

test('the bundle carries the licence of each library inside it', () => {
  const text = readFileSync(join(TOOL, '.bundle', 'LICENCES.txt'), 'utf8');
  const about = JSON.parse(readFileSync(join(TOOL, 'package.json'), 'utf8'));
  const inside = ['handlebars', 'zod', 'yaml'].filter((name) => importedByBundle(name));
  for (const name of inside)
    assert.ok(text.includes(`${name} ${about.devDependencies[name]} (`), name);
  assert.ok(!text.includes('No licence file'), /\n.*\n-+\nNo licence file/.exec(text)?.[0]);
  assert.doesNotMatch(text, /^\S+ \S+ \((A?GPL)/m);
});

function importedByBundle(name: string): boolean {
  const folder = join(TOOL, '.bundle');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.mjs'))
    .some((file) => readFileSync(join(folder, file), 'utf8').includes(`// node_modules/${name}/`));
}
