/**
 * The database's tables, one migration a schema version (`user_version`), and what marks a file as
 * one of ours (`application_id`). Base tables are named in the singular; the plural names belong to
 * the views that carry the CSV columns (see `views.ts`).
 */

/** "CHOH" in ASCII: written to the SQLite header so that other programs' databases are left alone. */
export const APPLICATION_ID = 0x43484f48;

const version1 = `
CREATE TABLE document (
  document_id         TEXT PRIMARY KEY CHECK (document_id = substr(source_sha256, 1, 12)),
  source_sha256       TEXT NOT NULL UNIQUE CHECK (length(source_sha256) = 64),
  municipality_code   TEXT NOT NULL,
  municipality        TEXT NOT NULL,
  fiscal_year         INTEGER,
  fiscal_year_label   TEXT,
  title               TEXT,
  grammar             TEXT NOT NULL,
  grammar_version     TEXT NOT NULL,
  producer            TEXT,
  pages               INTEGER NOT NULL,
  glyphs              INTEGER NOT NULL,
  glyphs_in_fields    INTEGER NOT NULL,
  glyphs_in_labels    INTEGER NOT NULL,
  glyphs_in_furniture INTEGER NOT NULL,
  glyphs_left_over    INTEGER NOT NULL,
  warnings            INTEGER NOT NULL,
  reader              TEXT NOT NULL, -- the program and the grammars that read it: another reader reads it again
  digest              TEXT NOT NULL  -- of the records as read: tells whether reading again changed anything
) STRICT;
CREATE INDEX document_by_municipality ON document (municipality_code, fiscal_year);

-- The names under which the same bytes were given: one document however many copies.
CREATE TABLE source (
  document_id TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  name        TEXT NOT NULL,
  PRIMARY KEY (document_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE sheet (
  document_id     TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  sheet_no        INTEGER NOT NULL,
  position        INTEGER NOT NULL,
  department      TEXT,
  division        TEXT,
  head_title      TEXT,
  head_name       TEXT,
  city_goal       TEXT,
  department_goal TEXT,
  mission         TEXT,
  staff           INTEGER,
  budget_yen      INTEGER,
  prepared_on     TEXT,
  page_first      INTEGER NOT NULL,
  page_last       INTEGER NOT NULL,
  PRIMARY KEY (document_id, sheet_no)
) STRICT;

CREATE TABLE item (
  item_id          TEXT PRIMARY KEY,
  document_id      TEXT NOT NULL,
  sheet_no         INTEGER NOT NULL,
  position         INTEGER NOT NULL,
  item_no          TEXT,
  title            TEXT,
  category         TEXT,
  plan_path        TEXT,
  responsible      TEXT,
  goal             TEXT,
  method           TEXT,
  indicator        TEXT,
  target           TEXT,
  deadline         TEXT,
  deadline_month   TEXT,
  midyear_status   TEXT,
  midyear_level    TEXT CHECK (midyear_level IN ('ahead', 'on_track', 'behind', 'stalled')),
  midyear_review   TEXT,
  second_half_plan TEXT,
  result           TEXT,
  actual           TEXT,
  rating           TEXT,
  rating_level     TEXT CHECK (rating_level IN ('exceeded', 'achieved', 'partial', 'not_achieved')),
  rating_reason    TEXT,
  next_steps       TEXT,
  page_first       INTEGER NOT NULL,
  page_last        INTEGER NOT NULL,
  FOREIGN KEY (document_id, sheet_no) REFERENCES sheet ON DELETE CASCADE
) STRICT;
CREATE INDEX item_in_document ON item (document_id, position);
CREATE INDEX item_in_sheet ON item (document_id, sheet_no);

CREATE TABLE measure (
  item_id      TEXT NOT NULL REFERENCES item ON DELETE CASCADE,
  measure_no   INTEGER NOT NULL,
  position     INTEGER NOT NULL,
  label        TEXT,
  indicator    TEXT,
  target       TEXT,
  target_value REAL,
  target_unit  TEXT,
  target_bound TEXT CHECK (target_bound IN ('min', 'max')),
  actual       TEXT,
  actual_value REAL,
  actual_unit  TEXT,
  attained     INTEGER CHECK (attained IN (0, 1)),
  PRIMARY KEY (item_id, measure_no)
) STRICT;

CREATE TABLE indicator (
  document_id  TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal      INTEGER NOT NULL,
  indicator_no TEXT,
  name         TEXT,
  unit         TEXT,
  description  TEXT,
  related      TEXT,
  PRIMARY KEY (document_id, ordinal)
) STRICT;

CREATE TABLE indicator_value (
  document_id TEXT NOT NULL,
  ordinal     INTEGER NOT NULL,
  position    INTEGER NOT NULL,
  label       TEXT,
  fiscal_year INTEGER,
  kind        TEXT NOT NULL CHECK (kind IN ('actual', 'target')),
  raw         TEXT,
  value       REAL,
  value_alt   REAL,
  note        TEXT,
  PRIMARY KEY (document_id, position),
  FOREIGN KEY (document_id, ordinal) REFERENCES indicator ON DELETE CASCADE
) STRICT;
CREATE INDEX value_of_indicator ON indicator_value (document_id, ordinal);

CREATE TABLE plan_node (
  node_id        TEXT PRIMARY KEY,
  document_id    TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  parent_id      TEXT REFERENCES plan_node ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  position       INTEGER NOT NULL,
  level          TEXT NOT NULL,
  number         TEXT,
  title          TEXT,
  description    TEXT,
  indicator_nos  TEXT,
  page           INTEGER NOT NULL
) STRICT;
CREATE INDEX plan_node_in_document ON plan_node (document_id, position);
CREATE INDEX plan_node_under ON plan_node (parent_id);

-- Where each value stands on its pages: points, origin top left of the page as displayed.
CREATE TABLE place (
  document_id TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  position    INTEGER NOT NULL,
  "table"     TEXT NOT NULL CHECK ("table" IN ('items', 'sheets', 'documents', 'indicators', 'plan_nodes', 'measures')),
  id          TEXT NOT NULL,
  field       TEXT NOT NULL,
  part        INTEGER NOT NULL,
  page        INTEGER NOT NULL,
  x0          REAL NOT NULL,
  top         REAL NOT NULL,
  x1          REAL NOT NULL,
  bottom      REAL NOT NULL,
  raw         TEXT NOT NULL,
  PRIMARY KEY (document_id, position)
) STRICT;
CREATE INDEX place_of_value ON place (id, field);

CREATE TABLE diagnostic (
  document_id TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  position    INTEGER NOT NULL,
  page        INTEGER,
  severity    TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'info')),
  code        TEXT NOT NULL,
  message     TEXT NOT NULL,
  x0          REAL,
  top         REAL,
  x1          REAL,
  bottom      REAL,
  PRIMARY KEY (document_id, position)
) STRICT;

-- Glyphs kept out of every value on purpose (struck, invisible, drawn twice), counted by reason.
CREATE TABLE excluded (
  document_id TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  reason      TEXT NOT NULL,
  glyphs      INTEGER NOT NULL,
  PRIMARY KEY (document_id, reason)
) STRICT, WITHOUT ROWID;
`;

const version2 = `
-- A value in a row and a column that both mean something.
CREATE TABLE series_value (
  series_id    TEXT PRIMARY KEY,
  document_id  TEXT NOT NULL,
  sheet_no     INTEGER NOT NULL,
  item_id      TEXT REFERENCES item ON DELETE CASCADE,
  series_no    INTEGER NOT NULL,
  position     INTEGER NOT NULL,
  section      TEXT,
  row_label    TEXT,
  column_label TEXT,
  fiscal_year  INTEGER,
  kind         TEXT CHECK (kind IN ('actual', 'target', 'budget', 'settled', 'planned', 'forecast')),
  raw          TEXT,
  value        REAL,
  unit         TEXT,
  amount_yen   REAL,
  note         TEXT,
  FOREIGN KEY (document_id, sheet_no) REFERENCES sheet ON DELETE CASCADE
) STRICT;
CREATE INDEX series_in_document ON series_value (document_id, position);
CREATE INDEX series_of_item ON series_value (item_id);

CREATE TABLE item_rating (
  rating_id TEXT PRIMARY KEY,
  item_id   TEXT NOT NULL REFERENCES item ON DELETE CASCADE,
  rating_no INTEGER NOT NULL,
  position  INTEGER NOT NULL,
  aspect    TEXT,
  raw       TEXT,
  level     TEXT CHECK (level IN ('exceeded', 'achieved', 'partial', 'not_achieved')),
  reason    TEXT
) STRICT;
CREATE INDEX rating_of_item ON item_rating (item_id);

-- What a page says under a label that has no column of its own.
CREATE TABLE labelled_field (
  field_id    TEXT PRIMARY KEY,
  document_id TEXT NOT NULL,
  sheet_no    INTEGER NOT NULL,
  item_id     TEXT REFERENCES item ON DELETE CASCADE,
  field_no    INTEGER NOT NULL,
  position    INTEGER NOT NULL,
  section     TEXT,
  label       TEXT,
  raw         TEXT,
  FOREIGN KEY (document_id, sheet_no) REFERENCES sheet ON DELETE CASCADE
) STRICT;
CREATE INDEX field_in_document ON labelled_field (document_id, position);
CREATE INDEX field_of_item ON labelled_field (item_id);

ALTER TABLE sheet ADD COLUMN prepared_on_date TEXT;

-- The key by which a place names its indicator value.
ALTER TABLE indicator_value ADD COLUMN indicator_id TEXT NOT NULL DEFAULT '';
WITH named AS (
  SELECT document_id, ordinal,
         document_id || '-' || coalesce(indicator_no, 'x' || ordinal) AS base,
         row_number() OVER (PARTITION BY document_id, coalesce(indicator_no, 'x' || ordinal) ORDER BY ordinal) AS nth
  FROM indicator
), numbered AS (
  SELECT document_id, ordinal, position, row_number() OVER (PARTITION BY document_id, ordinal ORDER BY position) AS value_no
  FROM indicator_value
)
UPDATE indicator_value SET indicator_id = (
  SELECT named.base || CASE nth WHEN 1 THEN '' ELSE '.' || nth END || '-' || value_no
  FROM named JOIN numbered USING (document_id, ordinal)
  WHERE named.document_id = indicator_value.document_id AND numbered.position = indicator_value.position
);

-- How each value was found; more tables whose values have places.
CREATE TABLE place_2 (
  document_id TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  position    INTEGER NOT NULL,
  "table"     TEXT NOT NULL CHECK ("table" IN ('items', 'sheets', 'documents', 'indicators', 'plan_nodes', 'measures', 'series', 'ratings', 'fields')),
  id          TEXT NOT NULL,
  field       TEXT NOT NULL,
  part        INTEGER NOT NULL,
  page        INTEGER, -- null for what no page prints
  x0          REAL,
  top         REAL,
  x1          REAL,
  bottom      REAL,
  raw         TEXT NOT NULL,
  basis       TEXT CHECK (basis IN ('column', 'beside', 'below', 'within', 'grid', 'line', 'carried', 'given', 'corrected', 'guess')),
  PRIMARY KEY (document_id, position)
) STRICT;
INSERT INTO place_2 SELECT document_id, position, "table", id, field, part, page, x0, top, x1, bottom, raw, NULL FROM place;
DROP TABLE place;
ALTER TABLE place_2 RENAME TO place;
CREATE INDEX place_of_value ON place (id, field);

ALTER TABLE measure ADD COLUMN comparison TEXT CHECK (comparison IN ('above', 'equal', 'below'));

-- Which documents are current: a document is superseded by a newer file under its name or address
-- (replaced_by, noted when that file came), or by another file that says the same (found by values_digest).
ALTER TABLE document ADD COLUMN values_digest TEXT;
ALTER TABLE document ADD COLUMN replaced_by TEXT REFERENCES document ON DELETE SET NULL;
ALTER TABLE document ADD COLUMN superseded_by TEXT REFERENCES document ON DELETE SET NULL;
CREATE INDEX document_superseded ON document (superseded_by);

-- Where the file of a document was found: paths relative to the folder that was given.
CREATE TABLE source_2 (
  document_id  TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  path         TEXT NOT NULL,
  name         TEXT NOT NULL,
  url          TEXT,
  retrieved_on TEXT,
  PRIMARY KEY (document_id, path)
) STRICT, WITHOUT ROWID;
INSERT INTO source_2 SELECT document_id, name, name, NULL, NULL FROM source;
DROP TABLE source;
ALTER TABLE source_2 RENAME TO source;
CREATE INDEX source_by_path ON source (path);

-- Files that could not be read, until they or the program change.
CREATE TABLE failure (
  path          TEXT PRIMARY KEY,
  source_sha256 TEXT NOT NULL,
  code          TEXT NOT NULL,
  message       TEXT NOT NULL,
  remedy        TEXT NOT NULL,
  reader        TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What people said about a file: facts that its pages do not print, and values put right.
CREATE TABLE given (
  source_sha256 TEXT PRIMARY KEY,
  municipality  TEXT,
  fiscal_year   INTEGER,
  title         TEXT,
  grammar       TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE correction (
  source_sha256 TEXT NOT NULL,
  "table"       TEXT NOT NULL,
  id            TEXT NOT NULL,
  field         TEXT NOT NULL,
  was           TEXT NOT NULL,
  value         TEXT NOT NULL,
  why           TEXT NOT NULL,
  "by"          TEXT NOT NULL,
  "on"          TEXT NOT NULL,
  PRIMARY KEY (source_sha256, "table", id, field)
) STRICT, WITHOUT ROWID;

-- The same 取組 a year before.
CREATE TABLE item_link (
  item_id          TEXT PRIMARY KEY REFERENCES item ON DELETE CASCADE,
  previous_item_id TEXT NOT NULL UNIQUE REFERENCES item ON DELETE CASCADE,
  score            REAL NOT NULL,
  basis            TEXT NOT NULL
) STRICT;
`;

const version3 = `
-- PDFs whose tables \`chohyo tables --db\` keeps, whether or not their format is known.
CREATE TABLE tabled_document (
  document_id   TEXT PRIMARY KEY CHECK (document_id = substr(source_sha256, 1, 12)),
  source_sha256 TEXT NOT NULL UNIQUE CHECK (length(source_sha256) = 64),
  source_file   TEXT NOT NULL,
  source_path   TEXT NOT NULL,
  page_list     TEXT,             -- of --pages, where only these were looked at
  problems      TEXT NOT NULL,    -- what could not be read of it: a JSON array of failures
  reader        TEXT NOT NULL     -- the program and its options: another reader reads it again
) STRICT;
CREATE INDEX tabled_document_at ON tabled_document (source_path);

CREATE TABLE found_table (
  table_id    TEXT PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES tabled_document ON DELETE CASCADE,
  table_no    INTEGER NOT NULL,
  page_first  INTEGER NOT NULL,
  page_last   INTEGER NOT NULL,
  rows        INTEGER NOT NULL,
  columns     INTEGER NOT NULL
) STRICT;
CREATE INDEX found_table_in_document ON found_table (document_id, table_no);

-- A merged cell stands once, at its first row and column.
CREATE TABLE table_cell (
  table_id    TEXT NOT NULL REFERENCES found_table ON DELETE CASCADE,
  row_no      INTEGER NOT NULL,
  column_no   INTEGER NOT NULL,
  row_span    INTEGER NOT NULL,
  column_span INTEGER NOT NULL,
  text        TEXT NOT NULL,
  PRIMARY KEY (table_id, row_no, column_no)
) STRICT, WITHOUT ROWID;

-- Where a table, or a cell of it that has text, stands on each of its pages.
CREATE TABLE table_place (
  table_id  TEXT NOT NULL REFERENCES found_table ON DELETE CASCADE,
  position  INTEGER NOT NULL,
  row_no    INTEGER, -- null: the whole table
  column_no INTEGER,
  part      INTEGER NOT NULL,
  page      INTEGER NOT NULL,
  x0        REAL NOT NULL,
  top       REAL NOT NULL,
  x1        REAL NOT NULL,
  bottom    REAL NOT NULL,
  raw       TEXT,
  PRIMARY KEY (table_id, position)
) STRICT, WITHOUT ROWID;
`;

/** `migrations[n]` takes a database from version n to n + 1. A published one never changes. */
export const migrations: readonly string[] = [version1, version2, version3];

export const SCHEMA_VERSION = migrations.length;
