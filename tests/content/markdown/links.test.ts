import assert from 'node:assert/strict';
import { test } from 'node:test';
import { only } from '../projects.ts';
import { file, prose } from './prose.ts';

test('links out go to the web, to e-mail and to the telephone', () => {
  const { html, findings } = prose(
    '[a](https://example.ac.uk/x?y=1&z=2) [b](http://example.ac.uk) [c](mailto:a@example.ac.uk) [d](tel:+441632960001) <https://example.ac.uk/a-b/2021-2022>',
  );
  assert.deepEqual(findings, []);
  assert.equal(
    html,
    '<p><a href="https://example.ac.uk/x?y=1&amp;z=2">a</a> <a href="http://example.ac.uk">b</a> <a href="mailto:a@example.ac.uk">c</a> <a href="tel:+441632960001">d</a> <a href="https://example.ac.uk/a-b/2021-2022">https://example.ac.uk/a-b/2021-2022</a></p>',
  );
});

test('links within the project become anchors and are noted for checking', () => {
  const { html, links } = prose('[a](course:y) [b](page:city#fees) [c](#what-you-learn)');
  assert.equal(
    html,
    '<p><a href="#course-y" data-to="course:y">a</a> <a href="#page-city--fees" data-to="page:city">b</a> <a href="#course-x--what-you-learn">c</a></p>',
  );
  assert.deepEqual(
    links.map(({ to }) => to),
    ['course:y', 'page:city#fees', '#what-you-learn'],
  );
  assert.deepEqual(links[0]?.place, { file, line: 10, column: 5, length: 8 });
});

test('a slug with letters of other alphabets is found again', () => {
  assert.equal(prose('[a](course:therapi-grŵp)').links[0]?.to, 'course:therapi-grŵp');
});

for (const address of [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java&#115;cript:alert(1)',
  'javascript&colon;alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  'ftp://example.org/x',
  '//example.org/x',
  '/absolute',
  'images/room.jpg',
  'blob:x',
  'about:blank',
]) {
  test(`refused: ${address}`, () => {
    const { html, findings, links } = prose(`One.\n\nSee [the words](${address}).\n`);
    const finding = only(findings, 'markdown/link');
    assert.deepEqual([finding.severity, finding.place?.line], ['error', 12]);
    assert.equal(html, '<p>One.</p>\n<p>See the words.</p>');
    assert.deepEqual(links, []);
  });
}

test('a link to the Markdown file of another course says how to write it', () => {
  assert.match(
    only(prose('[a](../courses/y.md)').findings, 'markdown/link-to-file').hint,
    /`course:y`/,
  );
  assert.match(
    only(prose('[a](../pages/y.md#z)').findings, 'markdown/link-to-file').hint,
    /`page:y`/,
  );
});

test('a link without words is a finding', () => {
  only(prose('[](https://example.ac.uk)').findings, 'markdown/link-without-words');
});
