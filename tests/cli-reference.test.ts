import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { references } from '../scripts/reference.js';
import { cliReference, referencePath } from '../scripts/cli-reference.js';

it('docs/cli.md says what --help says (npm run docs writes it)', () => {
  expect(readFileSync(referencePath, 'utf8')).toBe(cliReference());
});

it.each(references)('$path says what the source says (npm run docs writes it)', ({ path, text }) => {
  expect(readFileSync(path, 'utf8')).toBe(text());
});
