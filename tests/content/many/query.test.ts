import assert from 'node:assert/strict';
import test from 'node:test';
import type { Candidate } from '../../../scripts/content/many/fields.ts';
import { meets } from '../../../scripts/content/many/match.ts';
import { parseQuery } from '../../../scripts/content/many/parse.ts';
import { course as schema } from '../../../scripts/content/schema/course.ts';

const course = (slug: string, facts: object, langs = ['en-GB']): Candidate => ({
  slug,
  langs,
  facts: [schema.parse(facts)],
});

const courses = [
  course('art', {
    title: 'Art Therapy',
    subject: ['Mental health', 'Art'],
    faculty: 'Health and social care',
    level: 7,
    credits: 60,
    starts: ['2027-09-27', '2028-01-10'],
    fees: [
      { audience: 'uk', total: 4250 },
      { audience: 'international', perYear: 12000 },
    ],
    modules: [{ title: 'Clay', core: false }],
  }),
  course('law', {
    title: 'Women’s Law',
    subject: 'Law',
    level: 'Level 6',
    credits: 120,
    starts: ['September'],
    promise: 'Read it.',
    validUntil: '2028-07-31',
  }),
  course('nursing', { title: 'Nursing  (Adult)', subject: 'Café studies', level: '7' }, [
    'en-GB',
    'cy',
  ]),
];

function matched(query: string): string[] | string {
  const codes: string[] = [];
  const parsed = parseQuery(query, ({ code }, start, end) =>
    codes.push(`${code} «${query.slice(start, end)}»`),
  );
  assert.equal(parsed === undefined, codes.length > 0, query);
  if (!parsed) return codes.join(', ');
  return courses.filter((one) => meets(one, parsed.where)).map(({ slug }) => slug);
}

const all = ['art', 'law', 'nursing'];
const answers: Record<string, string[]> = {
  courses: all,
  '  COURSES  ': all,
  'courses where subject = law': ['law'],
  'Courses Where Subject = LAW': ['law'],
  'courses where subject = mental  health': ['art'],
  'courses where subject != law': ['art', 'nursing'],
  'courses where faculty = Health and social care': ['art'],
  'courses where faculty = Health and social care and level = 7': ['art'],
  'courses where faculty = Health and social care or subject = law': ['art', 'law'],
  'courses where subject = cafe\u0301 studies': ['nursing'],
  "courses where title = women's law": ['law'],
  'courses where title = "nursing (adult)"': ['nursing'],
  'courses where title = “nursing (adult)”': ['nursing'],
  'courses where title contains therapy': ['art'],
  'courses where subject in (law, "mental health")': ['art', 'law'],
  'courses where subject not in (law, art)': ['nursing'],
  'courses where level = 7': ['art', 'nursing'],
  'courses where level >= 7': ['art', 'nursing'],
  'courses where credits < 60': [],
  'courses where credits <= 60': ['art'],
  'courses where credits > 60': ['law'],
  'courses where credits ≥ 60': ['art', 'law'],
  'courses where credits is missing': ['nursing'],
  'courses where promise is given': ['law'],
  'courses where promise is not given': ['art', 'nursing'],
  'courses where fees is given': ['art'],
  'courses where fees.total > 4000': ['art'],
  'courses where fees.audience = International': ['art'],
  'courses where modules.core = no': ['art'],
  'courses where starts = 2027-09': ['art'],
  'courses where starts = 2027': ['art'],
  'courses where starts < 2027-09-27': [],
  'courses where starts < 2027-10': ['art'],
  'courses where starts > 2027': ['art'],
  'courses where starts = september': ['law'],
  'courses where validUntil < 2029': ['law'],
  'courses where validuntil < 2028': [],
  'courses where slug in (art, nursing)': ['art', 'nursing'],
  'courses where course = law': ['law'],
  'courses where lang = cy': ['nursing'],
  'courses where lang = en': all,
  'courses where not (level = 7 or subject = law)': [],
  'courses where not level = 7': ['law'],
  'courses where not not level = 7': ['art', 'nursing'],
  // `and` binds closer than `or`.
  'courses where subject = law or level = 7 and credits = 60': ['art', 'law'],
  'courses where (subject = law or level = 7) and credits = 60': ['art'],
};
for (const [query, slugs] of Object.entries(answers)) {
  test(`${query}: ${slugs.join(', ') || 'none'}`, () => assert.deepEqual(matched(query), slugs));
}

const faults: Record<string, string> = {
  '': 'content/for-not-courses «»',
  pages: 'content/for-not-courses «pages»',
  'subject = law': 'content/for-not-courses «subject»',
  'courses with subject = law': 'content/for-no-where «with»',
  'courses where': 'content/for-no-field «e»',
  'courses where subject = law and': 'content/for-no-field «d»',
  'courses where ()': 'content/for-no-field «)»',
  'courses where "subject" = law': 'content/for-no-field «"subject"»',
  'courses where subjekt = law': 'content/for-unknown-fact «subjekt»',
  'courses where fees.totl = 3': 'content/for-unknown-fact «fees.totl»',
  'courses where __proto__ = 3': 'content/for-unknown-fact «__proto__»',
  'courses where constructor is given': 'content/for-unknown-fact «constructor»',
  'courses where subject': 'content/for-no-comparison «subject»',
  'courses where level 7': 'content/for-no-comparison «7»',
  'courses where level => 7': 'content/for-no-comparison «=>»',
  'courses where level == 7': 'content/for-no-comparison «==»',
  'courses where subject is law': 'content/for-is-what «law»',
  'courses where subject is': 'content/for-is-what «is»',
  'courses where subject in law': 'content/for-in-without-list «law»',
  'courses where subject in': 'content/for-in-without-list «in»',
  'courses where subject in ()': 'content/for-no-value «)»',
  'courses where subject in (law,)': 'content/for-no-value «)»',
  'courses where subject in (law': 'content/for-bracket-open «(»',
  'courses where subject = ""': 'content/for-no-value «""»',
  'courses where subject =': 'content/for-no-value «=»',
  'courses where (level = 7': 'content/for-bracket-open «(»',
  'courses where level = 7)': 'content/for-bracket-too-many «)»',
  'courses where subject = law, art': 'content/for-goes-on «,»',
  'courses where subject = "law" art': 'content/for-goes-on «art»',
  'courses where title = Art (MA)': 'content/for-value-needs-quotes «(»',
  'courses where title = "Art': 'content/for-quote-open «"Art»',
  'courses where fees > 3': 'content/for-fact-is-group «fees»',
  'courses where credits contains 6': 'content/for-contains-text «credits»',
  'courses where title < b': 'content/for-no-order «title»',
  'courses where credits = sixty': 'content/for-wrong-value «sixty»',
  'courses where credits in (60, x)': 'content/for-wrong-value «x»',
  'courses where validUntil < 27/9/2028': 'content/for-wrong-value «27/9/2028»',
  'courses where modules.core = perhaps': 'content/for-wrong-value «perhaps»',
  'courses where a = 1 and b = 2': 'content/for-unknown-fact «a», content/for-unknown-fact «b»',
};
for (const [query, complaint] of Object.entries(faults)) {
  test(`"${query}" is not understood`, () => assert.equal(matched(query), complaint));
}

test('what was probably meant is said', () => {
  const hint = (query: string) => {
    let said = '';
    parseQuery(query, (message) => {
      said = message.hint;
    });
    return said;
  };
  assert.match(hint('courses where subjekt = law'), /Did you mean `subject`\?/);
  assert.match(hint('courses where aply.until < 2028'), /Did you mean `apply.until`\?/);
  assert.match(hint('courses where level => 7'), /Did you mean `>=`\?/);
  assert.match(hint('course where level = 7'), /Did you mean `courses`\?/);
  assert.match(hint('subject = law'), /Write `courses where subject = law`/);
  assert.match(hint('courses where fees > 1'), /`fees.total`/);
});

test('an `and` belongs to a value where no condition follows', () => {
  const value = (query: string) => {
    const parsed = parseQuery(query, ({ message }) => assert.fail(message));
    const { where } = parsed!;
    return where?.kind === 'comparison' && where.values[0]?.text;
  };
  for (const words of ['law and order', 'work and life in cities', 'law and what it is', 'a or b'])
    assert.equal(value(`courses where title = ${words}`), words);
  // A word with a comparison behind it is a fact, if a misspelt one.
  for (const rest of ['titel contains x', 'titel in (x)', 'titel is missing', 'titel > 3'])
    assert.equal(
      matched(`courses where subject = law and ${rest}`),
      'content/for-unknown-fact «titel»',
    );
});

test('ten brackets within each other are read, eleven are too deep', () => {
  const deep = (n: number) => `courses where ${'('.repeat(n)}level = 7${')'.repeat(n)}`;
  assert.deepEqual(matched(deep(10)), ['art', 'nursing']);
  assert.match(String(matched(deep(11))), /for-too-deep/);
  assert.match(String(matched(`courses where ${'not '.repeat(11)}level = 7`)), /for-too-deep/);
  const beside = Array.from({ length: 40 }, () => '(level = 7)').join(' or ');
  assert.deepEqual(matched(`courses where ${beside}`), ['art', 'nursing']);
});

// No test measures time; one that took minutes would be seen.
const long = (piece: string) => piece.repeat(Math.floor(200_000 / piece.length));
const bombs: Record<string, string> = {
  'brackets that open': long('('),
  'brackets that close': long(')'),
  nots: long('not '),
  ands: `level = 7 ${long('and ')}`,
  'a value of many ands': `title = ${long('a and ')}b`,
  'many conditions': `${long('level = 7 or ')} level = 7`,
  'one word': 'a'.repeat(200_000),
  signs: long('='),
  quotes: long('"a" '),
  'open quotes': long('“'),
  commas: `subject in (${long('a,')}b)`,
  spaces: `title = a${' '.repeat(200_000)}b`,
  'letters of other planes': `title = ${long('𝒳')}`,
};
for (const [what, rest] of Object.entries(bombs)) {
  test(`ends, with few complaints: ${what}`, () => {
    const codes: string[] = [];
    const query = parseQuery(`courses where ${rest}`, ({ code }) => codes.push(code));
    assert.ok(query ? codes.length === 0 : codes.length > 0 && codes.length < 4, codes.join());
  });
}
