import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { press, projectFolder, shippedProject } from '../helpers/press.ts';

/** The clock of a process, 400 days on. */
const later = `data:text/javascript,${encodeURIComponent(`
  const RealDate = Date, shift = 400 * 864e5;
  globalThis.Date = class extends RealDate {
    constructor(...given) { super(...(given.length ? given : [RealDate.now() + shift])); }
    static now() { return RealDate.now() + shift; }
  };`)}`;

const projects: ReturnType<typeof shippedProject>[] = [];
let first: Record<string, string>;

function project(): string {
  const folder = shippedProject();
  projects.push(folder);
  return folder.path;
}

const NOBODY = 65534;

/** Why no build can be run as somebody else; false if one can. */
function noOtherUser(): string | false {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'only root can be another user';
  const look = `require('node:fs').accessSync(${JSON.stringify(join(import.meta.dirname, '../../templates'))})`;
  const as = { uid: NOBODY, gid: NOBODY, cwd: '/' };
  const { status } = spawnSync(process.execPath, ['-e', look], as);
  return status !== 0 && 'another user may not read this folder';
}

function hashes(path: string): Record<string, string> {
  const folder = join(path, 'output/screen');
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );
}

before(async () => {
  const path = project();
  const { code, stderr } = await press(['build', '--project', path, '--jobs', '1']);
  assert.equal(code, 0, stderr);
  first = hashes(path);
});
after(() => {
  for (const folder of projects) folder[Symbol.dispose]();
});

test('another folder, time zone, language and number of jobs give the same files', async () => {
  const path = project();
  const env = { TZ: 'Pacific/Kiritimati', LANG: 'cy_GB.UTF-8', LC_ALL: 'fr_FR.UTF-8' };
  assert.equal((await press(['build', '--project', path, '--jobs', '4'], env)).code, 0);
  assert.deepEqual(hashes(path), first);
});

test('a clock 400 days on changes findings at most, no byte of a file', async () => {
  const path = project();
  assert.equal(
    (await press(['build', '--project', path], { NODE_OPTIONS: `--import=${later}` })).code,
    0,
  );
  assert.deepEqual(hashes(path), first);
});

test('what is reported depends on the day, and nothing else does', async () => {
  const path = project();
  const file = join(path, 'content/courses/group-therapy-for-empathy.md');
  const text = readFileSync(file, 'utf8');
  const fee = 'fees: [{audience: uk, total: 4000, covers: Teaching, validUntil: 2027-08-31}]';
  assert.doesNotMatch(text, /^fees:/m);
  writeFileSync(file, text.replace(/^title:/m, `${fee}\ntitle:`));
  const on = async (day: string) => {
    rmSync(join(path, '.press'), { recursive: true, force: true });
    const { stdout } = await press(['build', '--project', path, '--as-of', day, '--json']);
    const {
      findings,
      counts: _,
      ...rest
    } = JSON.parse(stdout) as {
      findings: { code: string }[];
      counts: object;
    };
    return { rest, codes: findings.map(({ code }) => code), files: hashes(path) };
  };
  const early = await on('2027-08-31');
  const late = await on('2027-09-01');
  assert.ok(!early.codes.includes('lint/expired'));
  assert.ok(late.codes.includes('lint/expired'));
  assert.deepEqual(late.files, early.files);
  assert.deepEqual(late.rest, early.rest);
});

test('another user, with another home and a browser unpacked anew, gets the same files', {
  skip: noOtherUser(),
}, async () => {
  const path = project();
  const home = projectFolder();
  projects.push(home);
  for (const folder of [path, home.path])
    execFileSync('chown', ['-R', `${NOBODY}:${NOBODY}`, folder]);
  const env = { HOME: home.path, XDG_CACHE_HOME: undefined, PRESS_CACHE: undefined };
  const as = { uid: NOBODY, gid: NOBODY, cwd: home.path };
  const { code, stderr } = await press(['build', '--project', path], env, as);
  assert.equal(code, 0, stderr);
  assert.equal(statSync(join(path, 'output/manifest.json')).uid, NOBODY);
  assert.deepEqual(hashes(path), first);
});

test('files made from warm caches are those made from cold ones', async () => {
  const path = project();
  await press(['build', '--project', path]);
  rmSync(join(path, 'output'), { recursive: true });
  assert.equal((await press(['build', '--project', path])).code, 0);
  assert.deepEqual(hashes(path), first);
});

test('other content gives other files: the comparison can fail', async () => {
  const path = project();
  const file = join(path, 'content/courses/group-therapy-for-empathy.md');
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace('Postgraduate Certificate\n', 'Certificate\n'),
  );
  await press(['build', '--project', path]);
  const others = hashes(path);
  assert.deepEqual(Object.keys(others), Object.keys(first));
  assert.ok(Object.keys(others).length > 0);
  for (const [name, hash] of Object.entries(others)) assert.notEqual(hash, first[name]);
});
