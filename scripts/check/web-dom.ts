import type { DefaultTreeAdapterTypes } from 'parse5';
import type { WebPromise } from '../promise.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Document = DefaultTreeAdapterTypes.Document;

/** An element as the checks look at it. */
export interface WebElement {
  tagName: string;
  attrs: readonly { name: string; value: string }[];
  /** All text in it, spaces of any kind being one. */
  readonly words: string;
}

/** A finished page that was read again, with what it promises. */
export interface OpenedPage {
  elements: readonly WebElement[];
  /** What a reader can read, spaces of any kind being one. */
  text: string;
  promise: WebPromise;
}

/** Reads HTML as a browser does (HTML, 13.2). */
export async function parsePage(html: string): Promise<Document> {
  const { parse } = await import('parse5');
  return parse(html);
}

/** Every element, in the order of the source. */
export function allElements(root: Node): WebElement[] {
  if (!('childNodes' in root)) return [];
  const inner = [
    ...root.childNodes.flatMap(allElements),
    ...('content' in root ? allElements(root.content) : []),
  ];
  if (!('tagName' in root)) return inner;
  const attrs = root.attrs.map(({ name, prefix, value }) => ({
    name: prefix ? `${prefix}:${name}` : name,
    value,
  }));
  const element = {
    tagName: root.tagName,
    attrs,
    get words() {
      return textOf(root).trim();
    },
  };
  return [element, ...inner];
}

export function attribute({ attrs }: WebElement, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value;
}

const silent = new Set(['head', 'script', 'style', 'template', 'svg']);

/** The words of a page, without what is only for machines or drawn. */
export function visibleText(root: Node): string {
  return textOf(root, silent).replace(/\s+/gu, ' ').trim();
}

/** Elements between whose words a reader sees a gap. */
const blocks =
  /^(?:p|div|h[1-6]|li|ul|ol|dl|dt|dd|tr|td|th|caption|figure|figcaption|section|article|br|nav|header|main|footer|blockquote|pre|table)$/;

function textOf(node: Node, without: ReadonlySet<string> = new Set()): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  if (!('childNodes' in node) || without.has(node.nodeName)) return '';
  if (without === silent && isHidden(node)) return '';
  const words = node.childNodes.map((child) => textOf(child, without)).join('');
  return (blocks.test(node.nodeName) ? ` ${words} ` : words).replace(/\s+/gu, ' ');
}

function isHidden(node: Node): boolean {
  if (!('attrs' in node)) return false;
  return node.attrs.some(
    ({ name, value }) =>
      name === 'hidden' ||
      (name === 'aria-hidden' && value === 'true') ||
      (name === 'style' && /display:\s*none/.test(value)),
  );
}
