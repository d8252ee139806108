/*
 * Runs inside the page (see in-page.ts): these functions use only each other and the DOM.
 */
import { fillFlow } from './fill.ts';
import { isOverfull } from './full.ts';
import { fitTables } from './words.ts';

/** The version of a text that was taken, where there were several. */
export interface Choice {
  part: string;
  panel: string;
  version: string;
  /** 0 for the one that was wanted most. */
  index: number;
  /** What it leaves out, and where that stands; '' if nothing. */
  leavesOut: string;
  source: string;
}

/**
 * Fills every `data-fit` box with the first of its versions (`template[data-version]`, the longest
 * first) that fits it or, where text runs on, it and its frames. If none does, the one marked
 * `data-wanted`, else the last, is shown: the overflow is said later. A version may give its page a
 * class (`data-page-class`). Boxes at a foot are filled first: what they leave is for the others.
 */
export function chooseVersions(root: Element, mm: number): Choice[] {
  const boxes = [...root.querySelectorAll<HTMLElement>('[data-fit]')];
  const atFoot = boxes.filter((box) => box.closest('[data-foot]'));
  const choices = atFoot.flatMap((box) => chooseVersion(box, root, mm));
  placeFeet(root, mm);
  const others = boxes.filter((box) => !box.closest('[data-foot]'));
  return [...choices, ...others.flatMap((box) => chooseVersion(box, root, mm))];
}

export function chooseVersion(box: HTMLElement, root: Element, mm: number): Choice[] {
  const versions = [
    ...box.querySelectorAll<HTMLTemplateElement>(':scope > template[data-version]'),
  ];
  const page = box.closest('.page');
  const frames = [...root.querySelectorAll(`[data-frame="${box.dataset.flow ?? ''}"]`)];
  const fill = (version: HTMLTemplateElement) => {
    for (const frame of [box, ...frames]) frame.replaceChildren();
    for (const one of versions) page?.classList.remove(...classesFor(one));
    page?.classList.add(...classesFor(version));
    box.append(version.content.cloneNode(true));
    fitTables(box);
  };
  const holds = () =>
    box.dataset.flow === undefined ? !isOverfull(box) : fillFlow(root, box, null, mm).length === 0;
  const fitting = versions.findIndex((version) => {
    fill(version);
    return holds();
  });
  if (versions.length === 0) return [];
  const wanted = versions.findIndex((version) => version.dataset.wanted !== undefined);
  const index = fitting >= 0 ? fitting : wanted >= 0 ? wanted : versions.length - 1;
  const taken = versions[index];
  if (!taken) return [];
  if (fitting < 0) fill(taken);
  return [
    {
      part: box.closest<HTMLElement>('[data-part]')?.dataset.part ?? '',
      panel: box.dataset.panel ?? '',
      version: taken.dataset.version ?? '',
      index: fitting < 0 ? -1 : index,
      leavesOut: taken.dataset.leavesOut ?? '',
      source: taken.dataset.src ?? '',
    },
  ];
}

export function classesFor({ dataset }: HTMLElement): string[] {
  return (dataset.pageClass ?? '').split(' ').filter(Boolean);
}

/**
 * A box that stands at the foot of its page grows upwards: `data-foot="name"` gives its page the
 * property `--name`, the line of the grid (`data-grid`, else 5 mm) on or above which it begins.
 */
export function placeFeet(root: Element, mm: number): void {
  for (const foot of root.querySelectorAll<HTMLElement>('[data-foot]')) {
    const trim = foot.closest<HTMLElement>('.trim');
    if (!trim) continue;
    const grid = Number(foot.dataset.grid ?? 5);
    const topMm = (foot.getBoundingClientRect().top - trim.getBoundingClientRect().top) / mm;
    trim.style.setProperty(`--${foot.dataset.foot}`, `${Math.floor(topMm / grid + 0.01) * grid}mm`);
  }
}
