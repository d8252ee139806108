import { cover } from '../../images/mark/frames.ts';
import { bindAnd, factHtml, type Html } from '../html.ts';
import type { Part } from '../part.ts';
import type { Setting } from '../setting.ts';

/** Institution, title, year of entry, and the drawn circle or a picture: nothing else. */
export async function coverPart(setting: Setting): Promise<Part> {
  const { publication, project, say, year } = setting;
  const { facts, slug } = publication;
  const title = facts.title ?? say('prospectus');
  const image = facts.cover?.picture;
  const isLow = titleLines(title) > 2;
  const box = {
    widthMm: 218,
    heightMm: isLow ? 134 : 180,
    unseenMm: { left: 4, right: 4, bottom: 4 },
  };
  const picture = image && (await setting.picture(publication, 'cover.picture', image, box));
  return {
    id: 'cover',
    template: 'book/cover',
    start: 'right',
    pages: 1,
    sure: true,
    numbered: false,
    title: say('cover'),
    view: {
      id: 'cover',
      logo: setting.logo('deep'),
      institution: project.institution.facts.name,
      title: factHtml(slug, 'title', bindAnd(title)),
      entry: year === undefined ? undefined : say('entryYear', { year }),
      picture,
      pictureClass: isLow ? 'cover-picture low' : 'cover-picture',
      mark: coverMark(setting, 'front'),
    },
  };
}

/** A spine of this width lies between front and back; printed covers of other books cut the arc by a little more or less. */
const spineMm = 6;

/** One arc runs over back, spine and front: its part on either cover. None on the back of a cover that has a picture. */
export function coverMark(setting: Setting, side: 'front' | 'back'): Html | undefined {
  const { facts, slug } = setting.publication;
  if (side === 'back' && facts.cover?.picture) return undefined;
  const title = facts.title ?? setting.say('prospectus');
  const frame = cover({}, { titleLines: titleLines(title), spineMm });
  return setting.mark(frame, slug, side === 'back' ? frame.window.left : 0);
}

/** At most so many lines. */
function titleLines(title: string): number {
  return Math.ceil([...title].length / 14);
}
