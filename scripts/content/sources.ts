import type * as z from 'zod';
import { fillCharts } from './charts.ts';
import { noFacts } from './facts.ts';
import { digest, type Input } from './inputs.ts';
import type { Use } from './markdown/env.ts';
import { readMarkdown } from './markdown/read.ts';
import type { Section, Source } from './model.ts';
import type { RawFile } from './raw.ts';
import type { Reading } from './reading.ts';
import type { ChartFacts } from './schema/chart.ts';
import { translate } from './translations.ts';
import { validate } from './validate.ts';

/** A source and what its prose refers to; that is checked when all files are known. */
export interface ReadSource<T> {
  source: Source<T>;
  links: Use[];
  images: Use[];
  ids: ReadonlySet<string>;
}

/**
 * One original and its translations (`bySlug`) as sources. A file whose facts cannot be read is
 * left out after its prose was looked at.
 */
export function readGroup<T extends object>(
  group: readonly RawFile[],
  kind: string,
  schema: z.ZodType<T>,
  reading: Reading,
): ReadSource<T>[] {
  const sources: ReadSource<T>[] = [];
  const original = group[0]!;
  for (const raw of group) {
    const isOriginal = raw === original;
    const own = raw.facts ?? noFacts();
    const facts = isOriginal || !original.facts ? own : translate(original.facts, own);
    const valid = raw.facts && validate(schema, facts, raw.file, reading.report);
    const taken: Input[] = [{ path: raw.file, kind: 'file', sha256: raw.sha256 }];
    if (!isOriginal) taken.push({ path: original.file, kind: 'file', sha256: original.sha256 });
    const charts = chartsOf(valid?.facts);
    const filled = charts && fillCharts(charts, facts, taken, reading);
    const lang = raw.lang ?? reading.lang;
    const prose = readMarkdown(raw.body, {
      file: raw.file,
      firstLine: raw.bodyLine,
      lang,
      anchor: kind === 'institution' ? kind : `${kind}-${raw.slug}`,
      charts: valid && original.facts && Object.keys(charts ?? {}),
      snippet: (name) => reading.snippets.find(name, lang),
      snippetNames: () => reading.snippets.names(),
      report: reading.report,
    });
    // What is missing of a translation may stand in the original that could not be read.
    if (!valid || !original.facts) continue;
    for (const path of prose.snippets) {
      taken.push({ path, kind: 'file', sha256: reading.files.text(path)?.sha256 ?? '' });
    }
    const first = sources[0]?.source;
    const borrows = !isOriginal && raw.body.trim() === '' && first !== undefined;
    sources.push({
      source: {
        slug: raw.slug,
        lang,
        file: raw.file,
        facts: filled ? { ...valid.facts, charts: filled } : valid.facts,
        places: facts.places,
        body: borrows ? inLanguage(first.body, first.lang) : prose.sections,
        hash: digest(taken),
        ...(isOriginal
          ? {}
          : { original: { file: original.file, lang: original.lang ?? reading.lang } }),
        ...(valid.refused.length > 0 ? { refused: valid.refused } : {}),
      },
      links: prose.links,
      images: prose.images,
      ids: borrows ? sources[0]!.ids : prose.ids,
    });
  }
  return sources;
}

function chartsOf(facts: { charts?: Record<string, ChartFacts> } | undefined) {
  return facts?.charts;
}

/**
 * Words that are not in the language of the file say so, for screen readers: in the model, and in
 * their HTML (on an inline element together with an id, without which the PDF's tag is lost).
 */
function inLanguage(sections: readonly Section[], lang: string): Section[] {
  return sections.map((section) => {
    const { heading, id } = section;
    return {
      ...section,
      lang,
      heading: heading && {
        ...heading,
        html: `<span lang="${lang}" id="${id}--lang">${heading.html}</span>`,
      },
      blocks: section.blocks.map((block) => {
        if (block.lang !== undefined) return block;
        if (!('html' in block)) return { ...block, lang };
        return { ...block, lang, html: block.html.replace(/^<\w+/, `$& lang="${lang}"`) };
      }),
    };
  });
}
