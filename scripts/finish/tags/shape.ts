import { PdfDict, PdfString } from '../../pdf/objects.ts';
import { isTag, type Tag, type TaggedContent, type TagKid } from '../../pdf/tags.ts';
import { type Role, roleOf } from './roles.ts';

/**
 * Chromium's elements as PDF/UA-1 wants them. Its tree follows the boxes of the page, with an
 * element of no meaning (`NonStruct`) for every box and every piece of text; types of PDF 2.0
 * (`Strong`, `Em`); list items without a body. Here types are those of ISO 32000-1, 14.8.4, what
 * means nothing is gone, and text stands in paragraphs.
 */

/** What stands within a line of text. */
const INLINE = new Set(['Span', 'Link', 'Reference', 'Code', 'Quote', 'Annot']);

/** What may hold no text of its own: a run of it becomes a paragraph. */
const GROUPING = new Set(['Document', 'Part', 'Art', 'Sect', 'Div', 'BlockQuote', 'TOC', 'Index']);

/** Types of PDF 2.0 as the nearest of 1.7. */
const OLDER: Record<string, string> = {
  Strong: 'Span',
  Em: 'Span',
  Aside: 'Div',
  Sub: 'Span',
  FENote: 'Note',
  Title: 'P',
};

/** Kept though nothing stands in them: a row without one of its cells is another row. */
const MAY_BE_EMPTY = new Set(['TD', 'TH', 'TR', 'Figure', 'Formula']);

/** What says more than its text does: such a span stays. */
const SAYING = ['Alt', 'ActualText', 'E', 'A', 'ID'];

/**
 * @param tops what the root of the structure holds
 * @param isDecoration whether content is drawn and says nothing
 */
export function shapeTags(
  tops: readonly Tag[],
  isDecoration: (content: TaggedContent) => boolean,
): Tag[] {
  const shaper = new Shaper(isDecoration);
  return tops.map((top) => shaper.shape(top, '')).flatMap((kids) => kids.filter(isTag));
}

class Shaper {
  readonly #isDecoration: (content: TaggedContent) => boolean;
  /** Elements whose other parts are still to come, by the key of their role. */
  readonly #begun = new Map<string, Tag>();

  constructor(isDecoration: (content: TaggedContent) => boolean) {
    this.#isDecoration = isDecoration;
  }

  /** What takes a tag's place: itself, what stood in it, or nothing. */
  shape(tag: Tag, around: string): TagKid[] {
    const lang = languageOf(tag);
    const role = lang === undefined ? undefined : roleOf(lang);
    const own = lang === undefined ? around : plainOf(lang) || around;
    const kids = tag.kids.flatMap((kid): TagKid[] => {
      if (isTag(kid)) return this.shape(kid, own);
      return 'mcid' in kid && this.#isDecoration(kid) ? [] : [kid];
    });
    const begun = role && this.#begun.get(role.key);
    if (begun) {
      begun.kids = arranged(begun.type, [...begun.kids, ...kids]);
      return [];
    }
    const type = typeOf(tag, role, own !== around, kids);
    const made: Tag = { ...tag, type, dict: PdfDict.copy(tag.dict), kids: arranged(type, kids) };
    if (isNothing(made, own !== around)) return made.kids;
    if (role) this.#begun.set(role.key, made);
    return made.kids.length > 0 || MAY_BE_EMPTY.has(type) ? [made] : [];
  }
}

function typeOf(
  tag: Tag,
  role: Role | undefined,
  isForeign: boolean,
  kids: readonly TagKid[],
): string {
  if (role?.type) return role.type;
  // Words in another language keep it.
  if (tag.type === 'NonStruct' && isForeign) return kids.every(isInline) ? 'Span' : 'Div';
  // `<figure>` stands round the picture that has the words.
  if (tag.type === 'Figure' && !tag.dict.has('Alt') && tag.kids.some(isTag)) return 'Div';
  return OLDER[tag.type] ?? tag.type;
}

/** Whether an element says nothing that its kids do not. */
function isNothing({ type, dict }: Tag, isForeign: boolean): boolean {
  if (SAYING.some((key) => dict.has(key))) return false;
  return type === 'NonStruct' || (type === 'Span' && !isForeign);
}

/** The kids of an element where they belong. */
function arranged(type: string, kids: TagKid[]): TagKid[] {
  if (type === 'LI') return inBody(kids);
  return GROUPING.has(type) ? inParagraphs(kids) : kids;
}

/** An item has a label and a body, and nothing beside them (ISO 14289-1, 7.6). */
function inBody(kids: TagKid[]): TagKid[] {
  const isPart = (kid: TagKid) => isTag(kid) && (kid.type === 'Lbl' || kid.type === 'LBody');
  const labels = kids.filter((kid) => isTag(kid) && kid.type === 'Lbl');
  const rest = kids.filter((kid) => !isPart(kid));
  const body = kids.find((kid): kid is Tag => isTag(kid) && kid.type === 'LBody');
  if (rest.length === 0) return kids;
  return [...labels, body ? { ...body, kids: [...body.kids, ...rest] } : element('LBody', rest)];
}

function inParagraphs(kids: TagKid[]): TagKid[] {
  const made: TagKid[] = [];
  let run: TagKid[] = [];
  const end = () => {
    if (run.length > 0) made.push(element('P', run));
    run = [];
  };
  for (const kid of kids) {
    if (isInline(kid)) run.push(kid);
    else {
      end();
      made.push(kid);
    }
  }
  end();
  return made;
}

function isInline(kid: TagKid): boolean {
  return !isTag(kid) || INLINE.has(kid.type);
}

function element(type: string, kids: TagKid[]): Tag {
  return { type, dict: new PdfDict(), ref: undefined, kids };
}

function languageOf({ dict }: Tag): string | undefined {
  const lang = dict.get('Lang');
  return lang instanceof PdfString ? lang.bytes : undefined;
}

/** Without private subtags. */
function plainOf(lang: string): string {
  return lang.replace(/(^|-)x-.*$/i, '').toLowerCase();
}
