import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanSvg } from '../../../scripts/images/svg/clean.ts';
import { findings, place, testProject } from '../project.ts';
import { at, clean, svg } from './drawing.ts';

const cases: [what: string, inner: string, code: string, column?: number][] = [
  ['a script', '<script>alert(1)</script>', 'svg-script'],
  [
    'a script in another namespace',
    '<h:script xmlns:h="http://www.w3.org/1999/xhtml"/>',
    'svg-script',
  ],
  ['an event handler', '<path onclick="x()" d="M0 0"/>', 'svg-script', 7],
  ['a picture', '<image href="data:image/png;base64,AAAA"/>', 'svg-picture'],
  ['a call of another file', '<use xlink:href="other.svg#a"/>', 'svg-outside', 12],
  ['a call of another site', '<use href="https://example.com/a.svg#a"/>', 'svg-outside', 6],
  ['a script as address', '<use href="javascript:alert(1)"/>', 'svg-outside', 6],
  ['a paint from elsewhere', '<path fill="url(https://example.com/a#b)"/>', 'svg-outside'],
  ['a paint from elsewhere, escaped', '<path fill="u&#114;l(//example.com/a#b)"/>', 'svg-outside'],
  ['a style from elsewhere', '<path style="fill: url(x.svg#a)"/>', 'svg-outside'],
  ['a style of no concern from elsewhere', '<path style="behavior: url(x.htc)"/>', 'svg-outside'],
  ['a CSS escape', '<path style="fill: u\\72l(x)"/>', 'svg-style', 7],
  ['an import', '<style>@import url(https://example.com/x.css);</style>', 'svg-outside'],
  ['an import, quoted', '<style>@import "x.css"; .a{fill:red}</style>', 'svg-outside'],
  ['a font', '<style>@font-face{font-family:x;src:url(x.woff)}</style>', 'svg-style'],
  ['a media rule', '<style>@media print{.a{fill:red}}</style>', 'svg-style'],
  ['a selector with a state', '<style>.a:hover{fill:red}</style>', 'svg-style'],
  [
    'a foreign object',
    '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>',
    'svg-web-page',
  ],
  ['an animation', '<path><animate attributeName="d"/></path>', 'svg-animation', 7],
  ['a set', '<set attributeName="fill" to="red"/>', 'svg-animation'],
  ['an animation by style', '<path style="animation: x 1s"/>', 'svg-effect'],
  ['text', '<text x="1">Name</text>', 'svg-text'],
  ['a filter', '<filter id="f"/>', 'svg-effect'],
  ['the use of a filter', '<path filter="url(#f)"/>', 'svg-effect'],
  ['a mask', '<path mask="url(#f)"/>', 'svg-effect'],
  ['a blend', '<path style="mix-blend-mode: multiply"/>', 'svg-effect'],
  ['a link', '<a href="#x"><path d="M0 0"/></a>', 'svg-link'],
  ['a drawing in the drawing', '<svg/>', 'svg-unknown'],
  ['an unknown element', '<blink/>', 'svg-unknown'],
  ['a value that is none', '<path d="M0 0 &quot;x"/>', 'svg-value', 7],
  ['a clip by shape', '<path clip-path="circle(5px)"/>', 'svg-value'],
  ['a part made of itself', '<g id="a"><use href="#a"/></g>', 'svg-circle'],
  ['an unknown entity', '<g>&hello;</g>', 'svg-broken', 11],
  ['what is no XML', '<g><path></g>', 'svg-broken', 14],
];
for (const [what, inner, code, column = 1] of cases) {
  test(what, async (t) => {
    const { drawing, said } = await clean(t, svg(inner));
    assert.deepEqual(said, at(code, 2, column));
    assert.equal(drawing, undefined);
  });
}

test('a document type, with entities or without', async (t) => {
  const bomb = `<?xml version="1.0"?>
<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>`;
  assert.deepEqual((await clean(t, bomb)).said, at('svg-doctype', 2, 1));
  const plain = bomb.replace(/ \[.*\]>/, ' PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">');
  assert.deepEqual((await clean(t, plain)).said, at('svg-doctype', 2, 1));
  const used = bomb.replace('/>', '>&x;</svg>');
  assert.deepEqual((await clean(t, used)).drawing, undefined);
});

test('a style sheet called from outside', async (t) => {
  const { said } = await clean(t, `<?xml-stylesheet href="x.css"?>\n${svg('')}`);
  assert.deepEqual(said, at('svg-outside', 1, 1));
});

test('all that is wrong in one go, each kind once, in its place', async (t) => {
  const { said } = await clean(
    t,
    svg('<script/><script/>\n  <path onload="1" onclick="2"/>\n<text/><path onload="3"/>'),
  );
  const file = 'content/images/logo.svg';
  assert.deepEqual(said, [
    `images/svg-script ${file}:2:1`,
    `images/svg-script ${file}:3:9`,
    `images/svg-script ${file}:3:20`,
    `images/svg-text ${file}:4:1`,
  ]);
});

test('what is no SVG: where the project names it', async (t) => {
  for (const data of ['<html xmlns="http://www.w3.org/1999/xhtml"/>', '<svg xmlns="urn:other"/>']) {
    const { said, drawing } = await clean(t, data);
    assert.deepEqual(said, ['images/svg-not-a-drawing content/courses/x.md:7:3']);
    assert.equal(drawing, undefined);
  }
  const latin = Buffer.from(svg('<!-- \xe9 -->'), 'latin1');
  assert.deepEqual((await clean(t, latin)).said, ['images/svg-encoding content/courses/x.md:7:3']);
});

test('a drawing without any size', async (t) => {
  const { said } = await clean(t, '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>');
  assert.deepEqual(said, at('svg-size', 1, 1));
});

test('whatever goes in, nothing comes out but lines, areas and calls of its own parts', async (t) => {
  const { world, write } = testProject(t);
  let state = 7;
  const some = <T>(from: readonly T[]): T => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return from[(state >>> 8) % from.length]!;
  };
  const names = ['g', 'path', 'use', 'rect', 'x:g', 'metadata', 'script', 'style', 'a', 'G', 'svg'];
  const attributes = [
    'd',
    'id',
    'fill',
    'style',
    'href',
    'xlink:href',
    'onload',
    'x:fill',
    'class',
    'Fill',
  ];
  const values = [
    '#a',
    'a',
    'red',
    'url(#a)',
    'URL(x)',
    'fill:red',
    'fill:url(#a);x:url(y)',
    'javascript:x',
    '&quot;&gt;&lt;script&gt;',
    'x\\',
    'M0 0',
  ];
  const element = (depth: number): string => {
    const name = some(names);
    const kinds = new Set([some(attributes), some(attributes)]);
    const written = [...kinds].map((kind) => ` ${kind}="${some(values)}"`).join('');
    const inner =
      depth > 0 ? element(depth - 1) + element(depth - 1) : some(['', '.a{fill:red}', 'x']);
    return `<${name}${written}>${inner}</${name}>`;
  };
  let kept = 0;
  for (let i = 0; i < 600; i++) {
    const data = svg(element(i % 3)).replace('<svg', '<svg xmlns:x="urn:x"');
    const drawing = await cleanSvg(world, write('a.svg', data), place, findings().report);
    if (!drawing) continue;
    kept++;
    const own = String.raw`d[\da-f]{8}-\d+`;
    const attribute = `(id="${own}"|href="#${own}"|(fill|d|viewBox)="([\\w #]*|url\\(#${own}\\))")`;
    const tag = `<(/?(g|path|use|rect|svg)( ${attribute})*/?)>`;
    assert.match(
      drawing.svg.replace(' xmlns="http://www.w3.org/2000/svg"', ''),
      new RegExp(`^(${tag})+$`),
      data,
    );
  }
  assert.ok(kept > 50, `${kept}`);
});
