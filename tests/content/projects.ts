import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { type ReadProject, readProject } from '../../scripts/content/read.ts';
import { collector, type Finding } from '../../scripts/finding.ts';
import type { World } from '../../scripts/world.ts';

/** Files of a project, by path relative to it. */
export type Files = Record<string, string | Uint8Array>;

/** The fixture that nothing can be said against: two courses, a translation, a page, two publications. */
export const soundProject = join(import.meta.dirname, '../fixtures/content/sound');

/** A project in a folder of its own that goes when the test is over. */
export function project(t: TestContext, files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'press-content-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'content'));
  write(folder, files);
  return folder;
}

/** A copy of the sound project with some files changed or added. */
export function changedProject(t: TestContext, files: Files): string {
  const folder = project(t, {});
  cpSync(soundProject, folder, { recursive: true });
  write(folder, files);
  return folder;
}

export function write(folder: string, files: Files): void {
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

/** Reads a project as the build does. */
export async function read(folder: string): Promise<{ project: ReadProject; findings: Finding[] }> {
  const { findings, report } = collector();
  return { project: await readProject(worldOf(folder), report), findings };
}

/** Reads a project of one course file, with an institution, and gives the findings about it. */
export async function readCourse(t: TestContext, text: string | Uint8Array, more: Files = {}) {
  const folder = project(t, {
    'content/institution.md': '---\nname: Harbour\n---\n',
    'content/courses/x.md': text,
    ...more,
  });
  const { project: read_, findings } = await read(folder);
  return { findings, course: read_.courses[0], project: read_ };
}

export function worldOf(folder: string): World {
  return {
    project: folder,
    tool: folder,
    cache: join(folder, '.press/cache'),
    userCache: join(folder, '.press/user'),
    out: join(folder, 'output'),
    asOf: '2026-11-23',
    stamp: undefined,
    env: {},
  };
}

/** `code @ file:line` of each finding, for comparing many at once. */
export function codes(findings: readonly Finding[]): string[] {
  return findings.map(({ code, place }) => `${code} @ ${place?.file}:${place?.line ?? ''}`);
}

/** The one finding of a code; fails the test when there is none or more than one. */
export function only(findings: readonly Finding[], code: string): Finding {
  const found = findings.filter((finding) => finding.code === code);
  if (found.length === 1) return found[0]!;
  throw new Error(`expected one ${code}, got ${JSON.stringify(findings, undefined, 2)}`);
}
