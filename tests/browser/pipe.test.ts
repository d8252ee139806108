import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { openPipe } from '../../scripts/browser/pipe.ts';

async function receive(chunks: (string | Buffer)[]): Promise<string[]> {
  const read = new PassThrough();
  const pipe = openPipe(new PassThrough(), read);
  const messages: string[] = [];
  pipe.onmessage = (message) => messages.push(message);
  const closed = new Promise<void>((resolve) => {
    pipe.onclose = resolve;
  });
  for (const chunk of chunks) read.write(chunk);
  read.end();
  await closed;
  return messages;
}

test('messages are cut at zero bytes, wherever the chunks are cut', async () => {
  assert.deepEqual(await receive(['one\0two\0']), ['one', 'two']);
  assert.deepEqual(await receive(['o', 'n', 'e', '\0', 'two\0thr', 'ee\0']), [
    'one',
    'two',
    'three',
  ]);
});

test('a letter that is cut in two bytes comes out whole', async () => {
  const bytes = Buffer.from('ŵ£\0');
  assert.deepEqual(await receive([...bytes].map((byte) => Buffer.from([byte]))), ['ŵ£']);
});

test('a message that was not finished is none', async () => {
  assert.deepEqual(await receive(['one\0tw']), ['one']);
});

test('what is sent ends in a zero byte', () => {
  const write = new PassThrough();
  openPipe(write, new PassThrough()).send('{"id":1}');
  assert.equal(write.read().toString(), '{"id":1}\0');
});
