import assert from 'node:assert/strict';
import { chmodSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import type { Diagnosis } from '../scripts/command/doctor-messages.ts';
import { diagnose, hostNode } from '../scripts/doctor.ts';
import { pinnedNode } from '../scripts/setup/node.mjs';
import { openWorld, type World } from '../scripts/world.ts';
import { TOOL, temporaryFolder } from './setup/temporary.ts';

/** What a machine with nothing of its own would find: no cache, a tool without fonts or profile. */
function bareWorld(): World {
  const folder = temporaryFolder();
  const env = { PATH: '', HOME: folder, PUPPETEER_CACHE_DIR: folder };
  return { ...openWorld({ project: folder }), tool: folder, userCache: join(folder, 'cache'), env };
}

async function about(subject: string, world: World): Promise<Diagnosis> {
  const found = (await diagnose(world)).find((diagnosis) => diagnosis.subject === subject);
  assert.ok(found, subject);
  return found;
}

test('this machine is well, but for the sandbox perhaps', async () => {
  for (const { subject, state, found, hint } of await diagnose(openWorld())) {
    if (subject === 'Sandbox') assert.notEqual(state, 'missing');
    else assert.equal(state, 'good', `${subject}: ${found}`);
    assert.equal(state === 'good', hint === undefined, subject);
  }
});

test('fonts and profile that are missing are said with what to do', async () => {
  const world = bareWorld();
  for (const subject of ['Fonts', 'Colour profile']) {
    const diagnosis = await about(subject, world);
    assert.equal(diagnosis.state, 'missing');
    assert.match(diagnosis.hint ?? '', /^Install the tool again/);
  }
});

test('a file that only looks like a profile is none', async () => {
  const world = bareWorld();
  const folder = join(world.tool, 'templates', 'colour');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'fake.icc'), Buffer.alloc(200));
  assert.equal((await about('Colour profile', world)).state, 'missing');
  cpSync(join(TOOL, 'templates', 'colour'), folder, { recursive: true });
  assert.equal((await about('Colour profile', world)).state, 'good');
});

test('a cache that cannot be made is said', async () => {
  const world = bareWorld();
  writeFileSync(join(world.project, 'file'), '');
  const cache = await about('Cache', { ...world, userCache: join(world.project, 'file', 'cache') });
  assert.equal(cache.state, 'missing');
  assert.match(cache.hint ?? '', /PRESS_CACHE/);
});

test('a cache that others could read is made private', async () => {
  const world = bareWorld();
  mkdirSync(world.userCache);
  chmodSync(world.userCache, 0o777);
  assert.match((await about('Cache', world)).found, /private to you$/);
});

test('a chosen browser that does not run is said, with what to do', async () => {
  const world = openWorld({ project: temporaryFolder() });
  const program = join(world.project, 'chrome');
  writeFileSync(program, '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  const env = { ...world.env, PUPPETEER_EXECUTABLE_PATH: program };
  const browser = await about('Browser', { ...world, env });
  assert.equal(browser.state, 'weak');
  assert.ok(browser.found.includes(program), browser.found);
  assert.ok(browser.hint);
});

test('whose Node this is: the one of the package is not called the user’s', () => {
  const world = openWorld();
  const pinned = pinnedNode(TOOL);
  const agent = { npm_config_user_agent: 'npm/10.8.2 node/v20.20.2 linux x64' };
  assert.equal(hostNode({ ...world, env: { PRESS_HOST_NODE: '18.0.0' } }), '18.0.0');
  if (!pinned) return;
  assert.equal(hostNode({ ...world, env: agent }, pinned), '20.20.2');
  assert.equal(hostNode({ ...world, env: {} }, pinned), '');
  assert.equal(hostNode({ ...world, env: agent }, import.meta.filename), undefined);
});
