import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block, Source } from '../../scripts/content/model.ts';
import type { CourseFacts } from '../../scripts/content/schema/course.ts';
import { blockHtml, depth } from '../../scripts/layout/course-view.ts';
import { captionAndCredit, leadBesideProse, listedImage } from '../../scripts/layout/pictures.ts';
import type { ImageFacts, Setting } from '../../scripts/layout/setting.ts';
import { course, settingFor } from '../helpers/setting.ts';

const place = { file: 'content/courses/x.md', line: 9 };

const figure = (image: string, more: object = {}): Extract<Block, { kind: 'figure' }> => ({
  ...{ kind: 'figure', image, alt: 'Chairs', caption: undefined, place },
  ...{ line: 9, file: place.file, classes: [], text: '' },
  ...more,
});

const section = (blocks: Block[]): Source<CourseFacts>['body'][number] => ({
  ...{ level: 2, heading: undefined, id: '', classes: [], blocks, line: 1 },
});

const listed = {
  file: 'images/room.jpg',
  alt: 'A room',
  caption: 'Room 4 <old>',
  credit: 'Ana & Bo',
  rights: 'R',
  focus: [10, 10, 60, 60],
};

/** What is asked of the desk, and the HTML. */
async function written(block: Block, images: object[]) {
  const asked: { key: string; image: ImageFacts }[] = [];
  const setting: Setting = {
    ...settingFor({}),
    picture: async (_source, key, image, box) => {
      asked.push({ key, image });
      const { alt = '', caption, credit } = image;
      return { src: 'x.jpg', alt, caption, credit, ...box };
    },
  };
  const x = course('x', { images }, [section([block])]);
  return { asked, html: (await blockHtml(block, x, setting, depth(2))) ?? '' };
}

test('a picture in the prose has credit, focus and place of the entry that lists it', async () => {
  const { asked, html } = await written(figure('images/room.jpg'), [
    { file: 'images/other.jpg', credit: 'Other' },
    listed,
  ]);
  const [{ key, image }] = asked as [(typeof asked)[0]];
  assert.equal(key, 'images.1');
  assert.deepEqual([image.file, image.alt, image.focus], [listed.file, 'Chairs', listed.focus]);
  assert.match(html, /alt="Chairs"/);
  assert.match(html, />Room 4 &lt;old&gt; Ana &amp; Bo<\/p>/);
});

test('what is written where it stands goes before what is listed', async () => {
  const caption = { html: 'Here', text: 'Here' };
  const { html } = await written(figure('images/room.jpg', { caption, alt: '' }), [listed]);
  assert.match(html, />Here\. Ana &amp; Bo<\/p>/);
  assert.match(html, /alt="A room"/, 'words for those who cannot see it, if the prose has none');
});

test('a picture that nobody lists has what the prose says and no more', async () => {
  const { asked, html } = await written(figure('images/new.jpg'), [listed]);
  assert.deepEqual(asked[0], {
    key: 'images/new.jpg',
    image: { file: 'images/new.jpg', alt: 'Chairs' },
  });
  assert.doesNotMatch(html, /<p/);
});

test('the picture of a page is known in its prose, too', () => {
  const page = { ...course('x', {}), facts: { picture: listed } };
  assert.equal(listedImage(page, 'images/room.jpg')?.key, 'picture');
  assert.equal(listedImage(page, 'images/none.jpg'), undefined);
});

test('a picture that stands in the prose does not lead beside it', () => {
  const images = [listed, { file: 'images/second.jpg' }];
  const lead = (blocks: Block[], list: object[]) =>
    leadBesideProse(course('x', { images: list }, [section(blocks)]))?.key;
  assert.equal(lead([], images), 'images.0');
  assert.equal(lead([figure('images/room.jpg')], images), 'images.1');
  assert.equal(lead([figure('images/room.jpg')], [listed]), undefined);
  assert.equal(lead([], []), undefined);
});

test('caption and credit are two sentences', () => {
  assert.equal(captionAndCredit('The room', 'Ana'), 'The room. Ana');
  assert.equal(captionAndCredit('Is this it?', 'Ana'), 'Is this it? Ana');
  assert.equal(captionAndCredit(undefined, 'Ana'), 'Ana');
  assert.equal(captionAndCredit('The room', undefined), 'The room');
  assert.equal(captionAndCredit(undefined, undefined), undefined);
});
