import { plain } from '../content/markdown/typography.ts';
import { plate } from '../images/mark/frames.ts';
import { turn } from '../turn.ts';
import { borrowedWords, markBorrowed } from './borrowed.ts';
import type { Document } from './document.ts';
import { escapeHtml } from './html.ts';
import { lookFolder, rulesOf } from './kinds.ts';
import type { Look } from './look.ts';
import { templateFailed } from './messages.ts';
import type { Part } from './part.ts';
import { linkedIds, markTargets, resolveLinks, webAddressOf } from './references.ts';
import type { Setting } from './setting.ts';
import { collapseSpace } from './white-space.ts';

/** Lays a publication out as far as that goes without a browser; undefined after findings that leave nothing to print. */
export async function layOut(
  setting: Setting,
  look: Look,
  status: 'draft' | 'final',
  name: string,
): Promise<Document | undefined> {
  const { publication, format, say, lang, report } = setting;
  const { kind } = publication.facts;
  const rules = rulesOf(kind, format);
  const parts = await rules.parts(setting);
  if (parts.length === 0) return undefined;
  await turn();
  const title = plain(titleOf(setting, parts));
  const draft = status === 'draft' ? say('draft') : undefined;
  const borrowed = borrowedWords(setting.project, lang);
  // What links to what is known when all is filled in; then each is printed, and counted before.
  const filled = new Map<Part, string>();
  const fillOne = (part: Part) => {
    const { id, template, view } = part;
    const made = look.templates.render({ draft, parts: [{ id, template, ...view }] });
    return collapseSpace(markBorrowed(made, borrowed, escapeHtml(id)));
  };
  const fill = (some: readonly Part[]) =>
    some
      .map((part) => {
        const html = filled.get(part) ?? fillOne(part);
        filled.set(part, html);
        return html;
      })
      .join('');
  const linking = {
    here: new Set(parts.flatMap((part) => [part.id, ...(part.aliases ?? [])])),
    paginated: rules.paginated,
    say,
    addressOf: (target: string) => webAddressOf(setting.project, target),
    publication: name,
  };
  let linked: ReadonlySet<string>;
  try {
    // A partial that does not exist is found when it is first printed: do that here.
    const whole = fill(parts);
    for (const [, id] of whole.matchAll(/ id="([^"]*--[^"]*)"/g)) linking.here.add(id ?? '');
    linked = linkedIds(resolveLinks(whole, { ...linking, report }));
  } catch (fault) {
    report(templateFailed(fault instanceof Error ? fault.message : String(fault)), {
      file: `templates/${lookFolder(kind, format)}/template.hbs`,
    });
    return undefined;
  }
  return {
    name,
    title: draft ? say('draftTitle', { title }) : title,
    lang,
    shell: look.shell,
    css: look.css,
    parts,
    fonts: look.fonts,
    paginated: rules.paginated,
    geometry: look.geometry,
    measures: { trimWidthMm: look.geometry.page.widthMm },
    printed: look.printed,
    render: (some) =>
      markTargets(resolveLinks(fill(some), { ...linking, report: undefined }), linked),
    plate: (page) => platePart(page, setting),
    folio: String,
    folioText: (folio, pages) =>
      format === 'standard' ? folio : say('pageOf', { page: folio, pages }),
  };
}

/** The publication's title; a piece about one course has the course's. */
function titleOf({ publication, project, lang, say }: Setting, parts: readonly Part[]): string {
  const { title, course, kind } = publication.facts;
  if (title) return title;
  const about = course && project.courses.find((one) => one.slug === course && one.lang === lang);
  if (about) return about.facts.title ?? about.slug;
  return kind === 'book' ? say('prospectus') : (parts[0]?.title ?? publication.slug);
}

function platePart(page: number, setting: Setting): Part {
  // "Draft" stands at the inner margin, straight on the ground.
  const isLeft = page % 2 === 0;
  const [left, spineMm] = isLeft ? [178, 210] : [20, 0];
  const frame = plate({ type: [{ left, top: 11, right: left + 12, bottom: 16 }] }, spineMm);
  return {
    id: `plate-${page}`,
    template: 'book/plate',
    start: 'any',
    pages: 1,
    sure: true,
    numbered: false,
    title: '',
    view: { mark: setting.mark(frame, `${setting.publication.slug}-${page}`) },
  };
}
