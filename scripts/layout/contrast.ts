import type { Source } from '../content/model.ts';
import type { ColourRole, InstitutionFacts } from '../content/schema/institution.ts';
import type { Message, Report } from '../finding.ts';
import { contrast } from './web/colours.ts';

/** WCAG 2.2: 1.4.3 for text, 1.4.11 for what is drawn and for large figures. */
const LEAST = { text: 4.5, drawing: 3 };

type Ground = ColourRole | 'paper';

/** Which colours stand on which in templates and charts. */
const pairs: readonly [ink: Ground, ground: Ground, use: keyof typeof LEAST][] = [
  ['deep', 'paper', 'text'],
  ['deep', 'pale', 'text'],
  ['paper', 'deep', 'text'],
  ['black', 'paper', 'text'],
  ['black', 'pale', 'text'],
  ['black', 'second', 'text'],
  ['accent', 'paper', 'drawing'],
];

/** Colours of the institution that cannot be told apart where one stands on the other. */
export function lintColours(
  colours: Readonly<Record<ColourRole, string>>,
  { facts, file, places }: Source<InstitutionFacts>,
  report: Report,
): void {
  const own = facts.brand?.colours ?? {};
  const of = (role: Ground) => (role === 'paper' ? '#ffffff' : colours[role]);
  const said = new Set<string>();
  for (const [ink, ground, use] of pairs) {
    const key = [ink, ground].sort().join();
    const blamed = [ink, ground].find((role) => role !== 'paper' && own[role as ColourRole]);
    if (!blamed || said.has(key)) continue;
    const ratio = contrast(of(ink), of(ground));
    if (ratio >= LEAST[use]) continue;
    said.add(key);
    const place = places[`brand.colours.${blamed}`] ?? places['brand.colours'] ?? { file };
    report(lowContrast({ ink, ground, ratio, use }), place);
  }
}

function lowContrast(pair: {
  ink: Ground;
  ground: Ground;
  ratio: number;
  use: keyof typeof LEAST;
}): Message {
  const { ink, ground, ratio, use } = pair;
  // Rounded down: what fails is not said to pass.
  const found = Math.floor(ratio * 10) / 10;
  const lighter =
    ground === 'paper' || ink === 'paper' ? [ink, ground].find((r) => r !== 'paper') : ink;
  return {
    severity: 'warning',
    code: 'layout/contrast',
    message: `${use === 'text' ? 'Text' : 'What is drawn'} in \`${ink}\` on \`${ground}\` has a contrast of ${found}:1; ${LEAST[use]}:1 is the least (WCAG 2.2).`,
    hint: `Give \`${lighter}\` a darker \`srgb\`${ground === 'paper' || ink === 'paper' ? '' : `, or \`${ground}\` a lighter one`}.`,
  };
}
