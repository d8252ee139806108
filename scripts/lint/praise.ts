import type { Source } from '../content/model.ts';
import type { CourseFacts } from '../content/schema/course.ts';
import type { PageFacts } from '../content/schema/page.ts';
import type { Place } from '../finding.ts';
import { bare, blocksOf } from './evidence.ts';
import * as say from './messages.ts';
import type { Watch } from './watch.ts';

/** Words that claim to be better than others, by language. Plain uses ("best practice") are not meant. */
const superlatives: Record<string, RegExp> = {
  en: /\b(?:world[- ]class|award[- ]winning|cutting[- ]edge|state[- ]of[- ]the[- ]art|unrivalled|unparalleled|unmatched|second to none|(?:the|our|your|its|’s|'s) (?:very )?(?:best|finest|largest|biggest)(?! (?:practice|interest|of (?:both|all)|way|before|suited))|number one|no\. ?1(?!\d)|top[- ](?:ranked|rated|performing|\d+)|most (?:popular|successful|prestigious|respected|innovative)|highest[- ](?:rated|ranked)|(?:world|market|sector|industry|nationally|internationally)[- ]leading|(?:a|the|our|its|of|’s|'s|UK) leading(?! (?:to|the|a|an|into|up|role|cause|by|from)\b))/iu,
  cy: /(?<!\p{L})(?:gorau|blaenllaw|o’r radd flaenaf|o'r radd flaenaf|heb ei ail|mwyaf poblogaidd|mwyaf llwyddiannus|byd-enwog)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:(?:le|la|les|nos|notre) (?:meilleure?s?|premier|première)(?= (?:université|école|formation|institution))|(?:le|la|les|nos|notre) meilleure?s?|leaders?|de premier plan|numéro un|sans égale?s?|primée?s?|d’excellence|d'excellence)(?!\p{L})/iu,
};

/** Figures about people that somebody must have counted: one in four, 94 % of graduates. */
const statistics: Record<string, RegExp> = {
  en: /(?<=\b(?:one|two|three|four|five|six|seven|eight|nine|\d{1,3})) (?:in|out of) (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3})\b(?! (?:weeks|months|years|days|hours|modules|semesters|terms))|\d\s?(?:%|per ?cent) of (?!(?:the |your )?(?:marks?|modules?|grades?|assessment|credits?|course|fees?|final|total))/iu,
  fr: /\d[\d.,]*\s?% des? (?!(?:la |l’)?(?:note|frais|module|cours))/iu,
};

/** Praise and figures in the words that no claim backs up. */
export function lintPraise(
  source: Source<CourseFacts> | Source<PageFacts>,
  { report }: Watch,
): void {
  const base = source.lang.split('-')[0] ?? '';
  const facts: Partial<CourseFacts & PageFacts> = source.facts;
  const claims = (facts.claims ?? []).map(({ text }) => bare(text));
  const isBacked = (words: string) => claims.some((claim) => claim.includes(bare(words)));
  const look = (text: string, place: Place) => {
    const praise = superlatives[base]?.exec(text)?.[0];
    if (praise && !isBacked(praise)) report(say.superlative(praise), place);
    const found = statistics[base]?.exec(text);
    const figure =
      found && `${/[\p{L}\p{N}.,]*$/u.exec(text.slice(0, found.index))?.[0]}${found[0]}`;
    if (figure && !isBacked(figure)) report(say.statistic(figure), place);
  };
  for (const key of ['title', 'promise', 'standfirst', 'audience', 'careers'] as const) {
    const text = facts[key];
    if (text) look(text, source.places[key] ?? { file: source.file, line: 1 });
  }
  for (const block of blocksOf(source)) look(block.text, { file: block.file, line: block.line });
}
