/** The example grammars of docs/ read published sheets of other cities, without a line of code for them. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadGrammarFile } from '../src/grammar/load.js';
import type { DocumentRecords } from '../src/model/records.js';
import { readDocument } from '../src/reader/read-document.js';

const published = (name: string): string => fileURLToPath(new URL(`../../shared/real/${name}.pdf`, import.meta.url));
const example = (name: string): string => fileURLToPath(new URL(`../docs/examples/${name}.yaml`, import.meta.url));

async function read(pdf: string, grammar: string): Promise<DocumentRecords> {
  const loaded = await loadGrammarFile(example(grammar));
  if (!loaded.ok) throw new Error(loaded.failure.message);
  const bytes = new Uint8Array(readFileSync(published(pdf)));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const outcome = await readDocument({ bytes, sourceFile: basename(pdf), sha256 }, [loaded.value]);
  if (outcome.kind === 'failed') throw new Error(outcome.failure.message);
  return outcome.records;
}

const absent = !existsSync(published('eval-kyoto-r6-001'));

describe.skipIf(absent)(`example grammars on published sheets${absent ? ' (skipped: the PDFs are not beside the project)' : ''}`, () => {
  it('reads a form whose heading bars stand above their text', async () => {
    const { items, document } = await read('eval-kyoto-r6-001', 'kyoto-jigyo-hyoka');
    expect(items).toHaveLength(1);
    expect(document.fiscal_year).toBe(2023);
    expect(items[0]?.method?.split('\n').map((line) => line.slice(0, 8))).toEqual(['京都市は、国が進', '「京都市脱炭素先', '（※）脱炭素先行', '2050年カーボ']);
    expect(items[0]?.result).toContain('（支援件数：7件）\n・　伏見工業高校跡地等');
  });

  it('reads a form whose labels are spread over their cells', async () => {
    const { items, sheets } = await read('eval-kobe-h25-001', 'kobe-jimujigyo');
    expect(sheets.map(({ department, division, head_title, head_name }) => [department, division, head_title, head_name])).toEqual([
      ['行財政局', '行政監察部庶務課', '庶務課長', '井上　伸一'],
    ]);
    expect(items.map(({ title, goal }) => [title, goal])).toEqual([
      ['庁舎設備管理業務', '本庁舎機能を維持するための庁舎設備（電気設備・機械設備・消防設備等）の保守管理'],
    ]);
    expect(items[0]?.method?.split('\n')).toHaveLength(9);
  });
});
