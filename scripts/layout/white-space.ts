/**
 * Pages are set with `white-space: pre-wrap`: the space at which a line ends is then a glyph in
 * the file, so that programs that read it do not run the words of two lines together (measured;
 * the lines are the same). So white space in the HTML has to be what a browser makes of it.
 */

/** Elements that stand within a line: white space beside them counts. All others begin and end lines. */
const inline = new Set(
  'a abbr b bdi bdo cite code data del dfn em i img ins kbd label mark q s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

/** What is kept to the letter. */
const verbatim = new Set(['pre', 'style', 'svg', 'textarea']);

/** Where a line of large words is to end: its space, and the break. */
export const lineEnd = ' \u2028';
const lineBreak = '\u2028';

/**
 * Collapses white space as CSS does with `white-space: normal` (CSS Text 3, 4.1): runs become one
 * space, none stands where a block or a line begins or ends. A line
 * separator (U+2028) becomes a line end that is meant; before `<br>` there is a space.
 *
 * @param html as our own templates give it: tags closed, `>` in attributes escaped
 */
export function collapseSpace(html: string): string {
  const out: string[] = [];
  /** Whether a space here would be the first thing in its line, or the second in a row. */
  let isClosed = true;
  /** Where a space goes if something follows it in its line: within the element it stands in. */
  let pending = -1;
  const space = () => {
    if (isClosed || pending >= 0) return;
    pending = out.length;
    out.push('');
  };
  const settle = () => {
    if (pending >= 0) out[pending] = ' ';
    pending = -1;
  };
  const close = () => {
    pending = -1;
    isClosed = true;
  };
  for (let at = 0; at < html.length; ) {
    if (html[at] !== '<') {
      const end = indexFrom(html, '<', at);
      const text = html.slice(at, end).replace(/[ \t\n\r\f]+/g, ' ');
      const from = text.startsWith(' ') ? 1 : 0;
      const to = text.length > 1 && text.endsWith(' ') ? -1 : undefined;
      const words = text.slice(from, to);
      if (from > 0) space();
      if (words !== '') {
        settle();
        out.push(words.replaceAll(lineBreak, '\n'));
        isClosed = words.endsWith(lineBreak);
        if (to) space();
      }
      at = end;
      continue;
    }
    const name =
      /^<\/?([a-zA-Z][\w-]*|!--)/.exec(html.slice(at, at + 24))?.[1]?.toLowerCase() ?? '';
    const isEnd = html[at + 1] === '/';
    let end = name === '!--' ? indexFrom(html, '-->', at) + 3 : indexFrom(html, '>', at) + 1;
    if (verbatim.has(name) && !isEnd)
      end = indexFrom(html, '>', indexFrom(html, `</${name}`, end)) + 1;
    const tag = html.slice(at, end);
    at = end;
    if (name === '!--') continue;
    if (name === 'br') {
      space();
      settle();
      close();
    } else if (!inline.has(name)) close();
    else if (name === 'img' || (isEnd && isOpening(out.at(-1), name))) {
      // A place that is empty is filled later: a page's number.

      settle();
      isClosed = false;
    }
    out.push(tag);
  }
  return out.join('');
}

function indexFrom(text: string, what: string, from: number): number {
  const found = text.indexOf(what, from);
  return found < 0 ? text.length : found;
}

function isOpening(tag: string | undefined, name: string): boolean {
  return tag !== undefined && new RegExp(`^<${name}[\\s>]`, 'i').test(tag);
}
