import { PdfString } from '../pdf/objects.ts';
import { textOf } from '../pdf/text.ts';
import { metadataDisagree, propertyIsWrong, titleIsHidden } from './messages.ts';
import type { Opened, PageMessage } from './opened.ts';

/** Holds title, author and language against what is promised, and Info against XMP. */
export function checkMetadata({ file, promise }: Opened): PageMessage[] {
  const { catalog } = file;
  const info = file.dict(file.trailer.get('Info'));
  const text = (key: string) => {
    const value = file.resolve(info?.get(key));
    return value instanceof PdfString ? textOf(value) : '';
  };
  const messages: PageMessage[] = [];
  const expect = (what: string, expected: string, found: string) => {
    if (expected !== found) messages.push(propertyIsWrong(what, expected, found));
  };
  expect('title', promise.title, text('Title'));
  expect('author', promise.author, text('Author'));
  const lang = file.string(catalog.get('Lang'));
  expect('language', promise.lang, lang ? textOf(lang) : '');
  if (file.dict(catalog.get('ViewerPreferences'))?.get('DisplayDocTitle') !== true) {
    messages.push(titleIsHidden());
  }
  const stream = file.stream(catalog.get('Metadata'));
  const xmp = stream ? file.decode(stream).toString('utf8') : '';
  const pairs: [string, string, string][] = [
    ['title', text('Title'), xmpText(xmp, 'dc:title')],
    ['author', text('Author'), xmpText(xmp, 'dc:creator')],
    ['subject', text('Subject'), xmpText(xmp, 'dc:description')],
    ['keywords', text('Keywords'), xmpText(xmp, 'pdf:Keywords')],
    ['producer', text('Producer'), xmpText(xmp, 'pdf:Producer')],
    ['creator', text('Creator'), xmpText(xmp, 'xmp:CreatorTool')],
    ['date', pdfInstant(text('CreationDate')), isoInstant(xmpText(xmp, 'xmp:CreateDate'))],
    ['change date', pdfInstant(text('ModDate')), isoInstant(xmpText(xmp, 'xmp:ModifyDate'))],
  ];
  for (const [what, ours, theirs] of pairs) {
    if (ours !== theirs) messages.push(metadataDisagree(what, ours, theirs));
  }
  return messages;
}

/** The text of an XMP property, whatever list it stands in; '' if there is none. */
function xmpText(xmp: string, name: string): string {
  const start = xmp.indexOf(`<${name}>`);
  const end = xmp.indexOf(`</${name}>`, start);
  if (start < 0 || end < 0) return '';
  return xmp
    .slice(start + name.length + 2, end)
    .replace(/<[^<>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

/** `D:20260901120000Z` and `2026-09-01T12:00:00Z` as the same digits; only UTC is compared. */
function pdfInstant(date: string): string {
  return /^D:(\d{14})(?:Z|[+-]00'?00'?)?$/.exec(date)?.[1] ?? date;
}

function isoInstant(date: string): string {
  return date.replace(/(?:Z|\+00:00)$/, '').replace(/[-T:]/g, '');
}
