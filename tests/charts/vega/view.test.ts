import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { plotBars } from '../../../scripts/charts/plot/bars.ts';
import { plotLines } from '../../../scripts/charts/plot/lines.ts';
import type { Plot } from '../../../scripts/charts/plot/plot.ts';
import { sizeOf } from '../../../scripts/charts/plot/sizes.ts';
import { readRows } from '../../../scripts/charts/rows.ts';
import { openStudio } from '../../../scripts/charts/studio.ts';
import { compile, compiledTemplate } from '../../../scripts/charts/vega/compile.ts';
import { drawPlot } from '../../../scripts/charts/vega/view.ts';
import { chart } from '../../../scripts/content/schema/chart.ts';
import { readyToMeasure } from '../../../scripts/fonts/measure.ts';
import { colours, openProject, settingFor } from '../desk.ts';

const { world, close } = openProject();

const sizes = ['side', 'wide', 'large'];

/** Twenty charts that differ in all that can differ: rows, kinds, sizes, colours. */
function charts(template: 'bar' | 'line', size?: string) {
  return Array.from({ length: 20 }, (_, i) => {
    const rows = Array.from({ length: 1 + ((i * 5) % 9) }, (_, j) => ({
      year: 2000 + i + j,
      value: ((i * 37 + j * 61) % 97) - (i % 4 === 0 ? 20 : 0),
      kind: ['actual', 'estimate', 'projection'][(i + j) % 3],
    }));
    const setting = settingFor(world, {
      size: size ?? sizes[i % 3] ?? 'side',
      colours: i % 2 ? colours : { ...colours, deep: '#123456' },
    });
    const read = readRows(chart.parse({ rows, template }), setting, assert.fail);
    assert.ok(read);
    const studio = openStudio(setting, sizeOf(setting));
    const plot = (template === 'bar' ? plotBars : plotLines)(read, studio);
    assert.ok('labels' in plot);
    return { plot: plot as Plot, setting };
  });
}

const axes = {
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  data: { name: 'bars' },
  autosize: { type: 'fit', contains: 'padding' },
  width: 100,
  height: 100,
  mark: 'bar',
  encoding: {
    x: { field: 'x', type: 'ordinal' },
    y: { field: 'value', type: 'quantitative' },
    color: { field: 'value', type: 'nominal' },
  },
};

describe('a View that is used again', () => {
  before(readyToMeasure);

  for (const template of ['bar', 'line'] as const) {
    it(`draws 20 ${template} charts as 20 fresh ones do, byte for byte`, async () => {
      const compiled = await compiledTemplate(template, world, 'test');
      const again: string[] = [];
      for (const { plot, setting } of charts(template)) {
        again.push(await drawPlot(compiled, plot, setting));
      }
      for (const [i, { plot, setting }] of charts(template).entries()) {
        // A name of its own makes a View of its own.
        const fresh = await drawPlot({ ...compiled, from: `${template} ${i}` }, plot, setting);
        assert.equal(again[i], fresh, `chart ${i}`);
      }
      assert.equal(new Set(again).size, 20);
    });
  }

  it('draws as fresh ones do where a template leaves more to Vega: scales of names, axes, its own size', async () => {
    const spec = await compile(axes, {}, 'axes.vl.json');
    const again: string[] = [];
    for (const { plot, setting } of charts('bar', 'wide')) {
      again.push(await drawPlot({ from: 'axes', spec }, plot, setting));
    }
    for (const [i, { plot, setting }] of charts('bar', 'wide').entries()) {
      const fresh = await drawPlot({ from: `axes ${i}`, spec }, plot, setting);
      assert.equal(again[i], fresh, `chart ${i}`);
    }
  });

  it('keeps charts apart that are asked for at once', async () => {
    const compiled = await compiledTemplate('bar', world, 'test');
    const one: string[] = [];
    for (const { plot, setting } of charts('bar'))
      one.push(await drawPlot(compiled, plot, setting));
    const all = await Promise.all(
      charts('bar').map(({ plot, setting }) => drawPlot(compiled, plot, setting)),
    );
    assert.deepEqual(all, one);
    close();
  });
});
