export interface Declaration {
  property: string;
  value: string;
}

export interface Rule {
  /** `name`, `.name`, `#name` or `*`. */
  selector: string;
  declarations: Declaration[];
}

/** The part that could not be read. */
export interface StyleFault {
  fault: string;
}

/** A sheet of more rules is refused: each is held against each element. */
const mostRules = 2000;

/** `fill: red; stroke: none`. `!important` is left out. */
export function readDeclarations(text: string): Declaration[] | StyleFault {
  const found: Declaration[] = [];
  for (const part of withoutComments(text).split(';')) {
    const written = part.trim();
    if (written === '') continue;
    const colon = written.indexOf(':');
    const property = written.slice(0, Math.max(0, colon)).trim().toLowerCase();
    const value = written.slice(colon + 1);
    const mark = value.lastIndexOf('!');
    if (!/^[\w-]+$/.test(property) || /[{}\\]/.test(value)) return { fault: written };
    found.push({ property, value: (mark < 0 ? value : value.slice(0, mark)).trim() });
  }
  return found;
}

/** A style sheet of plain rules; anything else (`@media`, `a > b`, `:hover`) is a fault. */
export function readSheet(text: string): Rule[] | StyleFault {
  const found: Rule[] = [];
  const parts = withoutComments(text).split('}');
  const rest = parts.pop()?.trim();
  if (rest) return { fault: rest };
  for (const part of parts) {
    const [selectors = '', body, ...more] = part.split('{');
    if (body === undefined || more.length > 0) return { fault: part.trim() };
    const declarations = readDeclarations(body);
    if ('fault' in declarations) return declarations;
    for (const selector of selectors.split(',').map((one) => one.trim())) {
      if (!/^(\*|[.#]?[\p{L}_][\p{L}\p{N}_-]*)$/u.test(selector)) return { fault: selector };
      if (found.push({ selector, declarations }) > mostRules) return { fault: selector };
    }
  }
  return found;
}

/** What the rules say of an element: the stronger selector wins, among equals the later one. */
export function declarationsFor(
  rules: readonly Rule[],
  element: { name: string; id: string | undefined; classes: readonly string[] },
): Declaration[] {
  const strength = ({ selector }: Rule): number => {
    if (selector === '*') return 0;
    if (selector === element.name) return 1;
    if (selector.startsWith('.') && element.classes.includes(selector.slice(1))) return 2;
    return selector === `#${element.id}` ? 3 : -1;
  };
  return rules
    .map((rule) => ({ rule, strength: strength(rule) }))
    .filter((match) => match.strength >= 0)
    .sort((a, b) => a.strength - b.strength)
    .flatMap(({ rule }) => rule.declarations);
}

function withoutComments(text: string): string {
  let kept = '';
  let from = 0;
  for (let start = text.indexOf('/*'); start >= 0; start = text.indexOf('/*', from)) {
    kept += `${text.slice(from, start)} `;
    const end = text.indexOf('*/', start + 2);
    if (end < 0) return kept;
    from = end + 2;
  }
  return kept + text.slice(from);
}
