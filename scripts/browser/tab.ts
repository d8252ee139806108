import { pathToFileURL } from 'node:url';
import type { CDPSession } from 'puppeteer-core/internal/api/CDPSession.js';
import type { Message } from '../finding.ts';
import type { Engine } from './engine.ts';
import { filePath, type Gate } from './gate.ts';
import { loadFonts } from './in-page.ts';
import { missingFile, refusedAddress } from './messages.ts';

/** What a tab is used for at the moment. */
export interface Errand {
  /** As messages name it. */
  name: string;
  say(message: Message): void;
  /** Addresses that were not loaded, and said so. */
  refused: Set<string>;
  /** Whether one of them was a font's: then nobody need be told which font is missing. */
  refusedFont: boolean;
}

/**
 * Why a tab is of no more use: its own renderer `crashed`, or its browser process is `gone`,
 * which may be another tab's fault.
 */
export type Loss = 'crashed' | 'gone';

/** One page of a browser process, with scripts off and every request judged. */
export interface Tab {
  engine: Engine;
  /** The shell that is loaded. */
  shell: string | undefined;
  errand: Errand | undefined;
  /** Set when the tab is of no more use; `onLoss` is called then. */
  loss: Loss | undefined;
  onLoss: ((loss: Loss) => void) | undefined;
  session: CDPSession;
  gate: Gate;
  /** Loads an empty document, unless it is the one that is loaded. Its fonts are loaded too. */
  load(shell: string): Promise<void>;
  /** Calls a function in the page; both its argument and its result are plain JSON. */
  call<A, T>(fn: (arg: A) => T | Promise<T>, arg: A): Promise<T>;
  /** Settles when nothing is being loaded. */
  whenLoaded(): Promise<void>;
  isLoading(): boolean;
}

/**
 * A window one pixel high shows next to nothing, so few pictures are decoded for a screen that
 * nobody sees: a page's process took 60 to 120 MB instead of 600.
 */
const WINDOW = { width: 800, height: 1, deviceScaleFactor: 1, mobile: false };

/** Opens a page in a running browser process. */
export async function openTab(engine: Engine, gate: Gate): Promise<Tab> {
  const { CDPSessionEvent } = await import('puppeteer-core/internal/api/CDPSession.js');
  const session = await engine.newSession();
  const loading = watchLoading(session);
  const documents = new Set<string>();
  let expected: string | undefined;
  let self = '';

  const tab: Tab = {
    engine,
    shell: undefined,
    errand: undefined,
    loss: undefined,
    onLoss: undefined,
    session,
    gate,
    isLoading: loading.isLoading,
    whenLoaded: loading.whenIdle,
    async load(shell) {
      if (tab.shell === shell) return;
      tab.shell = undefined;
      expected = shell;
      const url = pathToFileURL(shell).href;
      const { loaderId, errorText } = await session.send('Page.navigate', { url });
      if (errorText || !loaderId) throw new Error(`The shell ${shell} did not load: ${errorText}`);
      while (!documents.has(loaderId)) await nextLoad(session);
      documents.clear();
      const { result } = await session.send('Runtime.evaluate', { expression: 'globalThis' });
      self = result.objectId ?? '';
      await tab.call(loadFonts, undefined);
      tab.shell = shell;
    },
    async call(fn, arg) {
      const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
        functionDeclaration: fn.toString(),
        objectId: self,
        arguments: [{ value: arg }],
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) {
        throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      }
      return result.value;
    },
  };

  const isAllowed = (address: string, isFont: boolean) => {
    const verdict = gate.judge(address);
    if (verdict === 'allowed') return true;
    const { errand } = tab;
    const message = verdict === 'missing' ? missingFile : refusedAddress;
    errand?.say(message(errand.name, gate.nameOf(address)));
    errand?.refused.add(address);
    if (errand && isFont) errand.refusedFont = true;
    return false;
  };
  const lose = (loss: Loss) => {
    if (tab.loss) return;
    tab.loss = loss;
    tab.onLoss?.(loss);
  };
  session.on('Inspector.targetCrashed', () => lose('crashed'));
  session.on(CDPSessionEvent.Disconnected, () => lose('gone'));
  session.on('Page.lifecycleEvent', ({ name, loaderId }) => {
    if (name === 'load') documents.add(loaderId);
  });
  session.on('Fetch.requestPaused', ({ requestId, resourceType, request }) => {
    // The shell is the only document: frames and forwardings are refused wherever they lead.
    const isShell = resourceType === 'Document' && filePath(request.url) === expected;
    const allowed =
      isShell || (resourceType !== 'Document' && isAllowed(request.url, resourceType === 'Font'));
    const answer = allowed
      ? session.send('Fetch.continueRequest', { requestId })
      : // Any other reason would put an error page in the place of the document.
        session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
    // The page may be gone by now, which is told elsewhere.
    answer.catch(() => {});
  });

  await Promise.all([
    session.send('Inspector.enable'),
    session.send('Page.enable'),
    session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
    session.send('Network.enable', { maxTotalBufferSize: 0, maxResourceBufferSize: 0 }),
    session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    session.send('Emulation.setScriptExecutionDisabled', { value: true }),
    session.send('Emulation.setEmulatedMedia', { media: 'print' }),
    session.send('Emulation.setDeviceMetricsOverride', WINDOW),
  ]);
  return tab;
}

function nextLoad(session: CDPSession): Promise<void> {
  return new Promise((resolve) => session.once('Page.lifecycleEvent', () => resolve()));
}

/** Counts requests that have begun and not ended. */
function watchLoading(session: CDPSession) {
  const begun = new Set<string>();
  let waiting: (() => void)[] = [];
  const end = ({ requestId }: { requestId: string }) => {
    begun.delete(requestId);
    if (begun.size > 0) return;
    for (const resolve of waiting) resolve();
    waiting = [];
  };
  session.on('Network.requestWillBeSent', ({ requestId }) => begun.add(requestId));
  session.on('Network.loadingFinished', end);
  session.on('Network.loadingFailed', end);
  return {
    isLoading: () => begun.size > 0,
    whenIdle: () =>
      begun.size === 0
        ? Promise.resolve()
        : new Promise<void>((resolve) => {
            waiting.push(resolve);
          }),
  };
}
