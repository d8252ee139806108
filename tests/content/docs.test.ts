import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import { contentDocs } from '../../scripts/content/docs.ts';
import { contentSchemas } from '../../scripts/content/json-schema.ts';
import { blockClasses, boxes } from '../../scripts/content/markdown/classes.ts';
import { bare, keysAt } from '../../scripts/content/schema-keys.ts';

const tool = join(import.meta.dirname, '../..');
const docs = contentDocs();

for (const [path, text] of Object.entries(docs)) {
  test(`${path} is fresh: renew it with \`node scripts/content/docs.ts\``, () => {
    assert.equal(readFileSync(join(tool, path), 'utf8'), text);
  });
}

/** Every key of every group, with what is said of it. */
function* keys(schema: z.ZodType, path: string): Generator<[string, string | undefined]> {
  for (const type of bare(schema)) {
    if (type instanceof z.ZodArray) yield* keys(type.element as z.ZodType, path);
    else if (type instanceof z.ZodRecord) yield* keys(type.valueType as z.ZodType, path);
    else if (type instanceof z.ZodObject) {
      for (const [key, inner] of Object.entries(type.shape as Record<string, z.ZodType>)) {
        const about = inner.description ?? bare(inner).find((one) => one.description)?.description;
        yield [`${path}.${key}`, about];
        yield* keys(inner, `${path}.${key}`);
      }
    }
  }
}

test('every key is described, and stands in the reference', () => {
  const reference = docs['CONTENT.md']!;
  for (const [kind, schema] of Object.entries(contentSchemas)) {
    for (const [path, about] of keys(schema, kind)) {
      assert.ok(about, `${path} has no description`);
      const key = path.slice(path.lastIndexOf('.') + 1);
      assert.match(reference, new RegExp(`^\\| \`${key}\`( \\(needed\\))? \\|`, 'm'), path);
    }
  }
});

test('every link within the reference leads to a heading of it', () => {
  const reference = docs['CONTENT.md']!;
  const anchors = [...reference.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
  assert.equal(new Set(anchors).size, anchors.length, 'no two headings are one to a link');
  const links = [...reference.replace(/`[^`]*`/g, '').matchAll(/\]\(#([^)]+)\)/g)].map(
    ([, anchor]) => anchor!,
  );
  assert.ok(links.length > 10);
  for (const link of links) assert.ok(anchors.includes(link), link);
});

test('every class and box that prose may carry stands in the reference', () => {
  for (const name of Object.keys(blockClasses))
    assert.ok(docs['CONTENT.md']!.includes(`\`.${name}\``));
  for (const name of Object.keys(boxes)) assert.ok(docs['CONTENT.md']!.includes(`\`::: ${name}\``));
});

test('the JSON Schemas are of use to an editor: keys, descriptions, choices, what is needed', () => {
  const schemaOf = (name: string) =>
    JSON.parse(docs[`templates/schema/${name}.json`]!) as {
      $schema: string;
      required?: string[];
      additionalProperties: boolean;
      properties: Record<string, { description?: string; anyOf?: { enum?: string[] }[] }>;
    };
  for (const [name, schema] of Object.entries(contentSchemas)) {
    const json = schemaOf(name);
    assert.match(json.$schema, /draft-07/);
    assert.deepEqual(Object.keys(json.properties).sort(), keysAt(schema, []).sort());
    assert.equal(json.additionalProperties, false);
  }
  const publication = schemaOf('publication');
  assert.deepEqual(publication.required, ['kind']);
  assert.ok(publication.properties.kind?.anyOf?.[0]?.enum?.includes('book'));
  assert.match(publication.properties.kind?.description ?? '', /^What is made: a folder/);
  assert.equal(schemaOf('course').required, undefined);
});

test('every pattern in them compiles as an editor compiles it', () => {
  for (const [path, text] of Object.entries(docs)) {
    for (const [, pattern] of text.matchAll(/"pattern": ("(?:[^"\\]|\\.)*")/g)) {
      const source = JSON.parse(pattern!) as string;
      assert.doesNotMatch(source, /\\p\{/, path);
      assert.ok(new RegExp(source));
    }
  }
});
