import { describe, expect, it } from 'vitest';
import { parseGrammar, type LoadedGrammar } from '../grammar/load.js';
import { buildPdf, japaneseFont, utf16 } from '../pdf/test-pdf.js';
import { formatInspection, inspectDocument, type Inspection } from './inspect-document.js';

function grammar(id: string, title: string): LoadedGrammar {
  const parsed = parseGrammar(
    `id: ${id}\ntitle: 様式\nversion: "1"\nmunicipality: { code: "132195", name: 試験市 }\ndocument: { title: ['^(?<title>${title})$'] }\nitems: { each: row, columns: { item_no: 番号, title: 項目 } }\n`,
    'g.yaml',
  );
  if (!parsed.ok) throw new Error(parsed.failure.message);
  return parsed.value;
}

async function inspected(lines: readonly string[], grammars: readonly LoadedGrammar[]): Promise<Inspection> {
  const content = lines.map((line, index) => `BT /F2 10 Tf 20 ${80 - 20 * index} Td ${utf16(line)} Tj ET`).join('\n');
  const bytes = buildPdf({ pages: [{ content }], fonts: { F2: japaneseFont() } });
  const outcome = await inspectDocument({ bytes, sourceFile: 'a.pdf', sha256: '0'.repeat(64) }, grammars);
  if (!outcome.ok) throw new Error(outcome.failure.message);
  return outcome.value;
}

describe('inspect', () => {
  it('never says that a grammar fits beside saying that no item was found', async () => {
    const inspection = await inspected(['評価シート', '番号', '項目'], [grammar('own', '評価シート')]);
    expect(inspection.grammars).toMatchObject([{ id: 'own', score: 1, fits: false }]);
    expect(inspection.unread?.code).toBe('E_NO_RECORDS');
    const text = formatInspection(inspection);
    expect(text).toContain('E_NO_RECORDS: recognised as own, but no item was found');
    expect(text).not.toMatch(/own +fits/u);
  });

  it('ranks no grammar of which nothing is printed: it is named apart', async () => {
    const text = formatInspection(await inspected(['弁当の注文'], [grammar('one', '評価シート'), grammar('two', '目標シート')]));
    expect(text).toContain('nothing of  one, two\n');
    expect(text).not.toContain('0 %');
  });

  it('names tables without rulings where no grammar was there to look for them', async () => {
    const rows = ['年度 人口 世帯', '２０ 12 34', '２１ 56 78', '２２ 90 12'].map((row) => row.split(' '));
    const content = rows.flatMap((row, r) => row.map((text, c) => `BT /F2 10 Tf ${20 + 60 * c} ${80 - 20 * r} Td ${utf16(text)} Tj ET`)).join('\n');
    const bytes = buildPdf({ pages: [{ content }], fonts: { F2: japaneseFont() } });
    const outcome = await inspectDocument({ bytes, sourceFile: 'a.pdf', sha256: '0'.repeat(64) }, []);
    if (!outcome.ok) throw new Error(outcome.failure.message);
    expect(outcome.value.tables).toMatchObject([{ rows: 4, cols: 3, ruled: false, firstRow: rows[0] }]);
    expect(formatInspection(outcome.value)).toContain('4 rows × 3 columns  without rulings  │年度│人口│世帯│');
  });
});
