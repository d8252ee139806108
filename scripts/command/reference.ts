import { COMMANDS, type CommandAbout, OPTIONS } from './args.ts';
import { EXIT_CODES } from './exit.ts';
import { typedOption } from './help.ts';

/** The commands, options and exit codes as the README shows them, in Markdown. */
export function commandReference(): string {
  return [
    table(['Command', 'What it does', 'Options'], Object.entries(COMMANDS).map(commandRow)),
    table(
      ['Option', 'What it means'],
      Object.entries(OPTIONS).map(([name, { summary }]) => [
        code(typedOption(name as keyof typeof OPTIONS)),
        summary,
      ]),
    ),
    table(
      ['Exit code', 'Meaning'],
      EXIT_CODES.map((exit) => [String(exit.code), exit.meaning]),
    ),
  ].join('\n\n');
}

function commandRow([name, { summary, takes, options }]: [string, CommandAbout]): string[] {
  const typed = [name, takes].filter(Boolean).join(' ');
  return [code(`press ${typed}`), summary, options.map((option) => code(`--${option}`)).join(' ')];
}

function table(heading: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(heading), line(heading.map(() => '---')), ...rows.map(line)].join('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}
