import type { CommandArgs, CommandModule, CommandName } from './command/args.ts';
import { EXIT } from './command/exit.ts';
import { helpFor, overview } from './command/help.ts';
import { watchInterrupts } from './command/interrupt.ts';
import * as messages from './command/messages.ts';
import { parse } from './command/parse.ts';
import { asText } from './command/say.ts';
import { versionOf } from './command/version.ts';
import { openWorld } from './world.ts';

/**
 * Each command is loaded when it is called. `early` starts what takes long and needs nothing of the
 * command's own code: the browser boots while the rest of the bundle is read.
 */
const LOADERS: Partial<
  Record<CommandName, { load(): Promise<CommandModule>; early?(args: CommandArgs): void }>
> = {
  bench: { load: () => import('./bench.ts') },
  build: { load: () => import('./build.ts') },
  doctor: { load: () => import('./doctor.ts') },
  init: { load: () => import('./init.ts') },
  lint: { load: () => import('./lint.ts') },
  list: { load: () => import('./list.ts') },
  watch: { load: () => import('./watch.ts') },
};

/**
 * The entry of the bundle: what `press` does.
 *
 * @param typed what stands after `press`
 * @returns the exit code (see command/exit.ts)
 */
export async function main(typed: readonly string[]): Promise<number> {
  process.on('uncaughtException', (error) => process.exit(tellFault(error)));
  process.on('unhandledRejection', (error) => process.exit(tellFault(error)));
  const parsed = parse(typed);
  switch (parsed.kind) {
    case 'wrong':
      process.stderr.write(parsed.messages.map(asText).join('\n'));
      return EXIT.usage;
    case 'version':
      process.stdout.write(`${version()}\n`);
      return EXIT.done;
    case 'help':
      process.stdout.write(parsed.command ? helpFor(parsed.command) : overview());
      return typed.length > 0 ? EXIT.done : EXIT.usage;
    case 'run':
      return runCommand(parsed.args);
  }
}

async function runCommand(parsed: Omit<CommandArgs, 'signal'>): Promise<number> {
  const interrupt = watchInterrupts();
  const args = { ...parsed, signal: interrupt.signal };
  try {
    const { load, early } = LOADERS[args.command]!;
    early?.(args);
    const code = await (await load()).run(args);
    return interrupt.code() ?? code;
  } catch (error) {
    // What was torn down by Ctrl-C may well complain; that is no fault.
    return interrupt.code() ?? tellFault(error);
  }
}

/** A fault of the tool: one finding; the stack for those who look for it. */
function tellFault(error: unknown): number {
  const what = error instanceof Error ? error.message : String(error);
  process.stderr.write(asText(messages.fault(what, version())));
  if (process.env.PRESS_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return EXIT.fault;
}

function version(): string {
  return versionOf(openWorld().tool);
}
