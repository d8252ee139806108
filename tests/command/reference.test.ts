import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { commandReference } from '../../scripts/command/reference.ts';
import { TOOL } from '../setup/temporary.ts';

const README = join(TOOL, 'README.md');
const BEGIN = '<!-- commands: written from scripts/command/args.ts -->\n';
const END = '\n<!-- end of commands -->';

// PRESS_WRITE=1 npm test -- tests/command/reference.test.ts writes it.
test('the README shows the commands as they are', () => {
  const readme = readFileSync(README, 'utf8');
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END);
  assert.ok(begin >= 0 && end > begin, `README.md needs the lines ${BEGIN}and${END}`);
  const now = readme.slice(begin + BEGIN.length, end);
  if (process.env.PRESS_WRITE === '1' && now !== commandReference()) {
    const head = readme.slice(0, begin + BEGIN.length);
    writeFileSync(README, head + commandReference() + readme.slice(end));
    return;
  }
  assert.equal(now, commandReference(), 'Write it again: see the comment above this test.');
});
