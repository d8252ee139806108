import assert from 'node:assert/strict';
import { test } from 'node:test';
import { borrowedWords, markBorrowed } from '../../scripts/layout/borrowed.ts';
import { factHtml } from '../../scripts/layout/html.ts';
import { course, settingFor } from '../helpers/setting.ts';

const file = 'content/courses/chairs.md';
const promise = 'Mend one chair. (Then make one.)';
const translation = {
  ...course('chairs', { title: 'Chaises', promise }),
  lang: 'fr',
  original: { file, lang: 'en-GB' },
  places: { promise: { file, line: 3 }, title: { file: 'content/courses/chairs.fr.md', line: 3 } },
};

test('a borrowed promise is said in its language though its lines are broken', () => {
  const { project } = settingFor({ courses: [translation], lang: 'fr' });
  const borrowed = borrowedWords(project, 'fr');
  const broken = promise.replace('. ', '. \u2028');
  const { html } = factHtml('chairs', 'promise', broken);
  assert.match(
    markBorrowed(html, borrowed, 'x'),
    /><span lang="en-GB" id="borrowed-x-1">Mend one chair\. \u2028\(Then make one\.\)<\/span></,
  );
  // Its own words are its own.
  const own = factHtml('chairs', 'title', 'Chaises').html;
  assert.equal(markBorrowed(own, borrowed, 'x'), own);
});
