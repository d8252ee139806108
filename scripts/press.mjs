#!/usr/bin/env node
/**
 * The command `press`, for any Node from 18 on. In order:
 *   1. `build` where nothing has changed: says again what the last build said.
 *   2. in a clone, set-up: the locked dependencies and the bundle, where out of date.
 *   3. the bundle, in this process from Node 24 on, else in the Node 24 that npm installed.
 * Everything that is not needed for 1 is loaded later: a start that finds nothing to do costs
 * little more than Node itself.
 */
import { writeSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleIdentity, isClone, isSetUp } from './setup/sources.mjs';
import { argumentOf, unchanged } from './setup/state.mjs';

const tool = dirname(dirname(fileURLToPath(import.meta.url)));
const args = process.argv.slice(2);
const clone = isClone(tool);
const ready = !clone || isSetUp(tool);

const closing = ready && args[0] === 'build' ? lastClosing() : undefined;
if (closing) {
  print(1, closing.stdout);
  print(2, closing.stderr);
  process.exitCode = closing.code;
} else {
  process.exitCode = await start();
}

/** A record that cannot be read as one, by accident or design, is no record. */
function lastClosing() {
  try {
    const project = resolve(argumentOf(args, '--project') ?? '.');
    return unchanged(args, project, bundleIdentity(tool) ?? '');
  } catch {
    return undefined;
  }
}

async function start() {
  const { asText, nodeNeeded, noBundle, picturesMissing, SetupFailure } = await import(
    './setup/messages.mjs'
  );
  try {
    if (!ready) await (await import('./setup/clone.mjs')).setUpClone(tool);
    if (!bundleIdentity(tool)) throw new SetupFailure(noBundle());
    const { canPreparePictures, hostWillDo, pinnedNode } = await import('./setup/node.mjs');
    if (hostWillDo()) {
      await import('./setup/start.mjs');
      return process.exitCode;
    }
    const node = pinnedNode(tool);
    if (!node) throw new SetupFailure(nodeNeeded(process.versions.node));
    const { runAs } = await import('./setup/spawn.mjs');
    if (!clone && !canPreparePictures(tool)) {
      throw new SetupFailure(picturesMissing(process.versions.node));
    }
    const env = { ...process.env, PRESS_HOST_NODE: process.versions.node };
    return await runAs(node, [join(tool, 'scripts', 'setup', 'start.mjs'), ...args], { env });
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    process.stderr.write(asText(error.finding));
    return 3;
  }
}

/** Opening process.stdout as a stream costs more than the whole look at the project. */
function print(descriptor, text) {
  if (!text) return;
  try {
    writeSync(descriptor, text);
  } catch {
    (descriptor === 1 ? process.stdout : process.stderr).write(text);
  }
}
