/** Tables as JSON, CSV and Markdown: of one file, and of one file among several. */
import type { PrintedTable } from '../reader/document-tables.js';
import type { TablesReport } from './table-files.js';

export const tableFormats = ['json', 'csv', 'markdown'] as const;
export type TableFormat = (typeof tableFormats)[number];

export function formatTables(tables: readonly PrintedTable[], format: TableFormat): string {
  if (format === 'json') return json(tables);
  return tables.map((table) => (format === 'csv' ? csv(table) : markdown(table))).join('\n');
}

/** One file among several: every line of JSON and CSV says which; in Markdown it is a heading. */
export function formatFile(report: TablesReport, format: TableFormat): string {
  const { path, tables } = report;
  if (format === 'json') return tablesLine(report);
  if (tables === undefined) return '';
  if (format === 'csv') return tables.map((table, index) => `${csv(table, [path, String(index + 1)])}\n`).join('');
  return `## ${markdownField(path)}\n\n${tables.map((table) => `${markdown(table)}\n`).join('')}`;
}

/** One line: the file with its tables; with --db what became of them instead. */
export function tablesLine({ path, tables, count, failure, problems, documentId, kept, notes }: TablesReport): string {
  const found = {
    found: count,
    ...(kept === undefined ? { tables: (tables ?? []).map(printed) } : { document_id: documentId, status: kept }),
    problems,
    notes,
  };
  return `${JSON.stringify({ file: path, ...(failure === undefined ? found : { error: failure }) })}\n`;
}

/** The places of cells are for the database. */
const printed = ({ places: _, ...table }: PrintedTable): Omit<PrintedTable, 'places'> => table;

/** One array, a table a line. */
function json(tables: readonly PrintedTable[]): string {
  if (tables.length === 0) return '[]\n';
  return `[\n${tables.map((table) => JSON.stringify(printed(table))).join(',\n')}\n]\n`;
}

/** RFC 4180, with `\n`; a merged cell's text stands in its first place, the others are empty. */
function csv(table: PrintedTable, before: readonly string[] = []): string {
  return table.rows.map((row) => `${[...before, ...row].map((cell) => csvField(cell ?? '')).join(',')}\n`).join('');
}

const csvField = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Markdown tables have no merged cells: the text stands in the first place, what it covers is left empty. */
function markdown(table: PrintedTable): string {
  const [head, ...body] = table.rows.map((row) => `| ${row.map((cell) => markdownField(cell ?? '')).join(' | ')} |\n`);
  const rule = `|${' --- |'.repeat(table.rows[0]?.length ?? 0)}\n`;
  return [head ?? '', rule, ...body].join('');
}

const markdownField = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('<', '&lt;').replace(/\r?\n/g, '<br>');
