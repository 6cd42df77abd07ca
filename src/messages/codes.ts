/**
 * Every code that a message may have: what it means and what to do, in both languages. docs/diagnostics.md is made from
 * this, and messages in Japanese. Rooms word their messages in English where they arise; `says` gives the Japanese for
 * each wording, its parameters by name: a wording without one is shown in English, behind the Japanese meaning.
 */
import { concludedJa } from './concluded-ja.js';

export interface CodeText {
  readonly means: string;
  readonly todo: string;
}

export interface CodeEntry {
  readonly en: CodeText;
  readonly ja: CodeText;
  /** English wording → Japanese wording; `{name}` stands for what differs. */
  readonly says?: Readonly<Record<string, string>>;
}

const entry = (en: readonly [means: string, todo: string], ja: readonly [means: string, todo: string], says?: CodeEntry['says']): CodeEntry => ({
  en: { means: en[0], todo: en[1] },
  ja: { means: ja[0], todo: ja[1] },
  ...(says === undefined ? {} : { says }),
});

export const codes: Readonly<Record<string, CodeEntry>> = {
  // Failures: the file, or the command, came to nothing.
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

  // Warnings: the document was read; this place wants a look.
  I_LINE_END_DOUBTFUL: entry(
    [
      'The page does not tell whether a full line of a value runs on: a line break may be one too many or one too few.',
      'Look at the page where line breaks matter; every character is as printed.',
    ],
    [
      '行末いっぱいで終わる行が続きかどうか、紙面からは決まりません（改行が一つ多いか少ないことがあります）。',
      '改行が大切な場合は紙面を確かめてください。文字は印刷のままです。',
    ],
    {
      'the page does not tell whether a full line of this value runs on': 'この値には、行末いっぱいの行が次へ続くかどうか紙面から決まらない箇所があります',
    },
  ),
  I_OVER_RULING: entry(
    [
      'A line of a value is printed over the ruling of its cell, whole or in part: it belongs there by how it goes on from the rest.',
      'Look at the page whether the line belongs to this cell or to its neighbour.',
    ],
    [
      '値の一行（またはその一部）が、セルの罫線を越えて印刷されています。前後の続き方からそのセルの文としました。',
      'このセルの文か隣のセルの文かを、紙面で確かめてください。',
    ],
    { 'this line of a value is printed over the ruling of its cell': 'この値の一行は、セルの罫線を越えて印刷されています' },
  ),
  I_CONCLUDED: entry(
    [
      'To which cell the text belongs was concluded from the rest of the table (its other rows, its other pages): nothing drawn at this place tells.',
      'Look at the page whether the values there are parted and joined as printed.',
    ],
    [
      '文字がどのセルに属するかを、表のほかの行やページから判断しました。その場所の罫線からは決まりません。',
      'その場所の値の区切りとつながりを紙面で確かめてください。',
    ],
    concludedJa,
  ),
  W_LEFT_OVER: entry(
    ['Text that belongs to no field, label or furniture.', 'Look whether it is a value that is missing, or a note; tell the grammar.'],
    ['どの項目にも入らなかった文字があります。', '抜けた値か、欄外の注記かを確かめてください。'],
    { 'left over: {text}': '読み残し：{text}' },
  ),
  W_ITEM_GAP: entry(
    ['Numbers of items are out of sequence.', 'See on the page whether the items are missing there too.'],
    ['取組の番号が飛んでいます。', '紙面でも番号が飛んでいるか確かめてください。'],
    {
      '{number} is missing before number {next}': '{next} 番の前に {number} 番がありません',
      '{first} to {last} are missing before number {next}': '{next} 番の前に {first} 番から {last} 番までがありません',
    },
  ),
  W_ITEM_ORDER: entry(
    ['A number comes after a higher one.', 'See the page: it may be printed so.'],
    ['取組の番号の順序が逆です。', '紙面どおりか確かめてください。'],
    { 'number {number} comes after {before}': '{before} 番の後に {number} 番があります' },
  ),
  W_ITEM_DUPLICATE: entry(
    ['A number occurs twice.', 'See the page: it may be printed so, or one item was taken for two.'],
    ['同じ番号の取組が二つあります。', '紙面どおりか、一つの取組が分かれていないか確かめてください。'],
    { 'number {number} occurs twice': '{number} 番が二度現れます' },
  ),
  W_ITEM_NO_NUMBER: entry(
    ['An item has no number.', 'See the page: it may be part of the one above.'],
    ['番号のない取組があります。', '上の取組の続きでないか確かめてください。'],
    { 'a row without number': '番号のない行です' },
  ),
  W_ITEM_NOT_FOUND: entry(
    ['The document lists an item that was not found.', 'Look for it on the page.'],
    ['一覧にある取組が本文に見つかりません。', '紙面で確かめてください。'],
    { 'the document lists item {number}, which was not found': '一覧にある {number} 番の取組が見つかりません' },
  ),
  W_FIELD_EMPTY: entry(['A field that the format always fills is empty.', 'See the page.'], ['必ず記入される欄が空です。', '紙面で確かめてください。'], {
    'item {number} has no {field}': '取組 {number} の {field} が空です',
  }),
  W_FIELD_TWICE: entry(
    ['A field has two values; the first was kept.', 'See which is right.'],
    ['一つの欄に値が二つあります（最初のものを採りました）。', 'どちらが正しいか確かめてください。'],
    { 'a second value for {field}: "{value}"; the first was kept': '{field} に二つ目の値「{value}」があります（最初の値を採りました）' },
  ),
  W_TITLE_MISSING: entry(
    ['No line reads as the title.', 'Give it with --title or in sources.csv.'],
    ['表題が見つかりません。', '--title または sources.csv で与えてください。'],
    { 'no line reads as the title': '表題と読める行がありません' },
  ),
  W_TITLE_NOT_PRINTED: entry(
    ['The title is not printed; it was taken from what the PDF states about itself.', 'Check it, or give it.'],
    ['表題が印刷されていないため、PDF の属性から採りました。', '確かめるか、--title で与えてください。'],
    { 'no line reads as the title; it was taken from what the PDF states about itself': '表題と読める行がないため、PDF の属性から採りました' },
  ),
  W_YEAR_MISSING: entry(
    ['The fiscal year is not printed where it is expected.', 'Give it with --year or in sources.csv.'],
    ['年度が見つかりません。', '--year または sources.csv で与えてください。'],
    { 'the fiscal year is not printed where it is expected': '年度があるはずの場所に印刷されていません' },
  ),
  W_GIVEN_DIFFERS: entry(
    ['A given fact differs from what is printed; the print stands.', 'Mend sources.csv, or correct the value in corrections.csv.'],
    ['与えられた事実が印刷と違います（印刷を採りました）。', 'sources.csv を直してください。'],
    {
      '{field} "{given}" was given, but "{printed}" is printed: what is printed stands':
        '{field} に「{given}」が与えられましたが、印刷は「{printed}」です（印刷を採りました）',
    },
  ),
  W_CORRECTION_STALE: entry(
    ['A correction no longer fits: the value reads otherwise now.', 'See the page, and renew or remove the line of corrections.csv.'],
    ['訂正が合わなくなりました（値の読みが変わっています）。', '紙面を確かめ、corrections.csv の行を改めてください。'],
    {
      '{table} {id} {field} was not put right as "{value}": it reads "{now}" now, not "{was}"':
        '{table} {id} {field} を「{value}」に訂正できません：今の値は「{now}」で、「{was}」ではありません',
    },
  ),
  W_SAME_SHEET: entry(
    [
      'Another file claims to be the same sheet (municipality, year, title, office) and says other values.',
      'See which is right, and remove the other (chohyo remove).',
    ],
    ['同じ団体・年度・表題・部署で、値の違うファイルがあります。', 'どちらが正しいか確かめ、もう一方を「chohyo remove」で外してください。'],
    {
      'the sheet of {path} (document {id}) too: one municipality, year, title and office, but other values; see which is right, and remove the other':
        '{path}（文書 {id}）と同じシートですが、値が違います。どちらが正しいか確かめ、もう一方を外してください',
    },
  ),
  W_HEADER_CHANGED: entry(
    ['A column has another heading than the known one, and was read by its place.', 'See the page; add the heading to the grammar.'],
    ['見出しが既知のものと違う列を、位置から判断して読みました。', '紙面を確かめ、様式定義に見出しを加えてください。'],
    { 'the column headed "{head}" was read as "{expected}" ({field})': '見出し「{head}」の列を「{expected}」（{field}）として読みました' },
  ),
  W_HEADER_UNKNOWN: entry(
    ['A column has a heading that no field has; its text is left over.', 'Add the heading to the grammar.'],
    ['見出しの分からない列があり、読み残しました。', '様式定義に見出しを加えてください。'],
    { 'no field for the column headed "{head}"; its text is left over': '見出し「{head}」に当たる項目がないため、読み残しました' },
  ),
  W_HEADER_MOVED: entry(
    ['Columns stand in another order than in the known layout.', 'Compare a few values with the page.'],
    ['列の順序が既知のレイアウトと違います。', 'いくつかの値を紙面と比べてください。'],
    {
      'the column "{head}" stands before "{other}", not after it as in the known layout': '「{head}」の列が「{other}」の前にあります（既知のレイアウトでは後）',
    },
  ),
  W_COLUMN_MISSING: entry(['A column of the format is not there.', 'See the page.'], ['様式にあるはずの列がありません。', '紙面を確かめてください。'], {
    'no column headed "{label}" ({field})': '見出し「{label}」（{field}）の列がありません',
  }),
  W_CELL_SPANS_FIELDS: entry(
    ['A cell runs over several columns and was read as one of them.', 'See to which it belongs.'],
    ['複数の列にまたがるセルを一つの項目として読みました。', 'どの項目の値か確かめてください。'],
    { 'a cell runs over several columns and was read as {field}': '複数の列にまたがるセルを {field} として読みました' },
  ),
  W_SEVERAL_CELLS: entry(
    ['Several cells stand beside a label; none was taken.', 'See the page; tell the grammar which.'],
    ['見出しの隣に値の候補が複数あり、採りませんでした。', '紙面を確かめ、様式定義で指定してください。'],
    { '{count} cells stand beside the label; none was taken': '見出しの隣に {count} 個のセルがあり、どれも採りませんでした' },
  ),
  W_MARKS_UNREAD: entry(
    ['Options stand beside a label, but no mark of any was found.', 'See which is marked.'],
    ['選択肢はありますが、印が見つかりません。', 'どれに印があるか確かめてください。'],
    { 'no mark of options was found beside the label; nothing was taken': '見出しの隣の選択肢に印が見つからず、採りませんでした' },
  ),
  W_VALUE_UNEXPECTED: entry(
    ['A value does not read as the grammar expects; it is kept under its label.', 'See the page.'],
    ['値が様式の想定と違う形です（見出しの下に残しました）。', '紙面を確かめてください。'],
    {
      '{label}: "{value}" does not read as the grammar expects; it is kept under its label': '{label}：「{value}」は想定と違う形です（見出しの下に残しました）',
    },
  ),
  W_NUMBER_UNREAD: entry(
    ['A number could not be read; the text stays.', 'See the page.'],
    ['数として読めない値があります（文字のまま残しました）。', '紙面を確かめてください。'],
    {
      '{field}: "{raw}" was not read as a {kind}': '{field}：「{raw}」を数として読めません',
    },
  ),
  W_DATE_UNREAD: entry(
    ['A date could not be read; the text stays.', 'See the page.'],
    ['日付として読めない値があります（文字のまま残しました）。', '紙面を確かめてください。'],
    { '{field}: "{raw}" was not read as a {kind}': '{field}：「{raw}」を日付として読めません' },
  ),
  W_RATING_UNKNOWN: entry(
    ['A rating has no level in the grammar; it stays as printed.', 'Add it to the grammar, on whose authority.'],
    ['評価の段階が様式定義にありません（印刷のまま残しました）。', '根拠を添えて様式定義に加えてください。'],
    {
      '{kind} "{raw}" has no level in the grammar {grammar}; it stays as printed':
        '{kind}「{raw}」の段階が様式定義 {grammar} にありません（印刷のまま残しました）',
    },
  ),
  W_CHARACTER_UNREADABLE: entry(
    ['The font does not say what some characters are; they stand as \uFFFD.', 'Read them off the page, and correct the value.'],
    ['フォントに対応表がなく読めない文字があります（\uFFFD としました）。', '紙面で読み、値を訂正してください。'],
    { '{field}: the font does not say what some characters are; they stand as \uFFFD': '{field}：読めない文字を \uFFFD としました' },
  ),
  W_READ_BY_GUTTERS: entry(
    ['Columns without rulings were told by the white between them.', 'Look at the values beside the pages (chohyo review).'],
    ['罫線のない列を余白から判断して読みました。', '「chohyo review」で紙面と見比べてください。'],
    {
      'columns without rulings were told by the white between them: {count} glyphs more were read. {todo}':
        '罫線のない列を余白から判断し、{count} 字を多く読み取りました',
    },
  ),
};
