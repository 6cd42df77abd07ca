import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { grammarJsonSchema } from '../src/grammar/json-schema.js';
import { isMapping } from '../src/grammar/problems.js';
import { itemFields, sheetFields } from '../src/grammar/schema.js';

/** Every key of a mapping anywhere in the schema; fields' own names are columns, described elsewhere. */
function keysIn(schema: unknown): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap(keysIn);
  if (!isMapping(schema)) return [];
  const { properties } = schema;
  return [...(isMapping(properties) ? Object.keys(properties) : []), ...Object.values(schema).flatMap(keysIn)];
}

it('docs/grammars.md explains every key of the language', () => {
  const docs = readFileSync(fileURLToPath(new URL('../docs/grammars.md', import.meta.url)), 'utf8');
  const columns: readonly string[] = [...itemFields.options, ...sheetFields.options];
  const keys = [...new Set(keysIn(grammarJsonSchema()))].filter((key) => !columns.includes(key));
  expect(keys.length).toBeGreaterThan(50);
  expect(keys.filter((key) => !new RegExp(`\`[^\`\\n]*\\b${key}\\b[^\`\\n]*\`|${key}:`, 'u').test(docs))).toEqual([]);
});
