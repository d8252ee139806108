import assert from 'node:assert/strict';
import test from 'node:test';
import { parse } from '../../scripts/command/parse.ts';

/** The codes and hints of what is wrong. */
function wrong(...typed: string[]): { code: string; hint: string }[] {
  const parsed = parse(typed);
  assert.equal(parsed.kind, 'wrong');
  return parsed.kind === 'wrong' ? parsed.messages.map(({ code, hint }) => ({ code, hint })) : [];
}

function run(...typed: string[]) {
  const parsed = parse(typed);
  assert.equal(parsed.kind, 'run', JSON.stringify(parsed));
  return parsed.kind === 'run' ? parsed.args : assert.fail();
}

test('reads every option of build', () => {
  const typed =
    'build prospectus flyer --project p --edition screen --out o --jobs 4 --draft --force --timings --json --strict --as-of 2027-02-28 --contact-sheet';
  const args = run(...typed.split(' '));
  assert.deepEqual(args.named, ['prospectus', 'flyer']);
  assert.deepEqual(args.typed, typed.split(' '));
  assert.equal(args.project, 'p');
  assert.equal(args.edition, 'screen');
  assert.equal(args.out, 'o');
  assert.equal(args.jobs, 4);
  assert.equal(args.asOf, '2027-02-28');
  for (const name of ['draft', 'force', 'timings', 'json', 'strict', 'contactSheet'] as const) {
    assert.equal(args[name], true, name);
  }
});

test('without options nothing is set', () => {
  const { command, typed, named, ...rest } = run('build');
  assert.deepEqual([command, typed, named], ['build', ['build'], []]);
  for (const [name, value] of Object.entries(rest)) assert.ok(!value, name);
});

test('reads the other commands', () => {
  assert.equal(run('watch', '--port', '8080').port, 8080);
  assert.equal(run('list', '--flatplan').flatplan, true);
  assert.equal(run('init', 'demo', '--name=A University', '--sample').name, 'A University');
  assert.deepEqual(run('init', 'demo').named, ['demo']);
  assert.equal(run('doctor', '--json').json, true);
  const bench = run('bench', 'book', '--courses', '10,300', '--runs', '3', '--peers');
  assert.deepEqual([bench.named, bench.courses, bench.runs], [['book'], [10, 300], 3]);
  assert.equal(bench.peers, true);
});

test('asks for help and version are understood', () => {
  assert.deepEqual(parse([]), { kind: 'help' });
  assert.deepEqual(parse(['-h']), { kind: 'help' });
  assert.deepEqual(parse(['help']), { kind: 'help' });
  assert.deepEqual(parse(['help', 'lint']), { kind: 'help', command: 'lint' });
  assert.deepEqual(parse(['build', '--nonsense', '--help']).kind, 'help');
  assert.deepEqual(parse(['--version']), { kind: 'version' });
});

test('a mistyped command or option is answered with what was meant', () => {
  assert.deepEqual(wrong('biuld'), [
    { code: 'command/unknown-command', hint: 'Did you mean “build”?' },
  ]);
  assert.equal(wrong('xyzzy')[0]?.hint, 'Run “press --help” for the list of commands.');
  assert.equal(wrong('constructor')[0]?.code, 'command/unknown-command');
  assert.deepEqual(wrong('build', '--stict'), [
    { code: 'command/unknown-option', hint: 'Did you mean “--strict”?' },
  ]);
  assert.equal(wrong('lint', '--port', '1')[0]?.code, 'command/unknown-option');
  assert.equal(wrong('build', '-x')[0]?.code, 'command/unknown-option');
  assert.equal(wrong('build', '--__proto__')[0]?.code, 'command/unknown-option');
});

test('a wrong value is answered with the right ones', () => {
  const cases: [string[], RegExp][] = [
    [['--edition', 'paper'], /“screen” or “print”/],
    [['--jobs', '0'], /1 to 64/],
    [['--jobs', '2.5'], /1 to 64/],
    [['--as-of', '2027-02-30'], /YYYY-MM-DD/],
    [['--as-of', 'tomorrow'], /YYYY-MM-DD/],
  ];
  for (const [typed, hint] of cases) {
    const [first] = wrong('build', ...typed);
    assert.equal(first?.code, 'command/value-wrong', typed.join(' '));
    assert.match(first?.hint ?? '', hint);
  }
  assert.equal(wrong('watch', '--port', '65536')[0]?.code, 'command/value-wrong');
  for (const courses of ['0', '10,', '1,1001', 'ten']) {
    assert.equal(wrong('bench', '--courses', courses)[0]?.code, 'command/value-wrong', courses);
  }
  assert.equal(wrong('build', '--out')[0]?.code, 'command/value-missing');
  assert.equal(wrong('build', '--out', '--draft')[0]?.code, 'command/value-missing');
  assert.equal(wrong('build', '--draft=yes')[0]?.code, 'command/value-not-taken');
});

test('too much or too little beside the options is said', () => {
  assert.equal(wrong('doctor', 'x')[0]?.code, 'command/too-many');
  assert.equal(wrong('init', 'a', 'b')[0]?.code, 'command/too-many');
  assert.deepEqual(wrong('init'), [{ code: 'command/too-few', hint: 'Write “press init DIR”.' }]);
});

test('all mistakes are told at once', () => {
  assert.deepEqual(
    wrong('build', '--stict', '--jobs', 'x', '--edition', 'paper').map(({ code }) => code),
    ['command/unknown-option', 'command/value-wrong', 'command/value-wrong'],
  );
});
