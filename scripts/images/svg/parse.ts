import { SaxesParser } from 'saxes';

export interface SvgAttribute {
  /** Namespace, empty for none. */
  uri: string;
  local: string;
  value: string;
}

export interface SvgElement {
  uri: string;
  local: string;
  attributes: SvgAttribute[];
  children: SvgElement[];
  /** All text directly in it. */
  text: string;
  /** Where its tag begins, as an index into the text. */
  at: number;
}

export interface SvgDocument {
  root: SvgElement;
  /** Where a document type begins, if there is one. */
  doctypeAt: number | undefined;
  /** Where a style sheet is called from outside, if one is. */
  sheetAt: number | undefined;
}

/** What is wrong with a text that is no XML, and where. */
export interface XmlFault {
  fault: 'malformed' | 'too-deep' | 'too-many';
  reason: string;
  at: number;
}

export const limits = { elements: 20_000, depth: 100 };

const piece = 4096;

/** Reads XML with namespaces. No entity but XML's own five is known, nothing is fetched. Line ends are `\n`. */
export function parseSvg(text: string): SvgDocument | XmlFault {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: SvgElement[] = [];
  const document: Omit<SvgDocument, 'root'> & { root?: SvgElement } = {
    doctypeAt: undefined,
    sheetAt: undefined,
  };
  let fault: XmlFault | undefined;
  let elements = 0;
  let tagAt = 0;
  const end = () => Math.min(parser.position, text.length);
  const fail = (kind: XmlFault['fault'], reason: string, at: number) => {
    fault ??= { fault: kind, reason, at };
  };

  parser.on('error', ({ message }) => fail('malformed', message.replace(/^[\d:]+ /, ''), end()));
  parser.on('doctype', () => {
    document.doctypeAt ??= text.lastIndexOf('<!DOCTYPE', end());
  });
  parser.on('processinginstruction', ({ target }) => {
    if (target === 'xml-stylesheet') document.sheetAt ??= text.lastIndexOf('<?', end());
  });
  parser.on('opentagstart', ({ name }) => {
    tagAt = Math.max(0, text.lastIndexOf(`<${name}`, end() - name.length - 1));
  });
  parser.on('opentag', (tag) => {
    if (++elements > limits.elements) fail('too-many', '', tagAt);
    if (open.length >= limits.depth) fail('too-deep', '', tagAt);
    const { uri, local } = tag;
    const attributes = Object.values(tag.attributes).map((one) => ({
      ...{ uri: one.uri, local: one.local, value: one.value },
    }));
    const element: SvgElement = { uri, local, attributes, children: [], text: '', at: tagAt };
    const parent = open.at(-1);
    if (parent) parent.children.push(element);
    else document.root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const addText = (words: string) => {
    const parent = open.at(-1);
    if (parent) parent.text += words;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);

  // In pieces: what is too large is given up before it costs much.
  for (let at = 0; at < text.length && !fault; at += piece)
    parser.write(text.slice(at, at + piece));
  if (!fault) parser.close();
  if (fault) return fault;
  const { root } = document;
  return root
    ? { ...document, root }
    : { fault: 'malformed', reason: 'document must contain a root element.', at: 0 };
}
