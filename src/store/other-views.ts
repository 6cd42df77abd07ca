/** Views beside the contract's tables, for whoever opens the file with another program: their queries, and what their columns hold. */

interface ViewColumn {
  readonly type: 'string' | 'integer' | 'number';
  readonly about: string;
  readonly ja: string;
}

export interface OtherView {
  readonly about: string;
  readonly ja: string;
  readonly columns: Readonly<Record<string, ViewColumn>>;
  /** Gives exactly these columns, in this order. */
  readonly query: string;
}

const text = (about: string, ja: string): ViewColumn => ({ type: 'string', about, ja });
const whole = (about: string, ja: string): ViewColumn => ({ type: 'integer', about, ja });
const points = (about: string, ja: string): ViewColumn => ({ type: 'number', about, ja });

const documentId = text('First 12 hexadecimal digits of the SHA-256 of the PDF; also of `documents`, where the format is known.', '文書ID');
const tableId = text('document_id-t and the number of the table.', '表ID');
const sourcePath = text('Path of the file, relative to the folder that was given.', 'ファイルの場所');
const sha256 = text('SHA-256 of the PDF.', 'ファイルのSHA-256');
const tableNo = whole('Number of the table in the document, from 1.', '表番号');

const ofTable = 'JOIN found_table USING (table_id) JOIN tabled_document ON tabled_document.document_id = found_table.document_id';
const inOrder = 'ORDER BY source_path, found_table.document_id, table_no';

export const otherViews: Readonly<Record<string, OtherView>> = {
  failures: {
    about: 'Files that could not be read, until they or the program change.',
    ja: '読み取れなかったファイル',
    columns: {
      source_path: sourcePath,
      source_sha256: sha256,
      code: text('Why, as in docs/diagnostics.md.', 'コード'),
      message: text('Why, in words.', '内容'),
      remedy: text('What to do about it.', '対処'),
    },
    query: 'SELECT path AS source_path, source_sha256, code, message, remedy FROM failure ORDER BY path',
  },
  corrections: {
    about: 'Values that people put right, or looked at and found right.',
    ja: '訂正',
    columns: {
      source_sha256: text('SHA-256 of the PDF whose value it is.', 'ファイルのSHA-256'),
      table: text('Table of the value.', '表'),
      id: text('Key of its row in that table.', 'ID'),
      field: text('Column of the value.', '列'),
      was: text('The value as it was read.', '読み取った値'),
      value: text('The right value; the same as `was` where somebody found it right.', '正しい値'),
      why: text('Why.', '理由'),
      by: text('Who says so.', '記入者'),
      on: text('Since when.', '日付'),
    },
    query: 'SELECT * FROM correction ORDER BY source_sha256, "table", id, field',
  },
  table_documents: {
    about: 'PDFs whose tables `chohyo tables --db` keeps, whether or not their format is known.',
    ja: '表を取り出したPDF',
    columns: {
      document_id: documentId,
      source_file: text('Name of the PDF.', 'ファイル名'),
      source_path: sourcePath,
      source_sha256: sha256,
      page_list: text('The pages that were looked at, as 1,3-5; empty: all.', '対象のページ'),
      problems: text('What could not be read of it, in words; empty: nothing.', '読めなかったもの'),
      tables: whole('Number of tables found.', '表の数'),
    },
    query: `SELECT document_id, source_file, source_path, source_sha256, page_list,
  (SELECT group_concat(json_extract(value, '$.message'), '; ') FROM json_each(problems)) AS problems,
  (SELECT count(*) FROM found_table WHERE found_table.document_id = tabled_document.document_id) AS tables
FROM tabled_document ORDER BY source_path, document_id`,
  },
  found_tables: {
    about: 'The tables of these PDFs, in reading order; one that goes on over a page break is one.',
    ja: '取り出した表',
    columns: {
      table_id: tableId,
      document_id: documentId,
      source_path: sourcePath,
      table_no: tableNo,
      page_first: whole('First page, from 1.', '開始ページ'),
      page_last: whole('Last page.', '終了ページ'),
      rows: whole('Number of rows.', '行数'),
      columns: whole('Number of columns.', '列数'),
      confidence: points('How much speaks for the table and its cells, from 0 to 1 (docs/layout.md).', '確からしさ'),
    },
    query: `SELECT table_id, found_table.document_id, source_path, table_no, page_first, page_last, rows, columns, confidence
FROM found_table JOIN tabled_document ON tabled_document.document_id = found_table.document_id ${inOrder}`,
  },
  table_cells: {
    about: 'Their cells, empty ones too; a merged cell stands once, at its first row and column.',
    ja: '取り出した表のセル',
    columns: {
      table_id: tableId,
      document_id: documentId,
      table_no: tableNo,
      row_no: whole('Row of the table, from 1.', '行'),
      column_no: whole('Column of the table, from 1.', '列'),
      row_span: whole('Rows that it covers.', '行の結合数'),
      column_span: whole('Columns that it covers.', '列の結合数'),
      text: text('Its text: wrapped lines joined, broken ones on lines of their own.', '文字'),
    },
    query: `SELECT table_id, found_table.document_id, table_no, row_no, column_no, row_span, column_span, text
FROM table_cell ${ofTable} ${inOrder}, row_no, column_no`,
  },
  table_places: {
    about: 'Where each table, and each cell that has text, stands: one row a page part.',
    ja: '取り出した表の位置',
    columns: {
      table_id: tableId,
      document_id: documentId,
      row_no: whole('Row of the cell, from 1; empty for the whole table.', '行'),
      column_no: whole('Column of the cell, from 1; empty for the whole table.', '列'),
      part: whole('Number of the part, from 1.', '部分'),
      page: whole('Page, from 1.', 'ページ'),
      x0: points('Left edge, in points from the left of the page as displayed.', '左'),
      top: points('Upper edge, in points from the top of the page as displayed.', '上'),
      x1: points('Right edge, in points from the left.', '右'),
      bottom: points('Lower edge, in points from the top.', '下'),
      raw: text('The text of the cell as the PDF gives it, line by line; deleted text as ~~…~~.', '印刷どおりの文字'),
    },
    query: `SELECT table_id, found_table.document_id, row_no, column_no, part, page, x0, top, x1, bottom, raw
FROM table_place ${ofTable} ${inOrder}, position`,
  },
};
