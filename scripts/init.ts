import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { CommandArgs } from './command/args.ts';
import { calledAs } from './command/called.ts';
import { EXIT } from './command/exit.ts';
import type { Finding, Message } from './finding.ts';
import { formatFindings } from './report/text.ts';
import { openWorld } from './world.ts';

const folderNotEmpty = (folder: string): Message => ({
  severity: 'error',
  code: 'init/folder-not-empty',
  message: `${folder} already has files in it; nothing was written.`,
  hint: 'Name a new or an empty folder.',
});

/** `press init DIR`: lays down a small project that builds, or the complete sample. */
export async function run(args: CommandArgs): Promise<number> {
  const folder = resolve(args.named[0] ?? '.');
  if (existsSync(folder) && readdirSync(folder).some((name) => !name.startsWith('.'))) {
    return refuse(folderNotEmpty(relative(process.cwd(), folder) || '.'));
  }
  const from = join(openWorld().tool, 'templates/projects', args.sample ? 'sample' : 'small');
  const name = args.sample ? '' : (args.name ?? (await askName()));
  const files = readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) {
    const target = join(folder, relative(from, file));
    mkdirSync(dirname(target), { recursive: true });
    const bytes = readFileSync(file);
    const isText = /\.(md|csv|json)$/.test(file);
    writeFileSync(target, isText ? withName(bytes.toString(), name) : bytes);
  }
  const shown = relative(process.cwd(), folder) || '.';
  const press = calledAs(openWorld());
  process.stdout.write(
    `${files.length} files written to ${shown}.\n\nNow:\n  ${press} build --project ${shown}\n  ${press} watch --project ${shown}\n`,
  );
  return EXIT.done;
}

/** The name stands in YAML, so it is quoted as YAML quotes. */
function withName(text: string, name: string): string {
  return text
    .replaceAll('"{{name}}"', () => JSON.stringify(name))
    .replaceAll('{{name}}', () => name.replace(/[\r\n]/g, ' '));
}

async function askName(): Promise<string> {
  if (!process.stdin.isTTY) return 'Your Institution';
  const dialogue = createInterface({ input: process.stdin, output: process.stdout });
  const name = await dialogue.question('What is the institution called? ');
  dialogue.close();
  return name.trim() || 'Your Institution';
}

function refuse(message: Message): number {
  const findings: Finding[] = [message];
  process.stderr.write(
    formatFindings([{ findings, status: 'draft' }], {
      project: '.',
      colour: process.stderr.isTTY === true,
    }),
  );
  return EXIT.findings;
}
