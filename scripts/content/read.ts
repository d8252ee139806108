import { statSync } from 'node:fs';
import type { Report } from '../finding.ts';
import type { World } from '../world.ts';
import { openFiles } from './files.ts';
import { bySlug, checkContentFolder, namedSlugs, readFolder } from './folders.ts';
import { type Input, sha256 } from './inputs.ts';
import { piecesOf } from './many/pieces.ts';
import * as say from './messages.ts';
import type { Project, Source, Target } from './model.ts';
import { type RawFile, readRaw } from './raw.ts';
import type { Reading } from './reading.ts';
import { checkFiles, checkLinks, checkPublication } from './references.ts';
import { course } from './schema/course.ts';
import { type InstitutionFacts, institution } from './schema/institution.ts';
import { page } from './schema/page.ts';
import { publicationFile } from './schema/publication.ts';
import { openSnippets } from './snippets.ts';
import { readGroup } from './sources.ts';

/** A project and what reading it depended on, by path. */
export interface ReadProject extends Project {
  inputs: Input[];
}

/**
 * Reads all of content/ and reports every problem of every file in one go. What cannot be read is
 * left out, so that the rest can still be checked and built on. Nothing is asked of the clock.
 */
export async function readProject(world: World, report: Report): Promise<ReadProject> {
  const once = reportOnce(report);
  const files = openFiles(world.project, once);
  const isThere = statSync(world.project, { throwIfNoEntry: false })?.isDirectory() === true;
  if (!isThere) once(say.noProject());
  if (!isThere || !checkContentFolder(files, once)) {
    const nothing = { courses: [], pages: [], publications: [] };
    return {
      ...{ institution: nobody(defaultLanguage), isMissing: true },
      ...{ ...nothing, inputs: files.inputs() },
    };
  }
  const institutions = (files.list('content') ?? [])
    .filter((name) => /^institution(\.[\w-]+)?\.md$/.test(name))
    .map((name) => readRaw(`content/${name}`, files, once))
    .filter((raw) => raw !== undefined);
  const lang = institutions.find((raw) => !raw.isTranslation)?.lang ?? defaultLanguage;
  const snippets = openSnippets(files, lang);
  const reading: Reading = { files, snippets, lang, tables: new Map(), report: once };
  const folder = (name: string): RawFile[][] =>
    bySlug(readFolder(`content/${name}`, files, once), lang, once);

  const groups = {
    course: folder('courses'),
    page: folder('pages'),
    publication: folder('publications'),
  };
  const own = bySlug(institutions, lang, once).flatMap((group) =>
    readGroup(group, 'institution', institution, reading),
  );
  const read = {
    course: groups.course.flatMap((group) => readGroup(group, 'course', course, reading)),
    page: groups.page.flatMap((group) => readGroup(group, 'page', page, reading)),
    publication: groups.publication.flatMap((group) =>
      readGroup(group, 'publication', publicationFile, reading),
    ),
  };
  // What cannot be read is named as a file all the same: nobody is to look for a dead link.
  const slugs = (kind: Target) =>
    new Set([
      ...groups[kind].map((group) => group[0]!.slug),
      ...namedSlugs(`content/${kind}s`, files),
    ]);
  const known = {
    course: slugs('course'),
    page: slugs('page'),
  };
  const courses = read.course.map(({ source }) => source);
  for (const one of [...own, ...read.course, ...read.page, ...read.publication]) {
    checkFiles(one, files);
    checkLinks(one, read, known, once);
  }
  const isRead = groups.course.flat().every(({ facts }) => facts);
  const isWhole = isRead && courses.every(({ refused = [] }) => !refused.includes('subject'));
  for (const { source } of read.publication) {
    checkPublication(source, isWhole ? courses : undefined, known, once);
  }
  const stock = { courses, isWhole: isRead, home: lang };
  const made = read.publication.map(({ source }) => piecesOf(source, stock, once));
  if (institutions.length === 0) once(say.noInstitution(), { file: institutionFile });
  return {
    institution: own[0]?.source ?? unread(lang, institutions.length > 0),
    institutionTranslations: own.slice(1).map(({ source }) => source),
    courses,
    pages: read.page.map(({ source }) => source),
    publications: made.flatMap(({ pieces }) => pieces),
    series: made.flatMap(({ series }) => series ?? []),
    inputs: files.inputs(),
  };
}

const defaultLanguage = 'en-GB';
const institutionFile = 'content/institution.md';

/** An institution that is written but could not be read is not to be missed. */
function unread(lang: string, isWritten: boolean): Source<InstitutionFacts> {
  return {
    ...nobody(lang),
    ...(isWritten ? { refused: ['name', 'contacts', 'placeholder'] } : {}),
  };
}

/** What stands where no institution could be read: everything about it is missing. */
function nobody(lang: string): Source<InstitutionFacts> {
  return {
    slug: 'institution',
    lang,
    file: institutionFile,
    facts: institution.parse({}),
    places: {},
    body: [],
    hash: sha256(''),
  };
}

/** The same finding at the same place is said once: a snippet may be read three hundred times. */
function reportOnce(report: Report): Report {
  const said = new Set<string>();
  return (message, place) => {
    const key = JSON.stringify([message.code, message.message, place]);
    if (said.has(key)) return;
    said.add(key);
    report(message, place);
  };
}
