import { harmless } from '../content/frame.ts';
import type { Project, Series } from '../content/model.ts';
import { filePath, type Job } from '../plan/plan.ts';

/** What there is and what would be made of it, for a person at a terminal. */
export function listText(jobs: readonly Job[], project: Project): string {
  const names = (sources: Project['courses'] | Project['pages']) =>
    sources.map(({ slug, lang, facts }) =>
      harmless(`  ${slug}  ${facts.title ?? '(no title)'}  ${lang}`),
    );
  const block = (title: string, lines: string[]) =>
    lines.length ? `${title}\n${lines.join('\n')}\n` : '';
  return [
    block('Publications', publicationLines(jobs, project.series ?? [])),
    block('Courses', names(project.courses)),
    block('Pages', names(project.pages)),
  ]
    .filter(Boolean)
    .join('\n');
}

/** The same for programs. */
export function listJson(jobs: readonly Job[], project: Project) {
  return {
    publications: jobs.map((job) => jobJson(job)),
    series: (project.series ?? []).map((one) => ({
      ...one,
      pieces: [...new Set(jobsOf(one, jobs).map(({ publication }) => publication.slug))],
    })),
    courses: slugs(project.courses),
    pages: slugs(project.pages),
  };
}

/** By name; what stands for many with its pieces below it. */
function publicationLines(jobs: readonly Job[], series: readonly Series[]): string[] {
  const ofSeries = new Set(series.map(({ file }) => file));
  const alone = jobs.filter(({ publication }) => !ofSeries.has(publication.file));
  const heads = [...alone.map(({ publication }) => publication), ...series];
  const width = widest(heads.map(({ slug }) => slug));
  const blocks = [
    ...alone.map((job) => ({ slug: job.publication.slug, lines: [jobLine(job, 2, width)] })),
    ...series.map((one) => {
      const own = jobsOf(one, jobs);
      const inner = widest(own.map(({ publication }) => publication.slug));
      const head = `  ${one.slug.padEnd(width)}  ${aboutSeries(one, own.length)}`;
      return { slug: one.slug, lines: [head, ...own.map((job) => jobLine(job, 4, inner))] };
    }),
  ];
  return blocks
    .sort((a, b) => (a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0))
    .flatMap(({ lines }) => lines);
}

function jobLine(job: Job, indent: number, width: number): string {
  const { slug, facts } = job.publication;
  const kind = facts.size ? `${facts.kind} ${facts.size}` : facts.kind;
  return `${' '.repeat(indent)}${slug.padEnd(width)}  ${kind}, ${job.status}  ->  output/${filePath(job)}`;
}

function aboutSeries({ kinds, for: query, lang }: Series, files: number): string {
  const made = files === 0 ? 'nothing' : files === 1 ? '1 file' : `${files} files`;
  const asked = query === undefined ? '' : ` for ${harmless(query)}`;
  return `${kinds.join(', ')}${asked}, ${lang}: ${made}`;
}

function jobsOf({ file }: Series, jobs: readonly Job[]): Job[] {
  return jobs.filter(({ publication }) => publication.file === file);
}

function jobJson(job: Job) {
  const { publication, status, format, edition, name } = job;
  const { kind, size, course } = publication.facts;
  return {
    slug: publication.slug,
    kind,
    ...(size ? { size } : {}),
    ...(course ? { course } : {}),
    lang: publication.lang,
    status,
    format,
    edition,
    name,
    file: `output/${filePath(job)}`,
    from: publication.file,
  };
}

function slugs(sources: readonly { slug: string; lang: string }[]) {
  return sources.map(({ slug, lang }) => ({ slug, lang }));
}

function widest(words: readonly string[]): number {
  return words.reduce((width, { length }) => Math.max(width, length), 0);
}
