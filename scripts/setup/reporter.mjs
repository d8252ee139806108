/**
 * How tests report: each file as it ends, failures in full, what did not run and why, and one last
 * line that counts.
 * On CI everything must run: a skipped test fails the run there, unless it is only for another
 * kind of machine ("only on Windows"), or PRESS_BARE=1 says that the machine is meant to have nothing.
 */
import { relative } from 'node:path';
import { inspect } from 'node:util';

const STRICT = process.env.CI === 'true' && process.env.PRESS_BARE !== '1';

/** @param {AsyncIterable<{ type: string, data: any }>} events */
export default async function* report(events) {
  const failed = [];
  const skipped = [];
  let passed = 0;
  for await (const { type, data } of events) {
    if (type === 'test:stderr') yield data.message;
    // What goes wrong after a test has ended reaches nobody but here.
    if (type === 'test:diagnostic' && /^(Error|Warning): /.test(data.message)) {
      yield `${data.message}\n`;
    }
    if (type === 'test:summary' && data.file) yield ended(data);
    if (type === 'test:interrupted') {
      for (const test of data.tests) yield `stopped while it ran: ${nameOf(test)}\n`;
    }
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.todo !== undefined) failed.push({ data, why: 'a test that is still to be written' });
    else if (data.skip !== undefined) skipped.push(data);
    else if (type === 'test:fail' && isCause(data)) failed.push({ data, why: reasonOf(data) });
    else if (type === 'test:pass' && isTest(data)) passed += 1;
  }
  for (const data of skipped) {
    const reason = data.skip === true || !data.skip ? 'no reason given' : data.skip;
    yield `did not run: ${nameOf(data)}: ${reason}\n`;
    if (STRICT && !/^only on /i.test(reason)) {
      failed.push({ data, why: 'On CI every test runs; .ci/run installs what it needs.' });
    }
  }
  for (const { data, why } of failed) yield `\nFAILED ${nameOf(data)}\n${indent(why)}\n`;
  if (passed + failed.length === 0) {
    failed.push(undefined);
    yield 'FAILED no test was found\n';
  }
  // A skip that failed the run has been counted; Node itself knows nothing of it.
  if (failed.length > 0) process.exitCode = 1;
  const left = STRICT ? 0 : skipped.length;
  const skips = left > 0 ? `, ${left} skipped` : '';
  yield `${passed} passed, ${failed.length} failed${skips}\n`;
}

function ended({ file, success, duration_ms }) {
  const seconds = `${(duration_ms / 1000).toFixed(1)} s`;
  return `${success ? 'ok    ' : 'FAILED'} ${seconds.padStart(8)}  ${relative(process.cwd(), file)}\n`;
}

/** A suite, and a file that holds tests, is no test of its own. */
function isTest(data) {
  return data.details?.type !== 'suite' && !isFile(data);
}

/** A suite or file that failed only because a test in it did says nothing new. */
function isCause(data) {
  return data.details?.error?.failureType !== 'subtestsFailed';
}

function isFile(data) {
  return data.nesting === 0 && data.file !== undefined && data.name.endsWith('.test.ts');
}

function nameOf(data) {
  const file = data.file ? relative(process.cwd(), data.file) : '';
  return isFile(data) ? file : [file, data.name].filter(Boolean).join(' · ');
}

function reasonOf(data) {
  const error = data.details?.error?.cause ?? data.details?.error;
  if (!(error instanceof Error)) return inspect(error);
  return error.stack?.includes(error.message) ? error.stack : `${error.message}\n${error.stack}`;
}

function indent(text) {
  return String(text)
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}
