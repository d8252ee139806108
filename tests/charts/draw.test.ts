import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { drawChart } from '../../scripts/charts/draw.ts';
import { chart } from '../../scripts/content/schema/chart.ts';
import { collector } from '../../scripts/finding.ts';
import { readyToMeasure } from '../../scripts/fonts/measure.ts';
import {
  colours,
  draw,
  drawn,
  english,
  labels,
  openProject,
  sessions,
  settingFor,
  tool,
} from './desk.ts';
import { barsOf, elements, linesOf, wordsOf } from './read-svg.ts';

const mm = 72 / 25.4;
const near = (a: number, b: number, within = 0.01) => Math.abs(a - b) <= within;

before(readyToMeasure);

describe('the chart of the side column', () => {
  it('has the house style’s measures, true to scale', async () => {
    const made = await drawn(sessions);
    assert.equal(made.widthMm, 38);
    assert.match(made.svg, /viewBox="0 0 107\.717 [\d.]+" width="38mm" height="[\d.]+mm"/);
    const base = made.baseMm * mm;
    const [first, second] = barsOf(made.svg);
    assert.ok(first && second);
    assert.ok(near(first.width, 10 * mm) && near(second.left - first.right, 4 * mm));
    assert.ok(near(first.bottom, base) && near(second.bottom, base));
    const tops = linesOf(made.svg).filter(({ y1, y2, dash }) => y1 === y2 && dash);
    assert.equal(tops.length, 1, 'the projection’s head');
    const head = (tops[0]?.y1 ?? 0) - 0.5;
    assert.ok(near(base - head, 45 * mm), 'the highest bar is 45 mm');
    assert.ok(near((base - first.top) / (base - head), 50 / 75, 1e-3), 'to scale from zero');
    assert.ok(near((base - second.top) / (base - head), 60 / 75, 1e-3));
  });

  it('sets values, years and the word in their sizes and places', async () => {
    const made = await drawn(sessions);
    const base = made.baseMm * mm;
    const words = wordsOf(made.svg);
    assert.deepEqual(
      words.map(({ text }) => text),
      ['50', '60', '75', '2021', '2022', '2023', 'projected'],
    );
    const [value, , , year, , , word] = words;
    const [bar] = barsOf(made.svg);
    assert.ok(value && year && word && bar);
    assert.deepEqual([value.size, year.size, word.size], [10, 9.5, 8]);
    assert.ok(near(bar.top - value.bottom, 2 * mm), 'value 2 above its bar');
    assert.ok(near((value.left + value.right) / 2, (bar.left + bar.right) / 2, 0.05), 'centred');
    assert.ok(near(year.bottom - base, 5 * mm));
    assert.ok(near(word.bottom - base, 8.75 * mm));
    assert.ok(word.right <= 38 * mm + 0.01, 'within the column');
  });

  it('has no axis but the base, and that of 0.5 pt', async () => {
    const solid = linesOf((await drawn(sessions)).svg).filter(({ dash }) => !dash);
    assert.equal(solid.length, 1);
    assert.equal(solid[0]?.weight, 0.5);
    assert.ok(near((solid[0]?.x2 ?? 0) - (solid[0]?.x1 ?? 0), 38 * mm));
  });

  it('keeps its base at one height whatever the figures are', async () => {
    const one = await drawn(sessions);
    const other = await drawn({
      ...sessions,
      rows: [
        { year: 2021, value: 1e9 },
        { year: 2022, value: 3 },
      ],
    });
    assert.equal(one.baseMm, other.baseMm);
  });
});

describe('the wide chart', () => {
  it('has bars of 28 and gaps of 12, 48 high, words at the bars’ left edges', async () => {
    const made = await drawn(sessions, { size: 'wide' });
    const [first, second] = barsOf(made.svg);
    const words = wordsOf(made.svg);
    assert.ok(first && second);
    assert.ok(near(first.width, 28 * mm) && near(second.left - first.right, 12 * mm));
    assert.ok(near((made.baseMm * mm - second.top) / mm, (48 * 60) / 75));
    assert.ok(near(words[1]?.left ?? 0, second.left));
    assert.ok(near(second.top - (words[1]?.bottom ?? 0), 1.8 * mm));
    assert.equal(words.at(-1)?.text, '2023, projected');
    assert.ok(near(words.at(-1)?.left ?? 0, 80 * mm));
  });

  it('can be lower than its size says', async () => {
    const made = await drawn(sessions, { size: 'wide', heightMm: 38 });
    const [first] = barsOf(made.svg);
    assert.ok(near((first?.height ?? 0) / mm, (38 * 50) / 75));
  });
});

describe('facts, estimates and projections', () => {
  const three = {
    ...sessions,
    rows: [
      { year: 2021, value: 50 },
      { year: 2022, value: 60, kind: 'estimate' },
      { year: 2023, value: 75, kind: 'projection' },
    ],
  };

  it('differ without colour: solid, hatched, hollow with a dashed outline, and the word', async () => {
    const { svg } = await drawn(three);
    const column = (x: number) => Math.floor((x + 0.1) / (14 * mm));
    assert.deepEqual(
      barsOf(svg).map(({ left }) => column(left)),
      [0],
      'one solid bar',
    );
    const lines = linesOf(svg).filter(({ x1, x2 }) => Math.abs(x1 - x2) < 20 * mm);
    const dashed = lines.filter(({ dash }) => dash);
    assert.deepEqual([...new Set(dashed.map(({ x1 }) => column(x1)))], [2]);
    assert.equal(dashed.length, 3, 'open at the foot');
    assert.ok(dashed.every(({ weight }) => weight === 1));
    const slanted = lines.filter(({ x1, x2, y1, y2 }) => x1 !== x2 && y1 !== y2);
    assert.ok(slanted.length > 20);
    assert.ok(slanted.every(({ x1 }) => column(x1) === 1));
    const words = wordsOf(svg).map(({ text }) => text);
    assert.ok(words.includes('estimate') && words.includes('projected'));
  });

  it('differ in lines and dots too', async () => {
    for (const template of ['line', 'dot']) {
      const { svg } = await drawn({ ...three, template });
      const dashes = elements(svg)
        .map(({ element }) => element.attributes.get('stroke-dasharray'))
        .filter(Boolean);
      assert.equal(new Set(dashes).size, 2, `${template}: ${dashes}`);
      const rings = elements(svg).filter(
        ({ element }) => element.attributes.get('fill') === '#ffffff',
      );
      assert.equal(rings.length, 2, template);
    }
  });

  it('are drawn with no line thinner than half a point', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => ({
      year: 1985 + i,
      value: 10 + i,
      kind: ['actual', 'estimate', 'projection'][i % 3],
    }));
    for (const line of linesOf((await drawn({ ...sessions, rows })).svg))
      assert.ok(line.weight >= 0.5);
  });
});

describe('series', () => {
  it('differ in grey: neighbours in a group by their lightness, lines by the shape of their points', async () => {
    const rows = ['a', 'b', 'c', 'd'].flatMap((mode, i) => [
      { year: 2021, mode, value: 5 + i },
      { year: 2022, mode, value: 9 + i },
    ]);
    const grouped = await drawn({ ...sessions, series: 'mode', rows }, { size: 'wide' });
    const fills = barsOf(grouped.svg)
      .slice(0, 4)
      .map(({ fill }) => lightness(fill));
    fills.forEach((one, i) => {
      for (const other of fills.slice(i + 1)) {
        const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
        assert.ok(contrast > 1.3, String(contrast));
      }
    });
    const lines = await drawn({ ...sessions, series: 'mode', rows, template: 'line' });
    const shapes = elements(lines.svg)
      .map(({ element }) => (element.attributes.get('d') ?? '').replace(/[^A-Za-z]/g, ''))
      .filter((shape) => /[AZ]/.test(shape));
    assert.equal(new Set(shapes).size, 4, shapes.join());
  });

  it('are named at their bars or lines, and in a key only where that does not fit', async () => {
    const of = (modes: string[], template: string) => ({
      ...sessions,
      template,
      series: 'mode',
      rows: [2021, 2022].flatMap((year) =>
        modes.map((mode, i) => ({ year, mode, value: 5 + i * 3 })),
      ),
    });
    const base = async (modes: string[], template: string) => {
      const { svg, baseMm } = await drawn(of(modes, template), { size: 'side' });
      const words = wordsOf(svg).map(({ text }) => text);
      const all = words.join(' ');
      return { baseMm, named: modes.map((mode) => all.split(mode).length - 1) };
    };
    const long = ['Taught in a room, in person, by day', 'Taught on a screen, in the evening'];
    for (const template of ['grouped-bar', 'line']) {
      const direct = await base(['A', 'B'], template);
      const keyed = await base(long, template);
      assert.ok(keyed.baseMm > direct.baseMm, `${template}: a key stands above`);
      assert.deepEqual(keyed.named, [1, 1]);
      assert.deepEqual(direct.named, template === 'line' ? [1, 1] : [2, 2]);
    }
  });
});

/** Relative luminance (WCAG 2.2). */
function lightness(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe('the SVG', () => {
  const charts = [
    { ...sessions },
    { ...sessions, template: 'line' },
    { ...sessions, template: 'dot' },
    {
      ...sessions,
      series: 'mode',
      rows: sessions.rows.flatMap((row) => ['A & B', '<b>"C"'].map((mode) => ({ ...row, mode }))),
    },
  ];

  it('is one figure with one label and nothing of Vega’s own', async () => {
    for (const facts of charts) {
      const { svg, alt } = await drawn(facts, { size: 'wide' });
      assert.equal(svg.match(/\brole=/g)?.length, 1);
      assert.equal(svg.match(/\baria-/g)?.length, 1);
      assert.ok(svg.includes(`role="img" aria-label="${alt}"`));
      assert.doesNotMatch(
        svg,
        /class=|id=|opacity|clip|<style|href|url\(|pointer-events|<defs|<image|black|NaN|undefined|Infinity|\d\.\d{4}/,
      );
      assert.match(svg, /<text/, 'live text');
    }
  });

  it('has the setting’s colours and no other', async () => {
    const own = {
      deep: '#112233',
      accent: '#aabbcc',
      second: '#ddeeff',
      pale: '#fafafa',
      black: '#010101',
    };
    const allowed = new Set([...Object.values(own), 'none', '#ffffff']);
    for (const facts of charts) {
      const { svg } = await drawn(facts, { colours: own });
      const used = [...svg.matchAll(/(?:fill|stroke)="([^"]*)"/g)].map(([, colour = '']) => colour);
      assert.ok(used.includes('#112233'));
      assert.deepEqual(
        used.filter((colour) => !allowed.has(colour)),
        [],
      );
    }
  });

  it('escapes what an author writes', async () => {
    const { svg } = await drawn({ ...sessions, alt: '"><script>&' });
    assert.ok(svg.includes('aria-label="&quot;>&lt;script>&amp;"'));
    const named = await drawn({ ...sessions, x: 'a', rows: [{ a: '</text><script>', value: 1 }] });
    assert.doesNotMatch(named.svg, /<script|<\/text><s/);
  });

  it('sets its own figures lining, whatever the page has', async () => {
    assert.match(
      (await drawn(sessions)).svg,
      /<svg[^>]*font-variant-numeric:lining-nums tabular-nums/,
    );
  });

  it('names the brand’s family once', async () => {
    const { svg } = await drawn(sessions);
    assert.equal(svg.match(/font-family/g)?.length, 1);
    assert.match(svg, /<svg[^>]* font-family="Source Sans 3"/);
  });
});

describe('rows that are hard to draw', () => {
  const of = (rows: object[], more = {}) => ({ unit: 'Applications', source: 'S', rows, ...more });
  const years = (values: (number | null)[]) =>
    values.map((value, i) => ({ year: 2001 + i, value }));

  it('shrinks bars and gaps alike, until the column is full', async () => {
    for (const count of [4, 6, 12, 40]) {
      const { svg } = await drawn(of(years(Array.from({ length: count }, (_, i) => i + 1))));
      const bars = barsOf(svg);
      assert.equal(bars.length, count);
      const [first, second, last] = [bars[0], bars[1], bars.at(-1)];
      assert.ok(first && second && last);
      assert.ok(near(last.right, 38 * mm, 0.05));
      assert.ok(near((second.left - first.right) / first.width, 0.4, 0.01));
    }
  });

  it('leaves fewer bars their width, at the left', async () => {
    const { svg } = await drawn(of(years([5])));
    assert.ok(near(barsOf(svg)[0]?.width ?? 0, 10 * mm) && barsOf(svg)[0]?.left === 0);
  });

  it('hangs negative figures below the base, the value below them', async () => {
    const made = await drawn(of(years([5, -3])));
    const [up, down] = barsOf(made.svg);
    const words = wordsOf(made.svg);
    assert.ok(up && down);
    assert.ok(near(up.bottom, made.baseMm * mm) && near(down.top, made.baseMm * mm));
    assert.ok(near(up.height / down.height, 5 / 3));
    assert.equal(words[1]?.text, '−3');
    assert.ok((words[1]?.top ?? 0) > down.bottom);
    assert.ok((words[2]?.top ?? 0) > (words[1]?.bottom ?? 0), 'years below that');
  });

  it('draws no bar for a gap, and says so with a dash', async () => {
    const { svg } = await drawn(of(years([5, null, 0])));
    assert.equal(barsOf(svg).filter(({ height }) => height > 0).length, 1);
    assert.deepEqual(
      wordsOf(svg)
        .slice(0, 3)
        .map(({ text }) => text),
      ['5', '–', '0'],
    );
  });

  it('breaks a line at a gap', async () => {
    const { svg } = await drawn(of(years([5, 6, null, 7, 8]), { template: 'line' }));
    const lines = elements(svg).filter(
      ({ element }) => element.attributes.get('stroke-width') === '1.5',
    );
    assert.equal(lines.length, 2);
  });

  it('stands years as far apart as they are', async () => {
    const rows = [2001, 2011, 2021, 2023].map((year) => ({ year, value: 5 }));
    const { svg } = await drawn(of(rows, { template: 'line' }));
    const at = elements(svg)
      .filter(({ element }) => /A/.test(element.attributes.get('d') ?? ''))
      .map(({ element }) => Number(/\((.*),/.exec(element.attributes.get('transform') ?? '')?.[1]));
    const [a = 0, b = 0, c = 0, d = 0] = at;
    assert.ok(near(b - a, c - b) && near((b - a) / (d - c), 5, 0.01), String(at));
  });

  it('draws names that do not fit under bars as dots, and says so', async () => {
    const rows = ['Psychotherapeutic counselling', 'Education', 'Antidisestablishmentarianism'].map(
      (place, i) => ({ place, value: i + 1 }),
    );
    const { chart: made, codes } = await draw(of(rows, { x: 'place' }));
    assert.deepEqual(codes, ['charts/names-too-long']);
    assert.match(made?.alt ?? '', /^Dot chart/);
    assert.match(made?.svg ?? '', /aria-label="Dot chart/);
    const text = wordsOf(made?.svg ?? '')
      .map((line) => line.text)
      .join(' ');
    for (const { place } of rows.slice(0, 2)) assert.ok(text.includes(place), text);
    assert.deepEqual((await draw(of(rows, { x: 'place', template: 'dot' }))).codes, []);
  });

  it('refuses what would be hairlines, or higher than a page', async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ year: 1000 + i, value: i }));
    assert.deepEqual((await draw(of(many(60)))).codes, ['charts/too-many-rows']);
    assert.deepEqual((await draw(of(many(60), { template: 'dot' }))).codes, [
      'charts/too-many-rows',
    ]);
    assert.deepEqual((await draw(of(many(400), { template: 'line' }))).codes, []);
  });

  it('says that figures were left out', async () => {
    const { codes, chart: made } = await draw(
      of(years([123456789012, 987654321098, 999999999999])),
    );
    assert.deepEqual(codes, ['charts/values-thinned']);
    assert.ok(made?.table.rows.length === 3);
  });
});

describe('templates', () => {
  const facts = chart.parse(sessions);

  it('of the project win over the tool’s', async () => {
    const own = readFileSync(join(tool, 'templates/charts/bar.vl.json'), 'utf8').replace(
      '"value" }',
      '"value" }',
    );
    const other = JSON.parse(own);
    other.layer = other.layer.filter(
      (layer: { mark: { type: string } }) => layer.mark.type !== 'text',
    );
    const { world, close } = openProject({ 'templates/charts/bar.vl.json': JSON.stringify(other) });
    const { findings, report } = collector();
    const made = await drawChart(facts, settingFor(world), report);
    close();
    assert.deepEqual(findings, []);
    assert.doesNotMatch(made?.svg ?? '', /<text/);
    assert.equal(barsOf(made?.svg ?? '').length, 2);
  });

  it('that are broken, or lead out of the project, are findings', async () => {
    for (const [text, detail] of [
      ['{', /not JSON/],
      ['{}', /Invalid specification/],
    ] as const) {
      const { world, close } = openProject({ 'templates/charts/bar.vl.json': text });
      const { findings, report } = collector();
      assert.equal(await drawChart(facts, settingFor(world), report), undefined);
      close();
      assert.deepEqual(
        findings.map(({ code }) => code),
        ['charts/template-broken'],
        text,
      );
      assert.match(findings[0]?.message ?? '', detail);
      assert.equal(findings[0]?.place?.file, 'templates/charts/bar.vl.json');
    }
    const { world, close } = openProject();
    mkdirSync(join(world.project, 'templates/charts'), { recursive: true });
    symlinkSync(join(tool, 'package.json'), join(world.project, 'templates/charts/bar.vl.json'));
    const { findings, report } = collector();
    await drawChart(facts, settingFor(world), report);
    close();
    assert.match(findings[0]?.message ?? '', /leads out of the project/);
  });
});

describe('the cache', () => {
  const facts = chart.parse(sessions);

  it('gives the same chart again, and its findings', async () => {
    const { world, close } = openProject();
    const wide = chart.parse({
      ...sessions,
      rows: [1, 2, 3].map((i) => ({ year: 2020 + i, value: i * 111111111111 })),
    });
    const [first, second] = [collector(), collector()];
    const one = await drawChart(wide, settingFor(world), first.report);
    const files = readdirSync(join(world.cache, 'charts'));
    const other = await drawChart(wide, settingFor(world), second.report);
    assert.deepEqual(readdirSync(join(world.cache, 'charts')), files);
    close();
    assert.deepEqual(other, one);
    assert.deepEqual(
      first.findings.map(({ code }) => code),
      ['charts/values-thinned'],
    );
    assert.deepEqual(second.findings, first.findings);
  });

  it('is taken: what it holds is what comes back', async () => {
    const { world, close } = openProject();
    await drawChart(facts, settingFor(world), collector().report);
    const folder = join(world.cache, 'charts');
    for (const name of readdirSync(folder)) {
      const kept = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      writeFileSync(join(folder, name), JSON.stringify({ ...kept, svg: '<svg/>' }));
    }
    const made = await drawChart(facts, settingFor(world), collector().report);
    close();
    assert.equal(made?.svg, '<svg/>');
  });

  it('is not taken where anything that shows has changed', async () => {
    const { world, close } = openProject();
    const count = () => readdirSync(join(world.cache, 'charts')).length;
    await drawChart(facts, settingFor(world), collector().report);
    assert.equal(count(), 1);
    const changes: Parameters<typeof settingFor>[1][] = [
      { size: 'wide' },
      { heightMm: 30 },
      { colours: { ...colours, deep: '#000001' } },
      { say: labels('cy') },
      { toolHash: 'other' },
      { number: (value) => `${english(value)} k` },
    ];
    for (const [i, change] of changes.entries()) {
      await drawChart(facts, settingFor(world, change), collector().report);
      assert.equal(count(), i + 2, JSON.stringify(change));
    }
    const other = chart.parse({ ...sessions, rows: [{ year: 2021, value: 51 }] });
    await drawChart(other, settingFor(world), collector().report);
    assert.equal(count(), changes.length + 2);
    close();
  });

  it('that cannot be read is drawn anew', async () => {
    const { world, close } = openProject();
    const one = await drawChart(facts, settingFor(world), collector().report);
    const folder = join(world.cache, 'charts');
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), '{"svg":');
    const other = await drawChart(facts, settingFor(world), collector().report);
    close();
    assert.deepEqual(other, one);
  });
});
