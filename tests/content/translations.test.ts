import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codes, only, project, read, soundProject } from './projects.ts';

const institution = { 'content/institution.md': '---\nname: H\n---\n' };
const [main, welsh] = ['content/courses/a.md', 'content/courses/a.cy.md'];

test('a translation has the slug of its original, its own language, and the facts it does not repeat', async () => {
  const { project: found } = await read(soundProject);
  const [, original, translation] = found.courses;
  assert.deepEqual([translation?.slug, translation?.lang], ['group-therapy', 'cy']);
  assert.equal(translation?.facts.title, 'Therapi Grŵp ar gyfer Empathi');
  assert.equal(translation?.facts.duration, original?.facts.duration);
  assert.deepEqual(
    translation?.facts.fees?.map(({ audience, total, covers }) => [audience, total, covers]),
    [
      ['uk', 8500, 'Addysgu'],
      ['international', 14500, 'Addysgu'],
    ],
  );
  assert.deepEqual(translation?.facts.charts, original?.facts.charts);
});

test('places of facts that come from the original point there', async () => {
  const { project: found } = await read(soundProject);
  const { places } = found.courses[2]!;
  assert.equal(places.title?.file, 'content/courses/group-therapy.cy.md');
  assert.equal(places['fees.0.covers']?.file, 'content/courses/group-therapy.cy.md');
  assert.equal(places['fees.0.total']?.file, 'content/courses/group-therapy.md');
  assert.equal(places['charts.sessions.rows.0.value']?.file, 'content/data/sessions.csv');
});

test('groups are merged key by key; a list of another length stands for itself', async (t) => {
  const folder = project(t, {
    ...institution,
    [main]:
      '---\napply: {until: 2027-06-30, text: Apply}\nmodules:\n  - {title: One, credits: 10}\n  - {title: Two, credits: 20}\naddress_: 1\n---\n'.replace(
        'address_: 1\n',
        '',
      ),
    [welsh]: '---\napply: {text: Gwneud cais}\nmodules:\n  - {title: Un}\n---\n',
  });
  const { project: found, findings } = await read(folder);
  const translation = found.courses[1];
  assert.deepEqual(codes(findings), []);
  assert.deepEqual(translation?.facts.apply, { until: '2027-06-30', text: 'Gwneud cais' });
  assert.deepEqual(translation?.facts.modules, [{ title: 'Un' }]);
  assert.equal(translation?.places['modules.1'], undefined);
});

test('the original is not changed by its translation', async (t) => {
  const folder = project(t, {
    ...institution,
    [main]: '---\ntitle: One\nentry: {academic: A}\n---\n',
    [welsh]: '---\ntitle: Un\nentry: {academic: B}\n---\n',
  });
  const { project: found } = await read(folder);
  assert.deepEqual(
    found.courses.map(({ facts }) => [facts.title, facts.entry]),
    [
      ['One', { academic: 'A' }],
      ['Un', { academic: 'B' }],
    ],
  );
});

test('a fault of the original is said once, at the original', async (t) => {
  const folder = project(t, {
    ...institution,
    [main]: '---\ntitel: One\ncredits: many\n---\n',
    [welsh]: '---\ntitle: Un\ncredts: 3\n---\n',
  });
  const { findings } = await read(folder);
  assert.deepEqual(
    codes(findings),
    [
      `content/unknown-key @ ${main}:2`,
      `content/wrong-type @ ${main}:3`,
      `content/unknown-key @ ${welsh}:3`,
    ].sort((a, b) => codes(findings).indexOf(a) - codes(findings).indexOf(b)),
  );
});

test('words that are not there come from the original and say their language', async (t) => {
  const folder = project(t, {
    ...institution,
    [main]: '## Heading\n\nEnglish words.\n\nBonjour.\n{lang=fr}\n',
    [welsh]: '---\ntitle: Un\n---\n',
  });
  const { project: found } = await read(folder);
  const [section] = found.courses[1]!.body;
  const [block, french] = section!.blocks;
  assert.deepEqual([section?.lang, block?.lang, french?.lang], ['en-GB', 'en-GB', 'fr']);
  assert.equal(
    section?.heading?.html,
    '<span lang="en-GB" id="course-a--heading--lang">Heading</span>',
  );
  assert.match(
    block?.kind === 'prose' ? block.html : '',
    /^<p lang="en-GB" data-src="[^"]+">English words/,
  );
  assert.match(french?.kind === 'prose' ? french.html : '', /^<p data-src="[^"]+" lang="fr">/);
});

test('a language in the file name and another in the file contradict each other', async (t) => {
  const folder = project(t, { ...institution, [main]: 'x\n', [welsh]: '---\nlang: fr\n---\n' });
  const { findings, project: found } = await read(folder);
  assert.equal(only(findings, 'content/language-contradiction').place?.line, 2);
  assert.equal(found.courses[1]?.lang, 'cy');
});

test('a file is in the language of the institution unless it says otherwise', async (t) => {
  const folder = project(t, {
    'content/institution.md': '---\nname: H\nlang: cy\n---\n',
    'content/courses/a.md': '"x"\n',
    'content/courses/b.md': '---\nlang: fr\n---\n"x"\n',
  });
  const { project: found } = await read(folder);
  assert.deepEqual(
    found.courses.map(({ lang, body }) => [lang, body[0]?.blocks[0]?.text]),
    [
      ['cy', '“x”'],
      ['fr', '« x »'],
    ],
  );
});

test('the institution can be translated too', async (t) => {
  const folder = project(t, {
    'content/institution.md': '---\nname: Harbour\nukprn: 10001234\n---\n',
    'content/institution.cy.md': '---\nname: Harbwr\n---\n',
  });
  const { project: found, findings } = await read(folder);
  assert.deepEqual(codes(findings), []);
  assert.equal(found.institution.facts.name, 'Harbour');
  const [translation] = found.institutionTranslations ?? [];
  assert.deepEqual([translation?.lang, translation?.facts.name], ['cy', 'Harbwr']);
  assert.equal(translation?.facts.ukprn, 10001234);
});
