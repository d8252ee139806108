import assert from 'node:assert/strict';
import { type IncomingHttpHeaders, request } from 'node:http';
import type { TestContext } from 'node:test';
import { openSite } from '../../scripts/watch/site.ts';
import { openWorld } from '../../scripts/world.ts';
import { temporaryFolder } from '../setup/temporary.ts';
import { playedBoard } from './board.ts';

interface Answered {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  text: string;
}

/** The local page of a board that the test plays, and a way to ask for addresses. */
export async function served(context: TestContext) {
  const keeper = playedBoard();
  const project = temporaryFolder();
  const site = await openSite(keeper, openWorld({ project }), 0);
  assert.ok(site);
  context.after(() => site[Symbol.asyncDispose]());
  const { port, host } = new URL(site.address);
  /** The path goes out as it is written: no client tidies it. */
  const ask = (path: string, { method = 'GET', headers = {} } = {}) =>
    new Promise<Answered>((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          const body = Buffer.concat(parts);
          const { statusCode = 0, headers: got } = answer;
          resolve({ status: statusCode, headers: got, body, text: body.toString() });
        });
      });
      sent.on('error', reject).end();
    });
  return { ...keeper, ask, host, port, project, address: site.address };
}
