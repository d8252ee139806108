import { plainCorner } from '../../images/mark/corner.ts';
import { otherFormatsLine } from '../book/contacts.ts';
import type { Setting } from '../setting.ts';

/** What the first page of a piece says before all else: whose it is, in which print, how to get another. */
export function frontOf(setting: Setting, seed: string) {
  return {
    mark: setting.mark(plainCorner(), seed),
    firstLine: firstLine(setting),
    otherFormats: otherFormatsLine(setting),
  };
}

/** Two lines of large print beside the mark hold no longer name. */
const mostOfName = 60;

/** `Sample University, large print` */
function firstLine({ project, format, say }: Setting): string {
  const { name, shortName } = project.institution.facts;
  const institution = [...(name ?? '')].length > mostOfName ? (shortName ?? name) : name;
  const print = say(format === 'large' ? 'format.large' : 'format.clear');
  return institution ? say('inFormat', { institution, format: print }) : print;
}
