import type { Readable, Writable } from 'node:stream';

/** What puppeteer's connection speaks through: the same shape as its own `ConnectionTransport`. */
export interface Pipe {
  send(message: string): void;
  close(): void;
  onmessage?: (message: string) => void;
  onclose?: () => void;
}

/**
 * The browser's debugging pipe: messages of JSON, each ended by a zero byte. A pipe and no port, so
 * that no other process can connect, and the browser ends when this process does, however it ends.
 */
export function openPipe(write: Writable, read: Readable): Pipe {
  let begun: Buffer[] = [];
  const pipe: Pipe = {
    send(message) {
      write.write(`${message}\0`);
    },
    close() {
      write.destroy();
      read.destroy();
    },
  };
  read.on('data', (chunk: Buffer) => {
    let from = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
      begun.push(chunk.subarray(from, end));
      const message = begun.length === 1 ? begun[0]! : Buffer.concat(begun);
      begun = [];
      from = end + 1;
      pipe.onmessage?.(message.toString());
    }
    if (from < chunk.length) begun.push(chunk.subarray(from));
  });
  read.on('close', () => pipe.onclose?.());
  // A browser that has ended breaks the pipe; its end is told by `close`.
  read.on('error', () => {});
  write.on('error', () => {});
  return pipe;
}
