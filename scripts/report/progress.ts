import type { CommandArgs } from '../command/args.ts';

/** What long work shows: what is done, how far, how long it will still take. */
export interface Progress {
  done(name: string, pages: number): void;
  end(): void;
}

/**
 * One line that rewrites itself on a terminal; elsewhere a plain line now and then; nothing with
 * `--json` and nothing for work that is over before anybody would look.
 */
export function startProgress(args: Pick<CommandArgs, 'json'>, total: number): Progress {
  const out = process.stderr;
  const start = performance.now();
  const isTerminal = out.isTTY === true;
  let count = 0;
  let pagesDone = 0;
  let spoke = start;
  const silent = args.json || total < 2;
  return {
    done: (name, pages) => {
      count++;
      pagesDone += pages;
      const now = performance.now();
      const due = isTerminal ? 80 : 5000;
      if (silent || now - start < 1000 || now - spoke < due) return;
      spoke = now;
      const left = Math.ceil(((now - start) / count) * ((total - count) / 1000));
      const text = `${count} of ${total}  ${name}  ${pagesDone} pages  ${left} s left`;
      out.write(isTerminal ? `\r\u001b[K${text}` : `${text}\n`);
    },
    end: () => {
      if (isTerminal && spoke !== start) out.write('\r\u001b[K');
    },
  };
}
