import { escapeHtml, Html } from '../../layout/html.ts';

type Value = Html | string | number | false | undefined | readonly Value[];

/** HTML as it is written: what is put into it is escaped unless it is HTML itself; nothing leaves nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(parts.map((part, i) => part + markup(values[i])).join(''));
}

function markup(value: Value): string {
  if (value instanceof Html) return value.html;
  if (value === undefined || value === false) return '';
  if (typeof value === 'object') return value.map(markup).join('');
  return escapeHtml(String(value));
}
