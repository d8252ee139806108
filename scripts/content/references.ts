import type { Report } from '../finding.ts';
import type { Files } from './files.ts';
import * as sayMarkdown from './markdown/messages.ts';
import * as say from './messages.ts';
import type { Source, Target } from './model.ts';
import type { CourseFacts } from './schema/course.ts';
import type { InstitutionFacts } from './schema/institution.ts';
import type { PageFacts } from './schema/page.ts';
import type { PublicationFile } from './schema/publication.ts';
import type { ReadSource } from './sources.ts';
import { nearest } from './suggest.ts';

/** Every slug there is, those of files that could not be read included: these are not dead. */
export type Known = Record<Target, ReadonlySet<string>>;

/** Links of a file's prose that lead to no course, page or heading. */
export function checkLinks(
  from: ReadSource<unknown>,
  targets: Readonly<Record<Target, readonly ReadSource<unknown>[]>>,
  known: Known,
  report: Report,
): void {
  for (const { to, place } of from.links) {
    const [, named, slug, anchor] = /^(?:(course|page):([^#]+))?(?:#(.+))?$/.exec(to) ?? [];
    const target = named as Target | undefined;
    if (target && slug && !known[target].has(slug)) {
      const other = target === 'course' ? 'page' : 'course';
      const similar = nearest(slug, known[target]);
      const meant = known[other].has(slug) ? `${other}:${slug}` : similar && `${target}:${similar}`;
      report(sayMarkdown.linkDead(to, meant), place);
    } else if (anchor) {
      const found = target ? versionOf(targets[target], slug!, from.source.lang) : from;
      if (!found || found.ids.has(anchor)) continue;
      const similar = nearest(anchor, found.ids);
      const start = target ? `${target}:${slug}#` : '#';
      report(sayMarkdown.linkDead(to, similar && start + similar), place);
    }
  }
}

function versionOf(
  sources: readonly ReadSource<unknown>[],
  slug: string,
  lang: string,
): ReadSource<unknown> | undefined {
  const versions = sources.filter(({ source }) => source.slug === slug);
  return versions.find(({ source }) => source.lang === lang) ?? versions[0];
}

/** Files that facts and prose name, below content/. What prose shows and is not there counts as refused. */
export function checkFiles({ source, images }: ReadSource<object>, files: Files): void {
  const { places, file } = source;
  for (const [path, name] of namedFiles(source.facts)) {
    if (name !== undefined) files.has(`content/${name}`, places[path] ?? { file, line: 1 });
  }
  for (const { to, place } of images) {
    if (!files.has(`content/${to}`, place)) source.refused = [...(source.refused ?? []), to];
  }
}

type Named = [path: string, file: string | undefined];

function namedFiles(
  facts: Partial<CourseFacts & PageFacts & PublicationFile & InstitutionFacts>,
): Named[] {
  const { images = [], charts = {}, brand } = facts;
  return [
    ...images.map(({ file }, i): Named => [`images.${i}.file`, file]),
    ...Object.entries(charts).map(([id, { spec }]): Named => [`charts.${id}.spec`, spec]),
    ['picture.file', facts.picture?.file],
    ['cover.picture.file', facts.cover?.picture?.file],
    ['brand.logo', brand?.logo],
    ['brand.logoOnDeep', brand?.logoOnDeep],
    ...(brand?.fonts ?? []).map(({ file }, i): Named => [`brand.fonts.${i}.file`, file]),
  ];
}

/**
 * Courses, pages and subjects that a publication names.
 *
 * @param courses undefined where not all could be read: nobody knows their subjects then
 */
export function checkPublication(
  publication: Source<PublicationFile>,
  courses: readonly Source<CourseFacts>[] | undefined,
  known: Known,
  report: Report,
): void {
  const { facts, places, file } = publication;
  const at = (path: string) => places[path] ?? { file, line: 1 };
  const listed = new Set<string>();
  /** What is to be printed at this place. */
  const take = (kind: Target, path: string, slug: string | undefined) => {
    need(kind, path, slug);
    if (slug === undefined) return;
    if (listed.has(`${kind} ${slug}`)) report(say.listedTwice(slug, kind), at(path));
    listed.add(`${kind} ${slug}`);
  };
  const need = (kind: Target, path: string, slug: string | undefined) => {
    if (slug === undefined || known[kind].has(slug)) return;
    report(say.deadReference(slug, kind, nearest(slug, known[kind])), at(path));
  };
  need('course', 'course', facts.course);
  for (const slug of Object.keys(facts.extent?.courses ?? {})) {
    need('course', `extent.courses.${slug}`, slug);
  }
  const subjects = new Set(courses?.flatMap((course) => course.facts.subject ?? []));
  const needSubject = (path: string, subject: string) => {
    if (!courses || subjects.has(subject)) return;
    report(say.emptySubject(subject, nearest(subject, subjects)), at(path));
  };
  for (const subject of Object.keys(facts.extent?.subjects ?? {})) {
    needSubject(`extent.subjects.${subject}`, subject);
  }
  for (const [i, section] of (facts.sections ?? []).entries()) {
    const path = `sections.${i}`;
    for (const [j, slug] of (section.courses ?? []).entries()) {
      take('course', `${path}.courses.${j}`, slug);
    }
    for (const [j, slug] of (section.pages ?? []).entries()) {
      take('page', `${path}.pages.${j}`, slug);
    }
    take('page', `${path}.facing`, section.facing);
    if (typeof section.subject === 'string') needSubject(`${path}.subject`, section.subject);
    else
      for (const [j, s] of (section.subject ?? []).entries())
        needSubject(`${path}.subject.${j}`, s);
  }
}
