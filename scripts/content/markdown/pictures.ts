import { posix } from 'node:path';
import type { Token } from 'markdown-it';
import type { Place } from '../../finding.ts';
import type { Block } from '../model.ts';
import { nearest } from '../suggest.ts';
import { type Env, placeAt } from './env.ts';
import * as say from './messages.ts';
import { typeset } from './typography.ts';

type Base = Pick<Block, 'line' | 'file' | 'classes' | 'lang'>;

/**
 * A paragraph that has nothing in it but pictures and charts, as figures: `![what it
 * shows](images/room.jpg "Caption")`, `![what it is](chart:sessions)`. Undefined for any other.
 */
export function pictures(paragraph: Token, base: Base, env: Env): Block[] | undefined {
  const children = paragraph.children ?? [];
  const images = children.filter((child) => child.type === 'image');
  const rest = children.filter((child) => child.type !== 'image' && child.type !== 'softbreak');
  const hasWords = rest.some((child) => child.type !== 'text' || child.content.trim() !== '');
  if (images.length === 0 || hasWords) return undefined;
  let lines = 0;
  const blocks: Block[] = [];
  for (const child of children) {
    if (child.type === 'softbreak') lines++;
    if (child.type !== 'image') continue;
    const source = String(child.attrGet('src') ?? '');
    const place = placeAt(paragraph, env, lines, decodeSource(source), source);
    const block = picture(child, { ...base, line: place.line ?? 1 }, place, env);
    if (block) blocks.push(block);
  }
  return blocks;
}

function picture(image: Token, base: Base, place: Place, env: Env): Block | undefined {
  const { report, charts, lang } = env.context;
  const alt = (image.children ?? [])
    .map((child) => child.content)
    .join('')
    .trim();
  const source = decodeSource(String(image.attrGet('src') ?? ''));
  const caption = String(image.attrGet('title') ?? '').trim();
  const set = caption === '' ? undefined : typeset(caption, lang);
  if (source.startsWith('chart:')) {
    const chart = source.slice('chart:'.length);
    if (!charts) return undefined;
    if (charts.includes(chart)) return { kind: 'chart', ...base, chart, alt, text: alt };
    const similar = nearest(chart, charts);
    report(say.chartUnknown(chart, similar), place);
    // The one that was meant is not to be missed.
    return similar ? { kind: 'chart', ...base, chart: similar, alt, text: alt } : undefined;
  }
  const path = insideContent(source, base.file);
  if (path === undefined) {
    report(say.imagePath(source), place);
    return undefined;
  }
  env.images.push({ to: path, place });
  return {
    kind: 'figure',
    ...base,
    image: path,
    place,
    alt,
    caption: set === undefined ? undefined : { html: escapeHtml(set), text: caption },
    text: caption,
  };
}

/** A path below content/; one that begins with a dot is seen from the file, as editors show it. */
function insideContent(source: string, file: string): string | undefined {
  if (source === '' || /^[a-z][\w+.-]*:|^\/|\\|\0/i.test(source)) return undefined;
  const from = source.startsWith('.') ? posix.dirname(file) : 'content';
  const path = posix.join(from, source);
  return path.startsWith('content/') ? path.slice('content/'.length) : undefined;
}

function decodeSource(source: string): string {
  try {
    return decodeURIComponent(source);
  } catch {
    return source;
  }
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
