import type { CDPSession } from 'puppeteer-core/internal/api/CDPSession.js';
import type { Connection } from 'puppeteer-core/internal/cdp/Connection.js';
import type { Report } from '../finding.ts';
import type { World } from '../world.ts';
import type { FoundBrowser } from './found.ts';
import { type Launched, launch } from './launch.ts';
import { withoutSandbox } from './messages.ts';
import { isRecent, versionIn } from './version.ts';

/** How long a browser may take to answer for the first time, on a machine with much else to do. */
const PATIENCE_MS = 60_000;

type TargetInfo = Parameters<Connection['createSession']>[0];

/** Whether the sandbox is on; it is tried first and given up once for all processes of a build. */
export interface Sandbox {
  on: boolean;
}

/** One running browser process that we are connected to. */
export interface Engine {
  pid: number | undefined;
  version: string;
  /** Documents begun in it, and how many of them are not finished. */
  served: number;
  inUse: number;
  /** True once the process has ended or was stopped. */
  over: boolean;
  /** Set when it is stopped because one document hung: the others in it are not to blame. */
  blamed: boolean;
  /** A protocol session with a new page. */
  newSession(): Promise<CDPSession>;
  closePage(session: CDPSession): void;
  /** Ends the process at once; the promise is for its profile to be gone. */
  stop(): Promise<void>;
}

/** A browser process that did not start: the message says why. */
export class NotStarted extends Error {
  /** Chromium's words: "No usable sandbox!", "Failed to move to new namespace". */
  get forSandbox(): boolean {
    return /sandbox|namespace/i.test(this.message);
  }
}

/**
 * The sandbox's first state: off for root, for whom Chromium has none; on everywhere else until it
 * is seen not to work.
 */
export function firstSandbox(report: Report): Sandbox {
  const root = process.platform === 'linux' && process.getuid?.() === 0;
  if (root) report(withoutSandbox('root'));
  return { on: !root };
}

/**
 * Starts a process, then reads puppeteer's connection while it boots, and connects.
 *
 * @throws NotStarted with a reason
 */
export async function startEngine(
  found: FoundBrowser,
  world: World,
  fontconfig: string,
  sandbox: Sandbox,
  report: Report,
): Promise<Engine> {
  try {
    return await connect(launch(found, world, { sandbox: sandbox.on, fontconfig }));
  } catch (error) {
    if (!sandbox.on || !(error instanceof NotStarted && error.forSandbox)) throw error;
    sandbox.on = false;
    report(withoutSandbox('refused'));
    return await connect(launch(found, world, { sandbox: false, fontconfig }));
  }
}

async function connect(launched: Launched): Promise<Engine> {
  const patience = setTimeout(launched.stop, PATIENCE_MS);
  try {
    // Only puppeteer's connection: the whole of puppeteer takes 15 times as long to read as this
    // and longer than the browser takes to boot.
    const { Connection } = await import('puppeteer-core/internal/cdp/Connection.js');
    const { CDPSessionEvent } = await import('puppeteer-core/internal/api/CDPSession.js');
    const connection = new Connection('', launched.pipe, 0, 0, false, undefined, () => undefined);
    const { product } = await connection.send('Browser.getVersion').catch(async () => {
      void launched.stop();
      throw new NotStarted(tellingLine(await launched.ended));
    });
    const version = versionIn(product) ?? '';
    // A wrapper script can be of one version and what it starts of another.
    if (!isRecent(version)) throw new NotStarted(`it turned out to be ${product}.`);
    const engine = makeEngine(launched, connection, version);
    connection.once(CDPSessionEvent.Disconnected, engine.stop);
    return engine;
  } catch (error) {
    void launched.stop();
    throw error;
  } finally {
    clearTimeout(patience);
  }
}

/** Of all that a browser says, the line that tells why it ended, without its source position. */
function tellingLine(said: string): string {
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  const telling = lines.find((line) => /FATAL|error while loading|sandbox|namespace/i.test(line));
  const line = telling ?? lines.at(-1) ?? 'it ended without a word.';
  return line.replace(/^\[[^\]]*\]\s*/, '').slice(0, 300);
}

function makeEngine(launched: Launched, connection: Connection, version: string): Engine {
  const targets = new Map<CDPSession, string>();
  const engine: Engine = {
    pid: launched.pid,
    version,
    served: 0,
    inUse: 0,
    over: false,
    blamed: false,
    async newSession() {
      const { targetId } = await connection.send('Target.createTarget', { url: 'about:blank' });
      const session = await connection.createSession({ targetId } as TargetInfo);
      targets.set(session, targetId);
      return session;
    },
    closePage(session) {
      const targetId = targets.get(session);
      targets.delete(session);
      if (targetId) connection.send('Target.closeTarget', { targetId }).catch(() => {});
    },
    stop() {
      engine.over = true;
      return launched.stop();
    },
  };
  return engine;
}
