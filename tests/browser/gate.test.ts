import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { openGate } from '../../scripts/browser/gate.ts';
import { makeFolder, makeWorld, write } from './world.ts';

const outside = makeWorld();
const secret = write(outside, 'secret.txt', 'secret');
const world = makeWorld();
const picture = write(world, 'images/a picture ŵ.jpg', 'jpeg');
const url = (path: string) => pathToFileURL(path).href;
const gate = openGate(world, [join(world.project, 'images')]);

test('a file of an allowed folder passes, with blanks and letters of any language', () => {
  assert.equal(gate.judge(url(picture)), 'allowed');
  assert.equal(gate.judge(`${url(picture)}?x#y`), 'allowed');
});

test('a picture written out in the address passes', () => {
  assert.equal(gate.judge('data:image/gif;base64,R0lGODlh'), 'allowed');
});

test('everything else is refused', () => {
  const images = join(world.project, 'images');
  symlinkSync(secret, join(images, 'link.jpg'));
  symlinkSync(outside.project, join(images, 'folder'));
  mkdirSync(join(images, 'sub'));
  write(world, 'images-2/near.jpg', 'not in images');
  for (const address of [
    url(secret),
    url(join(images, 'link.jpg')),
    url(join(images, 'folder', 'secret.txt')),
    url(images),
    url(join(images, 'sub')),
    `${url(images)}/../../${secret}`,
    url(join(world.project, 'images-2', 'near.jpg')),
    url(join(outside.project, 'missing.txt')),
    'file://server/share/a.jpg',
    `${url(images)}/..%2f..%2fetc%2fpasswd`,
    'http://127.0.0.1/a.jpg',
    'https://example.org/a.jpg',
    'ws://example.org/',
    'ftp://example.org/a.jpg',
    'blob:null/1',
    'about:blank',
    'chrome://version',
    'nonsense',
    '',
  ]) {
    assert.equal(gate.judge(address), 'refused', address);
  }
});

test('a folder that is itself reached by a link is allowed by either name', () => {
  const link = join(makeFolder(), 'link');
  symlinkSync(join(world.project, 'images'), link);
  const byLink = openGate(world, [link]);
  assert.equal(byLink.judge(url(picture)), 'allowed');
  assert.equal(byLink.judge(url(picture.replace(join(world.project, 'images'), link))), 'allowed');
});

test('a file that is missing is told from one that is refused', () => {
  const missing = url(join(world.project, 'images', 'gone.jpg'));
  assert.equal(gate.judge(missing), 'missing');
  assert.equal(gate.nameOf(missing), 'images/gone.jpg');
  assert.equal(gate.nameOf('https://example.org/a'), 'https://example.org/a');
});
