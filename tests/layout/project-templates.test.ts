import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { collector } from '../../scripts/finding.ts';
import { loadTemplates } from '../../scripts/layout/templates.ts';
import { openWorld } from '../../scripts/world.ts';

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function worldWith(files: Record<string, string>) {
  const project = mkdtempSync(join(tmpdir(), 'press-templates-'));
  folders.push(project);
  for (const [name, text] of Object.entries(files)) {
    const path = join(project, 'templates', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return openWorld({ project });
}

const view = { parts: [{ id: 'p', template: 'mine', title: 'A title' }] };

test('a file of the project wins over the tool’s of the same name, and the rest stays', async () => {
  const world = worldWith({ 'partials/mine.hbs': '<p>{{title}}</p>', 'book/style.css': 'p{}' });
  const { findings, report } = collector();
  const templates = await loadTemplates(world, 'book', [], report);
  assert.deepEqual(findings, []);
  assert.match(templates!.render(view), /<p>A title<\/p>/);
  assert.equal(templates!.styles[1], 'p{}');
  assert.match(templates!.styles[0]!, /\.page/);
});

test('a template that cannot be parsed is a finding with file and line', async () => {
  const world = worldWith({ 'partials/mine.hbs': '<p>\n{{#if title}}\n{{/each}}' });
  const { findings, report } = collector();
  assert.equal(await loadTemplates(world, 'book', [], report), undefined);
  assert.equal(findings.length, 1);
  assert.equal(findings[0]?.code, 'layout/template-broken');
  assert.deepEqual(findings[0]?.place, { file: 'templates/partials/mine.hbs', line: 2 });
});

for (const probe of [
  '{{constructor.constructor}}',
  '{{#with __proto__}}{{this}}{{/with}}',
  '{{lookup this "constructor"}}',
]) {
  test(`a template reaches no code: ${probe}`, async () => {
    const world = worldWith({ 'partials/mine.hbs': `[${probe}]` });
    const { report } = collector();
    const templates = await loadTemplates(world, 'book', [], report);
    assert.match(templates!.render(view), /\[\]/);
  });
}

test('a link to a file outside the project is a finding and is not read', async () => {
  const outside = worldWith({ 'secret.hbs': 'a secret' }).project;
  const world = worldWith({ 'partials/other.hbs': '' });
  symlinkSync(
    join(outside, 'templates/secret.hbs'),
    join(world.project, 'templates/partials/mine.hbs'),
  );
  const { findings, report } = collector();
  const templates = await loadTemplates(world, 'book', [], report);
  assert.deepEqual(
    findings.map(({ code, place }) => [code, place?.file]),
    [['layout/template-outside', 'templates/partials/mine.hbs']],
  );
  assert.doesNotMatch(templates!.render(view), /secret/);
});

test('text is escaped unless it is HTML that was made here', async () => {
  const world = worldWith({ 'partials/mine.hbs': '<p>{{title}}</p>' });
  const templates = await loadTemplates(world, 'book', [], collector().report);
  const page = templates!.render({ parts: [{ ...view.parts[0], title: '<script>x</script>' }] });
  assert.match(page, /&lt;script&gt;/);
});
