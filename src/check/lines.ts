/** Where in the text of an `expected.json` a difference is expected: for annotations beside the line. */
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { Difference } from './compare.js';
import { keyColumns, keyOfRow, rowTables, type Expected } from './expected.js';

/** The differences with the 1-based line of the field, of its row, or else of its table. */
export function withLines(text: string, expected: Expected, differences: readonly Difference[]): readonly Difference[] {
  if (differences.length === 0) return differences;
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const lineAt = (path: readonly (string | number)[]): number | undefined => {
    const node = document.getIn(path, true);
    return isNode(node) && node.range ? counter.linePos(node.range[0]).line : undefined;
  };
  return differences.map((difference) => {
    const path = pathOf(expected, difference);
    for (let length = path.length; length > 0; length--) {
      const line = lineAt(path.slice(0, length));
      if (line !== undefined) return { ...difference, line };
    }
    return difference;
  });
}

function pathOf(expected: Expected, difference: Difference): readonly (string | number)[] {
  const field = difference.kind === 'field' ? [difference.field] : [];
  const table = rowTables.find((name) => name === difference.table);
  if (table === undefined) return ['document', ...field];
  const rows = expected[table] ?? [];
  const columns = keyColumns(table, rows) ?? [];
  const index = rows.findIndex((row) => keyOfRow(row, columns) === difference.row);
  return index < 0 ? [table] : [table, index, ...field];
}
