/**
 * For Paged.js: it cuts selectors at every comma, so rules with `:is(a, b)` are written out, and
 * after the last page it breaks all the same, so pages break before.
 */
export function forPaged(html: string): string {
  const breaks = '.page{break-after:auto}.page+.page,.part+.part{break-before:page}</style>';
  return html
    .replace('</style>', breaks)
    .replace(/^([^\n{}@]*:is\([^\n{}]*)\{/gm, (_, selectors: string) => {
      const each = atCommas(selectors).flatMap(writtenOut);
      return `${each.join(', ')} {`;
    });
}

function writtenOut(selector: string): string[] {
  const [whole, choices] = /:is\(((?:[^()]|\([^()]*\))*)\)/.exec(selector) ?? [];
  if (whole === undefined || choices === undefined) return [selector];
  return atCommas(choices).flatMap((one) => writtenOut(selector.replace(whole, one)));
}

/** The parts of a list of selectors; what stands in brackets stays whole. */
function atCommas(list: string): string[] {
  return (list.match(/(?:[^,()]|\([^()]*(?:\([^()]*\)[^()]*)*\))+/g) ?? []).map((one) =>
    one.trim(),
  );
}
