import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { collector } from '../../scripts/finding.ts';
import { lintWords, placeholdersOf, readWords, wordsFor } from '../../scripts/layout/words.ts';

const tool = dirname(dirname(import.meta.dirname));
const base = readWords(tool);
const english = base.en ?? {};

/** Words that English shares with the language, checked one by one by a person. */
const cognates: Record<string, string[]> = {
  cy: ['chart.labelled', 'chart.series', 'amountFor', 'label', 'inFormat'],
  fr: [
    ...['chart.labelled', 'amountFor', 'inFormat', 'international', 'index', 'modules'],
    ...['questions', 'notes', 'page', 'seePage', 'seePageWithin', 'note', 'projection'],
  ],
};

/** English words that no Welsh or French label has; `a`, `on`, `or` and the like are words there too. */
const englishWords =
  /\b(the|of|and|for|you|your|by|with|from|this|fees?|course|apply|ask|read|year|costs?|draft|chart|printed|published|need|is|are)\b/i;

describe('templates/words', () => {
  it('has English, Welsh and French', () => {
    assert.deepEqual(Object.keys(base), ['cy', 'en', 'fr']);
  });

  for (const lang of ['cy', 'fr']) {
    const table = base[lang] ?? {};
    it(`${lang} has the keys of en in the order of en, each with the same values`, () => {
      assert.deepEqual(Object.keys(table), Object.keys(english));
      for (const [key, label] of Object.entries(english)) {
        assert.deepEqual(placeholdersOf(table[key] ?? ''), placeholdersOf(label), key);
      }
    });

    it(`${lang} has no English left`, () => {
      for (const [key, label] of Object.entries(table)) {
        const words = label.replace(/\{\w+\}/g, '');
        assert.doesNotMatch(words, englishWords, key);
        const same = label.replace(/\s/g, ' ') === english[key]?.replace(/\s/g, ' ');
        assert.equal(same, cognates[lang]?.includes(key), `${key}: ${label}`);
      }
    });
  }

  it('has no empty label, no straight quote, no space at an end', () => {
    for (const [lang, table] of Object.entries(base)) {
      for (const [key, label] of Object.entries(table)) {
        assert.match(label, /^\S(.*\S)?$/s, `${lang}.${key}`);
        assert.doesNotMatch(label, /['"]|\.\.\./, `${lang}.${key}`);
      }
    }
  });

  it('never lets a French colon, semicolon or question mark begin a line', () => {
    for (const [key, label] of Object.entries(base.fr ?? {})) {
      assert.doesNotMatch(label, /[^\u00a0]:|[^\u202f][;?!]/, key);
    }
  });

  it('keeps every key once: JSON drops a repeated key without a word', () => {
    for (const lang of Object.keys(base)) {
      const text = readFileSync(join(tool, `templates/words/${lang}.json`), 'utf8');
      const keys = [...text.matchAll(/^ {2}"([^"]+)":/gm)].map((match) => match[1]);
      assert.equal(new Set(keys).size, keys.length, lang);
    }
  });
});

describe('wordsFor', () => {
  it('says a label of the language with its values', () => {
    assert.equal(
      wordsFor('cy', undefined, base)('byDate', { date: '30 Mehefin 2027' }),
      'erbyn 30 Mehefin 2027',
    );
    assert.equal(wordsFor('fr-CA', undefined, base)('contents'), 'Sommaire');
  });

  it('does not read a value as a label', () => {
    const say = wordsFor('en-GB', undefined, base);
    assert.equal(say('byDate', { date: '{email} $& $1' }), 'by {email} $& $1');
  });

  it('prefers the wording of the institution', () => {
    const own = { en: { keyFacts: 'At a glance', byDate: 'not after {date}' } };
    const say = wordsFor('en-GB', own, base);
    assert.equal(say('keyFacts'), 'At a glance');
    assert.equal(say('byDate', { date: 'May' }), 'not after May');
    assert.equal(say('contents'), 'Contents');
    assert.equal(wordsFor('cy', own, base)('keyFacts'), 'Ffeithiau allweddol');
  });

  it('throws for a label that does not exist, also for one of every object', () => {
    const say = wordsFor('en', undefined, base);
    assert.throws(() => say('keyFatcs'), /no label "keyFatcs"/);
    assert.throws(() => say('toString'), /no label "toString"/);
    assert.throws(() => wordsFor('en', { en: { made: 'Up' } }, base)('made'), /no label "made"/);
  });

  it('throws for a value that is missing', () => {
    const say = wordsFor('en', undefined, base);
    assert.throws(() => say('byDate'), /"byDate" needs a value for \{date\}/);
    assert.throws(() => say('byDate', { day: 'Monday' }), /\{date\}/);
  });

  it('speaks English in a language without labels, with one finding', () => {
    const { findings, report } = collector();
    assert.equal(wordsFor('de', undefined, base, report)('apply'), 'Apply');
    assert.deepEqual(
      findings.map((finding) => finding.code),
      ['layout/language-without-words'],
    );
    assert.equal(wordsFor('cy', undefined, base, report)('apply'), 'Ymgeisio');
    assert.equal(findings.length, 1);
  });

  it('takes a whole language from the institution without a finding', () => {
    const { findings, report } = collector();
    const de = Object.fromEntries(
      Object.entries(english).map(([key, label]) => [key, `${label}!`]),
    );
    assert.equal(wordsFor('de-AT', { de }, base, report)('apply'), 'Apply!');
    assert.equal(findings.length, 0);
  });
});

describe('lintWords', () => {
  it('reports a label that does not exist, with the one that was meant', () => {
    const { findings, report } = collector();
    const place = { file: 'content/institution.md', line: 7 };
    lintWords({ en: { keyfact: 'At a glance' } }, base, report, (path) =>
      path === 'words.en.keyfact' ? place : undefined,
    );
    assert.equal(findings.length, 1);
    assert.equal(findings[0]?.code, 'layout/unknown-label');
    assert.match(findings[0]?.hint ?? '', /Did you mean `keyFacts`\?/);
    assert.deepEqual(findings[0]?.place, place);
  });

  it('reports wording that takes other values, and the standard wording is printed', () => {
    const { findings, report } = collector();
    const own = { en: { byDate: 'by {day}', keyFacts: 'Facts about {name}' } };
    lintWords(own, base, report);
    assert.deepEqual(
      findings.map((finding) => finding.code),
      ['layout/label-values', 'layout/label-values'],
    );
    assert.match(findings[0]?.hint ?? '', /\{date\}/);
    assert.equal(wordsFor('en', own, base)('byDate', { date: 'May' }), 'by May');
  });

  it('is silent about wording that fits', () => {
    const { findings, report } = collector();
    lintWords({ en: { keyFacts: 'At a glance' }, de: { byDate: 'bis {date}' } }, base, report);
    assert.deepEqual(findings, []);
  });
});
