/** The grammar language as a JSON Schema, for editors; and which keys it knows at a place, for messages. */
import { z } from 'zod';
import { isMapping, type KeyPath } from './problems.js';
import { grammarSchema } from './schema.js';

/** Made from the language itself; grammars name it in their first line. */
export function grammarJsonSchema(): Readonly<Record<string, unknown>> {
  const made: Record<string, unknown> = z.toJSONSchema(grammarSchema, { io: 'input', reused: 'ref' });
  return { ...made, title: 'A grammar of chohyo: how one published format reads' };
}

let inlined: Readonly<Record<string, unknown>> | undefined;

/** The keys that a mapping at this place of a grammar may have; none where it is no mapping of known keys. */
export function namesAt(path: KeyPath): readonly string[] {
  inlined ??= z.toJSONSchema(grammarSchema, { io: 'input' });
  let schemas: readonly unknown[] = [inlined];
  for (const key of path) schemas = schemas.flatMap(alternatives).flatMap((schema) => below(schema, key));
  return [...new Set(schemas.flatMap(alternatives).flatMap(keysOf))];
}

function alternatives(schema: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (!isMapping(schema)) return [];
  const nested = [schema['anyOf'], schema['oneOf']].flatMap((list) => (Array.isArray(list) ? list : []));
  return nested.length === 0 ? [schema] : nested.flatMap(alternatives);
}

function below(schema: Readonly<Record<string, unknown>>, key: string | number): readonly unknown[] {
  if (typeof key === 'number') return [schema['items']];
  const { properties, additionalProperties } = schema;
  return isMapping(properties) && key in properties ? [properties[key]] : [additionalProperties];
}

function keysOf({ properties, propertyNames }: Readonly<Record<string, unknown>>): readonly string[] {
  if (isMapping(properties)) return Object.keys(properties);
  return isMapping(propertyNames) && Array.isArray(propertyNames['enum']) ? propertyNames['enum'].map(String) : [];
}
