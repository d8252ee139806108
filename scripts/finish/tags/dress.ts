import type { PdfFile } from '../../pdf/file.ts';
import type { PdfPage } from '../../pdf/pages.ts';
import { isContent, isTag, readTags, type Tag } from '../../pdf/tags.ts';
import type { Speaking } from '../artifacts.ts';
import { describeLinks } from './links.ts';
import { shapeTags } from './shape.ts';
import { writeTags } from './write.ts';

/** The structure of a printed part while its content is rewritten. */
export interface OpenTags {
  tops: Tag[];
  speaking: Speaking;
}

/** What stands in these says something though it is drawn: a picture, the bullet of a list. */
const DRAWN = new Set(['Figure', 'Formula', 'Lbl']);

/** Reads the structure before any content is changed. */
export function openTags(file: PdfFile): OpenTags {
  const tops = readTags(file);
  const drawn = new Set<string>();
  const visit = (tag: Tag, isDrawn: boolean): void => {
    const isOwn = isDrawn || DRAWN.has(tag.type);
    for (const kid of tag.kids) {
      if (isTag(kid)) visit(kid, isOwn);
      else if (isOwn && isContent(kid)) drawn.add(`${kid.form ?? kid.page}/${kid.mcid}`);
    }
  };
  for (const top of tops) visit(top, false);
  return { tops, speaking: (holder, mcid) => drawn.has(`${holder}/${mcid}`) };
}

/**
 * Writes the structure as PDF/UA-1 wants it, once all content is rewritten.
 * @param decoration what turned out to say nothing: by object number of page or form, MCIDs
 */
export function dressTags(
  file: PdfFile,
  { tops }: OpenTags,
  pages: readonly PdfPage[],
  decoration: ReadonlyMap<number, ReadonlySet<number>>,
): void {
  const shaped = shapeTags(tops, ({ form, page, mcid }) => {
    const holder = form ?? page;
    return holder !== undefined && decoration.get(holder)?.has(mcid) === true;
  });
  describeLinks(file, shaped, pages);
  writeTags(file, shaped);
}
