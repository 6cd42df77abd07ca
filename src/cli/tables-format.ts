/** Tables as JSON, CSV and Markdown. */
import type { PrintedTable } from '../reader/document-tables.js';

export const tableFormats = ['json', 'csv', 'markdown'] as const;
export type TableFormat = (typeof tableFormats)[number];

export function formatTables(tables: readonly PrintedTable[], format: TableFormat): string {
  if (format === 'json') return json(tables);
  return tables.map(format === 'csv' ? csv : markdown).join('\n');
}

/** One array, a table a line. */
function json(tables: readonly PrintedTable[]): string {
  if (tables.length === 0) return '[]\n';
  return `[\n${tables.map((table) => JSON.stringify(table)).join(',\n')}\n]\n`;
}

/** RFC 4180, with `\n`; a merged cell's text stands in its first place, the others are empty. */
function csv(table: PrintedTable): string {
  return table.rows.map((row) => `${row.map((cell) => csvField(cell ?? '')).join(',')}\n`).join('');
}

const csvField = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Markdown tables have no merged cells: the text stands in the first place, what it covers is left empty. */
function markdown(table: PrintedTable): string {
  const [head, ...body] = table.rows.map((row) => `| ${row.map((cell) => markdownField(cell ?? '')).join(' | ')} |\n`);
  const rule = `|${' --- |'.repeat(table.rows[0]?.length ?? 0)}\n`;
  return [head ?? '', rule, ...body].join('');
}

const markdownField = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('<', '&lt;').replace(/\r?\n/g, '<br>');
