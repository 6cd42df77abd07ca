/**
 * Published sheets of four further cities become the records that a person read off their pages (`tests/real/*.json`).
 *
 * A value must be exact and stand under the labels that mean it. Labels are compared without white space; a label's own
 * explanation (in parentheses, behind ※) and the headings outside the one expected may be there or not.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadBuiltinGrammars } from '../src/grammar/load.js';
import type { DocumentRecords } from '../src/model/records.js';
import { readDocument } from '../src/reader/read-document.js';

const expectedFolder = fileURLToPath(new URL('real/', import.meta.url));
const published = fileURLToPath(new URL('../../shared/real/', import.meta.url));

const cell = z.union([z.string(), z.number(), z.null()]);
const row = z.record(z.string(), cell);
type Row = z.infer<typeof row>;
const lists = ['fields', 'ratings', 'series'] as const;
const expectedItem = z.object({ fields: z.array(row).default([]), ratings: z.array(row).default([]), series: z.array(row).default([]) }).catchall(z.unknown());
const expectedFile = z.object({
  pdf: z.string(),
  document: row,
  sheets: z.array(z.object({ items: z.array(expectedItem) }).catchall(z.unknown())),
});

/** Values that the program is known to read otherwise, with what is wrong. */
const known: Readonly<Record<string, readonly string[]>> = {
  // A space is read between × and 3, where the fonts change.
  'eval-kyoto-r6-030': ['goal'],
};

const solid = (value: unknown): string =>
  String(value ?? '')
    .normalize('NFKC')
    .replace(/\s/gu, '');
const labelColumns = new Set(['section', 'label', 'aspect', 'row_label', 'column_label']);

function says(column: string, got: unknown, expected: unknown): boolean {
  if (!labelColumns.has(column)) return got === expected;
  const [printed, wanted] = [solid(got).replace(/※[^>]*/gu, ''), solid(expected)];
  if (column === 'section') return wanted === '' || printed.endsWith(wanted);
  return column === 'label' || column === 'aspect' ? printed.startsWith(wanted) : printed === wanted;
}

const agrees = (got: Row, expected: Row): boolean => Object.entries(expected).every(([column, value]) => says(column, got[column], value));

function valuesOf(expected: object): [string, unknown][] {
  return Object.entries(expected).filter(([name]) => name !== 'items' && !lists.some((list) => list === name));
}

/** What differs, a line each; and how many values were compared. */
function compareSheets(
  expected: z.infer<typeof expectedFile>,
  records: DocumentRecords,
): { readonly differences: readonly string[]; readonly compared: number } {
  const differences: string[] = [];
  let compared = 0;
  const check = (what: string, isRight: boolean, got: unknown): void => {
    compared += 1;
    if (!isRight) differences.push(`${what}: got ${JSON.stringify(got)}`);
  };
  for (const [column, value] of Object.entries(expected.document)) {
    if (column === 'fiscal_year_label' && value !== null)
      check(column, solid(records.document.fiscal_year_label) === solid(value), records.document.fiscal_year_label);
  }
  for (const [index, sheet] of expected.sheets.entries()) {
    const mine: Row = { ...records.sheets[index] };
    for (const [column, value] of valuesOf(sheet)) check(`sheet ${index + 1} ${column}`, mine[column] === value, mine[column]);
    for (const [nth, item] of sheet.items.entries()) {
      const own = records.items.filter(({ sheet_no }) => sheet_no === index + 1)[nth];
      const ownRow: Row = { ...own };
      for (const [column, value] of valuesOf(item)) check(column, ownRow[column] === value, ownRow[column]);
      for (const list of lists) {
        const rows: Row[] = records[list].filter(
          (one) => one.item_id === own?.item_id || (one.item_id === null && list !== 'ratings' && 'sheet_no' in one && one.sheet_no === index + 1),
        );
        const used = new Set<Row>();
        for (const wanted of item[list]) {
          const found = rows.find((one) => !used.has(one) && agrees(one, wanted));
          if (found) used.add(found);
          check(
            `${list} ${JSON.stringify(wanted)}`,
            found !== undefined,
            rows.find((one) => one['raw'] === wanted['raw']),
          );
        }
        // Nothing that the page does not say.
        expect(rows.filter((one) => !used.has(one) && differences.length === 0)).toEqual([]);
      }
    }
  }
  return { differences, compared };
}

async function read(pdf: string): Promise<DocumentRecords> {
  const grammars = await loadBuiltinGrammars();
  if (!grammars.ok) throw new Error(grammars.failure.message);
  const bytes = new Uint8Array(readFileSync(join(published, pdf)));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const outcome = await readDocument({ bytes, sourceFile: pdf, sha256 }, grammars.value);
  if (outcome.kind === 'failed') throw new Error(outcome.failure.message);
  return outcome.records;
}

const absent = !existsSync(published);
const names = readdirSync(expectedFolder)
  .filter((name) => name.endsWith('.json'))
  .sort();

describe.skipIf(absent)(`published sheets of four further cities${absent ? ' (skipped: the PDFs are not beside the project)' : ''}`, () => {
  it.each(names)('%s: every value as a person read it, nothing left over', async (name) => {
    const expected = expectedFile.parse(JSON.parse(readFileSync(join(expectedFolder, name), 'utf8')));
    const records = await read(expected.pdf);
    const { differences, compared } = compareSheets(expected, records);
    expect(compared).toBeGreaterThan(10);
    const tolerated = known[name.replace('.json', '')] ?? [];
    expect(differences.filter((line) => !tolerated.some((column) => line.startsWith(`${column}:`)))).toEqual([]);
    expect(differences).toHaveLength(tolerated.length);
    expect(records.document.glyphs_left_over).toBe(0);
  });

  it('the sheets that no record was written for are read whole too: nothing left over, a title each', async () => {
    const others = readdirSync(published).filter((name) => name.startsWith('eval-') && !names.includes(name.replace('.pdf', '.json')));
    for (const name of others) {
      const { document, items } = await read(name);
      expect([name, document.glyphs_left_over]).toEqual([name, 0]);
      expect(items.every(({ title }) => title !== null)).toBe(true);
    }
  }, 120_000);
});
