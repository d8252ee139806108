import * as z from 'zod';

/**
 * The keys that a schema knows at a path of the data: `keysAt(course, ['fees', 0])` are those of a
 * fee. Looks through optional, default, list, record and alternatives.
 */
export function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let level: z.ZodType[] = bare(schema);
  for (const step of path) level = level.flatMap((type) => below(type, step)).flatMap(bare);
  return level.flatMap((type) => (type instanceof z.ZodObject ? Object.keys(type.shape) : []));
}

/** Without the wrappers; the alternatives of a union side by side. */
export function bare(schema: z.ZodType): z.ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return bare(schema.unwrap() as z.ZodType);
  }
  if (schema instanceof z.ZodUnion) {
    return (schema.options as readonly z.ZodType[]).flatMap(bare);
  }
  return [schema];
}

function below(type: z.ZodType, step: PropertyKey): z.ZodType[] {
  if (type instanceof z.ZodObject) {
    const shape = type.shape as Record<PropertyKey, z.ZodType>;
    return Object.hasOwn(shape, step) ? [shape[step]!] : [];
  }
  if (type instanceof z.ZodArray) return [type.element as z.ZodType];
  if (type instanceof z.ZodRecord) return [type.valueType as z.ZodType];
  return [];
}
