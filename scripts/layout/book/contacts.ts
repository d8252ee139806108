import type { Project } from '../../content/model.ts';
import type { InstitutionFacts } from '../../content/schema/institution.ts';
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
  const ask = formatsContact(project);
  if (ask?.phone && ask.email)
    return say('otherFormats', { phone: unbroken(ask.phone), email: ask.email });
  const contact = ask?.phone ? unbroken(ask.phone) : ask?.email;
  return contact ? say('otherFormatsOne', { contact }) : undefined;
}

/** Who answers requests for another format. */
export function formatsContact({ institution }: Pick<Project, 'institution'>): Contact | undefined {
  const contacts = institution.facts.contacts ?? [];
  const found = ['formats', 'access', 'general']
    .map((role) => contacts.find((one) => one.role === role))
    .find(Boolean);
  return found ?? contacts[0];
}

type Contact = NonNullable<InstitutionFacts['contacts']>[number];

/** A telephone number never breaks. */
export function unbroken(phone: string): string {
  return phone.replace(/ /g, '\u00a0');
}
