import { join } from 'node:path';
import { type Browser, openBrowser } from '../browser/browser.ts';
import type { Report } from '../finding.ts';
import type { World } from '../world.ts';

/** A browser that boots while other work goes on, and is closed with the scope that asked for it. */
export interface EarlyBrowser extends AsyncDisposable {
  /** Undefined, after findings, when there is none to use. */
  open(): Promise<Browser | undefined>;
}

export function browserWhenNeeded(
  world: World,
  { jobs, signal }: { jobs: number; signal?: AbortSignal },
  report: Report,
): EarlyBrowser {
  const opening = openBrowser(
    world,
    {
      // A project's own fonts come by @font-face, read in the renderer's sandbox; the browser
      // process itself opens every file of these folders as a possible font.
      fontFolders: [join(world.tool, 'templates/fonts')],
      allow: [world.cache, join(world.tool, 'templates/fonts'), join(world.project, 'content')],
      jobs,
      documentsPerBrowser: 400,
      signal,
    },
    report,
  );
  // A fault is told to whoever asks for the browser, not to nobody.
  opening.catch(() => undefined);
  return {
    open: () => opening,
    [Symbol.asyncDispose]: async () => {
      const browser = await opening.catch(() => undefined);
      await browser?.close();
    },
  };
}
