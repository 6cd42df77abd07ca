import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { cliReference, referencePath } from '../scripts/cli-reference.js';

it('docs/cli.md says what --help says (npm run docs writes it)', () => {
  expect(readFileSync(referencePath, 'utf8')).toBe(cliReference());
});
