import { saying } from './saying.ts';
import { shorten } from './wording.ts';

/**
 * What the content stage says about files, front matter and references. About YAML see
 * yaml-messages.ts, about facts fact-messages.ts, about prose markdown/messages.ts.
 */

const { error, gap, warning, note } = saying('content');

// Files

export const noProject = () =>
  error(
    'no-project',
    'The project is no folder that exists.',
    'Correct what stands after `--project`, or lay a project down with `press init DIR`.',
  );

export const noContent = () =>
  error(
    'no-content',
    'There is no folder `content/` here.',
    'Run `press init`, or name the project with `--project DIR`.',
  );

export const noInstitution = () =>
  gap(
    'no-institution',
    'There is no `content/institution.md`: nothing says who publishes this.',
    'Create `content/institution.md` with at least `name`, `address` and `contacts`.',
  );

export const fileMissing = (path: string, similar: string | undefined) =>
  error(
    'file-missing',
    `There is no file \`${path}\`.`,
    similar
      ? `Did you mean \`${similar}\`? Write the name exactly as the file has it, capitals included.`
      : 'Put the file there, or correct the path.',
  );

export const fileUnreadable = (path: string) =>
  error(
    'file-unreadable',
    `\`${path}\` cannot be opened.`,
    'Give yourself permission to read it, or close the program that locks it.',
  );

export const leavesProject = (path: string) =>
  error(
    'leaves-project',
    `\`${path}\` leads out of the project, where nothing is read.`,
    'Copy the file into `content/` instead of linking to it.',
  );

export const notAFile = (path: string) =>
  error(
    'not-a-file',
    `\`${path}\` is not an ordinary file.`,
    'Name a file, not a folder or device.',
  );

export const notAFolder = (path: string) =>
  error('not-a-folder', `\`${path}\` is not a folder.`, 'Rename the file and make a folder there.');

export const fileTooLarge = (bytes: number, limit: number) =>
  error(
    'file-too-large',
    `The file has ${(bytes / 1e6).toFixed(1)} MB; text files may have ${limit / 1e6} MB.`,
    'Keep words in this file; put pictures in `content/images/` and tables of figures in `content/data/`.',
  );

export const notUtf8 = (utf16: boolean) =>
  error(
    'not-utf-8',
    utf16 ? 'The file is UTF-16, not UTF-8.' : 'From here on the file is not UTF-8.',
    'Open it in an editor with the encoding it was written in and save it as UTF-8.',
  );

export const byteOrderMark = () =>
  note(
    'byte-order-mark',
    'The file begins with a byte-order mark, which was passed over.',
    'Save it as UTF-8 without a byte-order mark.',
  );

export const windowsLineEnds = () =>
  note(
    'windows-line-ends',
    'The file has Windows line ends (said once for all files). They are read like any others.',
    'Leave them, or save with line ends `LF`.',
  );

export const controlCharacter = (code: number) =>
  warning(
    'control-character',
    `There is a control character here (U+${code.toString(16).toUpperCase().padStart(4, '0')}), which does not print; it was read as a space.`,
    'Delete it and type a space or a new line.',
  );

export const notRead = (name: string) =>
  warning(
    'not-read',
    `\`${name}\` is not read: its name does not end in \`.md\`, or it lies in a folder of its own.`,
    'Name it `….md` and put it directly into this folder, or move it out of here.',
  );

export const fileNotRead = (name: string) =>
  warning(
    'not-read',
    `\`content/${name}\` is not read.`,
    'Put it into `content/courses/`, `content/pages/` or `content/publications/`.',
  );

export const folderNotRead = (name: string, meant: string) =>
  warning(
    'not-read',
    `The folder \`content/${name}\` is not read.`,
    `Rename it to \`${meant}\`, if that was meant.`,
  );

// Front matter

export const frontMatterStart = () =>
  error(
    'front-matter-start',
    'The file begins with facts, but without the `---` above them, so none is read.',
    'Write `---` alone on a line above the first fact.',
  );

export const frontMatterLate = () =>
  error(
    'front-matter-late',
    'The front matter does not begin on the first line, so nothing of it is read.',
    'Delete the empty lines above `---`.',
  );

export const frontMatterLanguage = (language: string, executable: boolean) =>
  error(
    executable ? 'front-matter-executable' : 'front-matter-language',
    executable
      ? `The front matter is a program (\`${shorten(language)}\`). Programs in content are never run.`
      : `The front matter is written in \`${shorten(language)}\`; only YAML is read.`,
    'Write the facts as YAML, and `---` alone on the first line.',
  );

export const frontMatterOpen = () =>
  error(
    'front-matter-open',
    'The front matter begins here and never ends.',
    'Put `---` alone on the line after the last fact.',
  );

export const frontMatterClosing = () =>
  error(
    'front-matter-closing',
    'The line that ends the front matter has more on it than three hyphens.',
    'Leave `---` alone on this line; put quotes round a text that begins with hyphens.',
  );

export const frontMatterLarge = (limit: number) =>
  error(
    'front-matter-large',
    `The front matter is longer than ${limit / 1024} KB.`,
    "Put a chart's rows into `content/data/` as CSV, and words below the front matter.",
  );

export const frontMatterNotKeys = () =>
  error(
    'front-matter-not-keys',
    'The front matter is not made of keys with values.',
    'Write each fact as `key: value`, with a space after the colon.',
  );

// Slugs, translations, references

export const noSlug = (name: string) =>
  error(
    'no-slug',
    `\`${name}\` has no letter or figure that could name it.`,
    'Rename the file, e.g. `group-therapy.md`, or give it a `slug`.',
  );

export const slugTwice = (slug: string, other: string, spelling: boolean) =>
  error(
    'slug-twice',
    spelling
      ? `The slug \`${slug}\` is that of \`${other}\` too: they differ only in capitals or in how an accent is stored.`
      : `The slug \`${slug}\` is that of \`${other}\` too.`,
    'Give one of them another `slug`, or another file name.',
  );

export const languageContradiction = (inName: string, inFile: string) =>
  error(
    'language-contradiction',
    `The file name says the language is \`${inName}\`, \`lang\` says \`${inFile}\`.`,
    'Remove `lang`, or rename the file.',
  );

export const deadReference = (slug: string, what: string, similar: string | undefined) =>
  error(
    'dead-reference',
    `There is no ${what} \`${shorten(slug)}\`.`,
    similar
      ? `Did you mean \`${similar}\`?`
      : `Write the name of a file in \`content/${what}s/\`, without \`.md\`, or remove it.`,
  );

export const listedTwice = (slug: string, what: string) =>
  warning(
    'listed-twice',
    `The ${what} \`${shorten(slug)}\` stands in this publication before, so it is printed twice.`,
    'Remove it in one of the two places.',
  );

export const emptySubject = (subject: string, similar: string | undefined) =>
  warning(
    'empty-subject',
    `No course has the subject \`${shorten(subject)}\`.`,
    similar ? `Did you mean \`${similar}\`?` : 'Give a course this `subject`, or remove it.',
  );
