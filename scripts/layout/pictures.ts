import type { Source } from '../content/model.ts';
import type { CourseFacts } from '../content/schema/course.ts';
import type { PageFacts } from '../content/schema/page.ts';
import type { ImageFacts } from './setting.ts';

/**
 * What a file's front matter knows of a picture in its prose: `![…](images/room.jpg)` is described
 * by the entry of `images` (or by `picture`) that names the same file.
 */
export function listedImage(
  source: Source<object>,
  file: string,
): { image: ImageFacts; key: string } | undefined {
  const facts: Partial<Pick<CourseFacts & PageFacts, 'images' | 'picture'>> = source.facts;
  const index = (facts.images ?? []).findIndex((image) => image.file === file);
  const image = facts.images?.[index];
  if (image) return { image, key: `images.${index}` };
  return facts.picture?.file === file ? { image: facts.picture, key: 'picture' } : undefined;
}

/** The first picture of a course that does not stand in its prose: it leads where the prose is printed, too. */
export function leadBesideProse(
  course: Source<CourseFacts>,
): { image: ImageFacts; key: string } | undefined {
  const blocks = course.body.flatMap((section) => section.blocks);
  const inProse = new Set(blocks.flatMap((one) => (one.kind === 'figure' ? [one.image] : [])));
  const index = (course.facts.images ?? []).findIndex(({ file }) => !inProse.has(file));
  const image = course.facts.images?.[index];
  return image && { image, key: `images.${index}` };
}

/** What a picture shows and whose it is, in one line: a caption without a full stop gets one. */
export function captionAndCredit(
  caption: string | undefined,
  credit: string | undefined,
): string | undefined {
  if (!caption || !credit) return caption || credit || undefined;
  return `${caption}${/[\p{L}\p{N})\]]$/u.test(caption) ? '.' : ''} ${credit}`;
}
