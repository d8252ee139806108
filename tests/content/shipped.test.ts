import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';

const content = join(dirname(dirname(import.meta.dirname)), 'content');
const file = readFileSync(join(content, 'courses/group-therapy-for-empathy.md'), 'utf8');
const [, frontMatter = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(file) ?? [];
const facts = parse(frontMatter);

/** The text that was given to us, as it was given: one paragraph a line. */
const given = readFileSync(
  join(import.meta.dirname, '../fixtures/shipped/course-text.txt'),
  'utf8',
);
const prose = given
  .split('\n')
  .filter((line) => line.endsWith('.') && !line.startsWith('|'))
  .flatMap((line) => line.match(/[^.]+\.(?= |$)/g) ?? [])
  .map((sentence) => sentence.trim());

describe('the shipped course', () => {
  it('has every sentence of the given text, word for word', () => {
    assert.equal(prose.length, 20);
    for (const sentence of prose) assert.ok(file.includes(sentence), sentence);
  });

  it('has every row of the given table, the projection marked as one', () => {
    const rows = [...given.matchAll(/^\| (\d{4})( \(Projected\))? \|\n(\d+) \|$/gm)];
    assert.equal(rows.length, 3);
    assert.deepEqual(
      facts.charts['session-demand'].rows,
      rows.map(([, year, projected, value]) => ({
        year: Number(year),
        value: Number(value),
        ...(projected && { kind: 'projection' }),
      })),
    );
    assert.equal(
      facts.charts['session-demand'].unit.toLowerCase(),
      'number of group therapy sessions (thousands)',
    );
  });

  it('says nothing in its prose that the given text does not say', () => {
    const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const known = new Set(words(given));
    const own = body.replace(/^\{.*\}$|^!\[.*$/gm, '');
    assert.deepEqual(
      words(own).filter((word) => !known.has(word)),
      [],
    );
  });

  it('takes its facts from the words of the text, and invents none that is missing', () => {
    const said = given.toLowerCase();
    for (const key of ['duration', 'delivery', 'audience', 'careers', 'standfirst', 'award']) {
      assert.ok(said.includes(String(facts[key]).toLowerCase()), key);
    }
    for (const key of ['fees', 'entry', 'location', 'assessment', 'terms', 'starts', 'apply']) {
      assert.equal(facts[key], undefined, key);
    }
    assert.equal(facts.charts['session-demand'].source, undefined);
    assert.equal(facts.claims[0].date, undefined);
  });

  it('keeps the paragraph that the facts panel says again, marked', () => {
    assert.match(body, /to enhance their clinical skills\.\n\{\.in-facts\}\n/);
  });
});

describe('the shipped project', () => {
  it('is visibly fictional and a draft', () => {
    const institution = readFileSync(join(content, 'institution.md'), 'utf8');
    assert.match(institution, /^placeholder: true$/m);
    for (const name of readdirSync(join(content, 'publications'))) {
      const text = readFileSync(join(content, 'publications', name), 'utf8');
      assert.match(text, /^status: draft$/m, name);
    }
    assert.ok(existsSync(join(content, 'publications/prospectus.md')));
  });

  it('has only addresses and numbers that can belong to nobody (RFC 2606; Ofcom)', () => {
    const institution = readFileSync(join(content, 'institution.md'), 'utf8');
    const hosts = institution.match(/[\w-]+\.[a-z]{2,}(?=[\s/]|$)/gm) ?? [];
    assert.deepEqual([...new Set(hosts)], ['sample.example']);
    for (const [number] of institution.matchAll(/\b0\d{4} ?\d{3} ?\d{3}\b/g)) {
      assert.match(number, /^01632 960/);
    }
  });
});
