import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { lay, TOOL, temporaryFolder } from './temporary.ts';

/** Runs a command that npm installed, by the path of its script in node_modules. */
function tool(script: string, args: string[], cwd = TOOL): { text: string; code: number | null } {
  const program = join(TOOL, 'node_modules', script);
  const run = spawnSync(process.execPath, [program, ...args], { cwd, encoding: 'utf8' });
  return { text: run.stdout + run.stderr, code: run.status };
}

const DEPCRUISE = 'dependency-cruiser/bin/dependency-cruiser.mjs';
const RULES = join(TOOL, '.dependency-cruiser.cjs');

test('the types are sound', () => {
  const { text, code } = tool('typescript/bin/tsc', []);
  assert.equal(code, 0, text);
});

test('the code is formatted and free of what the linter knows', () => {
  const { text, code } = tool('@biomejs/biome/bin/biome', [
    'check',
    '--colors=off',
    '--error-on-warnings',
  ]);
  assert.equal(code, 0, text);
});

test('imports go along the order of the stages', () => {
  const { text, code } = tool(DEPCRUISE, ['--config', RULES, '--output-type', 'err', 'scripts']);
  assert.equal(code, 0, text);
  assert.match(text, /no dependency violations found \(\d{2,} modules/);
});

const violations: { rule: string; files: Record<string, string> }[] = [
  {
    rule: 'content-imports-earlier-stages-only',
    files: { 'scripts/content/a.ts': "import '../layout/b.ts';", 'scripts/layout/b.ts': '' },
  },
  {
    rule: 'layout-imports-earlier-stages-only',
    files: {
      'scripts/layout/a.ts': "import type { B } from '../check/b.ts';\nexport type A = B;",
      'scripts/check/b.ts': 'export type B = 1;',
    },
  },
  {
    rule: 'finish-imports-earlier-stages-only',
    files: {
      'scripts/finish/a.ts': "export const a = () => import('../plan/b.ts');",
      'scripts/plan/b.ts': '',
    },
  },
  {
    rule: 'check-does-not-inherit-from-finish',
    files: { 'scripts/check/a.ts': "import '../finish/b.ts';", 'scripts/finish/b.ts': '' },
  },
  {
    rule: 'toolboxes-know-no-stage',
    files: { 'scripts/pdf/a.ts': "import '../content/b.ts';", 'scripts/content/b.ts': '' },
  },
  {
    rule: 'the-ground-imports-nothing',
    files: { 'scripts/world.ts': "import './plan/b.ts';", 'scripts/plan/b.ts': '' },
  },
  {
    rule: 'set-up-is-plain-javascript',
    files: { 'scripts/setup/a.mjs': "import '../plan/b.ts';", 'scripts/plan/b.ts': '' },
  },
  {
    rule: 'no-cycles',
    files: {
      'scripts/pdf/a.ts': "import { b } from './b.ts';\nexport const a = b;",
      'scripts/pdf/b.ts': "import { a } from './a.ts';\nexport const b = a;",
    },
  },
  {
    rule: 'no-unresolved-imports',
    files: { 'scripts/pdf/a.ts': "import './nothing.ts';" },
  },
];
for (const { rule, files } of violations) {
  test(`an import against the rule ${rule} is found`, () => {
    const config = readFileSync(join(TOOL, 'tsconfig.json'), 'utf8');
    const folder = lay(temporaryFolder(), { ...files, 'tsconfig.json': config });
    const { text, code } = tool(DEPCRUISE, ['--config', RULES, 'scripts'], folder);
    assert.notEqual(code, 0, text);
    assert.match(text, new RegExp(`error ${rule}:`));
  });
}
