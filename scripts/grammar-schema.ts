/** `npm run schema`: grammars/grammar.schema.json from the grammar language itself. A test compares the two. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { grammarJsonSchema } from '../src/grammar/json-schema.js';

export const schemaPath = fileURLToPath(new URL('../grammars/grammar.schema.json', import.meta.url));

export function schemaText(): string {
  return `${JSON.stringify(grammarJsonSchema(), null, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(schemaPath, schemaText());
