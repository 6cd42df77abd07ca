/** What `grammar test`, `grammar validate` and `grammar draft` print: English wording → Japanese wording, for lines of a known shape. */

/** Lines of a trial that are not values. */
export const trialLinesJa: Readonly<Record<string, string>> = {
  '{file} by {grammar}: {percent} % of what the grammar expects is printed':
    '{file} を {grammar} で読んだ結果：様式定義が求める語の {percent} % が印刷されています',
  'not printed: {names}': '印刷されていないもの：{names}',
  'sheet {id}': 'シート {id}',
  'item {id}': '取組 {id}',
  'no item was found': '取組が見つかりません',
  'labels that gave no value': '値の得られなかった見出し',
  diagnostics: '確認事項',
  'left over: text that nothing in the grammar accounts for': '読み残し：どの項目にも入らなかった文字',
  'glyphs: {all}; in fields {fields}, labels {labels}, furniture {furniture}, left over {left}':
    '文字数 {all}：値 {fields}、見出し {labels}、ページ番号等 {furniture}、読み残し {left}',
};

/** Why a field stayed empty. */
export const whysJa: Readonly<Record<string, string>> = {
  '{names} is printed on page {page} only as part of {text}': '{names} は {page} ページに {text} の一部としてだけ印刷されています',
  '{names} is not printed; like it on page {page}: {text}': '{names} は印刷されていません（似たもの：{page} ページの {text}）',
  '{names} is not printed': '{names} は印刷されていません',
  'the cell below {head} (page {page}) is empty': '{head} の下のセル（{page} ページ）が空です',
  '{label} is printed on page {page}, but no option beside it is marked': '{label} は {page} ページにありますが、そばの選択肢に印がありません',
  '{label} on page {page} was itself read as {owner}': '{page} ページの {label} 自体を {owner} として読みました',
  '{label} is printed on page {page}; beside it stands {text}, {fate}': '{label} は {page} ページにあり、横の {text} は{fate}',
  '{label} is printed on page {page}, nothing beside it; below it stands {text}, {fate}': '{label} は {page} ページにあり、横は空で、下の {text} は{fate}',
  '{label} is printed on page {page}, but nothing beside or below it': '{label} は {page} ページにありますが、横にも下にも何もありません',
};

/** What became of the text beside a label. */
export const fatesJa: Readonly<Record<string, string>> = {
  'which was read as {owner}': ' {owner} として読みました',
  'which is left over': '読み残しました',
  'which is a label itself': 'それ自体が見出しです',
};

/** How a value was found (`provenance.basis`). */
export const basesJa: Readonly<Record<string, string>> = {
  column: '列の見出しから',
  beside: '見出しの横',
  below: '見出しの下',
  within: '見出しと同じ欄',
  grid: '行と列の見出しから',
  line: '行から',
  carried: '引き継ぎ',
  given: '与えられた事実',
  corrected: '訂正',
  guess: '推定',
};

/** What is wrong in a grammar file. */
export const problemsJa: Readonly<Record<string, string>> = {
  'is missing': 'がありません',
  'is missing (one of: {names})': 'がありません（{names} のいずれか）',
  'must not be empty': '空にはできません',
  'there is no {name} here; did you mean {near}? (there are: {names})': '{name} は使えません。{near} のことですか（使えるもの：{names}）',
  'there is no {name} here; did you mean {near}?': '{name} は使えません。{near} のことですか',
  'there is no {name} here (there are: {names})': '{name} は使えません（使えるもの：{names}）',
  'there is no {name} here': '{name} は使えません',
  'must be a mapping (key: value), not {given}': '「キー: 値」の形にしてください（今は {given}）',
  'must be a list, not {given}': 'リストにしてください（今は {given}）',
  'must be a text, not {given}: put it in quotes, {quoted}': '文字列にしてください（今は {given}）。引用符で囲みます：{quoted}',
  'must be a text, not {given}': '文字列にしてください（今は {given}）',
  'must be true or false, not {given}': 'true か false にしてください（今は {given}）',
  'must be a label, a list of labels, or a mapping with label, not {given}':
    '見出し、見出しのリスト、または label のある「キー: 値」にしてください（今は {given}）',
  'must be a label, a list of labels, not {given}': '見出しか見出しのリストにしてください（今は {given}）',
  'the group {name} goes nowhere: nothing is taken from this pattern': '名前付きグループ {name} は使われません（この正規表現からは何も取りません）',
  'the group {name} goes nowhere (groups that are read here: {names})': '名前付きグループ {name} は使われません（使えるもの：{names}）',
  'the group {name} goes nowhere; did you mean {near}? (groups that are read here: {names})':
    '名前付きグループ {name} は使われません。{near} のことですか（使えるもの：{names}）',
  'needs the named group {name}': '名前付きグループ {name} が必要です',
  'needs the named groups {names}': '名前付きグループ {names} が必要です',
  'has no named group: what it matches goes nowhere (known text belongs to labels)':
    '名前付きグループがないため、合った文字がどこにも入りません（決まった語は labels に書きます）',
  'the label {label} is that of {other} too: under: must tell them apart': '見出し {label} は {other} と同じです。under: で区別してください',
  'nothing in this grammar fills {name} ({what} filled here: {names})': 'この様式定義には {name} に入るものがありません（入るもの：{names}）',
  'nothing in this grammar fills {name}': 'この様式定義には {name} に入るものがありません',
  'has no effect: {why}': '効果がありません（{why}）',
  'as: choices needs choices: [word, word]': 'as: choices には choices: [語, 語] が必要です',
  'has no effect without as: choices': 'as: choices がないと効果がありません',
  'not a regular expression: {why}': '正規表現として正しくありません（{why}）',
  'a label that begins with / is a regular expression and must end with /': '/ で始まる見出しは正規表現です。最後にも / が必要です',
  'the check digit of {code} is {digit}, not {given}: {right}, or another digit is wrong':
    '団体コード {code} の検査数字は {given} ではなく {digit} です（{right}）。または他の桁が違います',
};

/** What a draft says of itself, in comments. */
export const draftLinesJa: Readonly<Record<string, string>> = {
  '# A draft, guessed from one document: look through every line. docs/grammars.md explains the words;':
    '# 一つの文書から推定した下書きです。すべての行を確かめてください。言葉の説明は docs/grammars.md にあります。',
  '# `chohyo grammar test THIS.yaml FILE.pdf` shows what each of them reads.':
    '# 「chohyo grammar test このファイル.yaml ファイル.pdf」で、各行が何を読むかを確かめられます。',
  "# The six digits of the 全国地方公共団体コード: nobody's, until you put in the right ones.":
    '# 全国地方公共団体コード 6 桁。正しい番号に書き換えてください（この番号の団体はありません）。',
  '  # No title was seen: any text is taken.': '  # 表題が見つからないため、どんな文字でも表題とします。',
  '  # Another value of this field begins a new sheet.': '  # この項目の値が変わると、新しいシートが始まります。',
  '# The sheet is taken for one record: `each: row` (a row under a head) and `each: block` (a small form, repeated) are the others.':
    '# シート全体を一つの取組とみなしています。ほかに each: row（見出しの下の 1 行）と each: block（繰り返す小さな様式）があります。',
  '  # Labels that no column was guessed for: what stands there goes to the table `fields`.':
    '  # 当てはまる列を推定できなかった見出し。その値は表 fields に入ります。',
  '# Headings and side labels: they name what stands under or beside them.': '# 見出しと側見出し。その下や横にあるものの名前になります。',
};
