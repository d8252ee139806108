import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { World } from '../world.ts';
import { baseEnvironment } from './environment.ts';
import { flags } from './flags.ts';
import type { FoundBrowser } from './found.ts';
import { openPipe, type Pipe } from './pipe.ts';
import { makeProfile, removeProfile, removeProfilesAtOnce } from './profile.ts';

export interface Launched {
  pid: number | undefined;
  pipe: Pipe;
  /** Settles when the process has ended, with what it said last: a reason if it ended too soon. */
  ended: Promise<string>;
  /**
   * Ends the process and all it started, at once, and takes its profile away, which the promise is
   * for. Never throws.
   */
  stop(): Promise<void>;
}

/** Enough of what a browser says on its error output to tell why it did not start. */
const KEPT_CHARACTERS = 4000;
const DESCENDANTS_MS = 300;

const running = new Set<Launched>();

/**
 * Starts a browser process and returns before it is ready, so that the rest of the program can be
 * read while it boots. It does not need puppeteer.
 *
 * @param fontconfig the folder from `writeFontconfig`
 * @throws NotPrivate if the user's cache cannot be used
 */
export function launch(
  found: FoundBrowser,
  world: World,
  { sandbox, fontconfig }: { sandbox: boolean; fontconfig: string },
): Launched {
  const profile = makeProfile(world);
  const child = spawn(found.path, flags(profile, sandbox), {
    env: { ...baseEnvironment(world.env), ...homeIn(profile, fontconfig), ...found.env },
    // A group of its own: Ctrl-C is for us to answer, and the group can be ended as a whole.
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const pipe = openPipe(child.stdio[3] as Writable, child.stdio[4] as Readable);
  let stopped: Promise<void> | undefined;
  const stop = () => {
    if (stopped) return stopped;
    running.delete(launched);
    killGroup(child);
    pipe.close();
    stopped = removeProfile(profile, ended);
    return stopped;
  };
  const ended = whenEnded(child).then((reason) => {
    void stop();
    return reason;
  });
  const launched: Launched = { pid: child.pid, pipe, ended, stop };
  running.add(launched);
  hookExit();
  return launched;
}

/** Ends every browser of this process and takes their profiles away: at once, and never throws. */
function stopBrowsers(): void {
  for (const launched of [...running]) void launched.stop();
  removeProfilesAtOnce();
}

let hooked = false;

/** A process that exits with a browser still running would leave the profile behind. */
function hookExit(): void {
  if (!hooked) process.on('exit', stopBrowsers);
  hooked = true;
}

function homeIn(profile: string, fontconfig: string): Record<string, string> {
  if (process.platform !== 'linux') return {};
  return {
    HOME: profile,
    TMPDIR: profile,
    XDG_CONFIG_HOME: profile,
    XDG_CACHE_HOME: profile,
    FONTCONFIG_PATH: fontconfig,
    // The message bus would be asked for settings of the desktop.
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
  };
}

/** What was said last, and how it ended. Descendants may hold the output open: it is not waited for long. */
function whenEnded(child: ChildProcess): Promise<string> {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-KEPT_CHARACTERS);
  });
  return new Promise((resolve) => {
    const tell = () => {
      const how = child.signalCode ?? `exit code ${child.exitCode}`;
      resolve(`${said.trim()} (${how})`.trim());
    };
    child.on('error', (error) => resolve(error.message));
    child.on('close', tell);
    child.on('exit', () => setTimeout(tell, DESCENDANTS_MS).unref());
  });
}

/** The leader may have ended before the others of its group: they are ended all the same. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
    else execFileSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
  } catch {
    child.kill('SIGKILL');
  }
}
