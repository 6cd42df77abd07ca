/** The database's tables as it declares them itself, and how the rows of each hang on a document. */
import type { Database } from './database.js';
import { rowOf, type Row } from './read.js';

export interface OwnTable {
  readonly name: string;
  readonly columnNames: readonly string[];
  /** Quoted, with commas between. */
  readonly columns: string;
  /** Columns of the primary key. */
  readonly key: readonly string[];
}

export interface DocumentTable extends OwnTable {
  /** A condition on the rows of the documents whose ids stand in a temporary table. */
  within(schema: 'main' | 'theirs', ids: string): string;
  /** It ties rows of documents to each other. */
  readonly links: boolean;
  /** Does what the foreign keys' actions would have done to rows whose parent is gone. */
  readonly tidying: readonly string[];
}

export interface OwnTables {
  /** Rows belong to one document; parents stand before children. */
  readonly documents: readonly DocumentTable[];
  /** The same for documents of which the tables are kept. */
  readonly tabledDocuments: readonly DocumentTable[];
  /** The names under which documents were given. */
  readonly names: readonly OwnTable[];
  /** Rows belong to no document. */
  readonly others: readonly OwnTable[];
}

/** Documents as records, and documents as tables of any format: each with rows of its own that go and come with it. */
const roots = ['document', 'tabled_document'] as const;
type Root = (typeof roots)[number];
/** Not of a reading: kept and added to when a document is replaced. */
const NAMES: ReadonlySet<string> = new Set(['source']);

export interface ForeignKey {
  readonly parent: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly cascades: boolean;
}

/** The foreign keys of every table, by the table that declares them. */
export function declaredKeys(db: Database): ReadonlyMap<string, readonly ForeignKey[]> {
  const tables = plainTables(db);
  return new Map([...tables.keys()].map((name) => [name, foreignKeys(db, name, tables)]));
}

function plainTables(db: Database): ReadonlyMap<string, OwnTable> {
  const names = db
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all()
    .map(String);
  return new Map(names.map((name) => [name, plainTable(db, name)]));
}

export function ownTables(db: Database): OwnTables {
  const tables = plainTables(db);
  const keys = declaredKeys(db);
  /** What goes when a row of another table goes. */
  const owners = (name: string): readonly ForeignKey[] => (keys.get(name) ?? []).filter(({ parent, cascades }) => cascades && parent !== name);
  const belongs = (name: string, root: Root): boolean => name === root || owners(name).some(({ parent }) => belongs(parent, root));
  const depth = (name: string): number => (owners(name).length === 0 ? 0 : 1 + Math.max(...owners(name).map(({ parent }) => depth(parent))));

  const within = (name: string, schema: string, ids: string): string => {
    const [up] = owners(name);
    if (tables.get(name)?.columnNames.includes('document_id') === true) return `"document_id" IN (SELECT document_id FROM temp."${ids}")`;
    if (up === undefined) throw new Error(`rows of ${name} belong to no document`);
    return `(${quoted(up.from)}) IN (SELECT ${quoted(up.to)} FROM ${schema}."${up.parent}" WHERE ${within(up.parent, schema, ids)})`;
  };
  const documentTable = (table: OwnTable): DocumentTable => {
    const parents = owners(table.name).map(({ parent }) => parent);
    return {
      ...table,
      within: (schema, ids) => within(table.name, schema, ids),
      links: new Set(parents).size < parents.length,
      tidying: (keys.get(table.name) ?? []).map((key) => tidying(table.name, key)),
    };
  };

  const all = [...tables.values()];
  const under = (root: Root): readonly DocumentTable[] =>
    all
      .filter(({ name }) => belongs(name, root) && !NAMES.has(name))
      .sort((one, other) => depth(one.name) - depth(other.name))
      .map(documentTable);
  return {
    documents: under('document'),
    tabledDocuments: under('tabled_document'),
    names: all.filter(({ name }) => NAMES.has(name)),
    others: all.filter(({ name }) => !roots.some((root) => belongs(name, root)) && !NAMES.has(name)),
  };
}

function plainTable(db: Database, name: string): OwnTable {
  const rows = db.prepare('SELECT name, pk FROM pragma_table_info(?)').all(name).map(rowOf);
  const columnNames = rows.map((row) => String(row['name']));
  const key = rows
    .filter((row) => Number(row['pk']) > 0)
    .sort((a, b) => Number(a['pk']) - Number(b['pk']))
    .map((row) => String(row['name']));
  return { name, columnNames, columns: quoted(columnNames), key };
}

function foreignKeys(db: Database, name: string, tables: ReadonlyMap<string, OwnTable>): readonly ForeignKey[] {
  // SQLite numbers them from the last declared to the first.
  const rows = db.prepare('SELECT id, "table", "from", "to", on_delete FROM pragma_foreign_key_list(?) ORDER BY id DESC, seq').all(name).map(rowOf);
  const byId = new Map<number, Row[]>();
  for (const row of rows) byId.set(Number(row['id']), [...(byId.get(Number(row['id'])) ?? []), row]);
  return [...byId.values()].map((parts) => {
    const parent = String(parts[0]?.['table']);
    // Without columns it is the parent's primary key that is meant.
    const key = tables.get(parent)?.key ?? [];
    return {
      parent,
      from: parts.map((part) => String(part['from'])),
      to: parts.map((part, index) => (part['to'] === null ? (key[index] ?? '') : String(part['to']))),
      cascades: parts[0]?.['on_delete'] === 'CASCADE',
    };
  });
}

/** What the key's own action would do to rows whose parent is gone. */
function tidying(name: string, { parent, from, to, cascades }: ForeignKey): string {
  const isSet = from.map((column) => `"${column}" IS NOT NULL`).join(' AND ');
  const isParent = from.map((column, index) => `parent."${to[index] ?? ''}" = main."${name}"."${column}"`).join(' AND ');
  const lost = `${isSet} AND NOT EXISTS (SELECT 1 FROM main."${parent}" AS parent WHERE ${isParent})`;
  if (cascades) return `DELETE FROM main."${name}" WHERE ${lost}`;
  return `UPDATE main."${name}" SET ${from.map((column) => `"${column}" = NULL`).join(', ')} WHERE ${lost}`;
}

function quoted(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ');
}
