/** `metadata.json` for Datasette: titles, what columns hold, facets, and full-text search. */
import { tablesJa, columnJa } from '../messages/columns-ja.js';
import type { TableName } from '../model/records.js';
import { columnsOf, tableNames } from '../store/views.js';
import { descriptions } from './descriptions.js';

const facets: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  items: ['municipality', 'fiscal_year', 'department', 'rating_level'],
  measures: ['comparison', 'attained'],
  documents: ['municipality', 'fiscal_year', 'grammar'],
  diagnostics: ['code', 'severity'],
  series: ['kind', 'fiscal_year'],
};

/** @param database the name that Datasette knows the database by: its file's, without the extension. */
export function datasetteMetadata(database: string): string {
  const about = (table: TableName): Readonly<Record<string, string>> => {
    const columns: Readonly<Record<string, string>> = descriptions[table].columns;
    return Object.fromEntries(columnsOf(table).map((column) => [column, `${columnJa(table, column)}: ${columns[column] ?? ''}`]));
  };
  const tables = Object.fromEntries(
    tableNames.map((table) => [
      table,
      {
        title: `${tablesJa[table] ?? table} (${table})`,
        description: descriptions[table].table,
        columns: about(table),
        ...(facets[table] === undefined ? {} : { facets: facets[table] }),
      },
    ]),
  );
  const search = {
    title: `${tablesJa['items'] ?? 'items'} (search_items)`,
    description: "Items with full-text search over kuromoji's words: words apart by spaces, in hiragana where they are katakana.",
    columns: about('items'),
    facets: facets.items,
    fts_table: 'item_search',
    fts_pk: 'search_id',
  };
  return `${JSON.stringify({ title: 'chohyo', databases: { [database]: { tables: { ...tables, search_items: search } } } }, null, 2)}\n`;
}
