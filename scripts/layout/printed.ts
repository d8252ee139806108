import type { Block, Section } from '../content/model.ts';

/** Where prose is printed, as far as its classes ask. */
export interface Audience {
  isBook: boolean;
  /** Whether key facts are printed beside it. */
  showsFacts: boolean;
  /** Whether it is read on the web: prose marked `{.web-only}` is for that alone. */
  isWeb?: boolean;
  /** A short format: takes what is written for it (`.short`) alone, if anything is. */
  isShort: boolean;
}

/** The sections with the blocks that are printed there; a heading with nothing left below it goes, too. */
export function printedSections(sections: readonly Section[], audience: Audience): Section[] {
  const takesShort = audience.isShort && hasShort(sections);
  const isPrinted = (section: Section, block: Block) =>
    classesOf(section, block).has('short') === takesShort &&
    !left(audience).some((name) => classesOf(section, block).has(name));
  return sections.flatMap((section) => {
    const kept = section.blocks.filter((block) => isPrinted(section, block));
    const blocks = kept
      .filter((block, i) => !isEmptyHeading(block, kept[i + 1]))
      .filter((block) => block.kind !== 'notes' || hasReference(sections, isPrinted))
      .map((block) => ({ ...block, classes: [...classesOf(section, block)] }));
    // Notes stand below the last heading and do not belong to it.
    const heading = blocks.every(({ kind }) => kind === 'notes') ? undefined : section.heading;
    return blocks.length > 0 ? [{ ...section, heading, blocks }] : [];
  });
}

/** Whether anything is written for short formats. */
export function hasShort(sections: readonly Section[]): boolean {
  return sections.some((one) => one.blocks.some((block) => classesOf(one, block).has('short')));
}

/** Whether a note is referred to in what is printed; the notes of a file stand at its end. */
function hasReference(
  sections: readonly Section[],
  isPrinted: (section: Section, block: Block) => boolean,
): boolean {
  return sections.some((section) =>
    section.blocks.some(
      (block) => 'html' in block && block.html.includes('note-ref') && isPrinted(section, block),
    ),
  );
}

function left({ isBook, showsFacts, isWeb }: Audience): string[] {
  return [
    isBook ? 'sheet-only' : 'book-only',
    ...(isWeb ? [] : ['web-only']),
    ...(showsFacts ? ['in-facts'] : []),
  ];
}

function classesOf(section: Section, block: Block): ReadonlySet<string> {
  return new Set(block.kind === 'notes' ? [] : [...section.classes, ...block.classes]);
}

function isEmptyHeading(block: Block, next: Block | undefined): boolean {
  if (block.kind !== 'heading') return false;
  return !next || (next.kind === 'heading' && next.level <= block.level);
}
