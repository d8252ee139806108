import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { collector } from '../../scripts/finding.ts';
import { numbersFor } from '../../scripts/layout/numbers.ts';

const en = numbersFor('en-GB');
const cy = numbersFor('cy');
const fr = numbersFor('fr');
/** No-break space as `_`, narrow no-break space as `~`, so that a test can be read. */
const seen = (text: string) => text.replaceAll('\u00a0', '_').replaceAll('\u202f', '~');

describe('money', () => {
  it('is written as the language writes it, and never breaks', () => {
    assert.equal(seen(en.money(4250)), '£4,250');
    assert.equal(seen(cy.money(4250)), '£4,250');
    assert.equal(seen(fr.money(4250)), '4~250_£');
    assert.equal(seen(fr.money(1234567, 'EUR')), '1~234~567_€');
    assert.equal(seen(en.money(980)), '£980');
    assert.equal(seen(en.money(0)), '£0');
  });

  it('has two decimals unless the amount is whole', () => {
    assert.equal(seen(en.money(4250.5)), '£4,250.50');
    assert.equal(seen(fr.money(4250.5)), '4~250,50_£');
  });

  it('parts a currency in letters from its figure', () => {
    assert.equal(seen(en.money(900, 'CHF')), 'CHF_900');
    assert.equal(seen(fr.money(900, 'CHF')), '900_CHF');
    assert.equal(seen(en.money(900, 'USD')), 'US$900');
  });
});

describe('date', () => {
  it('is written as the language writes it, and never breaks', () => {
    assert.equal(seen(en.date('2027-09-27')), '27_September_2027');
    assert.equal(seen(cy.date('2027-09-27')), '27_Medi_2027');
    assert.equal(seen(fr.date('2027-09-27')), '27_septembre_2027');
  });

  it('names the first of a month in French as the first', () => {
    assert.equal(seen(fr.date('2027-09-01')), '1er_septembre_2027');
    assert.equal(seen(fr.date('2027-09-11')), '11_septembre_2027');
    assert.equal(seen(en.date('2027-09-01')), '1_September_2027');
  });

  it('leaves words and impossible dates as they are', () => {
    assert.equal(en.date('September 2027'), 'September 2027');
    assert.equal(en.date('2027-02-31'), '2027-02-31');
    assert.equal(en.date('2027-13-01'), '2027-13-01');
  });

  it('knows twelve different months in each language', () => {
    for (const numbers of [en, cy, fr]) {
      const months = Array.from({ length: 12 }, (_, i) =>
        numbers.date(`2027-${String(i + 1).padStart(2, '0')}-02`),
      );
      assert.equal(new Set(months).size, 12);
    }
  });
});

describe('dateRange', () => {
  it('says once what both dates share', () => {
    assert.equal(seen(en.dateRange('2027-09-20', '2027-09-24')), '20–24_September_2027');
    assert.equal(seen(en.dateRange('2027-09-27', '2027-10-01')), '27_September_– 1_October_2027');
    assert.equal(
      seen(fr.dateRange('2027-12-28', '2028-01-01')),
      '28_décembre_2027_– 1er_janvier_2028',
    );
    assert.equal(seen(cy.dateRange('2027-05-03', '2027-05-03')), '3_Mai_2027');
  });
});

describe('clauses', () => {
  it('puts a narrow space that does not break before a French semicolon', () => {
    assert.equal(en.clauses(['a', 'b']), 'a; b');
    assert.equal(fr.clauses(['a', 'b', 'c']), 'a\u202f; b\u202f; c');
    assert.equal(fr.clauses(['a']), 'a');
  });
});

describe('figure', () => {
  it('groups thousands and keeps no empty decimals', () => {
    assert.equal(seen(en.figure(50000)), '50,000');
    assert.equal(seen(fr.figure(50000)), '50~000');
    assert.equal(seen(en.figure(999)), '999');
    assert.equal(seen(en.figure(6.5, 1)), '6.5');
    assert.equal(seen(fr.figure(6.5, 2)), '6,5');
    assert.equal(seen(en.figure(6, 2)), '6');
    assert.equal(seen(en.figure(-1200)), '−1,200');
    assert.equal(seen(en.figure(-0.2)), '0');
  });
});

describe('list', () => {
  it('joins as the language does', () => {
    assert.equal(en.list(['a', 'b', 'c']), 'a, b and c');
    assert.equal(en.list(['a', 'b'], 'or'), 'a or b');
    assert.equal(fr.list(['a', 'b', 'c']), 'a, b et c');
    assert.equal(cy.list(['dydd Llun', 'dydd Mawrth'], 'or'), 'dydd Llun neu dydd Mawrth');
    assert.equal(en.list(['a']), 'a');
    assert.equal(en.list([]), '');
  });

  it('says ac before a Welsh vowel and a before a consonant', () => {
    assert.equal(cy.list(['gofal', 'iechyd']), 'gofal ac iechyd');
    assert.equal(cy.list(['dydd', 'ŵyr']), 'dydd ac ŵyr');
    assert.equal(cy.list(['dydd', 'wythnos']), 'dydd ac wythnos');
    assert.equal(cy.list(['drws', 'wal']), 'drws a wal');
    assert.equal(cy.list(['bwrdd', 'llyfr']), 'bwrdd a llyfr');
  });
});

describe('a language without a table', () => {
  it('writes as English does, with one finding', () => {
    const { findings, report } = collector();
    assert.equal(seen(numbersFor('de', report).date('2027-09-27')), '27_September_2027');
    assert.deepEqual(
      findings.map((finding) => finding.code),
      ['layout/language-without-numbers'],
    );
    numbersFor('cy', report);
    assert.equal(findings.length, 1);
  });

  it('takes no language from the prototype of an object', () => {
    assert.equal(numbersFor('constructor').list(['a', 'b']), 'a and b');
  });
});
