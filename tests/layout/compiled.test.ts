import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import Handlebars from 'handlebars';
import { compiledTemplates } from '../../scripts/layout/compiled.ts';
import { compileTemplates } from '../../scripts/setup/templates.mjs';
import { openWorld } from '../../scripts/world.ts';
import { TOOL, temporaryFolder } from '../setup/temporary.ts';

const text = readFileSync(join(TOOL, 'templates/partials/qr.hbs'), 'utf8');

async function compiled() {
  const tool = temporaryFolder();
  mkdirSync(join(tool, '.bundle'));
  await compileTemplates(TOOL, join(tool, '.bundle'));
  return compiledTemplates({ ...openWorld(), tool });
}

test('a template that came with the tool is found compiled, and gives what compiling it gives', async () => {
  const specification = (await compiled())(text);
  const view = { path: 'M0 0h1', size: 29, label: 'A & B', address: 'example.org' };
  const ready = Handlebars.template(specification!);
  assert.equal(ready(view), Handlebars.compile(text)(view));
});

test('one that was changed by a byte is not', async () => {
  assert.equal((await compiled())(`${text} `), undefined);
});

test('without a bundle nothing is compiled yet', async () => {
  const find = await compiledTemplates({ ...openWorld(), tool: temporaryFolder() });
  assert.equal(find(text), undefined);
});
