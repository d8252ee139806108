import type { CommandArgs, CommandName } from './command/args.ts';
import { asCalled, calledAs } from './command/called.ts';
import { EXIT } from './command/exit.ts';
import { helpFor, overview } from './command/help.ts';
import { watchInterrupts } from './command/interrupt.ts';
import * as messages from './command/messages.ts';
import { parse } from './command/parse.ts';
import { asText } from './command/say.ts';
import { versionOf } from './command/version.ts';
import { openWorld } from './world.ts';

/** Each command is loaded when it is called. */
const COMMANDS: Readonly<Record<CommandName, (args: CommandArgs) => Promise<number>>> = {
  bench: async (args) => (await import('./bench.ts')).run(args),
  build: async (args) => {
    // The browser boots while the rest of the bundle is read.
    const { bootBrowser } = await import('./plan/early-browser.ts');
    await using browser = bootBrowser(args);
    return await (await import('./build.ts')).run(args, browser);
  },
  doctor: async (args) => (await import('./doctor.ts')).run(args),
  init: async (args) => (await import('./init.ts')).run(args),
  lint: async (args) => (await import('./lint.ts')).run(args),
  list: async (args) => (await import('./list.ts')).run(args),
  watch: async (args) => (await import('./watch.ts')).run(args),
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
      process.stderr.write(asCalled(parsed.messages.map(asText).join('\n'), calledAs(openWorld())));
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
    const code = await COMMANDS[args.command](args);
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
