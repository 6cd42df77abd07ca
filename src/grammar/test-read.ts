/** For tests: drawn pages and a grammar in, records out. */
import { layoutDocument } from '../layout/index.js';
import type { Page } from '../model/page.js';
import type { DocumentRecords } from '../model/records.js';
import { interpret } from './interpret.js';
import { parseGrammar, type LoadedGrammar } from './load.js';
import { makeRecords } from './make-records.js';

const head = `
id: test
title: test
version: "1"
municipality: { code: "000001", name: 試験市 }
document: { title: ['(?<title>(?<fiscal_year_label>令和\\d+年度).*シート)'] }
`;

/** A grammar of the given parts; the head that every grammar needs is added. */
export function grammarOf(parts: string): LoadedGrammar {
  const parsed = parseGrammar(`${head}${parts}`, 'test.yaml');
  if (!parsed.ok) throw new Error(parsed.failure.message);
  return parsed.value;
}

/** What the pages become by the grammar; doubtful line ends stay line ends. */
export function readPages(pages: readonly Page[], grammar: LoadedGrammar): DocumentRecords {
  const layout = layoutDocument(pages);
  const source = { file: 'drawn.pdf', sha256: '0123456789abcdef', producer: '', pages: pages.length };
  return makeRecords(interpret(layout, grammar.grammar), layout, grammar, source, () => 'break');
}

/** `W_…` codes of the diagnostics, in order. */
export function codesOf(records: DocumentRecords): readonly string[] {
  return records.diagnostics.map(({ code }) => code);
}
