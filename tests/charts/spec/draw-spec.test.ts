import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { drawChart } from '../../../scripts/charts/draw.ts';
import { chartOfSpec } from '../../../scripts/charts/spec/chart-of-spec.ts';
import type { Limits } from '../../../scripts/charts/spec/process.ts';
import { chart } from '../../../scripts/content/schema/chart.ts';
import { collector } from '../../../scripts/finding.ts';
import { openProject, sessions, settingFor } from '../desk.ts';

const words = { alt: 'A chart', sentence: 'It shows.', source: 'S' };
const bars = {
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  data: { name: 'rows' },
  mark: 'bar',
  encoding: {
    x: { field: 'year', type: 'ordinal' },
    y: { field: 'value', type: 'quantitative' },
  },
};
const short: Limits = { busySeconds: 4, seconds: 120, heapMb: 64, residentMb: 400 };

/** Draws `spec` as content/data/mine.vl.json, beside `files`. */
async function drawSpec(
  spec: object | string,
  {
    files = {},
    facts = {},
    limits,
  }: { files?: Record<string, string>; facts?: object; limits?: Limits } = {},
) {
  const text = typeof spec === 'string' ? spec : JSON.stringify(spec);
  const { world, close } = openProject({ 'content/data/mine.vl.json': text, ...files });
  try {
    const { findings, report } = collector();
    const given = chart.parse({
      ...words,
      rows: sessions.rows,
      spec: 'data/mine.vl.json',
      ...facts,
    });
    const setting = settingFor(world, { size: 'wide' });
    const made = limits
      ? await chartOfSpec(given.spec ?? '', given, setting, report, limits)
      : await drawChart(given, setting, report);
    return { made, findings, codes: findings.map(({ code }) => code) };
  } finally {
    close();
  }
}

const texts = (svg: string | undefined) =>
  [...(svg ?? '').matchAll(/>([^<>]+)<\/t/g)].map(([, text]) => text);

describe('a specification of the author’s own', () => {
  it('is drawn from the chart’s rows, in the brand, as wide as the column', async () => {
    const { made, findings } = await drawSpec(bars);
    assert.deepEqual(findings, []);
    assert.equal(made?.widthMm, 108);
    assert.equal(made?.svg.match(/<path[^>]*fill="#630041"/g)?.length, 3);
    assert.ok(texts(made?.svg).includes('2023'));
    assert.match(made?.svg ?? '', /^<svg[^>]* role="img" aria-label="A chart"[^>]* width="108mm"/);
    assert.doesNotMatch(made?.svg ?? '', /opacity|<style|class=|\brole="(?!img")|sans-serif/);
    assert.deepEqual([made?.alt, made?.sentence], ['A chart', 'It shows.']);
    assert.deepEqual(made?.table.rows[2], ['2023', '75', 'projection']);
  });

  it('may be Vega, and may read a table below content/', async () => {
    const vega = {
      $schema: 'https://vega.github.io/schema/vega/v6.json',
      data: [{ name: 'rows', url: 'data/rows.csv', format: { type: 'csv', parse: 'auto' } }],
      scales: [{ name: 'y', domain: { data: 'rows', field: 'n' }, range: 'height' }],
      marks: [
        {
          type: 'text',
          from: { data: 'rows' },
          encode: {
            enter: {
              text: { field: 'name' },
              y: { scale: 'y', field: 'n' },
              fill: { value: 'deep' },
            },
          },
        },
      ],
    };
    const files = {
      'content/data/rows.csv': '\ufeffname,n\r\n"Bangor, Gwynedd",3\r\n"say ""hi""",4\r\n',
    };
    const { made, findings } = await drawSpec(vega, { files, facts: { rows: undefined } });
    assert.deepEqual(findings, []);
    assert.deepEqual(
      texts(made?.svg),
      ['Bangor, Gwynedd', 'say &quot;hi&quot;'].map((text) => text.replaceAll('&quot;', '"')),
    );
    assert.match(made?.svg ?? '', /fill="#630041"/);
  });

  it('is drawn alike whatever the clock, the zone and the dice', async () => {
    const spec = {
      data: { sequence: { start: 0, stop: 5, as: 'x' } },
      transform: [
        {
          calculate:
            "random() + '|' + timeFormat(now(), '%Y-%m-%d %H:%M') + '|' + timeFormat(datetime(2024, 0, 1), '%Z %d')",
          as: 't',
        },
      ],
      mark: 'text',
      encoding: { text: { field: 't' }, y: { field: 'x', type: 'ordinal', axis: null } },
    };
    const one = await drawSpec(spec);
    const other = await drawSpec(spec);
    assert.equal(one.made?.svg, other.made?.svg);
    assert.equal(new Set(texts(one.made?.svg)).size, 5, 'the dice differ within a chart');
    for (const text of texts(one.made?.svg))
      assert.match(text ?? '', /\|2000-01-01 00:00\|\+0000 01$/);
  });

  it('says of itself what it is, where the author does not', async () => {
    const facts = { alt: undefined, sentence: undefined, source: undefined, unit: 'Sessions' };
    const { codes, made } = await drawSpec({ ...bars, description: 'What it is' }, { facts });
    assert.deepEqual(codes, []);
    assert.deepEqual([made?.alt, made?.sentence, made?.source], ['What it is', '', undefined]);
    assert.match(made?.svg ?? '', /aria-label="What it is"/);
    assert.equal((await drawSpec(bars, { facts })).made?.alt, 'Chart of Sessions');
  });

  it('is told about colours, see-through marks, width and warnings', async () => {
    const coloured = await drawSpec({ ...bars, mark: { type: 'bar', color: 'steelblue' } });
    assert.deepEqual(coloured.codes, ['charts/spec-colours']);
    assert.match(coloured.findings[0]?.message ?? '', /steelblue/);
    const seen = await drawSpec({ ...bars, mark: { type: 'bar', color: 'deep', opacity: 0.5 } });
    assert.deepEqual(seen.codes, ['charts/spec-see-through']);
    assert.match(seen.made?.svg ?? '', /fill="#b180a0"/);
    const wide = await drawSpec({ ...bars, width: 1000 });
    assert.deepEqual(wide.codes, ['charts/spec-too-wide']);
    assert.equal(wide.made?.widthMm, 108);
    const warned = await drawSpec({
      ...bars,
      mark: { type: 'bar', shape: 'circle' },
      encoding: { ...bars.encoding, shape: { field: 'year' } },
    });
    assert.deepEqual(warned.codes, ['charts/spec-warnings']);
  });

  it('is not drawn with gradients or pictures, or higher than a page', async () => {
    const gradient = {
      gradient: 'linear',
      stops: [
        { offset: 0, color: 'red' },
        { offset: 1, color: 'blue' },
      ],
    };
    assert.deepEqual((await drawSpec({ ...bars, mark: { type: 'bar', color: gradient } })).codes, [
      'charts/spec-gradients',
    ]);
    const picture = {
      ...bars,
      mark: { type: 'image', url: 'https://example.org/x.png', width: 9, height: 9 },
    };
    assert.deepEqual((await drawSpec(picture)).codes, ['charts/spec-pictures']);
    assert.deepEqual((await drawSpec({ ...bars, height: 5000 })).codes, ['charts/spec-too-high']);
  });

  it('keeps the names of what it cuts apart from other charts’', async () => {
    const cut = { ...bars, mark: { type: 'bar', clip: true } };
    const { made } = await drawSpec(cut);
    const id = /<clipPath id="([^"]+)"/.exec(made?.svg ?? '')?.[1] ?? '';
    assert.match(id, /^chart-[0-9a-f]{8}-clip/);
    assert.ok(made?.svg.includes(`clip-path="url(#${id})"`));
  });

  it('loses its links', async () => {
    const linked = { ...bars, mark: { type: 'bar', href: 'javascript:alert(1)' } };
    const { made } = await drawSpec(linked);
    assert.equal(made?.svg.match(/fill="#630041"/g)?.length, 3);
    assert.doesNotMatch(made?.svg ?? '', /href|javascript|<a/);
  });
});

describe('a specification that cannot be used', () => {
  it('is said, where it is no JSON, in its own file at the place of the mistake', async () => {
    for (const [text, line, column] of [
      ['{\n  "mark": "bar",\n  "data" {}\n}\n', 3, 10],
      ['{\n  "mark": ', 2, 10],
      ['', 1, 1],
    ] as const) {
      const { made, codes, findings } = await drawSpec(text);
      assert.equal(made, undefined);
      assert.deepEqual(codes, ['charts/spec-not-json']);
      const { file, ...at } = findings[0]?.place ?? {};
      assert.match(file ?? '', /^content\/data\/.+\.json$/);
      assert.deepEqual(at, { line, column });
      assert.doesNotMatch(findings[0]?.message ?? '', /JSON at position|Unexpected/);
    }
  });

  it('is a finding with a place', async () => {
    for (const [spec, code] of [
      ['[1, 2]', 'charts/spec-unknown'],
      ['null', 'charts/spec-unknown'],
      ['{}', 'charts/spec-unknown'],
      ['{"$schema": "https://example.org/other.json", "x": 1}', 'charts/spec-unknown'],
      [{ ...bars, mark: 'nonsense' }, 'charts/spec-fault'],
      [{ marks: [{ type: 'nonsense' }] }, 'charts/spec-fault'],
      [{ ...bars, transform: [{ calculate: 'nofunction()', as: 'a' }] }, 'charts/spec-fault'],
    ] as const) {
      const { made, codes, findings } = await drawSpec(spec);
      assert.equal(made, undefined, JSON.stringify(spec));
      assert.deepEqual(codes, [code], JSON.stringify(spec));
      assert.equal(findings[0]?.place?.file, 'course.md#spec');
      assert.doesNotMatch(
        findings[0]?.message ?? '',
        /\n|node_modules|\/tmp|at /,
        findings[0]?.message,
      );
    }
  });

  it('is missing, too large, or outside the project', async () => {
    for (const [spec, code] of [
      ['data/other.vl.json', 'charts/missing-file'],
      ['data', 'charts/missing-file'],
      ['data/link.vl.json', 'charts/outside'],
      ['data/large.vl.json', 'charts/file-too-large'],
    ] as const) {
      const large = `{"a": "${'x'.repeat(1024 * 1024)}"}`;
      const { world, close } = openProject({
        'content/data/large.vl.json': large,
        'outside.json': '{}',
      });
      symlinkSync(
        join(world.project, 'outside.json'),
        join(world.project, 'content/data/link.vl.json'),
      );
      const { findings, report } = collector();
      const made = await drawChart(chart.parse({ ...words, spec }), settingFor(world), report);
      close();
      assert.equal(made, undefined);
      assert.deepEqual(
        findings.map((finding) => finding.code),
        [code],
        spec,
      );
    }
  });
});

describe('a hostile specification', () => {
  it('reads nothing but what lies below content/', async () => {
    const addresses = [
      '/etc/passwd',
      '../outside.csv',
      'data/../../outside.csv',
      'file:///etc/passwd',
      'https://example.org/x.csv',
      '//example.org/x.csv',
      'data:text/csv,a',
      'data\\..\\..\\outside.csv',
      'C:\\secret.csv',
    ];
    const data = addresses.map((url, i) => ({ name: `d${i}`, url }));
    const files = { 'outside.csv': 'year,value\n1,2' };
    const { made, findings } = await drawSpec({ data, marks: [] }, { files });
    assert.equal(made, undefined);
    assert.deepEqual(
      findings.map(({ code, message }) => [
        code,
        addresses.find((url) => message.includes(` ${url}, `)),
      ]),
      addresses.map((url) => ['charts/outside', url]),
    );
  });

  it('does not get out by a link, or by an address that it works out', async () => {
    const { world, close } = openProject({ 'secret.csv': 'year,value\n1,2' });
    mkdirSync(join(world.project, 'content/data'), { recursive: true });
    symlinkSync(join(world.project, 'secret.csv'), join(world.project, 'content/data/link.csv'));
    const vega = {
      signals: [{ name: 'where', value: 'link' }],
      data: [{ name: 'rows', url: { signal: "'data/' + where + '.csv'" } }],
      marks: [],
    };
    writeFileSync(join(world.project, 'content/data/mine.json'), JSON.stringify(vega));
    const { findings, report } = collector();
    const facts = chart.parse({ ...words, spec: 'data/mine.json' });
    assert.equal(await drawChart(facts, settingFor(world), report), undefined);
    close();
    assert.deepEqual(
      findings.map(({ code }) => code),
      ['charts/outside'],
    );
    assert.match(findings[0]?.message ?? '', /data\/link\.csv/);
  });

  it('runs no code', async () => {
    const attempts = [
      "datum.constructor.constructor('return process')()",
      "constructor.constructor('return process')().exit(3)",
      "[].map.constructor('return 1')()",
      "eval('1')",
      "require('child_process')",
    ];
    for (const calculate of attempts) {
      const { codes } = await drawSpec({ ...bars, transform: [{ calculate, as: 'x' }] });
      assert.deepEqual(codes, ['charts/spec-fault'], calculate);
    }
  });

  it('gets hold of no function that makes code', async () => {
    const reached = [
      'datum.constructor.constructor',
      "'a'.constructor.constructor",
      '[].constructor.constructor',
    ];
    const spec = {
      data: { values: [{ a: 1 }] },
      transform: reached.map((calculate, i) => ({
        calculate: `isValid(${calculate}) ? 'REACHED' : 'no'`,
        as: `x${i}`,
      })),
      layer: reached.map((_, i) => ({ mark: 'text', encoding: { text: { field: `x${i}` } } })),
    };
    const { made, codes } = await drawSpec(spec);
    assert.deepEqual(codes, []);
    assert.deepEqual(texts(made?.svg), ['no', 'no', 'no']);
  });

  it('leaves no mark on the prototypes of this process', async () => {
    const spec = `{"mark": "bar", "__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "config": {"__proto__": {"polluted": 1}}}`;
    await drawSpec(spec);
    assert.equal(({} as Record<string, unknown>).polluted, undefined);
  });

  it('is ended when it takes too long', async () => {
    const slow = {
      ...bars,
      transform: [
        { calculate: "test(/^(a+)+$/, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')", as: 'x' },
      ],
    };
    const { made, codes } = await drawSpec(slow, { limits: short });
    assert.equal(made, undefined);
    assert.deepEqual(codes, ['charts/spec-time']);
  });

  it('is ended when it takes too much memory, in its heap or beside it', async () => {
    const rows = { sequence: { start: 0, stop: 1e9 } };
    const heap = await drawSpec({ ...bars, data: rows }, { limits: { ...short, busySeconds: 60 } });
    assert.deepEqual(heap.codes, ['charts/spec-memory']);
    const beside = {
      data: [
        { name: 'rows' },
        {
          name: 'grid',
          source: 'rows',
          transform: [
            {
              type: 'kde2d',
              x: { expr: 'datum.value' },
              y: { expr: 'datum.value' },
              size: [30000, 30000],
              cellSize: 1,
            },
          ],
        },
      ],
      marks: [],
    };
    const arrays = await drawSpec(beside, { limits: { ...short, busySeconds: 60, heapMb: 256 } });
    assert.ok(
      ['charts/spec-memory', 'charts/spec-fault'].includes(arrays.codes.join()),
      arrays.codes.join(),
    );
  });

  it('has a limit of marks', async () => {
    const many = {
      data: { sequence: { start: 0, stop: 30000, as: 'x' } },
      mark: 'point',
      encoding: { x: { field: 'x', type: 'quantitative' } },
    };
    assert.deepEqual((await drawSpec(many)).codes, ['charts/spec-too-many-marks']);
  });

  it('has a limit of files', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 25 }, (_, i) => [`content/data/${i}.csv`, 'year,value\n1,2']),
    );
    const layer = Object.keys(files).map((name) => ({
      ...bars,
      data: { url: name.slice('content/'.length) },
    }));
    const { codes } = await drawSpec({ layer }, { files });
    assert.ok(
      codes.length > 0 && codes.every((code) => code === 'charts/too-many-files'),
      codes.join(),
    );
  });
});

describe('the cache of such drawings', () => {
  it('knows when a table that was read has changed', async () => {
    const table = 'year,value\n2021,5\n';
    const { world, close } = openProject({
      'content/data/mine.vl.json': JSON.stringify({ ...bars, data: { url: 'data/rows.csv' } }),
      'content/data/rows.csv': table,
    });
    const facts = chart.parse({ ...words, spec: 'data/mine.vl.json' });
    const again = () => drawChart(facts, settingFor(world), assert.fail);
    const one = await again();
    const [file = ''] = readdirSync(join(world.cache, 'charts'));
    const kept = join(world.cache, 'charts', file);
    writeFileSync(kept, readFileSync(kept, 'utf8').replace('"<svg', '"<svg data-kept=\\"1\\"'));
    assert.match((await again())?.svg ?? '', /data-kept/, 'taken while nothing has changed');
    writeFileSync(join(world.project, 'content/data/rows.csv'), `${table}2022,9\n`);
    const other = await again();
    close();
    assert.doesNotMatch(other?.svg ?? '', /data-kept/);
    assert.notEqual(other?.svg, one?.svg);
  });
});
