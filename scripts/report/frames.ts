import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { codeFrame } from '../content/frame.ts';
import type { Merged } from './findings.ts';

const frameLimitBytes = 1_000_000;

/** Frames for findings that point at a column; each file is read once, none from outside. */
export function frames(project: string): (finding: Merged) => string {
  const texts = new Map<string, string>();
  return ({ place }) => {
    if (place?.column === undefined) return '';
    const text = texts.get(place.file) ?? readInside(project, place.file);
    texts.set(place.file, text);
    return codeFrame(text, place);
  };
}

function readInside(project: string, file: string): string {
  try {
    const real = realpathSync(join(project, file));
    const stat = statSync(real);
    const isInside = real.startsWith(realpathSync(project) + sep);
    if (!isInside || !stat.isFile() || stat.size > frameLimitBytes) return '';
    return readFileSync(real, 'utf8')
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?/g, '\n');
  } catch {
    return '';
  }
}
