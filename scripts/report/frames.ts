import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { codeFrame } from '../content/frame.ts';
import type { Merged } from './findings.ts';

const frameLimitBytes = 1_000_000;

/** Frames for findings that point at a line; each file is read once, none from outside. */
export function frames(project: string): (finding: Merged) => string {
  const texts = new Map<string, string>();
  return ({ place }) => {
    if (place?.line === undefined) return '';
    const text = texts.get(place.file) ?? readInside(project, place.file);
    texts.set(place.file, text);
    if (text === '') return '';
    const frame = codeFrame(text, place);
    // Of what a file lacks, its first line says nothing.
    return place.column === undefined && frame.endsWith('| ---') ? '' : frame;
  };
}

/** A file's text as it is shown; empty where it lies outside, is no file, or too large. */
export function readInside(project: string, file: string): string {
  try {
    const real = realpathSync(join(project, file));
    const stat = statSync(real);
    const isInside = real.startsWith(realpathSync(project) + sep);
    if (!isInside || !stat.isFile() || stat.size > frameLimitBytes) return '';
    const text = readFileSync(real, 'utf8');
    // No text, or one in another encoding.
    if (text.includes('\0')) return '';
    return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  } catch {
    return '';
  }
}
