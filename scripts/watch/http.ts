import { createReadStream, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** What is sent for an address. */
export interface Answer {
  status?: number;
  type?: string;
  body?: string | Uint8Array;
  /** A file that is sent as it lies there. */
  file?: string;
  headers?: Record<string, string>;
}

/** Nothing comes from elsewhere, and nothing runs but the page's own script. */
const policy = [
  "default-src 'none'",
  ...['img', 'style', 'script', 'font', 'connect'].map((what) => `${what}-src 'self'`),
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const always = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/** For what never changes under its address. */
export const forGood = { 'Cache-Control': 'private, max-age=31536000, immutable' };

export const notFound: Answer = { status: 404, body: 'There is nothing at this address.' };

/**
 * Why a request is not answered at all. A page on the web can make the browser ask this machine
 * under a name of its own (DNS rebinding): then that name stands in `Host`.
 */
export function refusal(request: IncomingMessage, hosts: readonly string[]): Answer | undefined {
  if (!hosts.includes(request.headers.host ?? '')) {
    return { status: 403, body: 'Use the address that “press watch” has printed.' };
  }
  if (request.method !== 'GET') {
    return { status: 405, body: 'Nothing can be changed here.', headers: { Allow: 'GET' } };
  }
  return undefined;
}

export function send(response: ServerResponse, answer: Answer): void {
  const { status = 200, type = 'text/plain; charset=utf-8', body = '', file, headers } = answer;
  // A policy would shut out the browser's own viewer of PDFs.
  const guarded = file ? {} : { 'Content-Security-Policy': policy };
  const length = file ? statSync(file).size : Buffer.byteLength(body);
  response.writeHead(status, {
    ...always,
    ...guarded,
    'Content-Type': type,
    'Content-Length': length,
    ...headers,
  });
  if (!file) response.end(body);
  else
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
}

/** A stream of events (HTML, 9.2) that is left open. */
export function openStream(response: ServerResponse): void {
  response.writeHead(200, {
    ...always,
    'Content-Security-Policy': policy,
    'Content-Type': 'text/event-stream',
  });
  response.write('retry: 1000\n');
}
