import { ContentReader, type Splice, spliced } from '../pdf/content.ts';
import type { PdfFile } from '../pdf/file.ts';
import { PdfDict, PdfRef } from '../pdf/objects.ts';
import { flateStream } from '../pdf/stream.ts';
import { Lines } from './lines.ts';
import { Silence } from './silent.ts';
import type { Meanings } from './unicode.ts';

/** What an operator is to the search for untagged painting; most are nothing to it. */
const ROLES = new Map<
  string,
  'path' | 'paint' | 'noPaint' | 'show' | 'draw' | 'text' | 'textEnd' | 'border'
>([
  ['m', 'path'],
  ['re', 'path'],
  ...['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's'].map((name) => [name, 'paint'] as const),
  ['n', 'noPaint'],
  ...['Tj', 'TJ', "'", '"'].map((name) => [name, 'show'] as const),
  ...['Do', 'sh', 'BI'].map((name) => [name, 'draw'] as const),
  ['BT', 'text'],
  ['ET', 'textEnd'],
  // A stretch may not reach over these: they open or close something around it.
  ...['q', 'Q', 'BMC', 'BDC', 'EMC'].map((name) => [name, 'border'] as const),
]);

const MOST_NESTED = 32;

/** Whether a piece of a page's or form's content says something though it has no text. */
export type Speaking = (holder: number, mcid: number) => boolean;

/**
 * Marks what is painted outside any tagged content as artifact (ISO 32000-1, 14.8.2.2): running
 * heads, folios, rules, decorative pictures. Chromium leaves them without a mark.
 */
export class Artifacts {
  readonly #file: PdfFile;
  readonly #meanings: Meanings;
  /** By object number of the form. */
  readonly #tagged = new Map<number, boolean>();
  readonly #done = new Set<number>();

  readonly #speaking: Speaking;
  /** What was tagged and says nothing, by object number of the page or form: marked as artifact now. */
  readonly decoration = new Map<number, Set<number>>();

  /**
   * @param meanings of the codes of fonts, if marks that only repeat them shall go
   * @param speaking whether content says something though it is drawn: a figure's, a bullet
   */
  constructor(file: PdfFile, meanings: Meanings = new Map(), speaking: Speaking = () => true) {
    this.#file = file;
    this.#meanings = meanings;
    this.#speaking = speaking;
  }

  /**
   * The splices that mark untagged painting in a page's or form's content. Forms with tagged
   * content of their own that are drawn outside any tag are rewritten where they are.
   * @param holder object number of the page or form
   */
  of(content: Buffer, resources: PdfDict, holder = 0, depth = 0): Splice[] {
    const scan = new Scan();
    // What a form inherits of the text state is not known here.
    const lines =
      depth === 0
        ? new Lines(this.#file, resources, this.#meanings, (from, to) => scan.show(from, to))
        : undefined;
    const silence = new Silence(this.#file, resources);
    const silent: Splice[] = [];
    const reader = new ContentReader(content);
    while (reader.next()) {
      if (lines?.take(reader)) continue;
      const change = reader.operator === 'gs' ? silence.at(reader) : undefined;
      if (change) silent.push(change);
      const form = reader.operator === 'Do' ? this.#form(resources, reader.name(0)) : undefined;
      if (form && !scan.isTagged && this.#hasTags(form, depth)) {
        scan.flush();
        this.#rewriteForm(form, resources, depth);
      } else scan.step(reader);
    }
    lines?.end();
    scan.flush();
    const inner = lines ? ordered(silent, lines.splices) : silent;
    return ordered(scan.splices, ordered(this.#silenced(scan, holder), inner));
  }

  /** Grounds, rules and borders are tagged by Chromium as content of the box they belong to. */
  #silenced({ bare }: Scan, holder: number): Splice[] {
    const decoration = bare.filter(({ mcid }) => !this.#speaking(holder, mcid));
    if (decoration.length === 0) return [];
    this.decoration.set(holder, new Set(decoration.map(({ mcid }) => mcid)));
    return decoration
      .sort((one, other) => one.at - other.at)
      .map(({ at, end }) => ({ at, remove: end - at, insert: '/Artifact BMC' }));
  }

  #form(resources: PdfDict, name: string | undefined): PdfRef | undefined {
    const ref = this.#file.dict(resources.get('XObject'))?.get(name ?? '');
    const dict = this.#file.stream(ref)?.dict;
    const isForm = dict && this.#file.name(dict.get('Subtype')) === 'Form';
    return isForm && ref instanceof PdfRef ? ref : undefined;
  }

  /** Whether a form, or one it draws, has tagged content. */
  #hasTags(form: PdfRef, depth: number): boolean {
    const known = this.#tagged.get(form.number);
    if (known !== undefined) return known;
    this.#tagged.set(form.number, false);
    const { dict } = this.#file.stream(form)!;
    const resources = this.#file.dict(dict.get('Resources')) ?? new PdfDict();
    const names = this.#file.dict(resources.get('XObject'))?.keys() ?? [];
    const has =
      dict.has('StructParents') ||
      names.some((name) => {
        const inner = depth < MOST_NESTED ? this.#form(resources, name) : undefined;
        return inner !== undefined && this.#hasTags(inner, depth + 1);
      });
    this.#tagged.set(form.number, has);
    return has;
  }

  #rewriteForm(ref: PdfRef, outer: PdfDict, depth: number): void {
    if (this.#done.has(ref.number) || depth >= MOST_NESTED) return;
    this.#done.add(ref.number);
    const form = this.#file.stream(ref)!;
    const content = this.#file.decode(form);
    const resources = this.#file.dict(form.dict.get('Resources')) ?? outer;
    const splices = this.of(content, resources, ref.number, depth + 1);
    this.#file.set(ref, flateStream(spliced(content, splices), form.dict));
  }
}

/** An open mark. */
interface Mark {
  /** Whether it tags its content: an MCID, or an artifact already. */
  tags: boolean;
  mcid: number | undefined;
  at: number;
  end: number;
  isBare: boolean;
}

/** Finds the stretches to wrap while a reader passes over content. */
class Scan {
  readonly splices: Splice[] = [];
  /** Pieces of tagged content that show no text and no picture: where their marks stand. */
  readonly bare: { mcid: number; at: number; end: number }[] = [];
  readonly #marks: Mark[] = [];
  #tags = 0;
  #pathStart = -1;
  /** The text object that is open: where it began, what it shows outside a tag. */
  #text: { start: number; shows: [number, number][]; hasTags: boolean } | undefined;
  #from = -1;
  #to = -1;

  get isTagged(): boolean {
    return this.#tags > 0;
  }

  step(reader: ContentReader): void {
    switch (ROLES.get(reader.operator)) {
      case undefined:
        break;
      case 'show':
        this.show(reader.start, reader.end);
        break;
      case 'path':
        if (this.#pathStart < 0) this.#pathStart = reader.start;
        break;
      case 'paint':
        if (!this.isTagged) {
          this.#wrap(this.#pathStart < 0 ? reader.start : this.#pathStart, reader.end);
        }
        this.#pathStart = -1;
        break;
      case 'noPaint':
        this.#pathStart = -1;
        break;
      case 'draw':
        for (const mark of this.#marks) mark.isBare = false;
        if (!this.isTagged) this.#wrap(reader.start, reader.end);
        break;
      case 'text':
        this.#text = { start: reader.start, shows: [], hasTags: false };
        break;
      case 'textEnd':
        this.#endText(reader);
        break;
      case 'border':
        this.#border(reader);
    }
  }

  /** Text is shown. */
  show(from: number, to: number): void {
    for (const mark of this.#marks) mark.isBare = false;
    if (!this.isTagged) this.#text?.shows.push([from, to]);
  }

  /** Ends the stretch that is open. */
  flush(): void {
    if (this.#from < 0) return;
    this.splices.push(
      { at: this.#from, remove: 0, insert: '/Artifact BMC\n' },
      { at: this.#to, remove: 0, insert: '\nEMC' },
    );
    this.#from = -1;
  }

  #wrap(from: number, to: number): void {
    if (this.#from < 0) this.#from = from;
    this.#to = to;
  }

  #endText(reader: ContentReader): void {
    const text = this.#text;
    this.#text = undefined;
    if (!text) return;
    // Marks must nest with text objects (14.6.1): around one as a whole, or inside it.
    if (text.hasTags) {
      this.flush();
      for (const [from, to] of text.shows) {
        this.#wrap(from, to);
        this.flush();
      }
    } else if (text.shows.length > 0) this.#wrap(text.start, reader.end);
  }

  #endMark(): void {
    const mark = this.#marks.pop();
    if (!mark) return;
    if (mark.tags) this.#tags--;
    const { mcid, at, end, isBare } = mark;
    if (mcid !== undefined && isBare) this.bare.push({ mcid, at, end });
  }

  #border(reader: ContentReader): void {
    const { operator } = reader;
    const isMark = operator === 'BMC' || operator === 'BDC';
    // A mark that says nothing of structure, such as ActualText, stays inside the wrap.
    const tags = isMark && tagsContent(reader);
    if (isMark) {
      this.#marks.push({
        tags,
        mcid: mcidOf(reader),
        at: reader.start,
        end: reader.end,
        isBare: true,
      });
      if (tags) this.#tags++;
      if (tags && this.#text) this.#text.hasTags = true;
    } else if (operator === 'EMC') this.#endMark();
    if (!this.#text) this.flush();
    this.#pathStart = -1;
  }
}

/** Two lists of splices as one, in order; where both begin at one place, `outer` before `inner`. */
function ordered(outer: readonly Splice[], inner: readonly Splice[]): Splice[] {
  const all: Splice[] = [];
  let next = 0;
  for (const splice of outer) {
    while (next < inner.length && inner[next]!.at < splice.at) all.push(inner[next++]!);
    all.push(splice);
  }
  return all.concat(inner.slice(next));
}

function tagsContent(reader: ContentReader): boolean {
  return reader.name(0) === 'Artifact' || mcidOf(reader) !== undefined;
}

function mcidOf(reader: ContentReader): number | undefined {
  const properties = reader.operator === 'BDC' ? reader.value(1) : undefined;
  const mcid = properties instanceof PdfDict ? properties.get('MCID') : undefined;
  return typeof mcid === 'number' ? mcid : undefined;
}
