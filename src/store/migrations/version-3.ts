/** Version 3: tables of any PDF. */
export const version3 = `
-- 1: the links between years and the index for search know the document as it is now.
ALTER TABLE document ADD COLUMN derived INTEGER NOT NULL DEFAULT 0 CHECK (derived IN (0, 1));
CREATE INDEX document_underived ON document (municipality_code) WHERE derived = 0;
CREATE INDEX source_by_url ON source (url) WHERE url IS NOT NULL;

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
  columns     INTEGER NOT NULL,
  confidence  REAL NOT NULL -- in the table and its cells, from 0 to 1
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
