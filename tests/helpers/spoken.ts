import { TextReader } from '../../scripts/check/text.ts';
import { PdfRef, type PdfValue } from '../../scripts/pdf/objects.ts';
import { pagesOf } from '../../scripts/pdf/pages.ts';
import { readPdf } from '../../scripts/pdf/read.ts';

/** What a screen reader says of a tagged file, in order, with the language it says it in. */
export function spoken(bytes: Uint8Array): { text: string; lang: string }[] {
  const file = readPdf(bytes);
  const reader = new TextReader(file);
  const pages = new Map(pagesOf(file).map((page) => [page.ref.number, reader.page(page)] as const));
  const said: { text: string; lang: string }[] = [];
  const say = (page: PdfRef | undefined, mcid: number, lang: string) => {
    const runs = pages.get(page?.number ?? -1) ?? [];
    const text = runs.flatMap((run) => (run.mcid === mcid ? run.text : [])).join('');
    const last = said.at(-1);
    if (last?.lang === lang) last.text += text;
    else said.push({ text, lang });
  };
  const walk = (value: PdfValue | undefined, page: PdfRef | undefined, lang: string): void => {
    const kids = file.array(value);
    for (const kid of kids ?? []) walk(kid, page, lang);
    if (typeof value === 'number') say(page, value, lang);
    const element = file.dict(value);
    const own = element?.get('Pg');
    const at = own instanceof PdfRef ? own : page;
    if (file.name(element?.get('Type')) === 'MCR') {
      say(at, file.number(element?.get('MCID')) ?? -1, lang);
    } else if (element?.has('S')) {
      walk(element.get('K'), at, file.string(element.get('Lang'))?.bytes ?? lang);
    }
  };
  const root = file.dict(file.catalog.get('StructTreeRoot'));
  walk(root?.get('K'), undefined, file.string(file.catalog.get('Lang'))?.bytes ?? '');
  return said;
}
