import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { publication as schema } from '../../scripts/content/schema/publication.ts';
import type { Finding } from '../../scripts/finding.ts';
import { writeManifest } from '../../scripts/plan/manifest.ts';
import type { Made } from '../../scripts/plan/publication.ts';
import { openWorld } from '../../scripts/world.ts';
import { source } from '../helpers/setting.ts';
import { lay, temporaryFolder } from '../setup/temporary.ts';

const isThere = (path: string) => existsSync(path);

/** A project where publications have been made, each a file `<slug>-draft.pdf`. */
function madeBefore(...slugs: string[]) {
  const project = temporaryFolder();
  const world = openWorld({ project });
  const files = Object.fromEntries(slugs.map((slug) => [`screen/${slug}-draft.pdf`, slug]));
  lay(world.out, files);
  const of = (slug: string, status: 'draft' | 'final', isMade = true): Made => {
    const name = status === 'draft' ? `${slug}-draft` : slug;
    const file = join(world.out, `screen/${name}.pdf`);
    if (isMade) lay(world.out, { [`screen/${name}.pdf`]: slug });
    return {
      job: {
        publication: source(slug, schema.parse({ kind: 'book' })),
        ...{ status, name, format: 'standard', edition: 'screen' },
      },
      ...{ findings: [], pages: 2, bytes: 9, pictures: [], fresh: true },
      file: isMade ? file : undefined,
    };
  };
  const write = (made: Made[], isWhole = true, findings: Finding[] = []) => {
    const said: unknown[] = [];
    const path = writeManifest(world, made, { isWhole, findings }, (message) => said.push(message));
    assert.deepEqual(said, []);
    const { files } = JSON.parse(readFileSync(path, 'utf8'));
    return files.map(({ file }: { file: string }) => file);
  };
  write(slugs.map((slug) => of(slug, 'draft')));
  return { of, write, has: (name: string) => isThere(join(world.out, name)) };
}

test('a draft that became final goes', () => {
  const { of, write, has } = madeBefore('book');
  assert.deepEqual(write([of('book', 'final')]), ['screen/book.pdf']);
  assert.equal(has('screen/book-draft.pdf'), false);
});

test('what failed keeps what it had', () => {
  const { of, write, has } = madeBefore('book', 'sheet');
  const files = write([of('book', 'final', false), of('sheet', 'draft')]);
  assert.deepEqual(files, ['screen/book-draft.pdf', 'screen/sheet-draft.pdf']);
  assert.equal(has('screen/book-draft.pdf'), true);
});

test('a build of some keeps the rest', () => {
  const { of, write, has } = madeBefore('book', 'sheet');
  const files = write([of('sheet', 'draft')], false);
  assert.deepEqual(files, ['screen/book-draft.pdf', 'screen/sheet-draft.pdf']);
  assert.equal(has('screen/book-draft.pdf'), true);
});

test('nothing goes while something could not be read', () => {
  const { of, write, has } = madeBefore('book', 'sheet');
  const error: Finding = { severity: 'error', code: 'x/y', message: '', hint: '' };
  write([of('sheet', 'draft')], true, [error]);
  assert.equal(has('screen/book-draft.pdf'), true);
  assert.deepEqual(write([of('sheet', 'draft')]), ['screen/sheet-draft.pdf']);
  assert.equal(has('screen/book-draft.pdf'), false);
});

test('a manifest that names what lies outside removes nothing there', () => {
  const project = temporaryFolder();
  const world = openWorld({ project });
  const outside = lay(project, { 'kept.txt': 'mine' });
  const entry = { file: '../kept.txt', publication: 'x' };
  lay(world.out, { 'manifest.json': JSON.stringify({ files: [entry, { file: 7 }, {}] }) });
  writeManifest(world, [], { isWhole: true, findings: [] }, () => {});
  assert.equal(isThere(join(outside, 'kept.txt')), true);
});

test('a manifest that came with links removes nothing behind links, nor what no build makes', () => {
  const project = temporaryFolder();
  const world = openWorld({ project });
  const outside = lay(temporaryFolder(), { 'kept.pdf': 'mine', '.profile': 'mine' });
  lay(world.out, { 'own.pdf': 'x', 'png/x.pdf': 'x', 'print/old.pdf': 'x' });
  symlinkSync(outside, join(world.out, 'screen'));
  symlinkSync(outside, join(world.out, 'link'));
  const named = ['screen/kept.pdf', 'link/.profile', 'own.pdf', 'png/x.pdf', 'print/old.pdf'];
  const files = named.map((file) => ({ file, publication: 'x' }));
  lay(world.out, { 'manifest.json': JSON.stringify({ files }) });
  writeManifest(world, [], { isWhole: true, findings: [] }, () => {});
  assert.deepEqual(readdirSync(outside).sort(), ['.profile', 'kept.pdf']);
  assert.ok(isThere(join(world.out, 'own.pdf')));
  assert.ok(isThere(join(world.out, 'png/x.pdf')));
  // What a build does put there goes: the comparison can fail.
  assert.equal(isThere(join(world.out, 'print/old.pdf')), false);
});

test('a contact sheet is listed, and goes when it is no longer asked for', () => {
  const { of, write, has } = madeBefore('book');
  const made = of('book', 'draft');
  const project = join(made.file ?? '', '../..');
  lay(project, { 'contact/book-draft.png': 'x' });
  made.contactSheet = { file: join(project, 'contact/book-draft.png'), bytes: 1 };
  assert.deepEqual(write([made]), ['contact/book-draft.png', 'screen/book-draft.pdf']);
  assert.equal(has('contact/book-draft.png'), true);
  assert.deepEqual(write([of('book', 'draft')]), ['screen/book-draft.pdf']);
  assert.equal(has('contact/book-draft.png'), false);
});
