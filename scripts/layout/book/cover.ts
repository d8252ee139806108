import { cover } from '../../images/mark/frames.ts';
import { factHtml } from '../html.ts';
import type { Part } from '../part.ts';
import type { Setting } from '../setting.ts';

/** Institution, title, year of entry and the drawn circle: nothing else. */
export async function coverPart(setting: Setting): Promise<Part> {
  const { publication, project, say, year } = setting;
  const { facts, slug } = publication;
  const title = facts.title ?? say('prospectus');
  const image = facts.cover?.picture;
  const picture =
    image &&
    (await setting.picture(publication, 'cover.picture', image, { widthMm: 218, heightMm: 180 }));
  const lines = Math.ceil([...title].length / 14);
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
      institution: project.institution.facts.name,
      title: factHtml(slug, 'title', title),
      entry: year === undefined ? undefined : say('entryYear', { year }),
      picture,
      mark: setting.mark(cover({}, { titleLines: lines }), slug),
    },
  };
}
