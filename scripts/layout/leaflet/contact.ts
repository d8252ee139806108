import type { Source } from '../../content/model.ts';
import type { CourseFacts } from '../../content/schema/course.ts';
import { plainAddress, webHref } from '../apply.ts';
import { otherFormats } from '../horizon/horizon.ts';
import { factHtml, Html, textOf } from '../html.ts';
import type { Ruler } from '../ruler.ts';
import type { Setting } from '../setting.ts';
import { linesOf } from './lines.ts';
import { isFolder, type LeafletPage, panelName, textBox } from './page.ts';

/** First baselines: of the address, and of how to ask for another format. */
const addressMm = 27.5;
const formatsMm = 62.5;
const formatsLeadingMm = 6.6666667;

/** A logo stands on the first line; the address comes so much lower. */
const logoMm = 14;
const belowLogoMm = 10;

/** In a folder all stands at the foot of the back: the last line of how to ask for another format. */
const folderFormatsMm = 182.5;

/** Last line of the terms, and their leading. */
const smallMm = 200;
const smallLeadingMm = 3.75;

/** The column, where the panel is wider. */
const columnMm = 84;

/** Whose it is, how to get another format, and what holds: on the deep field beside the front. */
export function contactView(
  course: Source<CourseFacts>,
  setting: Setting,
  page: LeafletPage,
  credit: string | undefined,
  ruler: Ruler,
) {
  const { project, say } = setting;
  const institution = project.institution.facts;
  const widthMm = Math.min(columnMm, textBox(page, 'contact').widthMm);
  const address = course.facts.terms ?? institution.terms;
  const terms = address && {
    label: say('termsAt'),
    text: course.facts.terms
      ? factHtml(course.slug, 'terms', plainAddress(address))
      : plainAddress(address),
    href: webHref(address),
  };
  const logo = setting.logo('deep');
  const formats = breakable(otherFormats(setting, 'all'), widthMm, ruler);
  const name = logo ? undefined : institution.name;
  const website = institution.website && plainAddress(institution.website);
  const lines = [...(institution.address ?? []), website].filter((line) => !!line);
  const count = (texts: readonly (string | undefined)[], role: string) =>
    texts.reduce((sum, text) => sum + linesOf(text ?? '', role, widthMm, ruler), 0);
  const small = [terms && `${terms.label} ${plainAddress(address ?? '')}`, credit];
  const places = standing(
    {
      logo: logo !== undefined,
      address: count([name, ...lines], 'fact'),
      formats: count([formats && textOf(formats)], 'other-format'),
    },
    isFolder(page),
  );
  return {
    panel: panelName(page, 'contact', 'address'),
    formatsPanel: panelName(page, 'contact', 'other formats'),
    smallPanel: panelName(page, 'contact', 'terms'),
    institution: institution.name,
    logo,
    name,
    lines,
    otherFormats: formats,
    terms,
    credit,
    widthMm,
    isBeside: isFolder(page) && logo !== undefined,
    ...places,
    smallMm: smallMm - smallLeadingMm * Math.max(0, count(small, 'note') - 1),
  };
}

/** Ways to ask stay whole, but for one that is wider than the column. */
function breakable(line: Html | undefined, widthMm: number, ruler: Ruler): Html | undefined {
  const isWide =
    line &&
    textOf(line)
      .split(' ')
      .some((word) => ruler(word, 'other-format') > widthMm);
  return isWide ? new Html(line.html.replaceAll(' class="whole"', '')) : line;
}

/** Where each of it stands, from above; in a folder from below. */
function standing(lines: { logo: boolean; address: number; formats: number }, fromFoot: boolean) {
  const logoAbove = lines.logo ? belowLogoMm : 0;
  const addressDown = 5 * Math.max(0, lines.address - 1);
  const formatsDown = formatsLeadingMm * Math.max(0, lines.formats - 1);
  if (fromFoot) {
    const formats = folderFormatsMm - formatsDown;
    // Logo and address stand side by side.
    const downMm = lines.logo ? Math.max(addressDown, logoMm - 5) : addressDown;
    const address = Math.floor((formats - 15 - downMm) / 2.5) * 2.5;
    return {
      logoMm: address - 3.5,
      addressMm: address,
      formatsMm: formats,
      topMm: address - 5,
      footMm: folderFormatsMm,
    };
  }
  const address = addressMm + logoAbove;
  const formats = Math.max(formatsMm, address + addressDown + 10);
  return {
    logoMm: addressMm - logoMm,
    addressMm: address,
    formatsMm: formats,
    topMm: addressMm - logoMm,
    footMm: formats + formatsDown,
  };
}
