import { plain } from '../../content/markdown/typography.ts';
import type { WebPromise } from '../../promise.ts';
import { inLanguage } from '../book/sections.ts';
import { borrowedWords, markBorrowed } from '../borrowed.ts';
import type { Brand } from '../brand.ts';
import { feesOf } from '../fees.ts';
import type { Look } from '../look.ts';
import { templateFailed } from '../messages.ts';
import { resolveLinks, webAddressOf } from '../references.ts';
import type { Setting } from '../setting.ts';
import { colourProperties } from './colours.ts';
import { type FaceWants, facesOf } from './faces.ts';
import { factsOf } from './facts.ts';
import { jsonLd } from './json-ld.ts';
import { headHtml, tidied } from './tidy.ts';
import { type WebView, webView } from './view.ts';

/** A page of the web, but for its fonts. */
export interface WebPage {
  /** Each face with the characters that it sets. */
  faces: FaceWants[];
  /** The whole file. */
  html(fontCss: string): string;
  promise: WebPromise;
}

/** Lays a publication out as one page of the web; undefined after findings that leave nothing to show. */
export async function layOutWeb(
  setting: Setting,
  { templates }: Look,
  brand: Brand,
  status: 'draft' | 'final',
  name: string,
): Promise<WebPage | undefined> {
  const pictures = new Set<string>();
  const made = await webView(noting(setting, pictures));
  if (!made) return undefined;
  const { say, lang } = setting;
  const draft = status === 'draft' ? say('draft') : undefined;
  let body: string;
  try {
    body = linked(templates.render({ draft, ...made.view }), setting, name);
  } catch (fault) {
    setting.report(templateFailed(fault instanceof Error ? fault.message : String(fault)), {
      file: 'templates/formats/html/template.hbs',
    });
    return undefined;
  }
  const own = plain(setting.publication.facts.title ?? made.title);
  const title = draft ? say('draftTitle', { title: own }) : own;
  const shown = tidied(body, pictures);
  const style = templates.styles.at(-1) ?? '';
  const courses = coursesOf(made, setting);
  const data = jsonLd(courses, setting, status);
  return {
    faces: facesOf(shown),
    html: (fontCss) => {
      const css = `${fontCss}:root{${colourProperties(brand)}}\n${style.trim()}`;
      const head = headHtml({ title, description: made.description, css, data });
      return `<!doctype html>\n<html lang="${lang}">\n<head>\n${head}\n</head>\n<body>\n${shown.trim()}\n</body>\n</html>\n`;
    },
    promise: {
      title,
      lang,
      draft,
      facts: factsOf(made.view),
      courses: courses.map((course) => ({
        id: `course-${course.slug}`,
        name: plain(course.facts.title ?? course.slug),
        prices: feesOf(course, setting.year).map(({ fee }) => fee.total ?? fee.perYear ?? 0),
        starts: (course.facts.starts ?? []).filter((start) => /^\d{4}-\d{2}-\d{2}$/.test(start)),
      })),
    },
  };
}

/** The setting, with a note of the pictures that are made. */
function noting(setting: Setting, pictures: Set<string>): Setting {
  return {
    ...setting,
    picture: async (...asked) => {
      const picture = await setting.picture(...asked);
      if (picture) pictures.add(picture.src);
      return picture;
    },
  };
}

/** Links within the project lead to their place on the page, else to their address on the web. */
function linked(
  html: string,
  { project, say, lang, report }: Setting,
  publication: string,
): string {
  const here = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id ?? ''));
  const marked = markBorrowed(html, borrowedWords(project, lang), 'page');
  return resolveLinks(marked, {
    here,
    paginated: false,
    say,
    addressOf: (target) => webAddressOf(project, target),
    publication,
    report,
  });
}

function coursesOf({ items }: WebView, { project, lang }: Setting) {
  const all = inLanguage(project.courses, lang);
  return items.flatMap(({ view }) => all.filter(({ slug }) => `course-${slug}` === view.id));
}
