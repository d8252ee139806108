import type * as z from 'zod';
import type { contact } from '../../content/schema/fields.ts';
import { plainAddress, webHref } from '../apply.ts';
import { unbroken } from '../book/contacts.ts';
import type { Html } from '../html.ts';
import type { Setting } from '../setting.ts';
import { labelled } from './tables.ts';

type Contact = z.infer<typeof contact>;

/** Who answers what, and how to reach them, in one run of text. */
export interface ContactLine {
  label: string | undefined;
  /** Already with a comma before all but the first. */
  ways: { comma: boolean; text: string; href: string }[];
}

/** The same person under two names of one label is told once. */
export function contactLines(
  contacts: readonly Contact[],
  { say }: Pick<Setting, 'say'>,
): ContactLine[] {
  const seen = new Set<string>();
  return contacts.flatMap((one) => {
    const words = one.for ?? (one.role ? say(`contact.${one.role}`) : undefined) ?? one.name;
    const named = one.name && words !== one.name ? `${words}, ${one.name}` : words;
    const ways = contactWays(one);
    const key = JSON.stringify([named, ways]);
    if (ways.length === 0 || seen.has(key)) return [];
    seen.add(key);
    return [
      {
        label: named && labelled(named, say),
        ways: ways.map((way, i) => ({ ...way, comma: i > 0 })),
      },
    ];
  });
}

/** Telephone, e-mail, web: what somebody has of them. */
export function contactWays({ phone, email, web }: Contact): { text: string; href: string }[] {
  return [
    phone && { text: unbroken(phone), href: `tel:${phone.replace(/[^\d+]/g, '')}` },
    email && { text: email, href: `mailto:${email}` },
    web && { text: plainAddress(web), href: webHref(web) },
  ].filter((way) => !!way);
}

/** Addresses under which one applies, each with what it is; the code stands with the first that is no e-mail. */
export function applyLines(
  lines: readonly { text: Html | string; href: string }[],
  code: ReturnType<Setting['qr']>,
  { say }: Pick<Setting, 'say'>,
) {
  const first = lines.find(({ href }) => !isMail(href));
  const mailFirst = [...lines].sort((a, b) => Number(isMail(b.href)) - Number(isMail(a.href)));
  return mailFirst.map((line) => ({
    ...line,
    label: labelled(say(isMail(line.href) ? 'email' : 'website'), say),
    qr: line === first ? code : undefined,
  }));
}

export function isMail(href: string): boolean {
  return href.startsWith('mailto:');
}
