import type { Message } from '../finding.ts';
import type { FontFaultReason } from './tables.ts';

/** Everything the font stage says to the person who runs the tool. */

const faults: Readonly<Record<FontFaultReason, { message: string; hint: string }>> = {
  'not-a-font': {
    message: 'is not a font',
    hint: 'Give a TrueType or OpenType file (.ttf or .otf)',
  },
  'web-font': {
    message: 'is packed for the web (WOFF)',
    hint: 'Give the .ttf or .otf file that it was made from',
  },
  collection: {
    message: 'is a collection of several fonts',
    hint: 'Give each font as a .ttf or .otf file of its own',
  },
  variable: {
    message: 'is a variable font, which does not print reliably',
    hint: 'Give one static .ttf or .otf file for each weight',
  },
  damaged: {
    message: 'is damaged',
    hint: 'Get the file again from where the font came from',
  },
};

export function fontFault(file: string, reason: FontFaultReason, detail: string): Message {
  const { message, hint } = faults[reason];
  return {
    severity: 'error',
    code: `fonts/${reason}`,
    message: `The font ${file} ${message} (${detail}).`,
    hint: `${hint}.`,
  };
}

export function fontTooLarge(file: string, megabytes: number, limit: number): Message {
  return {
    severity: 'error',
    code: 'fonts/too-large',
    message: `The font ${file} has ${megabytes} MB; the limit is ${limit} MB.`,
    hint: 'Give a font for the scripts you write in, not one for all of them.',
  };
}

export function noEmbedding(file: string): Message {
  return {
    severity: 'gap',
    code: 'fonts/no-embedding',
    message: `The font ${file} says that its licence forbids embedding it in a document.`,
    hint: 'Get a licence that allows embedding and the file that goes with it, or use another font.',
  };
}

export function noFeature(file: string, feature: string, what: string): Message {
  return {
    severity: 'warning',
    code: 'fonts/no-feature',
    message: `The font ${file} has no ${what} (${feature}), which the styles ask for.`,
    hint: `Use a font that has the feature ${feature}, or a style that does without.`,
  };
}

export function noCharacters(file: string, characters: readonly string[]): Message {
  const shown = characters.slice(0, 12).join(' ');
  const rest = characters.length > 12 ? ` and ${characters.length - 12} more` : '';
  return {
    severity: 'error',
    code: 'fonts/no-characters',
    message: `The font ${file} has no ${shown}${rest}.`,
    hint: 'Use a font that has every letter of the languages you publish in.',
  };
}
