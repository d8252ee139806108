import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { clean, svg } from './drawing.ts';

test('shapes, groups, colours, gradients, clips and calls of its own parts', async (t) => {
  const { drawing, said } = await clean(
    t,
    svg(`<title>Logo</title><metadata><x xmlns="urn:x"/></metadata>
  <defs><linearGradient id="a"><stop offset="0" stop-color="#630041"/></linearGradient>
    <clipPath id="b"><circle cx="5" cy="5" r="5"/></clipPath><path id="c" d="M0 0h10v10z"/></defs>
  <g fill="url(#a)" clip-path="url('#b')" transform="translate(2, 3) rotate(4)" id="unused">
    <rect x="1" y="2" width="3" height="4" rx="1" stroke="rgb(1, 2, 3)" stroke-dasharray="1 2"/>
    <use xlink:href="#c" x="20"/><use href="#c"/>
  </g>`),
  );
  assert.deepEqual(said, []);
  const prefix = /id="(d[0-9a-f]{8})-\d"/.exec(drawing!.svg)![1]!;
  assert.equal(
    drawing!.svg.replaceAll(prefix, 'P'),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">' +
      '<defs><linearGradient id="P-1"><stop offset="0" stop-color="#630041"/></linearGradient>' +
      '<clipPath id="P-2"><circle cx="5" cy="5" r="5"/></clipPath><path id="P-3" d="M0 0h10v10z"/></defs>' +
      '<g transform="translate(2, 3) rotate(4)" fill="url(#P-1)" clip-path="url(#P-2)">' +
      '<rect x="1" y="2" width="3" height="4" rx="1" stroke="rgb(1, 2, 3)" stroke-dasharray="1 2"/>' +
      '<use href="#P-3" x="20"/><use href="#P-3"/></g></svg>',
  );
});

test('a style sheet of plain rules becomes attributes, by the strength of its selectors', async (t) => {
  const { drawing, said } = await clean(
    t,
    svg(`<style type="text/css"><![CDATA[
        /* from a drawing program */
        path, .b { fill: red !important; stroke: none }
        #one { fill: #00f }
        .a { fill: lime; -inkscape-stroke: none; font-family: "Some Sans" }
      ]]></style>
      <path d="M0 0" class="a" fill="black"/><path d="M1 1" id="one" class="a x"/>
      <rect class="b" style="stroke: blue; stroke-width:2px"/><path d="M2 2"/>`),
  );
  assert.deepEqual(said, []);
  assert.equal(
    drawing!.svg.slice(drawing!.svg.indexOf('<path')),
    '<path d="M0 0" fill="lime" stroke="none"/><path d="M1 1" fill="#00f" stroke="none"/>' +
      '<rect fill="red" stroke="blue" stroke-width="2px"/><path d="M2 2" fill="red" stroke="none"/></svg>',
  );
});

test('it looks as it did', async (t) => {
  const data = svg(`<style>.a{fill:#630041}.b{fill:url(#g)}</style>
      <defs><radialGradient id="g"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#ec5f5a"/></radialGradient>
      <clipPath id="c"><rect width="60" height="30"/></clipPath></defs>
      <circle class="b" cx="30" cy="25" r="20" clip-path="url(#c)"/><path class="a" d="M50 5l20 10-15 25z"/>`);
  const { drawing } = await clean(t, data);
  const pixels = (text: string) => sharp(Buffer.from(text)).raw().toBuffer();
  const [before, after] = [await pixels(data), await pixels(drawing!.svg)];
  assert.ok(before.equals(after));
  const blank = await pixels(svg(''));
  assert.ok(!after.equals(blank), 'control: it shows something');
});

test('notes of drawing programs go without a word', async (t) => {
  const { drawing, said } = await clean(
    t,
    `<?xml version="1.0" encoding="UTF-8"?>\r\n<!-- made by hand -->\r\n
<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="urn:inkscape" version="1.1" xml:space="preserve"
  width="20mm" height="10mm" viewBox="0 0 40 20" i:zoom="2" data-name="Layer 1" role="img">
  <i:namedview><i:grid/></i:namedview><g i:label="x" data-name="y"><desc>z</desc><path d="M0 0"/></g></svg>`,
  );
  assert.deepEqual(said, []);
  assert.deepEqual(drawing, {
    svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><g><path d="M0 0"/></g></svg>',
    ...{ viewBox: [0, 0, 40, 20], widthMm: 20, heightMm: 10 },
  });
});

test('the size: from the viewBox, else from width and height', async (t) => {
  const of = async (attributes: string) => {
    const { drawing } = await clean(t, `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}/>`);
    return drawing && [drawing.viewBox, drawing.widthMm, drawing.heightMm];
  };
  assert.deepEqual(await of('viewBox="-1,2 30 40"'), [[-1, 2, 30, 40], undefined, undefined]);
  assert.deepEqual(await of('width="96" height="48px"'), [[0, 0, 96, 48], 25.4, 12.7]);
  assert.deepEqual(await of('width="1in" height="72pt"'), [[0, 0, 96, 96], 25.4, 25.4]);
  assert.deepEqual(await of('width="100%" height="100%" viewBox="0 0 1 1"'), [
    [0, 0, 1, 1],
    ...[undefined, undefined],
  ]);
  assert.equal(await of('width="100%"'), undefined);
  assert.equal(await of('viewBox="0 0 0 10"'), undefined);
});

test('a drawing without a namespace, as people write them', async (t) => {
  const { drawing } = await clean(t, '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>');
  assert.match(
    drawing!.svg,
    /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 1 1"><path/,
  );
});

test('two drawings have different ids, the same drawing the same', async (t) => {
  const one = svg('<path id="a" d="M0 0"/><use href="#a"/>');
  const two = svg('<path id="a" d="M1 1"/><use href="#a"/>');
  const idOf = async (data: string) => /id="([^"]+)"/.exec((await clean(t, data)).drawing!.svg)![1];
  assert.equal(await idOf(one), await idOf(one));
  assert.notEqual(await idOf(one), await idOf(two));
});

test('what refers to nothing paints nothing', async (t) => {
  const { drawing } = await clean(
    t,
    svg('<path fill="url(#no)" d="M0 0"/><path fill="url(#no) red" d="M0 0"/><use href="#no"/>'),
  );
  assert.match(drawing!.svg, /fill="none".*fill="red".*<use\/>/);
});
