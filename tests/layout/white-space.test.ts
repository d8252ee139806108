import assert from 'node:assert/strict';
import test from 'node:test';
import { collapseSpace, lineEnd } from '../../scripts/layout/white-space.ts';

const collapsed: [string, string, string][] = [
  ['runs are one space, none at the ends of a block', '<p>\n  a \t b\n</p>', '<p>a b</p>'],
  ['none between blocks', '<div>\n<p>a</p>\n\n<p>b</p> </div>\n', '<div><p>a</p><p>b</p></div>'],
  [
    'the first of two counts, in the element it stands in',
    '<p>a <b> c </b> d</p>',
    '<p>a <b>c </b>d</p>',
  ],
  ['one before an element that ends the line does not', '<p><b>a </b> </p>', '<p><b>a</b></p>'],
  ['a line ends with its space', '<p>a<br>b <br> c</p>', '<p>a <br>b <br>c</p>'],
  [
    'a drawing stands alone',
    '<p>a <svg>\n <text> x </text></svg> b</p>',
    '<p>a<svg>\n <text> x </text></svg>b</p>',
  ],
  ['code is kept', '<pre> a\n  b </pre> <p> c</p>', '<pre> a\n  b </pre><p>c</p>'],
  ['a picture stands in its line', '<p>a <img src="x"> b</p>', '<p>a <img src="x"> b</p>'],
  [
    'a place that is filled later counts',
    '<li>a, <a href="#b"><span data-ref="b"></span></a> </li>',
    '<li>a, <a href="#b"><span data-ref="b"></span></a></li>',
  ],
  ['comments are nothing', '<p>a <!-- > --> b</p>', '<p>a b</p>'],
  [
    'spaces that are not white space stay',
    '<p>\u00a0a\u202f\u00a0b\u00a0</p>',
    '<p>\u00a0a\u202f\u00a0b\u00a0</p>',
  ],
  ['attributes stay', '<p title=" a  b ">c</p>', '<p title=" a  b ">c</p>'],
  [
    'a line of large words ends where it is meant to',
    `<p> and${lineEnd}clay\nreach </p>`,
    '<p>and \nclay reach</p>',
  ],
  ['what never ends is kept', '<p>a<b', '<p>a<b'],
];

for (const [title, html, expected] of collapsed) {
  test(`white space: ${title}`, () => {
    assert.equal(collapseSpace(html), expected);
    assert.equal(collapseSpace(expected.replaceAll(' \n', lineEnd)), expected, 'once is enough');
  });
}
