import type { Message } from '../finding.ts';

/** Everything that planning, building and writing say to the person who runs the tool. */

export const noPublications = (): Message => ({
  severity: 'error',
  code: 'plan/no-publications',
  message: 'There is nothing to make: `content/publications/` has no file that can be read.',
  hint: 'Add a file there, e.g. `prospectus.md` with `kind: book`, or lay a project down with `press init DIR`.',
});

export const unknownPublication = (
  name: string,
  known: readonly string[],
  similar: string | undefined,
): Message => ({
  severity: 'error',
  code: 'plan/unknown-publication',
  message: `There is no publication "${name}".`,
  hint: similar
    ? `Did you mean \`${similar}\`?`
    : `Use one of: ${known.slice(0, 20).join(', ')}${known.length > 20 ? ', …; `press list` shows all' : ''}.`,
});

/**
 * @param pieces each with its file and line
 * @param others how many more names are had by several of the same files
 */
export const nameTwice = (path: string, pieces: readonly string[], others: number): Message => {
  const isPair = pieces.length === 2;
  const more = pieces.length > 3 ? ` and ${pieces.length - 3} more` : '';
  const who = isPair ? pieces.join(' and ') : `${pieces.slice(0, 3).join(', ')}${more}`;
  const also =
    others > 0 ? ` The same holds for ${others} more ${others > 1 ? 'names' : 'name'}.` : '';
  return {
    severity: 'error',
    code: 'plan/name-twice',
    message: `${capital(who)} would ${isPair ? 'both' : 'all'} be \`${path}\`, so ${isPair ? 'neither' : 'none'} is made.${also}`,
    hint: 'Give one of the files another `slug` or `name`; in `name`, `{course}`, `{kind}` and `{size}` tell pieces apart.',
  };
};

export const nameReserved = (name: string): Message => ({
  severity: 'error',
  code: 'plan/name-reserved',
  message: `No file can be called \`${name}\` on Windows, where that is a device.`,
  hint: 'Give it another `slug`, or add a word to `name`.',
});

/** @param name of a publication that asks for it; undefined where the command does, for all */
export const noPrintEdition = (name: string | undefined): Message => ({
  severity: 'error',
  code: 'plan/no-print-edition',
  message: `The print edition${name ? ` of "${name}"` : ''} cannot be made yet: this version cannot turn the colours of a screen into inks.`,
  hint: name
    ? 'Remove `print` from `editions`.'
    : 'Leave out `--edition print`: the screen edition is then made.',
});

export const unsettled = (name: string): Message => ({
  severity: 'error',
  code: 'plan/unsettled',
  message: `The pages of "${name}" cannot be numbered: some change their length each time they are laid out.`,
  hint: 'Report this as a fault of the tool, with the content that shows it.',
});

export const cannotWrite = (file: string, why: string): Message => ({
  severity: 'error',
  code: 'plan/cannot-write',
  message: `${file} could not be written: ${why}.`,
  hint: 'Make room on the disk, or ask for permission to write to that folder; what was there before is untouched.',
});

export const cannotKeep = (folder: string, why: string): Message => ({
  severity: 'error',
  code: 'plan/cannot-keep',
  message: `What is kept for the next build could not be written to ${folder}: ${why}.`,
  hint: 'Make room on the disk, or ask for permission to write to that folder; what was made before is untouched.',
});

export const leadsElsewhere = (folder: string): Message => ({
  severity: 'error',
  code: 'plan/leads-elsewhere',
  message: `Nothing is written to ${folder}: it is a link to another folder, whose files would be replaced.`,
  hint: 'Put a folder in the place of the link, or name the other folder yourself with `--out DIR`.',
});

export const fileInUse = (file: string): Message => ({
  severity: 'error',
  code: 'plan/file-in-use',
  message: `${file} could not be replaced: another program holds it open.`,
  hint: `Close ${file} and build again; what was there before is untouched.`,
});

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export const fontStaysAway = (name: string): Message => ({
  severity: 'note',
  code: 'plan/font-stays-away',
  message: `The licence in the font "${name}" does not let a cut of it into a page of the web, so the page is set in the reader’s own fonts.`,
  hint: 'Ask the maker for a web licence and a file that says so (OS/2, fsType), or name another font under `brand`.',
});

export const tooHeavy = (file: string, kilobytes: number, most: number): Message => ({
  severity: 'warning',
  code: 'plan/too-heavy',
  message: `output/${file} has ${kilobytes} kB, more than the ${most} kB that a piece for screens may have, even in fewer colours.`,
  hint: 'Take a photograph of fewer details as the first of `images`, or none: the drawn mark then leads.',
});

/** @param parts what weighs most: files of pictures and names of fonts, with their bytes */
export const heavyFile = (
  bytes: number,
  most: number,
  parts: readonly { name: string; bytes: number }[],
): Message => ({
  severity: 'warning',
  code: 'plan/heavy-file',
  message: `The file has ${inMegabytes(bytes)} MB, more than ${most}${parts.length > 0 ? `; what weighs most: ${parts.map(({ name, bytes }) => `${name} (${inMegabytes(bytes)} MB)`).join(', ')}` : ''}.`,
  hint: 'Leave pictures out or give them smaller places, or raise `mostMegabytes` of the publication.',
});

function inMegabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(bytes < 100_000 ? 2 : 1);
}
