import { pick, seeded } from '../images/mark/random.ts';

/** Invented words: courses of a university that is nowhere. The same seed gives the same ones. */

const manners = [
  'Applied',
  'Advanced',
  'Clinical',
  'Comparative',
  'Digital',
  'Early',
  'Group',
  'Public',
  'Rural',
  'Urban',
];
const matters = [
  'Care',
  'Ethics',
  'Learning',
  'Listening',
  'Nursing',
  'Policy',
  'Repair',
  'Statistics',
  'Teaching',
  'Therapy',
];
const ends = ['', 'and Leadership', 'and Research', 'for Adults', 'in Practice', 'with Children'];

const clauses = [
  'you work with a group of adults from the first month',
  'the second half of the course is a placement in the town',
  'every student has a supervisor who has done the work',
  'what you bring is a case that still puzzles you',
  'two essays are read by two people each',
  'there is no examination and no surprise at the end',
  'the rooms are small so that everybody is heard',
  'the reading is done before you come and talked about when you are here',
  'you write down what you saw on the evening you saw it',
  'those who taught it last year teach it again',
  'a recorded session is watched together and stopped wherever somebody asks',
  'the library is open until midnight and the kettle beside it as well',
  'half of each seminar belongs to the students who prepared it',
  'visitors from three practices say what went wrong in theirs',
  'numbers are introduced slowly and by people who once disliked them',
  'you leave with a portfolio that an employer can read in ten minutes',
  'questions of money are answered in the first week by the same person',
  'nobody is asked to perform what they have not first seen done',
];

export function courseTitle(seed: string): string {
  const random = seeded(`${seed} title`);
  return [pick(random, manners), pick(random, matters), pick(random, ends)]
    .filter(Boolean)
    .join(' ');
}

export function moduleTitles(seed: string, count: number): string[] {
  const random = seeded(`${seed} modules`);
  return Array.from({ length: count }, (_, i) => `${pick(random, matters)} ${i + 1}`);
}

/** Sentences of two clauses each, about 22 words; no clause twice until all were used. */
export function sentences(seed: string, count: number): string {
  const random = seeded(`${seed} sentences`);
  let left: string[] = [];
  const clause = () => {
    if (left.length === 0) left = [...clauses];
    const chosen = pick(random, left);
    left = left.filter((one) => one !== chosen);
    return chosen;
  };
  return Array.from({ length: count }, () => {
    const joined = `${clause()}, and ${clause()}.`;
    return joined.charAt(0).toUpperCase() + joined.slice(1);
  }).join(' ');
}
