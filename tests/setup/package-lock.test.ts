import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { TOOL } from './temporary.ts';

type Packages = Record<
  string,
  { integrity?: string; resolved?: string; optionalDependencies?: Record<string, string> }
>;

const { packages }: { packages: Packages } = JSON.parse(
  readFileSync(join(TOOL, 'package-lock.json'), 'utf8'),
);

/** Where Node would look for a package from a folder of node_modules, nearest first. */
function* placesOf(name: string, from: string): Generator<string> {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    yield `${at ? `${at}/` : ''}node_modules/${name}`;
    if (at === '') return;
  }
}

// A registry that lacks one lets npm leave it out of the lock; `npm ci` of npm 11 then refuses all.
test('the lock file has the optional packages of every kind of machine', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) =>
      [...placesOf(name, path)].every((place) => !packages[place]),
    ),
  );
  assert.deepEqual(missing, [], 'Choose a version whose packages are all there.');
});

test('the lock file proves each package by its content and names no registry', () => {
  for (const [path, { integrity, resolved }] of Object.entries(packages)) {
    if (path === '') continue;
    assert.match(integrity ?? '', /^sha512-/, path);
    assert.equal(resolved, undefined, path);
  }
});
