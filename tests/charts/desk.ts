import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Chart, ChartSetting, Say } from '../../scripts/charts/chart.ts';
import { drawChart } from '../../scripts/charts/draw.ts';
import { chart } from '../../scripts/content/schema/chart.ts';
import { collector, type Finding } from '../../scripts/finding.ts';
import { openFont } from '../../scripts/fonts/font.ts';
import type { World } from '../../scripts/world.ts';
import { builtIn } from '../fonts/built-in.ts';

export const tool = dirname(dirname(import.meta.dirname));

const family = 'Source Sans 3';
export const faces: ChartSetting['faces'] = {
  regular: { family, weight: 400, font: openFont(builtIn('SourceSans3-Regular')) },
  semibold: { family, weight: 600, font: openFont(builtIn('SourceSans3-Semibold')) },
};

export const colours: ChartSetting['colours'] = {
  deep: '#630041',
  accent: '#ec5f5a',
  second: '#b2dbd2',
  pale: '#fef1ee',
  black: '#000000',
};

/** The shipped labels of a language, said as the layout stage says them. */
export function labels(lang: string): Say {
  const table = JSON.parse(readFileSync(join(tool, `templates/words/${lang}.json`), 'utf8'));
  return (key, values = {}) => {
    if (!(key in table)) throw new Error(`no label ${key}`);
    return table[key].replace(/\{(\w+)\}/g, (_: string, name: string) => {
      if (!(name in values)) throw new Error(`no value for {${name}} of ${key}`);
      return String(values[name]);
    });
  };
}

/** 1234.5 as English writes it. */
export function english(value: number): string {
  const [whole = '', part] = String(Math.abs(value)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${value < 0 ? '−' : ''}${grouped}${part ? `.${part}` : ''}`;
}

/** A project of its own in a temporary folder, removed by `close`. */
export function openProject(files: Record<string, string> = {}): {
  world: World;
  close: () => void;
} {
  const project = mkdtempSync(join(tmpdir(), 'charts-'));
  for (const [name, text] of Object.entries({ 'content/institution.md': '', ...files })) {
    mkdirSync(dirname(join(project, name)), { recursive: true });
    writeFileSync(join(project, name), text);
  }
  const world: World = {
    project,
    tool,
    cache: join(project, '.press/cache'),
    userCache: join(project, '.press/user'),
    out: join(project, 'output'),
    asOf: '2026-01-01',
    stamp: undefined,
    env: {},
  };
  return { world, close: () => rmSync(project, { recursive: true, force: true }) };
}

export function settingFor(world: World, more: Partial<ChartSetting> = {}): ChartSetting {
  return {
    id: 'session-demand',
    place: (key) => ({ file: key === '' ? 'course.md' : `course.md#${key}`, line: 7 }),
    lang: 'en-GB',
    size: 'side',
    colours,
    faces,
    say: labels('en'),
    number: english,
    world,
    toolHash: 'test',
    ...more,
  };
}

/** The course's own chart. */
export const sessions = {
  unit: 'Group therapy sessions in thousands',
  source: 'Sample Survey of Practice, May 2023',
  rows: [
    { year: 2021, value: 50 },
    { year: 2022, value: 60 },
    { year: 2023, value: 75, kind: 'projection' },
  ],
};

/** Draws facts as an author writes them, in a project that is thrown away. */
export async function draw(
  facts: object,
  more: Partial<ChartSetting> = {},
): Promise<{ chart: Chart | undefined; findings: Finding[]; codes: string[] }> {
  const { world, close } = openProject();
  try {
    const { findings, report } = collector();
    const drawn = await drawChart(chart.parse(facts), settingFor(world, more), report);
    return { chart: drawn, findings, codes: findings.map(({ code }) => code) };
  } finally {
    close();
  }
}

/** The same, for facts that can be drawn. */
export async function drawn(facts: object, more: Partial<ChartSetting> = {}): Promise<Chart> {
  const { chart: made, codes } = await draw(facts, more);
  if (!made) throw new Error(`not drawn: ${codes.join()}`);
  return made;
}
