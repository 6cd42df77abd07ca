/**
 * Every fixture PDF becomes exactly the rows that its facts say, and nothing on it is left over.
 *
 * `known-differences.json` lists the few values whose line ends the page itself does not tell (a line filled to its last
 * place that ends a sentence): they may differ in a line break or a space, and in nothing else.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compare } from '../src/check/compare.js';
import { parseExpected } from '../src/check/expected.js';
import { KNOWN_FILE, parseKnown, sortKnown, type Known } from '../src/check/known.js';
import { loadBuiltinGrammars } from '../src/grammar/load.js';
import type { DocumentRecords } from '../src/model/records.js';
import { readDocument } from '../src/reader/read-document.js';

const root = fileURLToPath(new URL('../fixtures/', import.meta.url));
const pdfs = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.pdf'))
  .sort();
const loaded = await loadBuiltinGrammars();

/** A value without its line breaks and spaces. */
const solid = (value: unknown): string => String(value).replace(/\s/gu, '');

async function read(pdf: string): Promise<DocumentRecords> {
  if (!loaded.ok) throw new Error(loaded.failure.message);
  const bytes = new Uint8Array(readFileSync(join(root, pdf)));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const outcome = await readDocument({ bytes, sourceFile: basename(pdf), sha256 }, loaded.value);
  if (outcome.kind === 'failed') throw new Error(`${outcome.failure.code}: ${outcome.failure.message}`);
  return outcome.records;
}

function knownOf(pdf: string): readonly Known[] {
  const path = join(root, dirname(pdf), KNOWN_FILE);
  if (!existsSync(path)) return [];
  const known = parseKnown(readFileSync(path, 'utf8'), path);
  if (!known.ok) throw new Error(known.failure.message);
  return known.value.filter((entry) => entry.pdf === basename(pdf));
}

describe.each(pdfs)('%s', (pdf) => {
  const records = read(pdf);

  it('becomes the rows that its facts say, field by field', async () => {
    const path = join(root, dirname(pdf), 'expected.json');
    const expected = parseExpected(readFileSync(path, 'utf8'), path);
    if (!expected.ok) throw new Error(expected.failure.message);
    const { differences, known, settled } = sortKnown(compare(expected.value, await records), knownOf(pdf));
    expect(differences).toEqual([]);
    for (const difference of known) {
      if (difference.kind !== 'field') throw new Error(`a whole row is put up with in ${pdf}`);
      expect(solid(difference.got)).toBe(solid(difference.expected));
    }
    // What the reader has learnt to decide leaves the list.
    expect(settled).toEqual([]);
  });

  it('has every visible glyph in a field, a label or furniture', async () => {
    const { document, diagnostics } = await records;
    expect(diagnostics.filter(({ code }) => code === 'W_LEFT_OVER').map(({ message }) => message)).toEqual([]);
    expect(document.glyphs_left_over).toBe(0);
    expect(document.glyphs_in_fields + document.glyphs_in_labels + document.glyphs_in_furniture).toBe(document.glyphs);
  });

  it('shows where each item value stands: a place for every one, on pages that it has', async () => {
    const { items, provenance, document } = await records;
    const traced = new Set(provenance.map(({ table, id, field }) => `${table} ${id} ${field}`));
    for (const item of items) {
      for (const field of ['item_no', 'title', 'goal', 'method', 'target', 'result', 'actual', 'rating', 'next_steps'] as const) {
        if (item[field] !== null) expect(traced).toContain(`items ${item.item_id} ${field}`);
      }
    }
    expect(provenance.every(({ page, x0, x1, top, bottom }) => page >= 1 && page <= document.pages && x0 < x1 && top < bottom)).toBe(true);
  });
});
