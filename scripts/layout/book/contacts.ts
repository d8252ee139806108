import { plainAddress } from '../apply.ts';
import type { Part } from '../part.ts';
import type { Setting } from '../setting.ts';

/** Whom to ask, how to get another format, who published this. */
export function contactsPart(setting: Setting): Part | undefined {
  const { say } = setting;
  const view = contactsView(setting);
  if (!view) return undefined;
  return {
    id: 'contacts',
    template: 'book/contacts',
    start: 'any',
    pages: 1,
    sure: true,
    numbered: true,
    title: say('talkToUs'),
    view: { id: 'contacts', title: say('talkToUs'), ...view },
  };
}

/** Contacts, the other-format line and the imprint; nothing when there is none of them. */
export function contactsView({ project, say }: Setting) {
  const { facts } = project.institution;
  const contacts = (facts.contacts ?? []).map((contact) => ({
    for: contact.for ?? (contact.role ? say(`contact.${contact.role}`) : contact.name),
    email: contact.email,
    web: contact.web && plainAddress(contact.web),
    phone: contact.phone,
  }));
  const otherFormats = otherFormatsLine({ project, say });
  const published = facts.name && say('publishedBy', { name: facts.name });
  const imprint = [facts.imprint ?? published, facts.licence].filter((line) => line !== undefined);
  if (contacts.length === 0 && !otherFormats && imprint.length === 0) return undefined;
  return { contacts, otherFormats, imprint };
}

/** How to ask for another format; nothing when there is nobody to ask. */
export function otherFormatsLine({
  project,
  say,
}: Pick<Setting, 'project' | 'say'>): string | undefined {
  const contacts = project.institution.facts.contacts ?? [];
  const ask =
    ['formats', 'access', 'general']
      .map((role) => contacts.find((one) => one.role === role))
      .find(Boolean) ?? contacts[0];
  if (ask?.phone && ask.email)
    return say('otherFormats', { phone: unbroken(ask.phone), email: ask.email });
  const contact = ask?.phone ? unbroken(ask.phone) : ask?.email;
  return contact ? say('otherFormatsOne', { contact }) : undefined;
}

/** A telephone number never breaks. */
export function unbroken(phone: string): string {
  return phone.replace(/ /g, '\u00a0');
}
