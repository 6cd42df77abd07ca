/** Version 2: grids, ratings and labelled fields; what is current, what failed, what people said; links between years. */
export const version2 = `
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
