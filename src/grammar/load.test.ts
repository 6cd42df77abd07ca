import { describe, expect, it } from 'vitest';
import { loadBuiltinGrammars, parseGrammar } from './load.js';

const good = `id: test
title: test
version: "1"
municipality: { code: "000001", name: 試験市 }
document: { title: ['シート'] }
items:
  each: row
  columns:
    item_no: No.
    title: 項目
`;

function refusal(source: string): string {
  const parsed = parseGrammar(source, 'grammars/test.yaml');
  return parsed.ok ? 'accepted' : parsed.failure.message;
}

describe('grammar files', () => {
  it('load, each of those that come with the program', async () => {
    const loaded = await loadBuiltinGrammars();
    expect(loaded.ok).toBe(true);
    if (loaded.ok) expect(loaded.value.map(({ id }) => id).length).toBeGreaterThanOrEqual(4);
  });

  it('are refused with path and line for a word that the language does not know', () => {
    expect(refusal(good.replace('    title: 項目', '    titel: 項目'))).toMatch(/^grammars\/test\.yaml:\d+: items\.columns/u);
    expect(refusal(`${good}colour: red\n`)).toMatch(/^grammars\/test\.yaml:\d+: .*colour/u);
  });

  it('are refused with the line of a broken expression', () => {
    expect(refusal(good.replace("['シート']", "['(シート']"))).toMatch(/^grammars\/test\.yaml:5: document\.title\.0: not a regular expression/u);
  });

  it('are refused with the line where the YAML breaks', () => {
    expect(refusal(`${good}  - x: [`)).toMatch(/^grammars\/test\.yaml:1[01]: /u);
  });

  it('take another version when their text changes', () => {
    const before = parseGrammar(good, 'a.yaml');
    const after = parseGrammar(`${good}# seen through again\n`, 'a.yaml');
    expect(before.ok && after.ok && before.value.version !== after.value.version).toBe(true);
  });
});
