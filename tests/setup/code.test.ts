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

/** Files that each break one rule, with the import that breaks it. */
const violations = {
  'scripts/content/a.ts': ['content-imports-earlier-stages-only', "import '../layout/fine.ts';"],
  'scripts/layout/a.ts': [
    'layout-imports-earlier-stages-only',
    "import type { T } from '../check/t.ts';\nexport type A = T;",
  ],
  'scripts/finish/a.ts': [
    'finish-imports-earlier-stages-only',
    "export const a = () => import('../plan/b.ts');",
  ],
  'scripts/check/a.ts': ['check-does-not-inherit-from-finish', "import '../finish/fine.ts';"],
  'scripts/pdf/a.ts': ['toolboxes-know-no-stage', "import '../content/fine.ts';"],
  'scripts/world.ts': ['the-ground-imports-nothing', "import './plan/b.ts';"],
  'scripts/setup/a.mjs': ['set-up-is-plain-javascript', "import '../plan/b.ts';"],
  'scripts/fonts/a.ts': ['no-unresolved-imports', "import './nothing.ts';"],
  'scripts/pdf/ring-back.ts': ['no-cycles', "import './ring.ts';"],
} as const;

const others = {
  'scripts/pdf/ring.ts': "import './ring-back.ts';",
  'scripts/check/t.ts': 'export type T = 1;',
  'scripts/plan/b.ts': '',
  'scripts/content/fine.ts': "import '../pdf/fine.ts';",
  'scripts/layout/fine.ts': "import '../content/fine.ts';",
  'scripts/finish/fine.ts': "import '../layout/fine.ts';",
  'scripts/pdf/fine.ts': "import '../finding.ts';",
  'scripts/finding.ts': '',
};

test('an import against any of the rules is found, and no other', () => {
  const folder = lay(temporaryFolder(), {
    ...others,
    ...Object.fromEntries(Object.entries(violations).map(([file, [, text]]) => [file, text])),
    'tsconfig.json': readFileSync(join(TOOL, 'tsconfig.json'), 'utf8'),
  });
  const { text, code } = tool(DEPCRUISE, ['--config', RULES, 'scripts'], folder);
  assert.notEqual(code, 0);
  for (const [file, [rule]] of Object.entries(violations)) {
    assert.match(text, new RegExp(`error ${rule}: ${file} →`), text);
  }
  assert.doesNotMatch(text, /error [^:]+: \S+fine\.ts/);
});
