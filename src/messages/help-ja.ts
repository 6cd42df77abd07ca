/** The help in Japanese: descriptions of commands, options and arguments, English wording → Japanese wording. */
export const helpJa: Readonly<Record<string, string>> = {
  'Reads PDF files, and folders searched for *.pdf, into the SQLite database: the format of each is recognised, each document is stored in one transaction. The same file again changes nothing; a new file under an old name supersedes the old one, and of files that say the same one is current. Given facts fill gaps, what is printed stands. "-" reads from stdin.':
    'PDF ファイルと、フォルダの中の *.pdf を読み取り、様式を判別して SQLite のデータベースに保存します。同じファイルをもう一度読んでも何も変わりません。同じ名前の新しいファイルは以前のものに代わり、内容の同じファイルはどれか一つだけが現行になります。紙面にない事実は --year・--title・sources.csv で補えますが、印刷された値が優先されます。「-」で標準入力から読みます。',
  'Puts the documents of several databases into one, which is made if need be: what one run over all the files would have stored. Merging a database again changes nothing. Where two say different things of one document, the newer version of its grammar is kept, else the reading that leaves less of the page unread; each such document is named.':
    '複数のデータベースの文書を一つにまとめます（なければ作ります）。結果は、すべてのファイルを一度に読み取ったときと同じです。同じデータベースをもう一度まとめても何も変わりません。一つの文書の読み取りが食い違うときは、様式定義の版が新しいほう、同じ版なら読み残しの少ないほうを残し、その文書を知らせます。',
  "Writes every table of the database as NAME.csv, with a datapackage.json, into a folder; or with --table alone, one table to stdout. A text that a spreadsheet would run as a formula gets a leading apostrophe ('); JSON Lines hold the value itself.":
    "データベースのすべての表を「表名.csv」として、datapackage.json とともにフォルダに書き出します。--table だけを指定すると、その表を標準出力に書きます。表計算ソフトが数式とみなす文字列の先頭には ' を付けます（JSON Lines では値のままです）。",
  'Lists the documents that the database holds: current ones, superseded ones, files that could not be read, and PDFs whose tables are kept (chohyo tables --db).':
    'データベースの内容を一覧にします：現行の文書、ほかに代わられた文書、読み取れなかったファイル、表を保存した PDF（chohyo tables --db）。',
  'Takes documents, and tables kept of PDFs, out of the database, with all their rows: by the id that "chohyo list" shows, or by file. A document that one of them had superseded is current again. Corrections and given facts are kept, for when the file comes back.':
    '文書や保存した表を、そのすべての行とともにデータベースから外します。「chohyo list」が示す ID か、ファイルで指定します。外した文書に代わられていた文書は、再び現行になります。訂正と補った事実は、ファイルが戻ったときのために残ります。',
  'Finds the items whose texts say every word given, best first, with the place in the PDF and the address in the review page. Half and full width, katakana and hiragana, capitals and small letters are one.':
    '与えた言葉をすべて含む取組を、よく合う順に、PDF の中の位置と確認ページのアドレスとともに示します。全角と半角、カタカナとひらがな、大文字と小文字は区別しません。',
  'Reads every PDF that has an expected.json beside it again and compares field by field; known-differences.json beside it lists what is put up with. With --stat it needs no expectations: it tells how many documents are recognised, how full their fields are and what is left over.':
    '期待値（expected.json）のある PDF をすべて読み直し、項目ごとに比べます。分かっている違いは、同じフォルダの known-differences.json に書いておけます。--stat では期待値なしに、様式を判別できた文書の数、項目の埋まり具合、読み残しを示します。',
  'Shows what the reader saw in one PDF: pages, producer, fonts, the recognised grammar and why, tables, text left over. "-" reads from stdin.':
    '一つの PDF をどう読んでいるかを示します：ページ、作成ソフト、フォント、判別した様式とその理由、表、読み残した文字。「-」で標準入力から読みます。',
  'Writes a self-contained web page into a folder: open its index.html, no server needed. It shows each page of each document beside the records read from it, every value linked to its place. The PDFs are found by their content, whatever they are called now.':
    '紙面と読み取った値を並べて確認するウェブページをフォルダに作ります。サーバーは要りません。index.html を開くと、どの値からも紙面の該当箇所へたどれます。PDF は名前が変わっていても内容で探します。もう一度作るときは、変わったページだけを描きます。',
  'Prints every table of a PDF: ruled ones, partly ruled ones, and those whose columns are parted by white alone. A table that goes on over page breaks is one table. JSON gives merged cells as spans (null where one covers a place); in CSV a blank line parts two tables; in CSV and Markdown the text of a merged cell stands in its first place. "-" reads from stdin. Of one file JSON is an array of tables; of a folder, or of several files, it is one object a file, one a line, CSV rows begin with file and number of the table, and in Markdown each file has a heading. With --db the tables are kept in the database instead, with the place of each cell: views table_documents, found_tables, table_cells and table_places.':
    'PDF の表をすべて取り出します（罫線のある表、一部だけある表、空白だけで列の分かれた表）。ページをまたぐ表は一つの表とします。JSON では結合セルを spans で示し（覆われたセルは null）、CSV では空行で表を区切ります。CSV と Markdown では結合セルの文字を最初のセルに置きます。「-」で標準入力から読みます。ファイル一つなら JSON は表の配列、フォルダや複数のファイルなら 1 ファイル 1 行のオブジェクトになり、CSV の各行はファイル名と表の番号で始まり、Markdown ではファイルごとに見出しが付きます。--db を付けると、表示せずに各セルの位置とともにデータベースに保存します（ビュー table_documents・found_tables・table_cells・table_places）。',
  'The published formats that chohyo reads: one grammar file each.': 'chohyo が読める様式。様式ごとに一つの様式定義ファイルがあります。',
  'list, show, validate, try or draft the formats it knows': '様式定義の一覧・表示・検査・試行・下書き',
  'Lists the grammars that come with the program, and those of a folder of your own.': '付属の様式定義と、自分のフォルダの様式定義を一覧にします。',
  'Prints a grammar file: a start for one of your own.': '様式定義ファイルを表示します（新しく作るときの手本になります）。',
  'Checks grammar files: everything that is wrong, each with its line, and the names that there are.':
    '様式定義ファイルを検査し、誤りをすべて行番号とともに示します。使える名前も示します。',
  'Reads PDFs by one grammar and stores nothing: field by field what was read, from which page and place, on what basis, why a field stayed empty, and the text that nothing accounts for.':
    '一つの様式定義で PDF を読み、保存はしません。項目ごとに、読み取った値、ページと位置、根拠、空のままの理由、そしてどの項目にも入らなかった文字を示します。',
  'read PDFs by one grammar and show every field': '一つの様式定義で PDF を読み、すべての項目を示す',
  'Prints a grammar that recognises the PDF and claims the labels that its page shows: each guess beside the text that it came from. A start to be looked through, not a finished grammar.':
    'PDF を判別し、紙面の見出しを項目に当てた様式定義の下書きを表示します。推定には元の文字を添えます。そのまま使わず、一行ずつ確かめてください。',
  'write a grammar for a PDF, to begin with': 'PDF から様式定義の下書きを作る',
  'a folder of grammars of your own beside those of the program; of one id yours is taken':
    '自分の様式定義のフォルダ（付属のものと同じ ID なら自分のものを使う）',
  'read documents that hold more (or less) than usual; may be given several times (the usual limits: {limits})':
    '一文書の上限を変える。何度でも指定できる（既定の上限：{limits}）',
  'only part I of N of the files, told by their names: N runs with a database each read them all (then: chohyo merge)':
    'ファイルを名前で N 個に分けた I 番目だけを読む。N 回に分けて別々のデータベースに読み、chohyo merge でまとめる',
  'of the tables; xlsx is one workbook with a sheet a table, jsonl is of one table': '出力の形式。xlsx は表ごとに一枚のシートを持つブック、jsonl は表一つ',
  'with xlsx: where the review page lies, for links to it': 'xlsx のとき：確認ページの場所（そこへのリンクを付ける）',
  'write a metadata.json for Datasette beside the CSVs': 'CSV とともに Datasette 用の metadata.json を書き出す',
  'as one JSON object': '一つの JSON オブジェクトで出す',
  'draw it all over the pages, in one HTML file: glyphs, rulings, cells, fields; for whoever writes a grammar':
    '文字・罫線・セル・値を紙面に重ねた HTML ファイルを書き出す（様式定義を作る人向け）',
  'the PDF file': 'PDF ファイル',
  'the PDF files': 'PDF ファイル',
  'of the output': '出力の形式',
  'one JSON object a grammar, one a line': '様式定義ごとに 1 行の JSON で出す',
  'id of the grammar': '様式定義の ID',
  'grammar files (YAML)': '様式定義ファイル（YAML）',
  'a grammar file (YAML), or the id of a grammar': '様式定義ファイル（YAML）または様式定義の ID',
  'the number of processors': 'プロセッサの数',
  'display help for command': 'コマンドの説明を表示する',
  [`
Exit status: 0 all is well, 1 unexpected failure, 2 wrong usage, 3 some inputs could not be read,
4 no input could be read, 5 check found differences, 6 warnings with --strict.
NO_COLOR turns colours off.`]: `
終了コード：0 正常、1 予期しない失敗、2 使い方の誤り、3 一部の入力を読めない、
4 どの入力も読めない、5 check で違いが見つかった、6 --strict で警告があった。
NO_COLOR を設定すると色を付けません。`,
};
