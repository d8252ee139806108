import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';

/** The repository. */
export const TOOL = dirname(dirname(import.meta.dirname));

/** An empty folder that is gone when the file's tests are done. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'press-test-')));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files by their path below the folder, and returns the folder. */
export function lay(folder: string, files: Record<string, string>): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** A clone of a tool so small that it is bundled at once: it prints its arguments. */
export function smallTool(): string {
  const folder = lay(temporaryFolder(), {
    'package.json': '{ "name": "small", "version": "1.0.0", "type": "module" }',
    'package-lock.json': '{ "name": "small", "lockfileVersion": 3, "packages": {} }',
    'node_modules/.package-lock.json': '{ "packages": {} }',
    'scripts/main.ts': [
      "import { word } from './word.ts';",
      'export async function main(typed: readonly string[]): Promise<number> {',
      "  if (typed[0] === 'late') console.log((await import('./late.ts')).late());",
      "  console.log(word, typed.join(' '));",
      '  return 7;',
      '}',
    ].join('\n'),
    'scripts/word.ts': "export const word: string = 'first';\n",
    'templates/kind/template.hbs': '<p>{{title}}</p>',
    'scripts/late.ts': "export const late = (): string => 'late';\n",
  });
  for (const name of ['esbuild', 'handlebars']) {
    symlinkSync(join(TOOL, 'node_modules', name), join(folder, 'node_modules', name));
  }
  return folder;
}
