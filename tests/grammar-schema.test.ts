import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { schemaPath, schemaText } from '../scripts/grammar-schema.js';

const grammars = fileURLToPath(new URL('../grammars/', import.meta.url));

it('grammars/grammar.schema.json is the language that the program reads (npm run schema writes it)', () => {
  expect(readFileSync(schemaPath, 'utf8')).toBe(schemaText());
});

it("every grammar's first line names the schema, for editors", () => {
  const names = readdirSync(grammars).filter((name) => name.endsWith('.yaml'));
  expect(names.length).toBeGreaterThan(0);
  for (const name of names)
    expect(readFileSync(`${grammars}${name}`, 'utf8').split('\n')[0], name).toBe('# yaml-language-server: $schema=./grammar.schema.json');
});
