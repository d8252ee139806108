import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { readProject } from '../../scripts/content/read.ts';
import { openDesk } from '../../scripts/layout/desk.ts';
import { layOut } from '../../scripts/layout/layout.ts';
import { browserWhenNeeded } from '../../scripts/plan/early-browser.ts';
import { openGauge, panelsOf } from '../../scripts/plan/fit.ts';
import { planJobs } from '../../scripts/plan/plan.ts';
import { openStore } from '../../scripts/plan/store.ts';
import { openWorld } from '../../scripts/world.ts';
import { shippedProject } from '../helpers/press.ts';

/** All pieces of the sample, as lint measures them and as they would be printed. */
async function measured(isGlance: boolean) {
  using folder = shippedProject();
  const world = openWorld({ project: folder.path });
  const report = () => {};
  const project = await readProject(world, report);
  const desk = await openDesk(world, project, 'tool', report, { isGlance });
  await using early = browserWhenNeeded(world, { jobs: 2 }, report);
  const browser = await early.open();
  assert.ok(browser);
  const gauge = openGauge({ browser, store: openStore(join(folder.path, 'kept')), tool: 'tool' });
  const request = { named: [], draft: false, format: undefined, edition: undefined };
  const jobs = planJobs(project, request, report).filter(({ format }) => format !== 'html');
  const waiting = [];
  let html = '';
  for (const job of jobs) {
    const look = await desk.look(job, report);
    const document = look && (await layOut(desk.setting(job, report), look, 'final', job.name));
    assert.ok(document);
    html += document.render(document.parts);
    waiting.push(gauge.measure(document, report).then((fit) => panelsOf(document, fit)));
  }
  gauge.flush();
  return { panels: await Promise.all(waiting), html };
}

test('what is left empty where nothing is printed takes the room it would take', async () => {
  const glance = await measured(true);
  const whole = await measured(false);
  assert.deepEqual(glance.panels, whole.panels);
  assert.ok(glance.panels.length > 5);
  assert.ok(glance.panels.every(({ panels }) => panels.length > 0));
  for (const drawing of [/class="mark"[^>]*><svg/, /class="qr"[^>]*><path d="M/]) {
    assert.match(whole.html, drawing);
    assert.doesNotMatch(glance.html, drawing);
  }
});
