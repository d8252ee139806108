import type { PdfFile } from '../../pdf/file.ts';
import type { PdfFont } from '../../pdf/font.ts';
import { type PdfDict, PdfString } from '../../pdf/objects.ts';
import type { PdfPage } from '../../pdf/pages.ts';
import { isContent, isTag, type Tag, type TagKid } from '../../pdf/tags.ts';
import { textOf, textString } from '../../pdf/text.ts';
import { wordsOn } from './words.ts';

/**
 * Describes every link by its words, or those of the picture in it (ISO 14289-1, 7.18.5): a reader
 * that lists links has no others. A link whose words say nothing is described by where it leads.
 */
export function describeLinks(
  file: PdfFile,
  tops: readonly Tag[],
  pages: readonly PdfPage[],
): void {
  const links = tops.flatMap((top) => linksIn(top));
  if (links.length === 0) return;
  const fonts = new Map<PdfDict, PdfFont>();
  const byNumber = new Map(pages.map((page) => [page.ref.number, page]));
  const words = new Map<number, Map<number, string>>();
  const wordsOf = (kid: TagKid): string => {
    if (isTag(kid)) {
      const said = kid.dict.get('Alt') ?? kid.dict.get('ActualText');
      return said instanceof PdfString ? textOf(said) : kid.kids.map(wordsOf).join('');
    }
    if (!isContent(kid) || kid.form !== undefined || kid.page === undefined) return '';
    const page = byNumber.get(kid.page);
    const known = words.get(kid.page) ?? (page && wordsOn(file, page, fonts));
    if (known) words.set(kid.page, known);
    return known?.get(kid.mcid) ?? '';
  };
  for (const link of links) {
    const name = wordsOf(link).replace(/\s+/g, ' ').trim();
    for (const kid of link.kids) {
      if (isTag(kid) || isContent(kid)) continue;
      const annotation = file.dict(kid.object);
      const address = file.string(file.dict(annotation?.get('A'))?.get('URI'));
      annotation?.set('Contents', textString(name || address?.bytes || 'Link'));
    }
  }
}

function linksIn(tag: Tag): Tag[] {
  const inner = tag.kids.filter(isTag).flatMap(linksIn);
  return tag.type === 'Link' ? [tag, ...inner] : inner;
}
