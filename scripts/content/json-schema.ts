import * as z from 'zod';
import { course } from './schema/course.ts';
import { institution } from './schema/institution.ts';
import { page } from './schema/page.ts';
import { publicationFile } from './schema/publication.ts';

/** The kinds of content files, by the name of their schema. */
export const contentSchemas = {
  institution,
  course,
  page,
  publication: publicationFile,
};

/**
 * The front matter of each kind of file as JSON Schema (draft 7, which editors read), by path in
 * the tool's folder: `templates/schema/course.json`.
 */
export function jsonSchemas(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(contentSchemas).map(([name, schema]) => {
      const json = z.toJSONSchema(schema, { io: 'input', target: 'draft-7', override: tidy });
      return [`templates/schema/${name}.json`, `${JSON.stringify(json, undefined, 2)}\n`];
    }),
  );
}

/** A default is what absence means: writing it down is not asked for. */
function tidy({ jsonSchema }: { jsonSchema: { pattern?: string; maximum?: number } }): void {
  // Editors compile patterns without the flag that \p needs.
  if (jsonSchema.pattern?.includes('\\p{')) delete jsonSchema.pattern;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}
