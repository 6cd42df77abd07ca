import { concludedJa } from './concluded-ja.js';
import { type CodeEntry, entry } from './entry.js';

/** Codes of findings: the document was read; this place wants a look. */
export const findings: Readonly<Record<string, CodeEntry>> = {
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
      'columns without rulings were told by the white between them. {todo}': '罫線のない列を余白から判断しました',
    },
  ),
};
