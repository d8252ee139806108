import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { jsonSchemas } from './json-schema.ts';
import { contentReference } from './reference.ts';

/** What is made from the schemas and kept in the repository, by path in the tool's folder. */
export function contentDocs(): Record<string, string> {
  return { 'CONTENT.md': contentReference(), ...jsonSchemas() };
}

/** Writes them; a test says when that is due. */
export function writeContentDocs(tool: string): void {
  for (const [path, text] of Object.entries(contentDocs())) {
    mkdirSync(dirname(join(tool, path)), { recursive: true });
    writeFileSync(join(tool, path), text);
  }
}

if (import.meta.main) writeContentDocs(join(import.meta.dirname, '../..'));
