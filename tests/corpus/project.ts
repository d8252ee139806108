import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawPhoto } from '../../scripts/bench/photo.ts';
import { openPicture } from '../../scripts/images/sharp.ts';
import type { CorpusCourse } from './course.ts';
import type { CorpusKind } from './kinds.ts';

const institution = `---
schema: 1
name: Prifysgol Nunlle – University of Nowhere
shortName: Nowhere
lang: en-GB
address: ["Block 4, Floor 17, The Very Long Building Name Formerly Known as East", "Nowhere NW1 1NW"]
website: nowhere.example
terms: nowhere.example/terms
contacts:
  - {role: general, for: Questions, email: ask@nowhere.example, phone: 01632 960200}
  - {role: formats, for: Other formats, email: formats@nowhere.example, phone: 01632 960202}
---
`;

/** A project of these courses, with a publication file for each kind and language. */
export async function writeCorpus(
  folder: string,
  courses: readonly CorpusCourse[],
  kinds: readonly CorpusKind[],
): Promise<void> {
  const content = join(folder, 'content');
  for (const name of ['courses', 'publications', 'images']) {
    mkdirSync(join(content, name), { recursive: true });
  }
  writeFileSync(join(content, 'institution.md'), institution);
  for (const { slug, markdown } of courses) {
    writeFileSync(join(content, 'courses', `${slug}.md`), markdown);
  }
  for (const lang of [...new Set(courses.map((one) => one.lang))].sort()) {
    const own = courses.filter((one) => one.lang === lang);
    for (const kind of kinds) {
      const name = `${kind.name}-${lang.slice(0, 2)}`;
      writeFileSync(
        join(content, 'publications', `${name}.md`),
        [
          '---',
          'schema: 1',
          `lang: ${lang}`,
          'year: 2027',
          'issued: 2026-09-01',
          ...kind.facts(own),
          '---',
          '',
        ].join('\n'),
      );
    }
  }
  const photo = await drawPhoto('corpus');
  const shapes = { wide: [4200, 2800], tall: [1400, 2800], small: [300, 240] } as const;
  for (const [name, [width, height]] of Object.entries(shapes)) {
    const picture = await openPicture(photo);
    const bytes = await picture.resize(width, height, { fit: 'cover' }).jpeg().toBuffer();
    writeFileSync(join(content, 'images', `${name}.jpg`), bytes);
  }
}
