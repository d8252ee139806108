import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import test from 'node:test';
import { openSite } from '../../scripts/watch/site.ts';
import { openWorld } from '../../scripts/world.ts';
import { red } from '../pages/plain-pdf.ts';
import { temporaryFolder } from '../setup/temporary.ts';
import { playedBoard } from './board.ts';
import { served } from './served.ts';

test('it is served to this machine alone', async (t) => {
  const { address, port } = await served(t);
  assert.match(address, /^http:\/\/127\.0\.0\.1:\d+\/$/);
  // Another address of this same machine finds nobody there.
  const refused = new Promise((resolve) => {
    connect({ host: '127.0.0.2', port: Number(port) })
      .on('connect', () => resolve(false))
      .on('error', () => resolve(true));
  });
  assert.equal(await refused, true);
});

test('a request under another name is refused', async (t) => {
  const { ask, host, port, play } = await served(t);
  await play({ made: { sheet: [[red]] } });
  const paths = ['/', '/publications/sheet', '/pdf/sheet.pdf', '/style.css', '/events'];
  for (const path of paths) {
    for (const name of [
      'evil.example',
      `evil.example:${port}`,
      '127.0.0.1',
      `127.0.0.1.evil.example:${port}`,
    ]) {
      const { status, text } = await ask(path, { headers: { Host: name } });
      assert.equal(status, 403, `${name}${path}`);
      assert.doesNotMatch(text, /sheet/);
    }
  }
  assert.equal((await ask('/publications/sheet', { headers: { Host: host } })).status, 200);
  assert.equal((await ask('/style.css', { headers: { Host: `localhost:${port}` } })).status, 200);
});

test('nothing can be done but look', async (t) => {
  const { ask } = await served(t);
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
    const { status, headers } = await ask('/', { method });
    assert.equal(status, 405, method);
    assert.equal(headers.allow, 'GET');
    assert.equal(headers['access-control-allow-origin'], undefined);
  }
});

test('no address leads to a file that is not one of its own', async (t) => {
  const { ask, project, play } = await served(t);
  writeFileSync(join(project, 'secret.pdf'), 'secret');
  await play({ made: { sheet: [[red]] } });
  const paths = [
    '/../package.json',
    '/fonts/../../package.json',
    '/fonts/%2e%2e/%2e%2e/package.json',
    '/fonts/..%2f..%2fpackage.json',
    '/fonts/OFL.md',
    '/fonts/',
    '/pdf/secret.pdf',
    '/pdf/../secret.pdf',
    '/pdf/..%2fsecret.pdf',
    '/pdf/%E0%A4%A',
    `/pdf/${encodeURIComponent(join(project, 'secret.pdf'))}`,
    '/pdf/sheet.pdf/x',
    '/pdf/sheet',
    '/pictures/..%2f..%2fsecret-320.png',
    '/templates/watch/style.css',
    '//etc/passwd',
    '/etc/passwd',
    'http://127.0.0.1/package.json',
    '/constructor',
    '/__proto__',
  ];
  for (const path of paths) {
    const { status, text } = await ask(path);
    assert.equal(status, 404, path);
    assert.doesNotMatch(text, /secret|prospectus-press/, path);
  }
  for (const path of [
    '/publications/..%2f..%2fx',
    '/publications/%E0%A4%A',
    '/publications/__proto__',
  ]) {
    assert.equal((await ask(path)).status, 404, path);
  }
});

test('everything is sent with the fences up', async (t) => {
  const { ask, play } = await served(t);
  await play({ made: { sheet: [[red]] } });
  const page = await ask('/publications/sheet');
  const policy = String(page.headers['content-security-policy']);
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /script-src 'self'/);
  assert.match(policy, /frame-ancestors 'none'/);
  assert.doesNotMatch(policy, /unsafe|http|\*/);
  for (const path of [
    '/publications/sheet',
    '/style.css',
    '/follow.js',
    '/pdf/sheet.pdf',
    '/nothing',
  ]) {
    const { headers } = await ask(path);
    assert.equal(headers['x-content-type-options'], 'nosniff', path);
    assert.equal(headers['cross-origin-resource-policy'], 'same-origin', path);
    assert.equal(headers['x-frame-options'], 'DENY', path);
  }
  // What the policy allows is all there is: no style, script or address in the page itself.
  assert.doesNotMatch(
    page.text,
    /<style|style=|\son\w+=|<script(?! src="\/follow\.js" defer><\/script>)/,
  );
  assert.doesNotMatch(
    `${page.text}${(await ask('/style.css')).text}`,
    /https?:|url\("?(?!"?\/fonts\/)/,
  );
});

test('a port that is taken is told', async (t) => {
  const { port } = await served(t);
  const world = openWorld({ project: temporaryFolder() });
  assert.equal(await openSite(playedBoard(), world, Number(port)), undefined);
});
