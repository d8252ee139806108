import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factsFor } from '../../scripts/content/years.ts';
import { read, readCourse, soundProject } from './projects.ts';

test('without a year, and for the year of the file, the facts are as they stand', async () => {
  const course = (await read(soundProject)).project.courses[1]!;
  assert.equal(factsFor(course, undefined), course);
  assert.deepEqual(
    factsFor(course, 2027).facts.fees?.map(({ total }) => total),
    [8500, 14500],
  );
});

test('facts of another year win over those above, and so do their places', async () => {
  const course = (await read(soundProject)).project.courses[1]!;
  const { facts, places } = factsFor(course, 2028);
  assert.equal(facts.year, 2028);
  assert.deepEqual(facts.starts, ['2028-09-25']);
  assert.deepEqual(
    facts.fees?.map(({ audience, total }) => [audience, total]),
    [['uk', 8900]],
  );
  assert.equal(facts.title, course.facts.title);
  assert.equal(places['fees.0.total'], course.places['years.2028.fees.0.total']);
  assert.equal(places['fees.1.total'], undefined);
  assert.equal(places.title, course.places.title);
  assert.equal(course.facts.year, 2027, 'the course itself is untouched');
});

test('a group of keys is merged: only what the year says is other', async (t) => {
  const { course } = await readCourse(
    t,
    '---\napply: {until: 2027-06-30, url: a.example.ac.uk/apply}\nyears:\n  2028:\n    apply: {until: 2028-06-30}\n---\n',
  );
  const { facts, places } = factsFor(course!, 2028);
  assert.deepEqual(facts.apply, { until: '2028-06-30', url: 'a.example.ac.uk/apply' });
  assert.equal(places['apply.until']?.line, 5);
  assert.equal(places['apply.url']?.line, 2);
});

test('of several fees those of the year are kept, and those that name none', async (t) => {
  const { course } = await readCourse(
    t,
    '---\nfees:\n  - {audience: uk, year: 2027, total: 1}\n  - {audience: uk, year: 2028, total: 2}\n  - {audience: eu, total: 3}\n---\n',
  );
  const { facts, places } = factsFor(course!, 2028);
  assert.deepEqual(
    facts.fees?.map(({ total }) => total),
    [2, 3],
  );
  assert.deepEqual([places['fees.0.total']?.line, places['fees.1.total']?.line], [4, 5]);
  assert.equal(places['fees.2'], undefined);
  assert.deepEqual(
    factsFor(course!, 2030).facts.fees?.map(({ total }) => total),
    [3],
  );
});
