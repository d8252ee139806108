/** What a value says about the rest of the world. */
export type Value =
  | { kind: 'plain'; value: string }
  /** It paints or clips with something of the drawing itself. */
  | { kind: 'reference'; id: string; rest: string }
  | { kind: 'outside' }
  | { kind: 'strange' };

/** Reads the value of an attribute or property that is kept. Only `url(#id)` leads anywhere. */
export function readValue(text: string): Value {
  const value = text.trim();
  const reference = /^url\(\s*(['"]?)#([^'"()\\\s]+)\1\s*\)/i.exec(value);
  if (reference) {
    const [whole, , id] = reference;
    const rest = value.slice(whole.length).trim();
    return isPlain(rest) ? { kind: 'reference', id: id!, rest } : { kind: 'strange' };
  }
  if (value.includes(':') || /(url|image|image-set|src)\s*\(/i.test(value)) {
    return { kind: 'outside' };
  }
  return isPlain(value) ? { kind: 'plain', value } : { kind: 'strange' };
}

/** Numbers, names, colours, lists and functions of such; nothing that quotes, escapes or ends anything. */
function isPlain(value: string): boolean {
  return /^[\w\s#.,%()+-]*$/.test(value) && !/url|var|expression/i.test(value);
}

/** The id in `href="#id"`; undefined for anything else. */
export function idOf(href: string): string | undefined {
  const value = href.trim();
  return /^#[^#\s]+$/.test(value) ? value.slice(1) : undefined;
}
