import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { TOOL } from './temporary.ts';

const read = (path: string) => readFileSync(join(TOOL, path), 'utf8');
const about = JSON.parse(read('package.json'));

test('the licence is the one that package.json states', () => {
  assert.equal(about.license, 'Apache-2.0');
  assert.match(read('LICENSE'), /Apache License\s+Version 2\.0, January 2004/);
  assert.match(read('LICENSE'), /END OF TERMS AND CONDITIONS/);
});

test('NOTICE names everything that goes with the package', () => {
  const notice = read('NOTICE');
  for (const name of Object.keys({ ...about.dependencies, ...about.optionalDependencies })) {
    assert.ok(notice.includes(name), name);
  }
  const fonts = readdirSync(join(TOOL, 'templates', 'fonts'));
  for (const file of fonts.filter((name) => name.endsWith('.ttf'))) {
    const family = /^Source(Sans3|Serif4)/.exec(file)?.[1]?.replace(/(\d)/, ' $1');
    assert.ok(family && notice.includes(`Source ${family}`), file);
  }
  for (const file of readdirSync(join(TOOL, 'templates', 'colour'))) {
    if (file.endsWith('.icc')) assert.ok(notice.includes(file), file);
  }
});

test('no dependency of the package is under a licence that its users could not accept', () => {
  const { packages } = JSON.parse(read('package-lock.json'));
  const shipped = Object.entries<{ dev?: boolean; license?: string }>(packages).filter(
    ([path, { dev }]) => path !== '' && !dev,
  );
  assert.ok(shipped.length > 5);
  for (const [path, { license }] of shipped) {
    assert.ok(license, `${path} states no licence`);
    assert.doesNotMatch(license, /(^|[^L])A?GPL/, path);
  }
});
