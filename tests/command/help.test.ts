import assert from 'node:assert/strict';
import test from 'node:test';
import { COMMANDS, type CommandAbout, type CommandName } from '../../scripts/command/args.ts';
import { EXIT, EXIT_CODES } from '../../scripts/command/exit.ts';
import { helpFor, overview } from '../../scripts/command/help.ts';
import { parse } from '../../scripts/command/parse.ts';

const names = Object.keys(COMMANDS) as CommandName[];

test('the overview names every command and every exit code', () => {
  for (const name of names) assert.match(overview(), new RegExp(`^  ${name} +\\S`, 'm'));
  for (const code of Object.values(EXIT)) {
    assert.match(overview(), new RegExp(`^  ${code} +\\S`, 'm'));
  }
  assert.deepEqual(
    EXIT_CODES.map(({ code }) => code),
    Object.values(EXIT),
  );
});

for (const name of names) {
  const about: CommandAbout = COMMANDS[name];

  test(`help for ${name} has each of its options`, () => {
    for (const option of about.options)
      assert.match(helpFor(name), new RegExp(`^  --${option}\\b`, 'm'));
  });

  test(`the examples for ${name} are right`, () => {
    assert.ok(about.examples.length > 0);
    for (const { line } of about.examples) {
      const [press, ...typed] = line.split(' ');
      assert.equal(press, 'press');
      assert.equal(parse(typed).kind, 'run', line);
    }
  });
}

test('help fits a terminal of 100 columns', () => {
  for (const text of [overview(), ...names.map(helpFor)]) {
    for (const line of text.split('\n')) assert.ok(line.length <= 100, line);
  }
});
