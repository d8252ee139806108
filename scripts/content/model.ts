import type { Place } from '../finding.ts';
import type { CourseFacts } from './schema/course.ts';
import type { InstitutionFacts } from './schema/institution.ts';
import type { PageFacts } from './schema/page.ts';
import type { Kind, PublicationFacts } from './schema/publication.ts';

/**
 * What the `content/` stage hands on: validated facts, prose as blocks, and where each stood.
 * Plain data: it can be hashed, compared and written down as JSON.
 */
export interface Project {
  /** There is no folder to read; a finding has said so. */
  isMissing?: boolean;
  institution: Source<InstitutionFacts>;
  /** `institution.cy.md` and the like, merged over the original. */
  institutionTranslations?: Source<InstitutionFacts>[];
  courses: Source<CourseFacts>[];
  pages: Source<PageFacts>[];
  /** What is made, one by one: of a file that stands for many, each of its pieces. */
  publications: Source<PublicationFacts>[];
  /** The files that stand for many; their pieces are the publications with the same `file`. */
  series?: Series[];
}

/** A publication file that stands for many pieces. */
export interface Series {
  slug: string;
  lang: string;
  file: string;
  kinds: Kind[];
  /** Its query, as written; none where it has several kinds of one course. */
  for?: string;
}

/** One Markdown file, read. */
export interface Source<Facts> {
  slug: string;
  /** The language of the words, a BCP 47 tag. A translation has the slug of its original. */
  lang: string;
  /** Relative to the project: `content/courses/x.md`. */
  file: string;
  facts: Facts;
  /** Where each fact stands: `fees.0.total` -> its value's place. In a translation, facts that come from the original point there. */
  places: Record<string, Place>;
  body: Section[];
  /** In a translation: the file whose facts it takes where it has none, and its language. */
  original?: { file: string; lang: string };
  /** SHA-256 of the bytes of this file and of all files it took in (original, snippets, data). */
  hash: string;
  /**
   * Keys of facts, and pictures in the prose, that are written but could not be used; a finding has
   * said so. Whoever looks for missing facts passes these over.
   */
  refused?: string[];
}

/** What a link may lead to: `course:x` leads to the element with the id `course-x`. */
export type Target = 'course' | 'page';

/** The id of the outermost element of a course or page, whatever its language. */
export function anchorOf(kind: Target, slug: string): string {
  return `${kind}-${slug}`;
}

/** Prose under one heading; what stands before the first heading is a section without one. */
export interface Section {
  /** 2 to 6 in the file's own terms: a file's title is its level 1. */
  level: number;
  heading: Inline | undefined;
  /**
   * From the heading's words, after the file's own anchor: `course-x--what-you-learn`. Unique in
   * the project, and used as it is as the id of the HTML element; links already point there.
   */
  id: string;
  /** Classes the writer gave: `## Where it leads {.book-only}`. They hold for all blocks of the section. */
  classes: string[];
  /** Where it is not that of the file: words that a translation takes from its original. */
  lang?: string;
  blocks: Block[];
  line: number;
}

/** Words within a line, as harmless HTML and as text. */
export interface Inline {
  html: string;
  text: string;
}

interface BlockBase {
  /** The line of the file, from 1. */
  line: number;
  /** File of the line: a snippet has its own. */
  file: string;
  classes: string[];
  lang?: string;
  /** The words, for fit, search and counting: with plain spaces and hyphens. */
  text: string;
}

/**
 * A piece of prose. `html` is the whole element, typographic, harmless (no scripts, no style, no
 * outside address that would load), each block element with `data-src="content/courses/x.md:41"`.
 * A link within the project is `<a href="#course-x--fees" data-to="course:x">`, within the same file
 * without `data-to`: whoever lays out unlinks it where the target is not in the piece. A table's cells have the class `right` or `center`.
 * Footnotes of a file are its last block, `notes`: `<ol class="notes">`.
 */
export type Block =
  | (BlockBase & {
      kind: 'prose';
      tag: 'p' | 'ul' | 'ol' | 'dl' | 'blockquote' | 'pre' | 'table' | 'div' | 'hr';
      html: string;
    })
  | (BlockBase & { kind: 'heading'; level: number; id: string; html: string })
  | (BlockBase & { kind: 'notes'; html: string })
  /** A picture in the prose: `image` is a path below content/, where the file is. */
  | (BlockBase & {
      kind: 'figure';
      image: string;
      alt: string;
      caption: Inline | undefined;
      /** Where the picture is named. */
      place: Place;
    })
  /** `chart` is a key of the file's `charts`. */
  | (BlockBase & { kind: 'chart'; chart: string; alt: string });
