/**
 * Full-text search over items: SQLite's FTS5 over the words of every text column. The index is part of the database
 * (`item_search`, with `search_items` to show what it finds), so that other programs search it too.
 */
import { columnsOf } from './views.js';
import type { Database } from './database.js';
import { rowOf, type DocumentFilter, type SqlValue } from './read.js';
import { foldForSearch, searchWords, withoutSigns } from '../text/search-words.js';
import type { Segmenter } from '../text/words.js';

/** Columns of an item that people write sentences or names into. */
export const searchedColumns = [
  'title',
  'category',
  'plan_path',
  'responsible',
  'goal',
  'method',
  'indicator',
  'target',
  'midyear_review',
  'second_half_plan',
  'result',
  'actual',
  'rating_reason',
  'next_steps',
] as const;

/**
 * `words`: kuromoji's words, for phrases of whole words. `characters`: one character a word, so that what the dictionary
 * cuts elsewhere than the one who searches is found all the same.
 */
const index = `
CREATE VIRTUAL TABLE IF NOT EXISTS item_search USING fts5(item_id UNINDEXED, words, characters, tokenize = 'unicode61 remove_diacritics 0');
CREATE VIEW IF NOT EXISTS search_items AS SELECT item_search.rowid AS search_id, items.* FROM items JOIN item_search ON item_search.item_id = items.item_id;`;

/** Brings the index up to what is stored: items of documents that it does not know yet come in, those that went leave it. */
export function indexItems(db: Database, segment: Segmenter): void {
  const has = db.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'item_search'`).pluck().get() !== 0;
  if (!has) db.exec(index);
  else db.exec('DELETE FROM item_search WHERE item_id NOT IN (SELECT item_id FROM item JOIN document USING (document_id) WHERE derived = 1)');
  const columns = searchedColumns.map((column) => `item."${column}"`).join(', ');
  const unknown = db
    .prepare(`SELECT item.item_id, ${columns} FROM item JOIN document USING (document_id) ${has ? 'WHERE derived = 0' : ''} ORDER BY item.item_id`)
    .raw()
    .all();
  const insert = db.prepare('INSERT INTO item_search (item_id, words, characters) VALUES (?, ?, ?)');
  const entryOf = entries(segment);
  for (const row of unknown) {
    if (!Array.isArray(row)) continue;
    const [id, ...texts]: unknown[] = row;
    const own = texts.filter((value) => typeof value === 'string').map(entryOf);
    insert.run(String(id), joined(own.map(({ words }) => words)), joined(own.map(({ characters }) => characters)));
  }
}

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');

/** How a text stands in the index. */
interface Entry {
  readonly words: string;
  readonly characters: string;
}

/** So many texts, some megabytes, are remembered at most. */
const REMEMBERED = 20_000;

/** Offices, categories and whole texts stand in many items and years, and in each copy of a sheet: each is taken apart once. */
function entries(segment: Segmenter): (text: string) => Entry {
  const known = new Map<string, Entry>();
  return (text) => {
    let entry = known.get(text);
    if (entry === undefined) {
      if (known.size >= REMEMBERED) known.clear();
      known.set(text, (entry = { words: searchWords(text, segment).join(' '), characters: apart(text) }));
    }
    return entry;
  };
}

function apart(text: string): string {
  return [...withoutSigns(foldForSearch(text))].join(' ');
}

export interface Hit {
  readonly itemId: string;
  readonly documentId: string;
  readonly municipality: string;
  readonly fiscalYear: number | null;
  readonly department: string | null;
  readonly division: string | null;
  readonly responsible: string | null;
  readonly itemNo: string | null;
  readonly title: string | null;
  /** The column that says it first, and a piece of its text about it. */
  readonly field: string;
  readonly snippet: string;
  /** Where the value stands. */
  readonly page: number | null;
  readonly box: readonly [number, number, number, number] | null;
  readonly sourceFile: string;
  readonly sourcePath: string;
}

export interface SearchFilter extends DocumentFilter {
  /** 部 or 課, or a part of its name. */
  readonly office?: string;
}

/** Items that say every one of the words that white space parts, best first; each word is a phrase of its own. */
export function searchItems(db: Database, text: string, filter: SearchFilter, segment: Segmenter): readonly Hit[] {
  const phrases = text.split(/[\s\u3000]+/u).filter((phrase) => foldForSearch(phrase) !== '');
  if (phrases.length === 0) return [];
  const query = phrases.map((phrase) => {
    const quoted = (words: readonly string[]): string => `"${words.join(' ').replaceAll('"', '""')}"`;
    const words = searchWords(phrase, segment);
    const characters = [...foldForSearch(phrase)].filter((character) => /[\p{L}\p{N}ー]/u.test(character));
    return words.length === 0 ? quoted(['\u{10FFFD}']) : `(words : ${quoted(words)} OR characters : ${quoted(characters)})`;
  });
  const conditions = ['item_search MATCH ?'];
  const values: SqlValue[] = [query.join(' AND ')];
  const add = (condition: string, ...bound: readonly SqlValue[]): void => {
    conditions.push(condition);
    values.push(...bound);
  };
  if (filter.municipality !== undefined) add('(documents.municipality_code = ? OR documents.municipality = ?)', filter.municipality, filter.municipality);
  if (filter.year !== undefined) add('documents.fiscal_year = ?', filter.year);
  if (filter.office !== undefined) {
    const part = `%${filter.office}%`;
    add('(sheet.department LIKE ? OR sheet.division LIKE ? OR item.responsible LIKE ?)', part, part, part);
  }
  if (filter.all !== true) conditions.push('documents.superseded_by IS NULL');
  const rows = db
    .prepare(
      `SELECT item.*, sheet.department, sheet.division, documents.municipality, documents.fiscal_year, documents.source_file, documents.source_path
       FROM item_search JOIN item ON item.item_id = item_search.item_id
       JOIN sheet ON sheet.document_id = item.document_id AND sheet.sheet_no = item.sheet_no
       JOIN documents ON documents.document_id = item.document_id
       WHERE ${conditions.join(' AND ')} ORDER BY bm25(item_search), item.item_id`,
    )
    .all(...values)
    .map(rowOf);
  return rows.map((row) => hitOf(db, row, phrases));
}

/** Characters of a snippet about what was found, on each side. */
const AROUND = 30;

function hitOf(db: Database, row: Readonly<Record<string, SqlValue>>, phrases: readonly string[]): Hit {
  const text = (column: string): string | null => (typeof row[column] === 'string' ? String(row[column]) : null);
  const folded = phrases.map(foldForSearch);
  const place = searchedColumns.flatMap((column) => {
    const value = text(column);
    if (value === null) return [];
    // NFKC may change lengths: where it does, the snippet is of the composed text.
    const plain = value.normalize('NFKC');
    const at = folded.map((phrase) => foldForSearch(plain).replace(/\s/gu, ' ').indexOf(phrase)).find((found) => found >= 0);
    return at === undefined ? [] : [{ column, plain, at }];
  })[0];
  const field = place?.column ?? 'title';
  const length = folded[0]?.length ?? 0;
  const stands: unknown = db
    .prepare('SELECT page, x0, top, x1, bottom FROM place WHERE id = ? AND field = ? ORDER BY part LIMIT 1')
    .get(text('item_id'), field);
  const { page = null, x0 = null, top = null, x1 = null, bottom = null } = stands === undefined ? {} : rowOf(stands);
  const year = row['fiscal_year'];
  return {
    itemId: text('item_id') ?? '',
    documentId: text('document_id') ?? '',
    municipality: text('municipality') ?? '',
    fiscalYear: typeof year === 'number' ? year : null,
    department: text('department'),
    division: text('division'),
    responsible: text('responsible'),
    itemNo: text('item_no'),
    title: text('title'),
    field,
    snippet: place === undefined ? '' : snippetOf(place.plain, place.at, length),
    page: typeof page === 'number' ? page : Number(row['page_first']),
    box: typeof x0 === 'number' && typeof top === 'number' && typeof x1 === 'number' && typeof bottom === 'number' ? [x0, top, x1, bottom] : null,
    sourceFile: text('source_file') ?? '',
    sourcePath: text('source_path') ?? '',
  };
}

function snippetOf(text: string, at: number, length: number): string {
  const from = Math.max(0, at - AROUND);
  const to = Math.min(text.length, at + length + AROUND);
  const inside = `${text.slice(from, at)}[${text.slice(at, at + length)}]${text.slice(at + length, to)}`;
  return `${from > 0 ? '…' : ''}${inside.replace(/\s*\n\s*/g, ' ')}${to < text.length ? '…' : ''}`;
}

/** For Datasette and the docs: the columns of `search_items`. */
export function searchViewColumns(): readonly string[] {
  return ['search_id', ...columnsOf('items')];
}
