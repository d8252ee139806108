import type { Source } from '../../content/model.ts';
import type { CourseFacts } from '../../content/schema/course.ts';
import { factHtml } from '../html.ts';
import type { Part } from '../part.ts';
import { courseOfPiece } from '../piece.ts';
import type { Setting } from '../setting.ts';
import { applyView } from './apply.ts';
import { contactView } from './contact.ts';
import { factsView } from './facts.ts';
import { frontView, titleOf } from './front.ts';
import { insideMark, outsideMark } from './mark.ts';
import { isFolder, leafletPage, lengthsOf, panelIds, places } from './page.ts';
import { frontPicture } from './picture.ts';
import { questionView } from './question.ts';
import { storyView } from './story.ts';

/** Outside and inside of a leaflet; no part, after a finding, when the course is not there. */
export async function leafletParts(setting: Setting): Promise<Part[]> {
  const course = courseOfPiece(setting);
  return course ? [await leafletPart(course, setting)] : [];
}

async function leafletPart(course: Source<CourseFacts>, setting: Setting): Promise<Part> {
  const page = leafletPage(setting);
  const ruler = await setting.ruler();
  const id = `course-${course.slug}`;
  const picture = await frontPicture(course, setting, page);
  const front = await frontView(course, setting, page, ruler);
  const question = questionView(course, setting, page);
  const contact = contactView(course, setting, page, picture?.credit, ruler);
  const story = await storyView(course, setting, page, ruler);
  const facts = factsView(course, setting, page, ruler, question !== undefined);
  const apply = applyView(course, setting, page);
  // The panel that lies outside when the leaflet is folded says by itself what it is about.
  const hasName = page.places.facts === 'back' && (facts ?? apply) !== undefined;
  const texts = {
    frontMm: front.footMm,
    contactTopMm: contact.topMm,
    contactFootMm: contact.footMm,
    smallMm: contact.smallMm,
    titleRightMm: story.titleRightMm,
    hasFacts: facts !== undefined,
    hasName,
  };
  const size = setting.publication.facts.size ?? 'roll-fold';
  const panels = panelIds(page, id);
  return {
    id,
    template: isFolder(page) ? 'leaflet/folder' : 'leaflet/three-panels',
    start: 'any',
    pages: page.sides.length,
    sure: true,
    numbered: false,
    title: course.facts.title ?? course.slug,
    view: {
      size,
      lengths: lengthsOf(page),
      reading: page.reading.map((name) => panels[name]).join(' '),
      ids: Object.fromEntries(places.map((place) => [place, panels[page.places[place]]])),
      picture,
      front,
      question,
      contact,
      story,
      facts,
      factsName: hasName ? factHtml(course.slug, 'title', titleOf(course)) : undefined,
      apply,
      outsideMark: picture ? undefined : outsideMark(course.slug, setting, page, texts),
      insideMark: insideMark(course.slug, setting, page, texts),
    },
  };
}
