import { plainAddress, webHref } from '../apply.ts';
import type { Part } from '../part.ts';
import type { Setting } from '../setting.ts';
import { coverMark } from './cover.ts';

/** Name, address, a way to read it on screen, whose the picture on the cover is, the print credit. */
export function backPart(setting: Setting): Part {
  const { publication, project, say } = setting;
  const institution = project.institution.facts;
  const contact =
    institution.contacts?.find(({ role }) => role === 'general') ?? institution.contacts?.[0];
  const { onlineAt, printedBy, cover } = publication.facts;
  const credit = cover?.picture?.credit;
  const website = institution.website && plainAddress(institution.website);
  return {
    id: 'back',
    template: 'book/back',
    start: 'left',
    pages: 1,
    sure: true,
    numbered: false,
    title: say('backCover'),
    view: {
      mark: coverMark(setting, 'back'),
      logo: setting.logo('deep'),
      institution: institution.name,
      address: institution.address,
      lines: [website, contact?.email, contact?.phone].filter((line) => line !== undefined),
      qr: setting.qr(onlineAt && webHref(onlineAt)),
      online: onlineAt && { label: say('readOnScreen'), address: plainAddress(onlineAt) },
      colophon: [
        credit && say('coverPicture', { credit }),
        printedBy && say('printedBy', { name: printedBy }),
      ].filter(Boolean),
    },
  };
}
