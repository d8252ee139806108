import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedProject, codes, only, project, read, soundProject } from './projects.ts';

const institution = { 'content/institution.md': '---\nname: Harbour\n---\n' };

test('the sound project is read without a finding', async () => {
  const { findings, project: found } = await read(soundProject);
  assert.deepEqual(codes(findings), []);
  assert.deepEqual(
    found.courses.map(({ slug, lang }) => `${slug} ${lang}`),
    ['counselling en-GB', 'group-therapy en-GB', 'group-therapy cy'],
  );
  const course = found.courses[1]!;
  assert.deepEqual(
    course.body.map(({ id, heading, classes }) => [id, heading?.text, classes.join()]),
    [
      ['course-group-therapy--text', undefined, ''],
      ['course-group-therapy--what-you-learn', 'What you learn', ''],
      ['course-group-therapy--what-it-costs', 'What it costs', 'in-facts'],
    ],
  );
  assert.deepEqual(
    course.body.flatMap(({ blocks }) => blocks.map(({ kind }) => kind)),
    ['prose', 'prose', 'chart', 'prose', 'figure'],
  );
});

test('the same project in another folder is read the same', async (t) => {
  const here = await read(soundProject);
  const there = await read(changedProject(t, {}));
  assert.deepEqual(there.project, here.project);
});

test('two files of one slug are reported, by case and by Unicode form too', async (t) => {
  const composed = 'caf\u00e9';
  const folder = project(t, {
    ...institution,
    'content/courses/a.md': '---\nslug: same\n---\n',
    'content/courses/b.md': '---\nslug: same\n---\n',
    'content/courses/Foo.md': 'x\n',
    'content/courses/foo.md': 'x\n',
    [`content/courses/${composed}.md`]: 'x\n',
    [`content/courses/${composed.normalize('NFD')}.md`]: 'x\n',
  });
  const { findings, project: found } = await read(folder);
  const twice = findings.filter(({ code }) => code === 'content/slug-twice');
  assert.deepEqual(twice.map(({ place }) => `${place?.file}:${place?.line}`).sort(), [
    'content/courses/b.md:2',
    `content/courses/${composed}.md:1`,
    'content/courses/foo.md:1',
  ]);
  assert.match(twice.find(({ place }) => place?.file.endsWith('foo.md'))!.message, /capitals/);
  assert.doesNotMatch(twice.find(({ place }) => place?.file.endsWith('b.md'))!.message, /capitals/);
  assert.deepEqual(found.courses.map(({ slug }) => slug).sort(), [composed, 'foo', 'same']);
});

test('a course and a page may share a slug; so may a file and its translation', async (t) => {
  const folder = project(t, {
    ...institution,
    'content/courses/a.md': 'x\n',
    'content/pages/a.md': 'x\n',
    'content/courses/a.cy.md': 'x\n',
  });
  assert.deepEqual(codes((await read(folder)).findings), []);
});

test('two translations into one language are one too many', async (t) => {
  const folder = project(t, {
    ...institution,
    'content/courses/a.md': 'x\n',
    'content/courses/a.cy.md': 'x\n',
    'content/courses/b.cy.md': '---\nslug: a\n---\n',
  });
  const { findings } = await read(folder);
  assert.equal(only(findings, 'content/slug-twice').place?.file, 'content/courses/b.cy.md');
});

test('a name that gives no slug is a finding; spaces and capitals are no harm', async (t) => {
  const folder = project(t, {
    ...institution,
    'content/courses/---.md': 'x\n',
    'content/courses/Group Therapy (new).md': 'x\n',
  });
  const { findings, project: found } = await read(folder);
  assert.equal(only(findings, 'content/no-slug').place?.file, 'content/courses/---.md');
  assert.equal(found.courses[0]?.slug, 'group-therapy-new');
});

test('dead links of the prose are reported with what was meant', async (t) => {
  const folder = project(t, {
    ...institution,
    'content/courses/a.md':
      'One [x](course:bb).\n\nTwo [x](page:b), [x](#ned), [x](page:c#fees), [x](page:c#costs).\n\n## Need\n\nIt.\n',
    'content/courses/b.md': 'x\n',
    'content/pages/c.md': '## Fees\n\nNone.\n',
  });
  const { findings } = await read(folder);
  assert.deepEqual(
    findings.map(({ code, place, hint }) => [code, place?.line, /`([^`]+)`/.exec(hint)?.[1]]),
    [
      ['markdown/link-dead', 1, 'course:b'],
      ['markdown/link-dead', 3, 'course:b'],
      ['markdown/link-dead', 3, '#need'],
      ['markdown/link-dead', 3, undefined],
    ],
  );
});

test('a link to a file that could not be read is not called dead', async (t) => {
  const folder = project(t, {
    ...institution,
    'content/courses/a.md': 'To [x](course:b).\n',
    'content/courses/b.md': '---\na: @x\n---\n',
  });
  assert.deepEqual(codes((await read(folder)).findings), [
    'content/yaml-start @ content/courses/b.md:2',
  ]);
});

test('what a publication names has to exist', async (t) => {
  const folder = changedProject(t, {
    'content/publications/bad.md': `---
kind: book
course: group-theraphy
sections:
  - {title: A, courses: [counseling], pages: [town], facing: citty}
  - {title: B, subject: Conselling}
extent: {courses: {none-such: page}, subjects: {Physics: page}}
---
`,
  });
  const { findings } = await read(folder);
  assert.deepEqual(
    findings.map(({ code, place, hint }) => [code, place?.line, /`([^`]+)`/.exec(hint)?.[1]]),
    [
      ['content/dead-reference', 3, 'group-therapy'],
      ['content/dead-reference', 7, 'content/courses/'],
      ['content/empty-subject', 7, 'subject'],
      ['content/dead-reference', 5, 'counselling'],
      ['content/dead-reference', 5, 'content/pages/'],
      ['content/dead-reference', 5, 'city'],
      ['content/empty-subject', 6, 'Counselling'],
    ],
  );
});

test('a course or page that a book lists twice is said where it stands again', async (t) => {
  const folder = changedProject(t, {
    'content/publications/twice.md': `---
kind: book
sections:
  - {title: A, courses: [group-therapy, counselling], pages: [city]}
  - {title: B, courses: [group-therapy], facing: city}
---
`,
  });
  const { findings } = await read(folder);
  assert.deepEqual(
    findings.map(({ code, severity, place }) => [code, severity, place?.line, place?.column]),
    [
      ['content/listed-twice', 'warning', 5, 26],
      ['content/listed-twice', 'warning', 5, 50],
    ],
  );
  assert.match(findings[0]?.message ?? '', /course `group-therapy`/);
});

test('a project without an institution is a gap, not an error', async (t) => {
  const folder = project(t, { 'content/courses/a.md': 'x\n' });
  const { findings, project: found } = await read(folder);
  assert.equal(only(findings, 'content/no-institution').severity, 'gap');
  assert.equal(found.institution.facts.name, undefined);
  assert.equal(found.courses.length, 1);
});

test('the same trouble in a snippet is said once, however many files take it in', async (t) => {
  const folder = project(t, {
    ...institution,
    'content/snippets/terms.md': 'A <b>bold</b> word.\n',
    'content/courses/a.md': '{{> snippet terms}}\n',
    'content/courses/b.md': '{{> snippet terms}}\n',
  });
  assert.deepEqual(codes((await read(folder)).findings), [
    'markdown/html @ content/snippets/terms.md:1',
  ]);
});

test('reading needs no clock, no environment and no folder but the project', async () => {
  const first = await read(soundProject);
  const zone = process.env.TZ;
  process.env.TZ = 'Pacific/Kiritimati';
  const second = await read(soundProject);
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  assert.deepEqual(second.project, first.project);
  assert.doesNotMatch(JSON.stringify(first.project), new RegExp(import.meta.dirname));
});

test('front matter that is no YAML is one finding: nothing that stands in it is missed', async (t) => {
  const files = {
    'content/institution.md': '---\nname: H\n---\n',
    'content/courses/x.md':
      '---\ntitle: One: two\nsubject: Health\ncharts:\n  a: {unit: U}\n---\n![C](chart:a)\n',
    'content/courses/x.cy.md': '---\ntitle: Un\n---\n![C](chart:a)\n',
    'content/publications/b.md':
      '---\nkind: book\nsections:\n  - {title: S, subject: Health}\n  - {title: T, courses: [x]}\n---\n',
  };
  const { findings } = await read(project(t, files));
  assert.deepEqual(codes(findings), ['content/yaml-colon @ content/courses/x.md:2']);
  files['content/courses/x.md'] = '---\ntitle: One\n---\n![C](chart:a)\n';
  const sound = await read(project(t, files));
  assert.deepEqual(codes(sound.findings).sort(), [
    'content/empty-subject @ content/publications/b.md:4',
    'markdown/chart-unknown @ content/courses/x.cy.md:4',
    'markdown/chart-unknown @ content/courses/x.md:4',
  ]);
});
