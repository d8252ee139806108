import { harmless } from '../content/frame.ts';
import { escapeHtml, Html } from '../layout/html.ts';

type Piece = Html | string | number | false | undefined | readonly Piece[];

/** HTML written out, what is filled in escaped: it quotes content, and content is hostile. */
export function html(strings: TemplateStringsArray, ...values: readonly Piece[]): Html {
  return new Html(
    strings
      .map((string, index) => string + (index < values.length ? fill(values[index]) : ''))
      .join(''),
  );
}

function fill(value: Piece): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Html) return value.html;
  if (typeof value === 'object') return value.map(fill).join('');
  // Line ends stay, for code; marks that turn the direction of what follows do not.
  return String(value)
    .split('\n')
    .map((line) => escapeHtml(harmless(line)))
    .join('\n');
}
