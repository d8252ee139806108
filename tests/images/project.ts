import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { collector } from '../../scripts/finding.ts';
import { openWorld, type World } from '../../scripts/world.ts';

export interface TestProject {
  world: World;
  /** Writes a file below content/ and gives its path in the project. */
  write(name: string, data: string | Uint8Array): string;
}

/** A project in a temporary folder, gone after the test. */
export function testProject(t: TestContext): TestProject {
  const project = mkdtempSync(join(tmpdir(), 'press-images-'));
  t.after(() => rmSync(project, { recursive: true }));
  const world = openWorld({ project });
  return {
    world,
    write(name, data) {
      const path = join(project, 'content', name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, data);
      return `content/${name}`;
    },
  };
}

export const place = { file: 'content/courses/x.md', line: 7, column: 3 };

/** A collector that gives the codes of what was found, with their severity. */
export function findings() {
  const { findings: found, report } = collector();
  return { found, report, codes: () => found.map(({ severity, code }) => `${severity} ${code}`) };
}
