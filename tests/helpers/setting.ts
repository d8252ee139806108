import type { Project, Source } from '../../scripts/content/model.ts';
import { type CourseFacts, course as courseSchema } from '../../scripts/content/schema/course.ts';
import { institution as institutionSchema } from '../../scripts/content/schema/institution.ts';
import { publication as publicationSchema } from '../../scripts/content/schema/publication.ts';
import { collector, type Finding } from '../../scripts/finding.ts';
import { readGeometry } from '../../scripts/layout/geometry.ts';
import { Html } from '../../scripts/layout/html.ts';
import { numbersFor } from '../../scripts/layout/numbers.ts';
import type { Setting } from '../../scripts/layout/setting.ts';
import { readWords, wordsFor } from '../../scripts/layout/words.ts';

const tool = new URL('../..', import.meta.url).pathname;

/** A file as the content stage would hand it on. */
export function source<F>(
  slug: string,
  facts: F,
  body: Source<F>['body'] = [],
  lang = 'en-GB',
): Source<F> {
  return { slug, lang, file: `content/${slug}.md`, facts, places: {}, body, hash: '' };
}

export function course(slug: string, facts: object, body: Source<CourseFacts>['body'] = []) {
  return source(slug, courseSchema.parse(facts), body);
}

/** Prose without a heading: one section of paragraphs. */
export function prose(...paragraphs: string[]): Source<CourseFacts>['body'] {
  const blocks = paragraphs.map((text, i) => ({
    kind: 'prose' as const,
    tag: 'p' as const,
    html: `<p data-src="x.md:${i + 1}">${text}</p>`,
    text,
    line: i + 1,
    file: 'x.md',
    classes: [],
  }));
  return [{ level: 2, heading: undefined, id: '', classes: [], blocks, line: 1 }];
}

export interface SettingOptions {
  institution?: object;
  courses?: Source<CourseFacts>[];
  pages?: Project['pages'];
  publication?: object;
  lang?: string;
}

/** A setting without pictures and drawings: what views are made of is words and figures. */
export function settingFor(options: SettingOptions): Setting & { findings: Finding[] } {
  const lang = options.lang ?? 'en-GB';
  const publication = source(
    'piece',
    publicationSchema.parse({ kind: 'book', ...options.publication }),
    [],
    lang,
  );
  const institution = source('institution', institutionSchema.parse(options.institution ?? {}));
  const { findings, report } = collector();
  const geometry = readGeometry(tool, publication.facts.kind, publication.facts.size);
  return {
    findings,
    project: {
      institution,
      courses: options.courses ?? [],
      pages: options.pages ?? [],
      publications: [publication],
    },
    publication,
    format: 'standard',
    geometry,
    year: publication.facts.year,
    lang,
    say: wordsFor(lang, undefined, readWords(tool)),
    numbers: numbersFor(lang),
    report,
    mark: () => new Html(''),
    logo: () => undefined,
    // Half an em a character: near enough for what needs no page.
    ruler: async () => (text, role) =>
      [...text].length * (geometry.roles[role]?.sizePt ?? 10) * (25.4 / 72) * 0.5,
    qr: (address) => (address ? { path: 'M0 0h1v1H0z', modules: 29 } : undefined),
    chart: async () => undefined,
    picture: async () => undefined,
  };
}
