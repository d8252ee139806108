/**
 * Loaded into a build before its own code (`--import`): strikes at a moment that no test could hit
 * by waiting. PRESS_TEST_BLOW is `<what>@<moment>:<which>`.
 *   what    SIGKILL, SIGINT: a signal to the build itself. crash, hang: to the page that prints.
 *           killBrowser: to the browser process.
 *   moment  printing, finishing, keeping (half of a file of the cache is written), drafting (half of
 *           an output), placing (an output is whole and not yet in its place), placed.
 *   which   the first, second … time, from 1; or a word: each time a page is filled that has it.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { Socket } from 'node:net';
import zlib from 'node:zlib';

const [what, when] = (process.env.PRESS_TEST_BLOW ?? '@').split('@');
const [moment, which] = when.split(':');
let seen = 0;

/** @param {{ socket: Socket, sessionId: string }} [page] */
function strike(page) {
  fs.writeSync(2, `struck: ${what}\n`);
  if (what.startsWith('SIG')) return process.kill(process.pid, what);
  if (what === 'killBrowser') return killBrowser();
  const { socket, sessionId } = page;
  const [method, params] =
    what === 'crash' ? ['Page.crash', {}] : ['Runtime.evaluate', { expression: 'for (;;);' }];
  const message = JSON.stringify({ id: 1e9 + seen, method, params, sessionId });
  write.call(socket, `${message}\0`);
}

function killBrowser() {
  for (const name of fs.readdirSync('/proc')) {
    const isOurs = parentOf(name) === process.pid;
    if (isOurs && commandOf(name).includes('--remote-debugging-pipe'))
      process.kill(+name, 'SIGKILL');
  }
}

/** @param {string} name of a folder of /proc; NaN where it is no process, or one that has ended */
function parentOf(name) {
  const stat = read(`/proc/${name}/stat`);
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

const commandOf = (name) => read(`/proc/${name}/cmdline`);

function read(path) {
  try {
    return fs.readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Whether this is the time. @param {string} now */
const isTime = (now) => now === moment && ++seen === Number(which);

const { write } = Socket.prototype;
Socket.prototype.write = function (...given) {
  const text = typeof given[0] === 'string' ? given[0] : '';
  const page = () => ({ socket: this, sessionId: JSON.parse(text.slice(0, -1)).sessionId });
  const isPrint = text.includes('"method":"Page.printToPDF"');
  const isFill = moment === 'filling' && text.includes(which) && text.includes('callFunctionOn');
  if ((isPrint && isTime('printing')) || isFill) strike(page());
  return write.apply(this, given);
};

const { writeFileSync, renameSync } = fs;
fs.writeFileSync = (path, data, ...rest) => {
  const now = /[/\\]made[/\\]/.test(path)
    ? 'keeping'
    : /[/\\]drafts[/\\]/.test(path)
      ? 'drafting'
      : '';
  if (now && isTime(now)) {
    writeFileSync(path, data.slice(0, data.length / 2), ...rest);
    strike();
  }
  return writeFileSync(path, data, ...rest);
};
fs.renameSync = (from, to) => {
  const isOutput = /[/\\]drafts[/\\]/.test(from);
  if (isOutput && isTime('placing')) strike();
  renameSync(from, to);
  if (isOutput && isTime('placed')) strike();
};
const { deflateSync } = zlib;
zlib.deflateSync = (...given) => {
  if (isTime('finishing')) strike();
  return deflateSync(...given);
};
syncBuiltinESMExports();

// A page is given half a minute: with a page that hangs a test would wait as long.
const { setTimeout: wait } = globalThis;
if (what === 'hang') {
  globalThis.setTimeout = (work, ms, ...rest) => wait(work, ms > 20_000 ? ms / 8 : ms, ...rest);
}
