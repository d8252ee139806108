import type { Source } from '../../content/model.ts';
import type { CourseFacts } from '../../content/schema/course.ts';
import { unbroken } from '../book/contacts.ts';
import { applyBlock } from '../horizon/horizon.ts';
import { escapeHtml, factHtml } from '../html.ts';
import type { Setting } from '../setting.ts';
import { type LeafletPage, panelName, textBox } from './page.ts';

/** Edge of the code, and from the words to it. */
const qrMm = 25;
const qrGapMm = 5;

/** How to apply: when, where and whom to ask, with a code for the address; on paper. Undefined if nothing of it is known. */
export function applyView(course: Source<CourseFacts>, setting: Setting, page: LeafletPage) {
  const { facts, slug } = course;
  const { say } = setting;
  const { address, href, qr, when } = applyBlock(course, setting);
  const words = when ?? (facts.apply?.text && factHtml(slug, 'apply.text', facts.apply.text));
  const web = address && href && `<a href="${escapeHtml(href)}">${address.html}</a>`;
  const said = [words ? words.html : '', web].filter((line) => !!line);
  // Without a way to apply, the address is that of the course or the institution.
  const canApply = !!words || facts.apply?.url !== undefined;
  const asks = waysToAsk(course, setting, canApply).map((way, i) =>
    escapeHtml(i === 0 && canApply ? say('leaflet.ask', { contact: way }) : way),
  );
  if (said.length + asks.length === 0) return undefined;
  const box = textBox(page, 'facts');
  // Whom to ask stands on another panel, too: it goes unsaid here where the address is long.
  const shorter = [...asks.keys(), asks.length].map((gone) => asks.slice(0, asks.length - gone));
  return {
    panel: panelName(page, 'facts', 'how to apply'),
    heading: canApply ? say('howToApply') : say('askUs'),
    qr,
    widthMm: qr ? box.widthMm - qrMm - qrGapMm : box.widthMm,
    versions: shorter.map((kept) => ({
      name: 'short form of whom to ask',
      blocks: [...said, ...kept].map((line) => ({ html: `<p>${line}</p>` })),
    })),
  };
}

function waysToAsk(
  { facts }: Source<CourseFacts>,
  { project }: Setting,
  canApply: boolean,
): string[] {
  const contacts = [...(facts.contacts ?? []), ...(project.institution.facts.contacts ?? [])];
  const roles = canApply ? ['apply', 'general'] : ['general', 'apply'];
  const contact =
    roles.map((role) => contacts.find((one) => one.role === role)).find(Boolean) ?? contacts[0];
  return [contact?.phone && unbroken(contact.phone), contact?.email].filter(
    (way): way is string => !!way,
  );
}
