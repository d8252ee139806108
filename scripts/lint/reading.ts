import type { Block, Source } from '../content/model.ts';
import type { CourseFacts } from '../content/schema/course.ts';
import type { PageFacts } from '../content/schema/page.ts';
import type { Place, Report } from '../finding.ts';
import { elementsOf, linksOf } from './elements.ts';
import { bare, blocksOf } from './evidence.ts';
import * as say from './reading-messages.ts';
import { countWords, longestStretch, sentencesOf } from './sentences.ts';
import type { Watch } from './watch.ts';

type Written = Source<CourseFacts> | Source<PageFacts>;

const MOST_WORDS_OF_SENTENCE = 30;
const MOST_WORDS_OF_PARAGRAPH = 90;

/** What links say that says nothing, by language (WCAG 2.2, 2.4.4). */
const vague: Record<string, RegExp> = {
  en: /^(?:(?:click |see |read |look |find out |learn |go )?(?:here|more|this|now)|(?:(?:this|the) )?(?:link|page|website|site|article|document)|read on|details|find out|learn more|more (?:information|info|details)|further information|continue|download|info)$/,
  cy: /^(?:(?:cliciwch |gweler |darllenwch |gwelwch )?(?:yma|mwy|hwn)|(?:y )?(?:ddolen|dolen|dudalen|tudalen|wefan|gwefan) ?(?:hon|yma)?|rhagor|mwy o wybodaeth|rhagor o wybodaeth|manylion|darllen mwy)$/,
  fr: /^(?:(?:cliquez |cliquer |voir |lire )?(?:ici|plus|là)|en savoir plus|savoir plus|lire la suite|plus d’informations?|(?:ce|le) (?:lien|site|document)|cette page|cliquez sur ce lien|détails|suite|télécharger)$/,
};

/** How a description begins that only says that there is a picture. */
const introductions: Record<string, RegExp> = {
  en: /^(?:an? |the )?(?:image|picture|photo|photograph|graphic) (?:of|showing)\b/i,
  cy: /^(?:llun|delwedd|ffotograff) (?:o|yn dangos)(?!\p{L})/iu,
  fr: /^(?:une? |l[’'])?(?:image|photo|photographie|illustration) (?:de\b|du\b|des\b|d[’']|montrant\b)/i,
};

/** What makes prose hard to read, or says nothing to those who hear it. */
export function lintReading(source: Written, { report }: Watch): void {
  const base = source.lang.split('-')[0]!;
  const targets = new Map<string, { href: string; line: number }>();
  for (const block of blocksOf(source)) {
    lintLengths(block, block.lang ?? source.lang, report);
    lintTable(block, report);
    for (const { href, text, place } of linksOf(block)) {
      const words = text
        .toLowerCase()
        .replace(/'/g, '’')
        .replace(/[\s.…:!>»→]+$/u, '');
      if (vague[base]?.test(words) || vague.en!.test(words)) report(say.linkVague(text), place);
      const known = targets.get(words);
      if (!known) targets.set(words, { href, line: place.line ?? 1 });
      else if (known.href !== href) report(say.linkAmbiguous(text, known.line), place);
    }
  }
  lintAlts(source, base, report);
}

function lintLengths(block: Block, lang: string, report: Report): void {
  if (block.kind !== 'prose' || block.tag === 'pre') return;
  for (const { tag, text, place } of elementsOf(block)) {
    if (tag === 'td' || tag === 'th') continue;
    const words = countWords(text);
    if (words > MOST_WORDS_OF_PARAGRAPH) report(say.paragraphLong(words), place);
    if (words <= MOST_WORDS_OF_SENTENCE) continue;
    for (const sentence of sentencesOf(text, lang)) {
      const long = longestStretch(sentence);
      if (long > MOST_WORDS_OF_SENTENCE) report(say.sentenceLong(long, sentence), place);
    }
  }
}

function lintTable(block: Block, report: Report): void {
  if (block.kind !== 'prose' || block.tag !== 'table') return;
  const place = { file: block.file, line: block.line };
  const isEmpty = ({ text }: { text: string }) => text === '';
  const cells = elementsOf(block);
  const heads = cells.filter(({ tag }) => tag === 'th');
  if (heads.every(isEmpty)) report(say.tableWithoutHead(), place);
  else if (heads.some(isEmpty)) report(say.headCellEmpty(), place);
  const empty = cells.filter((cell) => cell.tag === 'td' && isEmpty(cell)).length;
  if (empty > 0) report(say.cellEmpty(empty), place);
}

/** The descriptions of pictures, wherever they are given. */
function lintAlts(source: Written, base: string, report: Report): void {
  const facts: Partial<CourseFacts & PageFacts> = source.facts;
  const { file: own, places } = source;
  const found: { file: string; alt: string; caption?: string | undefined; place: Place }[] = [];
  for (const [i, { file, alt }] of (facts.images ?? []).entries()) {
    const place = places[`images.${i}.alt`] ?? places[`images.${i}`] ?? { file: own, line: 1 };
    if (alt) found.push({ file, alt, place });
  }
  for (const block of blocksOf(source)) {
    if (block.kind !== 'figure') continue;
    const listed = found.find(({ file }) => file === block.image)?.alt;
    const alt = block.alt || listed || '';
    if (alt)
      found.push({ file: block.image, alt, caption: block.caption?.text, place: block.place });
  }
  const files = new Map<string, string>();
  for (const { file, alt, caption, place } of found) {
    const known = files.get(bare(alt));
    files.set(bare(alt), known ?? file);
    if (known && known !== file) report(say.altTwice(known), place);
    if (caption && bare(caption) === bare(alt)) report(say.altRepeatsCaption(), place);
    // What is said of a description is said once.
    if (known) continue;
    if (isFileName(alt, file)) report(say.altIsName(alt), place);
    else if ((introductions[base] ?? introductions.en!).test(alt))
      report(say.altIntroduced(alt), place);
  }
}

function isFileName(alt: string, file: string): boolean {
  const name = file.split('/').at(-1)!;
  if (/\.(?:jpe?g|png|gif|svg|webp|tiff?|avif|heic)$/i.test(alt)) return true;
  return /[-_\d]/.test(alt) && !alt.includes(' ') && name.startsWith(alt);
}
