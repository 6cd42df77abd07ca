/** Version 1: documents with their sheets, items, measures, indicators and plan, and the place of every value. */
export const version1 = `
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
