import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import {
  compiledFile,
  compileShipped,
  shippedTemplates,
} from '../../../scripts/charts/vega/write-compiled.ts';
import { openProject, tool } from '../desk.ts';

describe('the shipped templates', () => {
  for (const name of shippedTemplates) {
    it(`${name} lies compiled beside its source, as Vega-Lite compiles it today`, async () => {
      const shipped = JSON.parse(readFileSync(compiledFile(name), 'utf8'));
      const now = JSON.parse(JSON.stringify(await compileShipped(name)));
      assert.deepEqual(shipped, now, 'run: node scripts/charts/vega/write-compiled.ts');
    });

    it(`${name} has no colour but roles`, () => {
      const text = readFileSync(join(tool, `templates/charts/${name}.vl.json`), 'utf8');
      assert.doesNotMatch(text, /#[0-9a-f]{3}|rgb|"(white|grey|gray|red)"/i);
    });
  }

  it('have a config without colours of its own', () => {
    const text = readFileSync(join(tool, 'templates/charts/config.json'), 'utf8');
    assert.doesNotMatch(text, /#[0-9a-f]{3}|rgb/i);
  });
});

/** Draws the course's chart in a process of its own and lists the libraries that it loaded. */
function librariesLoaded(project: string): string[] {
  const script = `
    import { registerHooks } from 'node:module';
    const seen = new Set();
    registerHooks({ resolve: (name, context, next) => { seen.add(name); return next(name, context); } });
    const { settingFor, sessions, openProject } = await import('./tests/charts/desk.ts');
    const { drawChart } = await import('./scripts/charts/draw.ts');
    const { chart } = await import('./scripts/content/schema/chart.ts');
    const { world, close } = openProject();
    close();
    const own = { ...world, project: ${JSON.stringify(project)}, cache: ${JSON.stringify(project)} + '/.press/cache' };
    const made = await drawChart(chart.parse(sessions), settingFor(own), () => {});
    if (!made.svg.startsWith('<svg')) throw new Error('not drawn');
    console.log(JSON.stringify([...seen]));
  `;
  const out = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: tool,
  });
  return JSON.parse(out.toString()).filter((name: string) => /^(vega|harfbuzz)/.test(name));
}

describe('what drawing loads', () => {
  it('is Vega and the shaper for a new chart, never Vega-Lite, and nothing for one in the cache', () => {
    const { world, close } = openProject();
    const first = librariesLoaded(world.project);
    const second = librariesLoaded(world.project);
    close();
    assert.ok(first.includes('vega') && first.includes('harfbuzzjs'), first.join());
    assert.ok(!first.includes('vega-lite'), first.join());
    assert.deepEqual(second, []);
  });
});
