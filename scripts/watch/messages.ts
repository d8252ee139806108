import type { Message } from '../finding.ts';

export const portTaken = (port: number): Message => ({
  severity: 'error',
  code: 'watch/port-taken',
  message: `Port ${port} is taken by another program.`,
  hint: 'Give another one with `--port`, or leave it out.',
});

export const cannotWatch = (why: string): Message => ({
  severity: 'error',
  code: 'watch/cannot-watch',
  message: `The system does not tell of changes in the project: ${why}.`,
  hint: 'Close programs that watch many files (editors, sync tools), or on Linux raise fs.inotify.max_user_watches.',
});
