import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plain, typeset } from '../../../scripts/content/markdown/typography.ts';
import { prose } from './prose.ts';

/** `_` is a no-break space, `~` a narrow one, `=` a hyphen that does not break. */
const shown = (text: string) =>
  text.replaceAll('\u00A0', '_').replaceAll('\u202F', '~').replaceAll('\u2011', '=');

const set: Record<string, [typed: string, set: string][]> = {
  'en-GB': [
    ['He said "yes".', 'He said “yes”.'],
    ['"Yes," she said, "and no."', '“Yes,” she said, “and no.”'],
    ["'Yes' and \"a 'yes' within\"", '‘Yes’ and “a ‘yes’ within”'],
    [
      "don't, students' work, the '90s, 'tis so, rock 'n' roll",
      'don’t, students’ work, the ’90s, ’tis so, rock ’n’ roll',
    ],
    ['("quoted") and ["so"]', '(“quoted”) and [“so”]'],
    ['a 5\'10" door', 'a 5′10″ door'],
    ['the "Class of 2020"', 'the “Class of 2020”'],
    ['IELTS 6.5 or TOEFL 90, not GCSE 2027', 'IELTS_6.5 or TOEFL_90, not GCSE 2027'],
    ['2021-2022 and 2027-28, pages 9-12', '2021–2022 and 2027–28, pages 9–12'],
    ['£3,000-£4,000 or 20-30%', '£3,000–£4,000 or 20–30%'],
    ['ISO 14289-1, COVID-19, a 50-50 chance', 'ISO 14289-1, COVID-19, a 50-50 chance'],
    ['words - and -- more', 'words_– and_– more'],
    ['words – and — more, 9–12', 'words_– and_— more, 9–12'],
    ['wait... and so on', 'wait… and so on'],
    ['by 27 September 2027 or 1st May', 'by 27_September_2027 or 1st_May'],
    ['from September 2027', 'from September_2027'],
    ['on 2027-09-27', 'on 2027=09=27'],
    ['call 0114 222 1000 or +44 (0)114', 'call 0114_222_1000 or +44 (0)114'],
    ['call +44 114 222 1000', 'call +44_114_222_1000'],
    ['call 0114-222-1000', 'call 0114=222=1000'],
    ['25 mm, 10 km, 5 kg, 20 %, 3 °C', '25~mm, 10~km, 5~kg, 20~%, 3~°C'],
    ['20 minutes, 5 modules, 3 months', '20 minutes, 5 modules, 3 months'],
    ['£2 million and 40 thousand', '£2_million and 40_thousand'],
    ['at 6 pm, p. 12', 'at 6_pm, p._12'],
    ['part-time well-being', 'part=time well=being'],
    ['up-to-date mother-in-law', 'up-to-date mother-in-law'],
    [
      'see example.ac.uk/a-b/2021-2022 and a-b@example.ac.uk',
      'see example.ac.uk/a-b/2021-2022 and a-b@example.ac.uk',
    ],
    ['https://example.ac.uk/part-time "x"', 'https://example.ac.uk/part-time “x”'],
    ['(a), (b), (c) and (r)', '(a), (b), (c) and (r)'],
    ['What? Yes: now!', 'What? Yes: now!'],
  ],
  cy: [
    ['Mae\'r "cwrs" yn dda', 'Mae’r “cwrs” yn dda'],
    ["'Dw i'n dysgu", '’Dw i’n dysgu'],
    ['erbyn 27 Medi 2027', 'erbyn 27_Medi_2027'],
    ['£2 miliwn', '£2_miliwn'],
  ],
  fr: [
    ['Il dit "oui" !', 'Il dit «~oui~»~!'],
    ['Pourquoi? Ainsi: voila; bien', 'Pourquoi~? Ainsi_: voila~; bien'],
    ['« déjà » et «déjà»', '«~déjà~» et «~déjà~»'],
    ["l'art d'aujourd'hui", 'l’art d’aujourd’hui'],
    ['le 1er septembre 2027', 'le 1er_septembre_2027'],
    ['8 500 € et 1 250 000 personnes', '8~500_€ et 1~250~000 personnes'],
    ['à 10:30, https://example.fr/a', 'à 10:30, https://example.fr/a'],
    ['01 42 34 56 78', '01_42_34_56_78'],
    ['Quoi ?!', 'Quoi~?!'],
  ],
  de: [['Er sagt "ja"', 'Er sagt „ja“']],
  xx: [['"as in English"', '“as in English”']],
};

for (const [lang, pairs] of Object.entries(set)) {
  for (const [typed, expected] of pairs) {
    test(`${lang}: ${typed}`, () => assert.equal(shown(typeset(typed, lang)), expected));
  }
}

test('setting twice changes nothing more', () => {
  for (const [lang, pairs] of Object.entries(set)) {
    for (const [typed] of pairs) {
      const once = typeset(typed, lang);
      assert.equal(typeset(once, lang), once, typed);
    }
  }
});

test('plain text has plain spaces and hyphens', () => {
  assert.equal(
    plain(typeset('27 September, 25 mm, part-time', 'en')),
    '27 September, 25 mm, part-time',
  );
});

test('quotes know what stands beside them, over emphasis, links and code', () => {
  assert.equal(
    prose('"*So*" and *"so"*, the "[link](course:other)" and `"code"`, the *students*\' own.').html,
    '<p>“<em>So</em>” and <em>“so”</em>, the “<a href="#course-other" data-to="course:other">link</a>” and <code>&quot;code&quot;</code>, the <em>students</em>’ own.</p>',
  );
});

test('what is escaped or code stays as it is typed', () => {
  assert.equal(prose('\\"x\\" 9\\-12 `9-12`').html, '<p>&quot;x&quot; 9-12 <code>9-12</code></p>');
});

test('words in another language are set by its rules', () => {
  assert.match(
    prose('So <span lang="fr">"oui" !</span> "x"').html,
    /«\u202Foui\u202F»\u202F!<\/span> “x”/,
  );
  assert.match(prose('*"oui"*{lang=fr}').html, /«\u202Foui\u202F»/);
  assert.match(prose('"oui"\n{lang=fr}').html, /<p lang="fr">«\u202Foui\u202F»/);
});

test('no text takes more than its share of time: long runs of every kind of mark end', () => {
  for (const piece of ['"', "'", '-', '1-', 'a-', 'a.', '0 ', '1 000 ', 'a@', '« ', '. ', '( ']) {
    for (const lang of ['en', 'cy', 'fr']) {
      const text = piece.repeat(Math.floor(20_000 / piece.length));
      assert.ok(typeset(text, lang).length >= 1);
    }
  }
});
