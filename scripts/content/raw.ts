import type { Report } from '../finding.ts';
import type { Facts } from './facts.ts';
import type { Files } from './files.ts';
import { cut } from './front-matter.ts';
import * as say from './messages.ts';
import { readName, slugOf } from './names.ts';
import { language } from './schema/fields.ts';
import { readYaml } from './yaml.ts';

/** One Markdown file, cut into facts as typed and prose as typed. */
export interface RawFile {
  file: string;
  /** From the front matter, else from the file name; in one Unicode form. */
  slug: string;
  /** From the file name, else from the front matter. */
  lang: string | undefined;
  /** The file name gives a language: `x.cy.md`. */
  isTranslation: boolean;
  /** Undefined where the front matter cannot be read; findings have said so. */
  facts: Facts | undefined;
  body: string;
  bodyLine: number;
  sha256: string;
}

export function readRaw(file: string, files: Files, report: Report): RawFile | undefined {
  const text = files.text(file);
  if (!text) return undefined;
  const parts = cut(text.text, file, report);
  const facts =
    parts.yaml === undefined ? undefined : readYaml(parts.yaml, file, parts.yamlLine, report);
  const name = file.slice(file.lastIndexOf('/') + 1);
  const named = readName(name);
  const given = facts?.data.slug;
  const slug = (typeof given === 'string' && slugOf(given)) || named.slug;
  if (!slug) {
    report(say.noSlug(name), { file, line: 1 });
    return undefined;
  }
  const lang = facts?.data.lang;
  const inFile = typeof lang === 'string' && language.safeParse(lang).success ? lang : undefined;
  if (named.lang && inFile && named.lang !== inFile) {
    report(say.languageContradiction(named.lang, inFile), facts?.places.lang ?? { file });
  }
  return {
    file,
    slug,
    lang: named.lang ?? inFile,
    isTranslation: named.lang !== undefined,
    facts,
    body: parts.body,
    bodyLine: parts.bodyLine,
    sha256: text.sha256,
  };
}
