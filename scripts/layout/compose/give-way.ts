/*
 * Runs inside the page (see in-page.ts): these functions use only each other and the DOM.
 */
import { isOut } from './cut.ts';

/**
 * What gives way before a text takes another page: its chart is drawn lower (`template[data-lower]`
 * has that drawing), then goes beside the text (`template[data-beside]`) if there is room for it
 * there. If neither is enough all stays as it was.
 */
export function giveWay(flow: HTMLElement, root: Element): void {
  const isOver = () => [...flow.children].some((child) => isOut(child, flow));
  const chart = flow.querySelector<HTMLElement>('.chart:has(> template)');
  if (!chart || !isOver()) return;
  const drawing = chart.querySelector('.chart-drawing');
  const lower = chart.querySelector<HTMLTemplateElement>('template[data-lower]');
  const whole = drawing ? [...drawing.childNodes] : [];
  if (lower) drawing?.replaceChildren(lower.content.cloneNode(true));
  if (!isOver()) return;
  const beside = chart.querySelector<HTMLTemplateElement>('template[data-beside]');
  const side = root.querySelector<HTMLElement>(`[data-side="${flow.dataset.flow}"]`);
  const items = side?.querySelector('[data-rows]');
  if (beside && side && items) {
    const place = document.createComment('');
    chart.replaceWith(place);
    items.prepend(beside.content.cloneNode(true));
    const fits = !isOver() && ![...items.children].some((item) => isOut(item, side));
    if (!fits) {
      items.firstElementChild?.remove();
      place.before(chart);
    }
    place.remove();
    if (fits) return;
  }
  drawing?.replaceChildren(...whole);
}
