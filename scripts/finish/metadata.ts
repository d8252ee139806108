import type { PdfFile } from '../pdf/file.ts';
import { PdfDict, PdfName } from '../pdf/objects.ts';
import { plainStream } from '../pdf/stream.ts';
import { dateString, textString } from '../pdf/text.ts';
import type { ScreenPromise } from '../promise.ts';

/** Who made the file, as its properties say. */
const TOOL = 'Prospectus Press';

/** Sets the document information and the XMP metadata, from the same words: they must agree. */
export function setMetadata(file: PdfFile, promise: ScreenPromise): void {
  const { title, author, subject, keywords, stamp } = promise;
  file.trailer.set(
    'Info',
    file.add(
      PdfDict.of({
        Title: textString(title),
        Author: textString(author),
        Subject: subject ? textString(subject) : undefined,
        Keywords: keywords?.length ? textString(keywordText(keywords)) : undefined,
        Creator: textString(TOOL),
        Producer: textString(TOOL),
        CreationDate: dateString(stamp),
        ModDate: dateString(stamp),
      }),
    ),
  );
  // Not compressed: programs that know nothing of PDF find the packet by looking for it.
  const dict = PdfDict.of({ Type: PdfName.of('Metadata'), Subtype: PdfName.of('XML') });
  file.catalog.set('Metadata', file.add(plainStream(Buffer.from(packet(promise)), dict)));
}

function keywordText(keywords: readonly string[]): string {
  return keywords.join(', ');
}

/** The XMP packet (ISO 16684-1). */
function packet(promise: ScreenPromise): string {
  const { title, lang, author, subject, keywords } = promise;
  const date = new Date(promise.stamp).toISOString().replace(/\.\d+Z$/, 'Z');
  const properties = [
    '<dc:format>application/pdf</dc:format>',
    alternative('dc:title', title),
    list('dc:creator', 'Seq', [author]),
    list('dc:language', 'Bag', [lang]),
    subject ? alternative('dc:description', subject) : '',
    keywords?.length ? list('dc:subject', 'Bag', keywords) : '',
    keywords?.length ? simple('pdf:Keywords', keywordText(keywords)) : '',
    simple('pdf:Producer', TOOL),
    simple('xmp:CreatorTool', TOOL),
    simple('xmp:CreateDate', date),
    simple('xmp:ModifyDate', date),
    simple('xmp:MetadataDate', date),
  ];
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
${properties.filter(Boolean).join('\n')}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

function simple(name: string, text: string): string {
  return `<${name}>${escaped(text)}</${name}>`;
}

function alternative(name: string, text: string): string {
  const entry = `<rdf:li xml:lang="x-default">${escaped(text)}</rdf:li>`;
  return `<${name}><rdf:Alt>${entry}</rdf:Alt></${name}>`;
}

function list(name: string, kind: 'Seq' | 'Bag', texts: readonly string[]): string {
  const entries = texts.map((text) => `<rdf:li>${escaped(text)}</rdf:li>`).join('');
  return `<${name}><rdf:${kind}>${entries}</rdf:${kind}></${name}>`;
}

/** Text as XML; characters that XML cannot hold are dropped. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}
