import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openWorld } from '../../scripts/world.ts';
import { until } from '../browser/processes.ts';
import { press } from '../helpers/press.ts';
import { change, outputs, smallProject, struck } from './whole.ts';

const skip = process.platform !== 'linux' && 'processes are read from /proc';

/** The same project before and after a change that every file shows, each built undisturbed. */
let older: Record<string, string>;
let newer: Record<string, string>;
const projects: ReturnType<typeof smallProject>[] = [];

function project(isNewer: boolean): string {
  const folder = smallProject();
  projects.push(folder);
  if (isNewer) renew(folder.path);
  return folder.path;
}
const renew = (path: string) =>
  change(path, 'institution.md', 'University of Tests', 'University of Proofs');

async function undisturbed(path: string): Promise<Record<string, string>> {
  const { code, stderr } = await press(['build', '--project', path]);
  assert.equal(code, 0, stderr);
  return outputs(path);
}

before(async () => {
  older = await undisturbed(project(false));
  newer = await undisturbed(project(true));
  assert.deepEqual(Object.keys(newer), Object.keys(older));
  const pdfs = Object.keys(older).filter((name) => name.endsWith('.pdf'));
  assert.equal(pdfs.length, 4);
  for (const name of pdfs) assert.notEqual(newer[name], older[name], name);
});
after(() => {
  for (const folder of projects) folder[Symbol.dispose]();
});

/** Whole files only, each as it was before or as it is to be, and nothing else. */
function assertWhole(path: string) {
  const now = outputs(path);
  assert.deepEqual(Object.keys(now), Object.keys(older));
  for (const [name, hash] of Object.entries(now)) {
    assert.ok(hash === older[name] || hash === newer[name], `${name} is neither old nor new`);
  }
  return Object.entries(now).filter(([name, hash]) => hash !== older[name]).length;
}

/** Browser processes of a press process: its number is in the name of their profile. */
function browsersOf(pid: number): string[] {
  return readdirSync('/proc').filter((name) => {
    try {
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
      return command.includes('/profiles/') && command.includes(`-${pid}-`);
    } catch {
      return false;
    }
  });
}

const profilesOf = (pid: number) =>
  readdirSync(join(openWorld().userCache, 'profiles')).filter((name) => name.includes(`-${pid}-`));

/** Each is one build that gets further than the one before: what was printed is kept. */
const moments = ['printing:1', 'keeping:1', 'finishing:3', 'drafting:1', 'placing:2'];

test('a build that is killed leaves whole files, and the next makes what an undisturbed one makes', {
  skip,
}, async () => {
  const path = project(false);
  assert.deepEqual(await undisturbed(path), older);
  renew(path);
  const seen: number[] = [];
  let killed = 0;
  for (const moment of moments) {
    const { code, pid, stdout } = await struck(path, `SIGKILL@${moment}`);
    assert.equal(code, null, `the build ended by itself before ${moment}`);
    assert.equal(stdout, '');
    seen.push(assertWhole(path));
    assert.ok(await until(() => browsersOf(pid).length === 0), `${moment}: a browser is left`);
    assert.deepEqual(
      profilesOf(killed),
      [],
      `${moment}: what the build before left is still there`,
    );
    killed = pid;
  }
  // The blows fell while there was something to lose.
  assert.ok(
    seen.some((count) => count > 0 && count < Object.keys(older).length),
    String(seen),
  );
  const { code, pid } = await press(['build', '--project', path]);
  assert.equal(code, 0);
  assert.deepEqual(outputs(path), newer);
  assert.deepEqual([...profilesOf(killed), ...profilesOf(pid)], []);
});

for (const moment of ['printing:1', 'placing:1']) {
  test(`Ctrl-C while ${moment.split(':')[0]} ends with 130, no process, no profile, no part of a file`, {
    skip,
  }, async () => {
    const path = project(false);
    assert.deepEqual(await undisturbed(path), older);
    renew(path);
    const { code, pid, stderr } = await struck(path, `SIGINT@${moment}`);
    assert.equal(code, 130, stderr);
    assert.doesNotMatch(stderr, /error/);
    assertWhole(path);
    assert.ok(await until(() => browsersOf(pid).length === 0), 'a browser is left');
    assert.deepEqual(profilesOf(pid), []);
    const left = readdirSync(join(path, '.press'), { recursive: true, encoding: 'utf8' });
    // Drafts have the process number as a word of their name; in a hash its digits stand by chance.
    const isDraft = new RegExp(`(?:^|[/.-])${pid}(?:[.-]|$)`);
    assert.deepEqual(
      left.filter((name) => isDraft.test(name)),
      [],
    );
    assert.deepEqual(await undisturbed(path), newer);
  });
}
