import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { PdfStream } from '../../scripts/pdf/objects.ts';
import { pagesOf } from '../../scripts/pdf/pages.ts';
import { readPdf } from '../../scripts/pdf/read.ts';
import { press, projectFolder } from '../helpers/press.ts';

test('a course sheet with a photograph has less than 150 kB, and no more pixels than a screen shows', async () => {
  const folder = projectFolder('templates/projects/sample');
  const path = join(folder.path, 'content/courses/public-health.md');
  const image = 'images: [{file: images/stools.jpg, alt: Stools in a row, credit: C, rights: R}]';
  const course = readFileSync(path, 'utf8').replace('---\n', `---\n${image}\n`);
  writeFileSync(path, `${course}\n## Rooms\n\n![Stools in a row](images/stools.jpg)\n`);
  const { code, stderr } = await press(['build', '--project', folder.path, 'public-health']);
  assert.equal(code, 0, stderr);
  const bytes = readFileSync(join(folder.path, 'output/screen/public-health.pdf'));
  assert.ok(bytes.length < 150_000, `${bytes.length} bytes`);
  const file = readPdf(bytes);
  assert.ok(pagesOf(file).length >= 2);
  const objects = Array.from({ length: file.size }, (_, number) => file.object(number));
  const pictures = objects
    .filter((object) => object instanceof PdfStream)
    .map(({ dict }) => dict)
    .filter((dict) => file.name(dict.get('Subtype')) === 'Image');
  assert.equal(pictures.length, 1);
  // 108 mm wide.
  assert.equal(file.number(pictures[0]!.get('Width')), Math.floor((108 / 25.4) * 200));
});
