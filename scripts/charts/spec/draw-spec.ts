import { join } from 'node:path';
import type { ChartFacts } from '../../content/schema/chart.ts';
import type { Message, Report } from '../../finding.ts';
import { readCached, writeCached } from '../cache.ts';
import type { Chart, ChartSetting } from '../chart.ts';
import { cleanSvg } from '../clean.ts';
import { type ChartSize, ptPerMm, sizeOf } from '../plot/sizes.ts';
import { parseSvg } from '../svg.ts';
import { hashOf } from '../vega/compile.ts';
import { readContent } from './files.ts';
import * as say from './messages.ts';
import { brandConfig, languageOf, prepare } from './prepare.ts';
import { drawInProcess, type Limits } from './process.ts';
import type { Job } from './protocol.ts';
import { tidy } from './tidy.ts';

const mostSpecBytes = 1024 * 1024;
const mostDataBytes = 8 * 1024 * 1024;
const mostFiles = 20;
const mostMarks = 20_000;
/** No page holds a higher drawing. */
const mostHeightMm = 240;

/** A drawing, what was said about it, and the files it was made from, as the cache has it. */
interface Drawn {
  svg: string;
  widthMm: number;
  heightMm: number;
  messages: Message[];
  /** Each file that was read, with the hash of what was in it. */
  read: [uri: string, hash: string][];
}

/** What the words of a chart of this kind can be made from. */
export interface SpecDrawing {
  drawing: Pick<Chart, 'svg' | 'widthMm' | 'heightMm' | 'baseMm'>;
  /** What the specification itself says it is. */
  description: string | undefined;
}

/**
 * Draws a specification of the author's own, in a process of its own, with the brand's config under
 * the specification's. Everything about it is a stranger's: what goes wrong is a finding, and then
 * nothing is returned. `alt` is given what the specification says of itself.
 */
export async function drawSpec(
  path: string,
  facts: ChartFacts,
  alt: (description: string | undefined) => string,
  setting: ChartSetting,
  report: Report,
  limits?: Limits,
): Promise<SpecDrawing | undefined> {
  const place = setting.place('spec') ?? setting.place('');
  const spec = readSpec(path, setting, (message, own = place) => report(message, own));
  const language = spec && languageOf(spec.json);
  if (!spec) return undefined;
  if (!language) {
    report(say.specUnknown(path), place);
    return undefined;
  }
  const size = sizeOf(setting);
  const description = typeof spec.json.description === 'string' ? spec.json.description : undefined;
  const { regular, semibold } = setting.faces;
  const job: Job = {
    spec: prepare(spec.json, language, facts.rows, size),
    language,
    config: brandConfig(setting, size),
    faces: {
      regular: { bytes: regular.font.bytes, weight: regular.weight },
      semibold: { bytes: semibold.font.bytes, weight: semibold.weight },
    },
  };
  const words = alt(description);
  const drawn = await cachedOrDrawn(job, words, size, setting, limits);
  for (const message of drawn.messages) report(message, place);
  if (!drawn.svg) return undefined;
  const { svg, widthMm, heightMm } = drawn;
  return { drawing: { svg, widthMm, heightMm, baseMm: heightMm }, description };
}

function readSpec(path: string, { world }: ChartSetting, complain: Report) {
  const file = readContent(path, world, mostSpecBytes);
  if ('refused' in file) {
    complain(say.fileRefused(path, file.refused, mostSpecBytes));
    return undefined;
  }
  try {
    const json: unknown = JSON.parse(file.text);
    if (typeof json === 'object' && json !== null && !Array.isArray(json)) {
      return { json: json as Record<string, unknown> };
    }
    complain(say.specUnknown(path));
  } catch (fault) {
    complain(say.specNotJson(path), {
      file: `content/${path}`,
      ...faultIn(file.text, fault instanceof Error ? fault.message : ''),
    });
  }
  return undefined;
}

/** Where V8 says that JSON goes wrong; at its end where it says nothing. */
function faultIn(text: string, said: string): { line: number; column: number } {
  const [, line, column] = /\(line (\d+) column (\d+)\)/.exec(said) ?? [];
  if (line && column) return { line: Number(line), column: Number(column) };
  const lines = text.trimEnd().split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

async function cachedOrDrawn(
  job: Job,
  alt: string,
  size: ChartSize,
  setting: ChartSetting,
  limits: Limits | undefined,
): Promise<Drawn> {
  const { world, id, colours, faces, toolHash } = setting;
  const fonts = [faces.regular, faces.semibold].map(({ font, weight }) => [font.hash, weight]);
  const made = { spec: job.spec, config: job.config, alt, size, id, colours, fonts, toolHash };
  const file = join(world.cache, 'charts', `${hashOf(JSON.stringify(made))}.json`);
  const cached = readCached<Drawn>(file);
  const fresh = cached?.read.every(([uri, hash]) => {
    const now = readContent(uri, world, mostDataBytes);
    return 'text' in now && hashOf(now.text) === hash;
  });
  if (cached && fresh) return cached;
  const drawn = await draw(job, alt, size, setting, limits);
  // A process that took too long or too much may do better on another day.
  if (drawn.svg) writeCached(file, drawn);
  return drawn;
}

async function draw(
  job: Job,
  alt: string,
  size: ChartSize,
  setting: ChartSetting,
  limits: Limits | undefined,
): Promise<Drawn> {
  const { world, id } = setting;
  const read: Drawn['read'] = [];
  const messages: Message[] = [];
  const failed = (...more: Message[]): Drawn => ({
    ...{ svg: '', widthMm: 0, heightMm: 0, read },
    messages: [...messages, ...more],
  });
  const load = (uri: string) => {
    const file = read.length < mostFiles ? readContent(uri, world, mostDataBytes) : undefined;
    if (file && 'text' in file) {
      read.push([uri, hashOf(file.text)]);
      return file.text;
    }
    messages.push(say.fileRefused(uri, file?.refused ?? 'too-many', mostDataBytes));
    return undefined;
  };
  const outcome = await drawInProcess(job, load, world, limits);
  if (messages.length > 0) return failed();
  if (outcome.kind === 'time') return failed(say.specTime(id));
  if (outcome.kind === 'memory') return failed(say.specMemory(id));
  if (outcome.kind === 'fault') return failed(say.specFault(id, outcome.detail));
  const drawing = parseSvg(outcome.svg);
  const prefix = `chart-${hashOf(outcome.svg).slice(0, 8)}`;
  const untidy = tidy(drawing, setting.colours, prefix);
  const [width, height] = ['width', 'height'].map((key) => Number(drawing.attributes.get(key)));
  const column = size.widthMm * ptPerMm;
  const scale = Math.min(1, column / (width || 1));
  const heightMm = ((height || 0) * scale) / ptPerMm;
  const faults = [
    ...(untidy.pictures > 0 ? [say.specPictures(id)] : []),
    ...(untidy.gradients > 0 ? [say.specGradients(id)] : []),
    ...(untidy.marks > mostMarks ? [say.specTooMany(id, untidy.marks, mostMarks)] : []),
    ...(!width || !height ? [say.specEmpty(id)] : []),
    ...(heightMm > mostHeightMm ? [say.specTooHigh(id, heightMm, mostHeightMm)] : []),
  ];
  if (faults.length > 0) return failed(...faults);
  if (scale < 0.999) messages.push(say.specTooWide(id, size.widthMm));
  if (untidy.colours.length > 0) messages.push(say.specColours(id, untidy.colours));
  if (untidy.seeThrough > 0) messages.push(say.specSeeThrough(id));
  if (outcome.warnings.length > 0) messages.push(say.specWarnings(id, outcome.warnings));
  const { family } = setting.faces.regular;
  const frame = { width: width ?? 0, height: height ?? 0, scale, alt, family };
  return {
    svg: cleanSvg(drawing, frame),
    widthMm: thousandth(((width ?? 0) * scale) / ptPerMm),
    heightMm: thousandth(heightMm),
    messages,
    read,
  };
}

function thousandth(value: number): number {
  return Math.round(value * 1000) / 1000;
}
