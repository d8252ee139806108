import type { Message } from '../finding.ts';
import type { FontFaultReason } from './tables.ts';

/** Everything the font stage says to the person who runs the tool. */

const faults: Readonly<Record<FontFaultReason, { message: string; hint: string }>> = {
  'not-a-font': {
    message: 'is not a font',
    hint: 'Name a font file that ends in .ttf or .otf',
  },
  'web-font': {
    message: 'is packed for the web (WOFF)',
    hint: 'Ask for the .ttf or .otf file of the same font and name that',
  },
  collection: {
    message: 'is a collection of several fonts',
    hint: 'Ask for a .ttf or .otf file of each font and name these',
  },
  variable: {
    message: 'holds all weights in one (a variable font), which does not print reliably',
    hint: 'Ask for one .ttf or .otf file for each weight ("static") and name these',
  },
  damaged: {
    message: 'is damaged',
    hint: 'Copy or download the file again from where it came from',
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
    hint: 'Use a font of the alphabets that you write in, not one of all the alphabets of the world.',
  };
}

export function noEmbedding(file: string): Message {
  return {
    severity: 'gap',
    code: 'fonts/no-embedding',
    message: `The font ${file} says that its licence forbids putting it into a PDF.`,
    hint: 'Ask its maker for a licence that allows it, and for the file that goes with that; or use another font.',
  };
}

export function noFeature(file: string, feature: string, what: string): Message {
  return {
    severity: 'warning',
    code: 'fonts/no-feature',
    message: `The font ${file} has no ${what} (${feature}), which the styles ask for.`,
    hint: `Use a font that has ${what} (its maker calls the feature ${feature}), or a style that does without.`,
  };
}

export function noCharacters(file: string, characters: readonly string[]): Message {
  const shown = characters.slice(0, 12).join(' ');
  const rest = characters.length > 12 ? ` and ${characters.length - 12} more` : '';
  return {
    severity: 'error',
    code: 'fonts/no-characters',
    message: `The font ${file} lacks characters: ${shown}${rest}.`,
    hint: 'Use a font that has every letter of the languages you publish in.',
  };
}
