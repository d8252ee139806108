/*
 * Runs inside the page (see in-page.ts): these functions use only each other and the DOM.
 */
import { leadingPx } from './excess.ts';
import { blocksFoot } from './full.ts';
import { type Spot, spot } from './survey.ts';

/** A box for text, and how full it is. */
export interface Room extends Omit<Spot, 'page'> {
  part: string;
  /** Of its part, from 0. */
  page: number;
  panel: string;
  /** Lines of its text: what stands in it, what it holds, each line as tall as its last. */
  usedLines: number;
  roomLines: number;
  /** How many characters would still fit, about; below 0 for what is too much. */
  leftCharacters: number;
}

/** Every panel, and every box that text flows through, in the order of the pages. */
export function measureRooms(root: Element, mm: number): Room[] {
  const boxes = [
    ...root.querySelectorAll<HTMLElement>('[data-panel],[data-flow],[data-frame],[data-spill]'),
  ];
  return boxes
    .filter((box) => box.closest('.page') && box.getBoundingClientRect().height > 0)
    .filter((box) => !box.parentElement?.closest('[data-panel],[data-flow],[data-frame]'))
    .map((box) => roomOf(box, mm));
}

export function roomOf(box: HTMLElement, mm: number): Room {
  const { top, bottom } = box.getBoundingClientRect();
  const part = box.closest<HTMLElement>('[data-part]');
  const pages = [...(part?.querySelectorAll('.page') ?? [])];
  const { characters, leading } = textIn(box);
  const roomLines = Math.max(1, Math.floor((bottom - top) / leading + 0.05));
  // Columns are as full as all that stands in them is tall, one below the other.
  const tall = box.hasAttribute('data-columns') ? columnsFoot(box, top) : blocksFoot(box);
  const columns = box.hasAttribute('data-columns') ? columnsOf(box) : 1;
  const usedLines = characters === 0 ? 0 : Math.ceil((tall - top) / leading - 0.05);
  const left = columns * roomLines - usedLines;
  return {
    part: part?.dataset.part ?? '',
    page: Math.max(0, pages.indexOf(box.closest('.page') as Element)),
    panel: panelName(box),
    ...spot(box, mm),
    usedLines,
    roomLines: columns * roomLines,
    leftCharacters: Math.round((characters / Math.max(1, usedLines)) * left),
  };
}

/** How many characters are read in a box, and the leading of the last of them, in page px. */
export function textIn(box: Element): { characters: number; leading: number } {
  let characters = 0;
  let holder = box;
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const words = node.data.trim();
    if (!words || node.parentElement?.closest('svg,template,style,[hidden]')) continue;
    characters += words.replace(/[ \n\t]+/g, ' ').length + 1;
    holder = node.parentElement ?? box;
  }
  return { characters, leading: leadingPx(holder) };
}

export function columnsOf(box: Element): number {
  return Number(getComputedStyle(box).columnCount) || 1;
}

export function columnsFoot(box: Element, top: number): number {
  const heights = [...box.children].map((child) =>
    [...child.getClientRects()].reduce((sum, { height }) => sum + height, 0),
  );
  return top + heights.reduce((sum, height) => sum + height, 0);
}

/** As a writer knows it: the panel's name, else its heading, else that it is text. */
export function panelName(box: HTMLElement): string {
  const heading = box.hasAttribute('data-spill')
    ? box.querySelector('h1,h2,h3,h4,h5,h6')?.textContent
    : undefined;
  return box.dataset.panel ?? heading?.trim() ?? 'text';
}
