// @ts-check
'use strict';
// The page's own words in Japanese. What the documents say is never translated.

/** @type {Record<string, string>} */
const JA = {
  'All documents': 'すべての文書',
  'Search values  /': '値を検索  /',
  'Search all values': 'すべての値を検索',
  Hits: '検索結果',
  'Keyboard (?)': 'キー操作 (?)',
  'Keyboard help': 'キー操作',
  Keyboard: 'キー操作',
  'next, previous record (or document)': '次・前の記録（または文書）',
  'next, previous page': '次・前のページ',
  'next finding': '次の確認事項',
  'page larger, smaller, to the width': 'ページの拡大・縮小・幅に合わせる',
  'pick a hit': 'で結果を選ぶ',
  'hold the value in focus, or open the document': '値を固定する、文書を開く',
  'up to the list of documents': '文書の一覧に戻る',
  'let go, close': '固定を解く、閉じる',
  Close: '閉じる',
  Findings: '確認事項',
  Municipality: '団体',
  Document: '文書',
  Documents: '文書',
  Department: '部署',
  Items: '取組',
  Pages: 'ページ',
  'All municipalities': 'すべての団体',
  'Fiscal year': '年度',
  'All years': 'すべての年度',
  ' only with findings': ' 確認事項のあるものだけ',
  none: 'なし',
  'no pictures': '画像なし',
  'no warnings': '警告なし',
  All: 'すべて',
  document: '文書',
  sheet: 'シート',
  item: '取組',
  plan: '計画',
  indicator: '指標',
  Sheets: 'シート',
  Plan: '計画',
  Indicators: '指標',
  Records: '記録',
  'No findings': '確認事項はありません',
  'empty: ': '空欄：',
  error: 'エラー',
  warning: '警告',
  info: '参考',
  'left over': '読み残し',
  'Width of the pages': 'ページの幅',
  'As printed': '印刷どおり',
  'Picture of the value': '値の画像',
  Right: '正しい',
  'Correct…': '訂正…',
  Corrected: '訂正済み',
  'Copy citation': '出典をコピー',
  'The right value': '正しい値',
  Why: '理由',
  By: '確認者',
  Keep: '保存',
  'Take back': '取り消す',
  Copied: 'コピーしました',
  'The browser does not allow copying': 'ブラウザーがコピーを許しません',
  'not printed itself': 'そのままは印刷されていません',
  'Characters that no field, label or furniture accounts for': 'どの項目にも入らなかった文字',
  'Pages without a picture': '画像のないページ',
  'Kinds of records': '記録の種類',
  'All departments': 'すべての部署',
  'Code of a finding': '確認事項の種類',
  'All findings': 'すべての確認事項',
  'The same item through the years': '年度ごとの同じ取組',
  'Linked to the year before by a guess': '前年度とのつながりは推定です',
  'Its document is not part of this review': 'この年度の文書は、この確認ページに含まれていません',
  'Previous page (p)': '前のページ (p)',
  'Next page (n)': '次のページ (n)',
  'Smaller (−)': '縮小 (−)',
  'Larger (+)': '拡大 (+)',
  'To the width (0)': '幅に合わせる (0)',
  Page: 'ページ',
  'Pages of the PDF': 'PDF のページ',
  'chohyo review': 'chohyo 確認ページ',
  review: '確認ページ',
  'search;': '検索。',
  'This review is not finished, or data/list.js was not copied with it. Run chohyo review again.':
    'この確認ページは作成途中か、data/list.js が一緒にコピーされていません。chohyo review をもう一度実行してください。',
  struck: '取消線',
  mode: '非表示',
  transparent: '透明',
  background: '背景と同色',
  covered: '図形の下',
  outside: '紙面の外',
  duplicate: '重ね書き',
  'left-over': '読み残し',
  'No hits': '見つかりません',
};

/** @type {readonly (readonly [RegExp, string])[]} */
const JA_PATTERNS = [
  [/^(\d+) documents?$/, '$1 文書'],
  [/^(\d+) items?$/, '取組 $1 件'],
  [/^(\d+) with warnings$/, '警告あり $1 文書'],
  [/^(\d+) findings?$/, '確認事項 $1 件'],
  [/^(\d+) errors?$/, 'エラー $1 件'],
  [/^(\d+) warnings?$/, '警告 $1 件'],
  [/^(\d+) left over$/, '読み残し $1 字'],
  [/^Go to page (\d+)$/, '$1 ページへ'],
  [/^(Sheets|Items|Plan|Indicators) (\d+)$/, '$1 $2'],
  [/^(\d+) decisions?: download corrections\.csv$/, '判断 $1 件：corrections.csv をダウンロード'],
  [/^(.+), as printed$/, '$1（印刷どおり）'],
  [/^(.+): not printed itself$/, '$1：そのままは印刷されていません'],
  [/^page ([\d, ]+), from (.+)$/, '$1 ページ、$2 から'],
  [/^page ([\d, ]+)$/, '$1 ページ'],
  [/^Empty in every item: (.*)\.$/, 'どの取組でも空欄：$1'],
  [/^Made by chohyo (.*)\. Nothing on this page leaves your machine\.$/, 'chohyo $1 が作成。このページの内容が外部に送られることはありません。'],
  [
    /^(\d+) characters: (\d+) in fields, (\d+) in labels, (\d+) page furniture, (\d+) left over; kept out: (.*)\.$/,
    '$1 字：値 $2、見出し $3、ページ番号等 $4、読み残し $5（対象外：$6）',
  ],
  [
    /^(\d+) characters: (\d+) in fields, (\d+) in labels, (\d+) page furniture, (\d+) left over(.*)\.$/,
    '$1 字：値 $2、見出し $3、ページ番号等 $4、読み残し $5$6',
  ],
  [/^the first (\d+) hits$/, '最初の $1 件'],
  [/^(\d+) hits? in (\d+) of (\d+) documents …$/, '$1 件（$3 文書中 $2 文書を検索）…'],
  [/^(\d+) hits?$/, '$1 件'],
  [/^Page (\d+) of (\d+)$/, '$2 ページ中 $1 ページ'],
  [/^Drawn with (.+): the PDF does not hold (.+)\.$/, '$2 が PDF に埋め込まれていないため、$1 で描画しました。'],
  [/^(data\/.+) cannot be read\. Was the whole folder copied\?$/, '$1 を読めません。フォルダ全体をコピーしましたか。'],
];

/** A word of the page in the language of the review. @param {string} text @returns {string} */
function t(text) {
  if (reviewList.language !== 'ja') return text;
  // A summary is joined from several.
  if (text.includes(' · ')) return text.split(' · ').map(t).join(' · ');
  const known = JA[text];
  if (known !== undefined) return known;
  for (const [pattern, japanese] of JA_PATTERNS) {
    if (pattern.test(text)) return text.replace(pattern, japanese).replace(/^(Sheets|Items|Plan|Indicators)(?= )/, (word) => JA[word] ?? word);
  }
  return text;
}

/** Attributes that people read or hear. */
const SPOKEN = ['title', 'placeholder', 'aria-label'];

/** What stands in the page's markup. */
function translateShell() {
  if (reviewList.language !== 'ja') return;
  document.documentElement.lang = 'ja';
  for (const element of document.body.querySelectorAll('*')) {
    for (const name of SPOKEN) {
      const text = element.getAttribute(name);
      if (text !== null) element.setAttribute(name, t(text));
    }
    for (const node of element.childNodes)
      if (node instanceof Text && node.data.trim() !== '') node.data = node.data.replace(node.data.trim(), t(node.data.trim()));
  }
}
