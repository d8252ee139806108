import assert from 'node:assert/strict';
import { relative } from 'node:path';
import test from 'node:test';
import { asCalled, calledAs } from '../../scripts/command/called.ts';
import { TOOL, temporaryFolder } from '../setup/temporary.ts';

test('in a clone `press` is a script of npm, or of Node from elsewhere', () => {
  const byNpm = { tool: TOOL, env: { npm_lifecycle_event: 'press' } };
  assert.equal(calledAs(byNpm), 'npm run press --');
  const folder = relative(process.cwd(), TOOL);
  const byHand = folder === '' ? 'npm run press --' : `node ${folder}/scripts/press.mjs`;
  assert.equal(calledAs({ tool: TOOL, env: {} }), byHand);
});

test('an installed package is called by npx where npm called it', () => {
  const tool = temporaryFolder();
  assert.equal(calledAs({ tool, env: { npm_command: 'exec' } }), 'npx press');
  assert.equal(calledAs({ tool, env: {} }), 'press');
});

test('commands within a hint are written as they are called; other words stay', () => {
  const press = 'npm run press --';
  assert.equal(asCalled('Run `press init DIR`.', press), 'Run `npm run press -- init DIR`.');
  assert.equal(asCalled('Run “press --help”.', press), 'Run “npm run press -- --help”.');
  for (const text of ['The press builds.', 'express build', 'press on']) {
    assert.equal(asCalled(text, 'X'), text);
  }
});
