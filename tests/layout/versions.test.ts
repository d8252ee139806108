import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block } from '../../scripts/content/model.ts';
import { depth } from '../../scripts/layout/course-view.ts';
import { textVersions } from '../../scripts/layout/versions.ts';
import { course, settingFor } from '../helpers/setting.ts';

/*
 * The ladder of versions that a text goes down until it fits its place.
 */

interface Written {
  heading?: string;
  blocks: string[];
  classes?: string[];
  short?: string[];
}

/** A course of these sections; the blocks of `short` are marked in the section itself. */
function written(sections: readonly Written[]) {
  let line = 10;
  return course(
    'x',
    { title: 'X' },
    sections.map(({ heading, blocks, classes = [], short = [] }, i) => ({
      level: 2,
      id: `course-x--${i}`,
      heading: heading === undefined ? undefined : { html: heading, text: heading },
      classes,
      line: line++,
      blocks: [
        ...blocks.map((text) => block(text, [], line++)),
        ...short.map((text) => block(text, ['short'], line++)),
      ],
    })),
  );
}

function block(text: string, classes: string[], line: number): Block {
  const file = 'content/courses/x.md';
  return { kind: 'prose', tag: 'p', html: `<p>${text}</p>`, text, classes, line, file };
}

async function versionsOf(sections: readonly Written[]) {
  const versions = await textVersions(written(sections), settingFor({}), {
    depth: depth(1),
    showsFacts: true,
  });
  return versions.map(({ name, blocks, leavesOut = '', src = '', isWanted = false }) => ({
    ...{ name, leavesOut, src, isWanted },
    words: blocks.map(({ html }) => html.replace(/<[^>]*>/g, '')).join('|'),
  }));
}

test('a short version stands for its section: from the last one upward, then alone', async () => {
  const versions = await versionsOf([
    { heading: 'Why', blocks: ['Why long.'], short: ['Why short.'] },
    { heading: 'What', blocks: ['What long.'] },
    { heading: 'Where', blocks: ['Where long.'] },
    { heading: 'where', blocks: ['Where short.'], classes: ['short'] },
  ]);
  assert.deepEqual(
    versions.map(({ words }) => words),
    [
      'Why|Why long.|What|What long.|Where|Where long.',
      'Why|Why long.|What|What long.|Where|Where short.',
      'Why|Why short.|What|What long.|Where|Where short.',
      'Why|Why short.|Where|Where short.',
    ],
  );
  assert.deepEqual(
    versions.map(({ isWanted }) => isWanted),
    [false, false, false, true],
  );
  assert.match(versions[1]?.name ?? '', /short version of "Where"/);
});

test('without one whole paragraphs give way, of the longest section first, then sections', async () => {
  const versions = await versionsOf([
    { heading: 'Why', blocks: ['One.', 'Two.', 'Three.'] },
    { heading: 'What', blocks: ['Four.', 'Five.'] },
  ]);
  assert.deepEqual(
    versions.map(({ words }) => words),
    [
      'Why|One.|Two.|Three.|What|Four.|Five.',
      'Why|One.|Two.|What|Four.|Five.',
      'Why|One.|Two.|What|Four.',
      'Why|One.|What|Four.',
      'Why|One.',
      'What|Four.',
    ],
  );
  assert.deepEqual(
    versions.map(({ leavesOut }) => leavesOut),
    [
      '',
      '1 paragraph of "Why"',
      '1 paragraph of "What", 1 paragraph of "Why"',
      '2 paragraphs of "Why", 1 paragraph of "What"',
      '"What", 2 paragraphs of "Why"',
      '"Why"',
    ],
  );
  // What is asked to be cut if nothing fits is the first paragraph; the findings name its line.
  assert.deepEqual(
    versions.map(({ isWanted }) => isWanted),
    [false, false, false, false, true, false],
  );
  assert.equal(versions[1]?.src, 'content/courses/x.md:13');
});

test('never a sentence is cut, and of many paragraphs no more versions are tried than 24 and the others', async () => {
  const blocks = Array.from({ length: 60 }, (_, i) => `Paragraph ${i}.`);
  const versions = await versionsOf([{ blocks }]);
  assert.ok(versions.length <= 24);
  for (const { words } of versions) {
    for (const word of words.split('|')) assert.ok(blocks.includes(word), word);
  }
});

test('text that is for books alone is in no version', async () => {
  const versions = await versionsOf([
    { blocks: ['Kept.'] },
    { heading: 'Book', blocks: ['Gone.'], classes: ['book-only'] },
  ]);
  assert.deepEqual(
    versions.map(({ words }) => words),
    ['Kept.'],
  );
});
