import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { press } from '../helpers/press.ts';
import { type Change, floor, harmless, soundFiles, write } from './floor-cases.ts';

/*
 * The floor of bad input: one mistake in a project that was built before. Each has one error, with
 * its place and an instruction, and what lay in output/ is as it was, byte for byte.
 */

const root = mkdtempSync(join(tmpdir(), 'press-floor-'));
const sound = join(root, 'sound');
after(() => rmSync(root, { recursive: true, force: true }));

before(async () => {
  write(sound, soundFiles);
  const { code, stderr } = await press(['build', '--project', sound]);
  assert.equal(code, 0, stderr);
  assert.equal(readdirSync(join(sound, 'output/screen')).length, 2);
});

interface Said {
  severity: string;
  code: string;
  file?: string;
  line?: number;
  column?: number;
  message: string;
  hint: string;
}

let count = 0;

async function build(change: Change) {
  const folder = join(root, String(++count));
  cpSync(sound, folder, { recursive: true });
  if (typeof change === 'function') change(folder);
  else write(folder, change);
  const { code, stdout, stderr } = await press(['build', '--json', '--project', folder]);
  const findings = JSON.parse(stdout).findings as Said[];
  const after = contents(join(folder, 'output'));
  rmSync(folder, { recursive: true });
  return { code, stderr, findings, after };
}

/** Every file below a folder with the hash of its bytes; the manifest says when and how, and may change. */
function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    files
      .filter((entry) => entry.isFile() && entry.name !== 'manifest.json')
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((file) => [
        file.slice(folder.length),
        createHash('sha256').update(readFileSync(file)).digest('hex'),
      ]),
  );
}

describe('one mistake', { concurrency: 2 }, () => {
  for (const [what, code, place, change] of floor) {
    it(`${what}: one error, at its place; nothing in output/ is lost`, async () => {
      const made = await build(change);
      assert.equal(made.code, 1);
      assert.doesNotMatch(made.stderr, /\.ts:\d+|node:internal/);
      const errors = made.findings.filter(({ severity }) => severity === 'error');
      assert.deepEqual(
        errors.map(({ code: own, file, line, column }) => [
          own,
          [file, line, column].filter((part) => part !== undefined).join(':'),
        ]),
        [[code, place]],
      );
      assert.match(errors[0]?.hint ?? '', /^[A-Z`].*[.?]$/s);
      assert.match(errors[0]?.message ?? '', /[.:?`]$/);
      assert.deepEqual(made.after, contents(join(sound, 'output')));
    });
  }

  for (const [what, code, change] of harmless) {
    it(`${what}: no error, one remark`, async () => {
      const made = await build(change);
      assert.equal(made.code, 0, made.stderr);
      assert.deepEqual(
        made.findings.filter(({ severity }) => severity === 'error'),
        [],
      );
      assert.equal(made.findings.filter((finding) => finding.code === code).length, 1);
    });
  }
});
