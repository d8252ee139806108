import assert from 'node:assert/strict';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import matter from 'gray-matter';
import { parse } from 'yaml';
import type { Source } from '../../scripts/content/model.ts';
import { readProject } from '../../scripts/content/read.ts';
import { course } from '../../scripts/content/schema/course.ts';
import { institution } from '../../scripts/content/schema/institution.ts';
import { page, pageLayouts } from '../../scripts/content/schema/page.ts';
import { publicationFile } from '../../scripts/content/schema/publication.ts';
import { collector } from '../../scripts/finding.ts';
import { openWorld } from '../../scripts/world.ts';

const projects = join(dirname(dirname(import.meta.dirname)), 'templates/projects');
const sample = join(projects, 'sample');
const content = join(sample, 'content');
const schemas = { courses: course, pages: page, publications: publicationFile };

const { findings, report } = collector();
const project = await readProject(openWorld({ project: sample, asOf: '2026-11-23' }), report);
const originals = project.courses.filter(({ lang }) => lang === 'en-GB');

/** A file's front matter, without the reader of the product. */
function frontMatter(file: string): Record<string, unknown> {
  const engines = { yaml: { parse: (text: string) => parse(text) as object } };
  return matter(readFileSync(file, 'utf8'), { engines }).data;
}

const files = (folder: keyof typeof schemas) =>
  readdirSync(join(content, folder)).map((name) => join(content, folder, name));

/** The words of a file as it is printed: prose, and what the front matter has for the reader. */
function words({ facts, body }: Source<object>): string {
  const prose = body.flatMap(({ heading, blocks }) => [
    heading?.text ?? '',
    ...blocks.map(({ text }) => text),
  ]);
  return `${JSON.stringify(facts)}\n${prose.join('\n')}`;
}

describe('the sample project', () => {
  it('is read without a finding', () => {
    assert.deepEqual(findings, []);
  });

  for (const [folder, schema] of Object.entries(schemas)) {
    it(`has ${folder} that the schema takes as they are`, () => {
      for (const file of files(folder as keyof typeof schemas)) {
        // A translation repeats only what is in words; read with its original it is whole.
        if (/\.\w\w\.md$/.test(file)) continue;
        const result = schema.safeParse(frontMatter(file));
        assert.ok(result.success, `${file}: ${result.error?.message}`);
      }
    });
  }

  it('has an institution that the schema takes as it is', () => {
    assert.ok(institution.safeParse(frontMatter(join(content, 'institution.md'))).success);
  });

  it('has twelve courses, one in Welsh and one in French as well', () => {
    assert.equal(originals.length, 12);
    const others = project.courses.filter(({ lang }) => lang !== 'en-GB');
    assert.deepEqual(others.map(({ slug, lang }) => `${slug} ${lang}`).sort(), [
      'group-therapy-for-empathy cy',
      'typeface-design fr',
    ]);
  });

  it('has every material fact of every course', () => {
    const keys = [
      ...['title', 'award', 'awardedBy', 'entry', 'modules', 'delivery', 'location', 'duration'],
      ...['assessment', 'starts', 'mode', 'pattern', 'fees', 'extraCosts', 'terms', 'apply'],
      ...['contactHours', 'workload', 'ukprn', 'promise', 'standfirst', 'subject'],
    ] as const;
    for (const { slug, lang, facts } of project.courses) {
      for (const key of keys) assert.ok(facts[key], `${slug} ${lang}: ${key}`);
      assert.deepEqual(
        facts.fees?.map(({ audience }) => audience),
        ['uk', 'international'],
        slug,
      );
      for (const { total, covers, validUntil } of facts.fees ?? []) {
        assert.ok(total && covers && validUntil, slug);
      }
      const sum = facts.modules?.reduce((all, { credits = 0 }) => all + credits, 0);
      assert.equal(sum, facts.credits, `${slug}: the modules' credits`);
      assert.ok((facts.apply?.url ?? '').length <= 24, `${slug}: the address under the QR code`);
    }
  });

  it('backs every claim and every chart with a source and a date', () => {
    for (const { slug, facts } of [...project.courses, ...project.pages]) {
      for (const { text, source, date, kind, evidence } of facts.claims ?? []) {
        assert.ok(source && date && kind && evidence, `${slug}: ${text}`);
      }
      for (const [id, chart] of Object.entries(facts.charts ?? {})) {
        assert.ok(chart.source && chart.sourceDate && chart.unit, `${slug}: ${id}`);
      }
    }
    const figures = project.pages.flatMap(({ facts }) => facts.figures ?? []);
    assert.ok(figures.length > 0);
    for (const { label, source, date, kind } of figures) assert.ok(source && date && kind, label);
  });

  it('says in its prose or its charts the figures that it claims', () => {
    for (const source of originals) {
      for (const { id, text } of source.facts.claims ?? []) {
        const figures = text.match(/\d[\d,]*/g) ?? [];
        const said = words({ ...source, facts: source.facts.charts ?? {} }).replace(/\s/g, ' ');
        for (const figure of figures) assert.ok(said.includes(figure), `${source.slug}: ${id}`);
      }
    }
  });

  it('uses every layout of a page', () => {
    const used = new Set(project.pages.map(({ facts }) => facts.layout));
    assert.deepEqual(
      [...pageLayouts].filter((layout) => !used.has(layout)),
      [],
    );
  });

  it('has prose that fits: the length of each course suits its extent', () => {
    const book = project.publications.find(({ facts }) => facts.kind === 'book');
    for (const { slug, lang, body } of project.courses) {
      const extent = book?.facts.extent?.courses?.[slug] ?? 'spread';
      const blocks = body.flatMap((section) => section.blocks);
      const length = blocks.reduce((all, { text }) => all + text.length, 0);
      const [least, most] = { third: [150, 320], page: [600, 1200], spread: [1400, 2300] }[extent]!;
      const isLong = slug === 'data-science';
      assert.ok(
        length >= least! && (isLong ? length > 5000 : length <= most!),
        `${slug} ${lang}: ${length}`,
      );
    }
  });

  it('praises nothing', () => {
    const praise =
      /\b(best|(?:a|the|our|its) leading|finest|foremost|premier|top-\w+|award-winning|world|renowned|prestigious|excellen\w+|outstanding|exceptional|unique\w*|unparalleled|unrivalled|cutting-edge|state-of-the-art|innovative|inspiring|vibrant|passionate|dynamic|exciting|amazing|transform\w*|journey|thrive|empower\w*)\b/i;
    for (const source of [...project.courses, ...project.pages]) {
      if (source.lang !== 'en-GB') continue;
      assert.doesNotMatch(words(source), praise, source.slug);
    }
    for (const phrase of ['A world-class course', 'one of the leading schools'])
      assert.match(phrase, praise);
  });

  it('has only names, addresses and numbers that can belong to nobody', () => {
    for (const source of [project.institution, ...project.courses, ...project.pages]) {
      const text = words(source);
      for (const [host] of text.matchAll(/[\w-]+\.(?:com|org|net|uk|edu|ac|io|eu)\b/g)) {
        assert.fail(`${source.slug}: ${host}`);
      }
      for (const [number] of text.matchAll(/\b0\d{4} ?\d{6}\b/g))
        assert.match(number, /^01632 960/);
    }
  });
});

describe('the pictures of the sample', () => {
  const images = readdirSync(join(content, 'images')).filter((name) => !name.endsWith('.svg'));

  it('are used, described, credited and centred', () => {
    const used = [...project.courses, ...project.pages].flatMap(({ facts }) => [
      ...(facts.images ?? []),
      ...('picture' in facts && facts.picture ? [facts.picture] : []),
    ]);
    assert.deepEqual(
      [...new Set(used.map(({ file }) => file.slice('images/'.length)))].sort(),
      images.sort(),
    );
    for (const { file, alt, credit, rights, focus } of used) {
      assert.ok(alt && credit && rights && focus, file);
    }
  });

  it('are large enough for their places at 225 pixels an inch, and small to keep', async () => {
    const { default: sharp } = await import('sharp');
    const ofCourses = new Set(
      project.courses.flatMap(({ facts }) => (facts.images ?? []).map(({ file }) => file)),
    );
    let bytes = 0;
    for (const name of images) {
      const { width, format, exif, icc } = await sharp(join(content, 'images', name)).metadata();
      // Beside a course's facts, or over the width of an editorial page.
      const widthMm = ofCourses.has(`images/${name}`) ? 88 : 216;
      assert.ok((width ?? 0) >= (widthMm / 25.4) * 225, `${name}: ${width}`);
      assert.deepEqual([format, exif, icc], ['jpeg', undefined, undefined], name);
      bytes += statSync(join(content, 'images', name)).size;
    }
    assert.ok(bytes < 6e6, String(bytes));
  });
});

describe('the small project', () => {
  const folder = mkdtempSync(join(tmpdir(), 'press-small-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('is read without a finding once it has a name', async () => {
    cpSync(join(projects, 'small'), folder, { recursive: true });
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    for (const file of names
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(folder, name))) {
      const text = readFileSync(file, 'utf8');
      writeFileSync(file, text.replaceAll('{{name}}', 'Trinity & "Sons"'.replaceAll('"', '\\"')));
      assert.doesNotMatch(readFileSync(file, 'utf8'), /\{\{(?!>)/, file);
    }
    const small = collector();
    const read = await readProject(
      openWorld({ project: folder, asOf: '2026-11-23' }),
      small.report,
    );
    assert.deepEqual(small.findings, []);
    assert.equal(read.institution.facts.name, 'Trinity & "Sons"');
    assert.deepEqual(read.publications.map(({ facts }) => facts.kind).sort(), [
      'book',
      'course-sheet',
    ]);
  });

  it('teaches keys that exist: every example in its comments is taken', () => {
    for (const [name, schema] of [
      ['institution.md', institution],
      ['courses/first-course.md', course],
    ] as const) {
      const text = readFileSync(join(projects, 'small/content', name), 'utf8');
      const yaml = (/^---\n(.*?)\n---/s.exec(text)?.[1] ?? '').replaceAll('{{name}}', 'A');
      // A comment that looks like a key is an example; all others are sentences.
      const taught = yaml.replace(/^(\s*)# (?=\s*(?:- |[a-z]\w*:(?: |$)))/gm, '$1');
      const result = schema.safeParse(parse(taught));
      assert.ok(result.success, `${name}: ${result.error?.message}`);
      assert.ok(Object.keys(parse(taught)).length > Object.keys(parse(yaml)).length, name);
    }
  });
});
