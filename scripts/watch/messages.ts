import type { Message } from '../finding.ts';

export const portTaken = (port: number): Message => ({
  severity: 'error',
  code: 'watch/port-taken',
  message: `The page cannot be shown at port ${port}: another program uses it.`,
  hint: 'Leave out `--port`, and a free one is taken; or give another number from 1024 to 65535.',
});

export const cannotWatch = (why: string): Message => ({
  severity: 'error',
  code: 'watch/cannot-watch',
  message: `This computer does not tell when a file of the project is saved: ${why}.`,
  hint: 'Close programs that look at many files (editors, cloud folders) and start again; on Linux an administrator can raise fs.inotify.max_user_watches. Until then run `press build` after each change.',
});
