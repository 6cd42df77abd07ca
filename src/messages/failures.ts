import { type CodeEntry, entry } from './entry.js';

/** Codes of failures: the file, or the command, came to nothing. */
export const failures: Readonly<Record<string, CodeEntry>> = {
  E_NOT_FOUND: entry(
    ['A file, folder, document or grammar is not there, or may not be opened.', 'Check the name and that you may read it.'],
    ['ファイル・フォルダ・文書が見つからないか、開けません。', '名前と読み取り権限を確認してください。'],
    {
      'there is no folder {path}': 'フォルダ {path} がありません',
      'there is no document {id}': '文書 {id} がありません',
      'there is no document of {file}': '{file} から読み取った文書はありません',
      '{path} is no regular file but a pipe or a device': '{path} は通常のファイルではありません（パイプまたはデバイス）',
      '{folder} holds no grammar': '{folder} に様式定義がありません',
      '{count} documents begin with {id}': '{id} で始まる文書が {count} 件あります',
      '{file}: no such grammar file': '様式定義ファイル {file} がありません',
      '{folder}: no such folder of grammars': '様式定義のフォルダ {folder} がありません',
      'there is no {path}': '{path} がありません',
      '{path} cannot be opened: {why}': '{path} を開けません（{why}）',
      '{file} was not found: its pages have no pictures': '{file} が見つからないため、ページの画像がありません',
    },
  ),
  E_NOT_A_PDF: entry(
    ['The file is not a PDF; often a web page saved under its name.', 'Open it, and download it again.'],
    ['PDF ではありません（ウェブページを保存したものであることがよくあります）。', 'ファイルを開いて確かめ、ダウンロードし直してください。'],
    {
      'the file is not a PDF (it has no %PDF header)': 'PDF ではありません（%PDF で始まっていません）',
      'the file is a web page (HTML) saved under a PDF name': 'ウェブページ（HTML）が PDF の名前で保存されています',
    },
  ),
  E_EMPTY_FILE: entry(['The file has no bytes.', 'Download it again.'], ['ファイルが空です。', 'ダウンロードし直してください。'], {
    'the file is empty (0 bytes)': 'ファイルが空です（0 バイト）',
  }),
  E_BROKEN_PDF: entry(
    ['The PDF, or a page of it, is damaged.', 'Download it again, or repair it (qpdf IN.pdf OUT.pdf), and compare.'],
    ['PDF またはその一部のページが壊れています。', 'ダウンロードし直すか、修復（qpdf IN.pdf OUT.pdf）して見比べてください。'],
    {
      'page {page}: damaged ({why}); what is left was read': '{page} ページが壊れています（{why}）。残りの部分は読み取りました',
    },
  ),
  E_ENCRYPTED: entry(
    ['The PDF asks for a password.', 'Save it without one, and read that.'],
    ['パスワードがかかっています。', 'パスワードを解除して保存し、それを読み取ってください。'],
    { 'the file is encrypted and asks for a password': '暗号化されており、パスワードが必要です' },
  ),
  E_NO_TEXT_LAYER: entry(
    ['Pages are images without text (scans).', 'Add a text layer with OCRmyPDF (ocrmypdf -l jpn IN.pdf OUT.pdf), and check what it reads.'],
    ['文字情報のない画像だけのページです（スキャンしたものなど）。', 'OCRmyPDF（ocrmypdf -l jpn IN.pdf OUT.pdf）で文字を付け、結果を確認してください。'],
    {
      'page {page}: an image without text': '{page} ページは文字情報のない画像です',
      'the pages hold no text': 'どのページにも文字がありません',
    },
  ),
  E_FONT_UNMAPPED: entry(
    [
      'The fonts do not say which characters they draw; the text would be garbage.',
      'Ask for the file from another program, or read the pages by OCR (ocrmypdf --force-ocr -l jpn IN.pdf OUT.pdf).',
    ],
    [
      'フォントに文字の対応表がなく、読み取ると文字化けします。',
      '別のソフトで作り直してもらうか、OCR（ocrmypdf --force-ocr -l jpn IN.pdf OUT.pdf）で読み取ってください。',
    ],
    {
      'page {page}: the fonts do not say which characters they draw': '{page} ページのフォントに文字の対応表がありません',
    },
  ),
  E_UNKNOWN_FORMAT: entry(
    ['No grammar fits the document.', 'See "chohyo inspect"; take the tables with "chohyo tables"; or write a grammar (docs/grammars.md).'],
    [
      '当てはまる様式（文法）がありません。',
      '「chohyo inspect」で読み取りの様子を見るか、「chohyo tables」で表だけを取り出してください。様式を追加することもできます（docs/grammars.md）。',
    ],
    {
      'no grammar fits; nearest is {grammar} ({score} %), which lacks {lacks}':
        '当てはまる様式がありません。最も近いのは {grammar}（{score} %）ですが、{lacks} がありません',
      'no grammar fits': '当てはまる様式がありません',
    },
  ),
  E_NO_RECORDS: entry(
    ['The format was recognised, but no item was found.', 'See "chohyo inspect"; the layout may have changed.'],
    ['様式は分かりましたが、取組が一つも見つかりません。', '「chohyo inspect」で確認してください。レイアウトが変わった可能性があります。'],
    {
      'recognised as {grammar}, but no item was found': '{grammar} の様式と判断しましたが、取組が見つかりません',
    },
  ),
  E_LIMIT_TIME: entry(
    ['Reading took longer than allowed.', 'Allow more with --timeout.'],
    ['制限時間内に読み取れませんでした。', '--timeout で時間を延ばしてください。'],
    { 'reading it took more than {seconds} seconds': '読み取りに {seconds} 秒より長くかかりました' },
  ),
  E_LIMIT_MEMORY: entry(
    ['Reading took more memory than allowed.', 'Split the file by pages.'],
    ['読み取りに必要なメモリが上限を超えました。', 'ページを分けて読み取ってください。'],
    { 'reading it took more than {megabytes} MB of memory': '読み取りに {megabytes} MB を超えるメモリが必要でした' },
  ),
  E_LIMIT_SIZE: entry(
    ['The file is larger than what is read.', 'Split it by pages, or raise --limit megabytes=N.'],
    ['ファイルが大きすぎます。', 'ページを分けるか、--limit megabytes=N で上限を上げてください。'],
    { '{path} has more than {megabytes} MB, the most that is read': '{path} は上限の {megabytes} MB を超えています' },
  ),
  E_LIMIT_PAGES: entry(
    ['The document has more pages than what is read.', 'Split it, or raise --limit pages=N.'],
    ['ページ数が上限を超えています。', '分割するか、--limit pages=N で上限を上げてください。'],
  ),
  E_LIMIT_OPERATORS: entry(
    ['The document draws more than what is read.', 'Raise --limit operators=N or page-operators=N.'],
    ['描画の命令が多すぎます。', '--limit operators=N または page-operators=N で上限を上げてください。'],
  ),
  E_LIMIT_GLYPHS: entry(
    ['The document has more characters than what is read.', 'Raise --limit glyphs=N or page-glyphs=N.'],
    ['文字数が上限を超えています。', '--limit glyphs=N または page-glyphs=N で上限を上げてください。'],
  ),
  E_LIMIT_RULINGS: entry(
    ['The document has more lines drawn than what is read.', 'Raise --limit rulings=N or page-rulings=N.'],
    ['罫線の数が上限を超えています。', '--limit rulings=N または page-rulings=N で上限を上げてください。'],
  ),
  E_NO_INPUT: entry(
    ['There is nothing to read in the folder.', 'Name a folder that holds PDFs (or expected.json, for check).'],
    ['フォルダの中に対象となるファイルがありません。', 'PDF（check では expected.json）の入ったフォルダを指定してください。'],
    {
      '{path} holds no PDF': '{path} に PDF がありません',
      '{path} holds no expected.json': '{path} に expected.json がありません',
      'there is no PDF beside {path}': '{path} と同じフォルダに PDF がありません',
    },
  ),
  E_GRAMMAR: entry(
    ['A grammar file is wrong, at the line named.', 'Mend the line; "chohyo grammar validate" checks it.'],
    ['様式定義（文法ファイル）の示された行に誤りがあります。', '修正し、「chohyo grammar validate」で確認してください。'],
    {
      '{file}: {count} things are wrong': '{file}：誤りが {count} 件あります',
      '{file}: 1 thing is wrong': '{file}：誤りが 1 件あります',
      '{path} and {other} are both the grammar {id}': '{path} と {other} はどちらも様式定義 {id} です',
    },
  ),
  E_UNKNOWN_GRAMMAR: entry(
    ['There is no grammar of that name.', '"chohyo grammar list" names them.'],
    ['その名前の様式定義はありません。', '「chohyo grammar list」で一覧を確認してください。'],
    { 'there is no grammar {id}': '様式定義 {id} はありません', 'no grammar {id}': '様式定義 {id} はありません' },
  ),
  E_DB_UNWRITABLE: entry(
    [
      'The database cannot be written: no such folder, no permission, full disk, or another program writes it.',
      'Name a file in a folder that exists and that you may write to, or wait.',
    ],
    [
      'データベースに書き込めません（フォルダがない、権限がない、容量不足、ほかのプログラムが使用中など）。',
      '書き込めるフォルダのファイルを --db で指定するか、しばらく待ってください。',
    ],
    {
      'cannot write the database {path}: {why}': 'データベース {path} に書き込めません（{why}）',
      '{path} is in use by another program': '{path} はほかのプログラムが使用中です',
    },
  ),
  E_DB_FOREIGN: entry(
    ['The file is not a database of chohyo.', 'It was left untouched: name another file with --db.'],
    ['chohyo のデータベースではありません。', 'そのまま残してあります。--db で別のファイルを指定してください。'],
    {
      '{path} is not a SQLite database': '{path} は SQLite のデータベースではありません',
      '{path} is a SQLite database of another program': '{path} はほかのプログラムのデータベースです',
      '{path} is a folder': '{path} はフォルダです',
    },
  ),
  E_DB_NEWER: entry(
    ['The database was written by a newer chohyo.', 'Update chohyo.'],
    ['新しい版の chohyo が作ったデータベースです。', 'chohyo を更新してください。'],
  ),
  E_DB_MISSING: entry(
    ['There is no database there.', 'Make one with "chohyo ingest PATH… --db FILE", or name another with --db.'],
    ['データベースがありません。', '「chohyo ingest パス… --db ファイル」で作るか、--db で指定してください。'],
    { 'no database at {path}': '{path} にデータベースがありません' },
  ),
  E_SQLITE_ADDON: entry(
    ['SQLite is not installed for this Node.', 'Run npm ci again with this Node.'],
    ['この Node 用の SQLite が入っていません。', 'この Node で npm ci を実行し直してください。'],
  ),
  E_NODE_VERSION: entry(
    ['This Node is too old, or not one that chohyo was tried on.', 'Take Node 20.19 or newer.'],
    ['Node の版が対応していません。', 'Node 20.19 以降を使ってください。'],
  ),
  E_OUTPUT: entry(
    ['The folder to write into holds something else.', 'Name a new or empty folder.'],
    ['出力先のフォルダに別のものが入っています。', '新しいフォルダか空のフォルダを指定してください。'],
    {
      '{folder} holds files that are not a review': '{folder} には確認ページ以外のファイルがあります',
    },
  ),
  E_OUTPUT_UNWRITABLE: entry(
    ['The output cannot be written.', 'Name a place that exists and that you may write to, with room on its disk.'],
    ['出力先に書き込めません。', '空き容量のある、書き込める場所を指定してください。'],
    {
      'cannot write to {name}: {why}': '{name} に書き込めません（{why}）',
      'cannot write {path}: {why}': '{path} に書き込めません（{why}）',
    },
  ),
  E_ENCODING: entry(
    ['The output cannot be written in that encoding.', 'Take --encoding utf-8.'],
    ['その文字コードでは出力できません。', '--encoding utf-8 を使ってください。'],
  ),
  E_SETTINGS: entry(
    ['The file of tables --settings is wrong, at the setting named.', 'Mend it; docs/layout.md lists the settings.'],
    ['tables --settings のファイルに誤りがあります。', '示された設定を直してください。設定は docs/layout.md にあります。'],
    {
      '{path}: there is no setting {name}': '{path}: {name} という設定はありません',
      '{path}: {name} is a number (em of the body text)': '{path}: {name} は数値（本文の文字を 1 とする）で指定してください',
      '{path}: {name} is 0 or more': '{path}: {name} は 0 以上にしてください',
      '{path}: {name} is {most} em at most': '{path}: {name} は {most} 以下にしてください',
      '{path}: {name} is true or false': '{path}: {name} は true か false にしてください',
      '{path}: it holds no settings': '{path}: 設定がありません',
    },
  ),
  E_EXPECTED: entry(
    ['An expected.json or known-differences.json is wrong, or expects nothing.', 'Mend it by hand, or let check --update write it and look it over.'],
    ['expected.json または known-differences.json に誤りがあるか、中身がありません。', '手で直すか、check --update で書き出して内容を確認してください。'],
    {
      '{path} expects nothing: 0 fields compared': '{path} に比べる値がありません（0 項目）',
    },
  ),
  E_CSV: entry(
    ['A CSV file that was given (sources.csv, corrections.csv) is wrong, at the line named.', 'Mend the line and run the command again; nothing was read.'],
    ['指定された CSV（sources.csv・corrections.csv）の示された行に誤りがあります。', '修正してからもう一度実行してください。まだ何も読み取っていません。'],
    {
      '{place}: there is no column {column}; known are {known}': '{place}：{column} という列はありません（使える列：{known}）',
      '{place}: the column {column} is missing': '{place}：列 {column} がありません',
    },
  ),
  E_USAGE: entry(['The command was used wrongly.', 'See chohyo --help.'], ['コマンドの使い方が違います。', '「chohyo --help」をご覧ください。'], {
    "unknown option '{option}' (Did you mean {near}?)": 'オプション {option} はありません（{near} のことですか）',
    "unknown option '{option}'": 'オプション {option} はありません',
    "unknown command '{command}' (Did you mean {near}?)": 'コマンド {command} はありません（{near} のことですか）',
    "unknown command '{command}'": 'コマンド {command} はありません',
    "missing required argument '{argument}'": '引数 {argument} が必要です',
    "required option '{option}' not specified": 'オプション {option} が必要です',
    "option '{option}' argument missing": 'オプション {option} に値が必要です',
    "option '{option}' cannot be used with option '{other}'": 'オプション {option} と {other} は同時に使えません',
    "option '{option}' argument '{value}' is invalid. Allowed choices are {choices}.":
      'オプション {option} の値「{value}」は使えません（{choices} のいずれか）',
    "option '{option}' argument '{value}' is invalid. It must be a whole number from 1.": 'オプション {option} の値「{value}」は使えません（1 以上の整数）',
    "option '{option}' argument '{value}' is invalid. It must be a number above 0.": 'オプション {option} の値「{value}」は使えません（0 より大きい数）',
    "option '{option}' argument '{value}' is invalid. It must be a western year of four digits, like 2023.":
      'オプション {option} の値「{value}」は使えません（4 桁の西暦。例：2023）',
    "option '{option}' argument '{value}' is invalid. It must be page numbers and ranges, like 1,3-5.":
      'オプション {option} の値「{value}」は使えません（ページ番号と範囲。例：1,3-5）',
    "option '{option}' argument '{value}' is invalid. It must be I/N, like 3/8: part 3 of 8.":
      'オプション {option} の値「{value}」は使えません（I/N の形。例：3/8 は 8 個のうち 3 番目）',
    "option '{option}' argument '{value}' is invalid. It must be NAME=N, N a whole number from 1, NAME one of: {names}.":
      'オプション {option} の値「{value}」は使えません（名前=N の形。N は 1 以上の整数、名前は {names}）',
    'too many arguments for {command}. Expected {expected} but got {got}.': '{command} の引数が多すぎます（{expected} 個のところ {got} 個）',
    'too many arguments. Expected {expected} but got {got}.': '引数が多すぎます（{expected} 個のところ {got} 個）',
    'nothing says what to remove': '外すものが指定されていません',
    'nothing says where to write': '書き出し先が指定されていません',
    'there is no table {table}': '表 {table} はありません',
    '--format jsonl is for one table': '--format jsonl は表一つのときだけ使えます',
    '--format xlsx writes all tables into a file': '--format xlsx はすべての表を一つのファイルに書き出します',
    'JSON Lines are always UTF-8': 'JSON Lines は常に UTF-8 です',
    '{path} is the database to merge into': '{path} はまとめる先のデータベースです',
    '--stat compares nothing': '--stat では比較をしません',
    'there is no page {page}': '{page} ページはありません',
  }),
  E_INTERNAL: entry(
    ['A fault of chohyo.', 'Please report it, with the output of the same command and --debug.'],
    ['chohyo の不具合です。', '同じコマンドに --debug を付けた出力を添えて報告してください。'],
  ),
};
