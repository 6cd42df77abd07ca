// @ts-check
'use strict';
// The page's own words in Japanese. What the documents say is never translated.

/** @type {Record<string, string>} */
const JA = {
  'All documents': 'すべての文書', 'Search values  /': '値を検索  /', 'Search all values': 'すべての値を検索', Hits: '検索結果', 'Keyboard (?)': 'キー操作 (?)', 'Keyboard help': 'キー操作', Keyboard: 'キー操作',
  'next, previous record (or document)': '次・前の記録（または文書）', 'next, previous page': '次・前のページ', 'next finding': '次の確認事項', 'page larger, smaller, to the width': 'ページの拡大・縮小・幅に合わせる',
  'pick a hit': 'で結果を選ぶ', 'hold the value in focus, or open the document': '値を固定する、文書を開く', 'up to the list of documents': '文書の一覧に戻る', 'let go, close': '固定を解く、閉じる', Close: '閉じる',
  Findings: '確認事項', Municipality: '団体', Document: '文書', Documents: '文書', Department: '部署', Items: '取組', Pages: 'ページ', 'All municipalities': 'すべての団体', 'Fiscal year': '年度', 'All years': 'すべての年度',
  ' only with findings': ' 確認事項のあるものだけ', none: 'なし', 'no pictures': '画像なし', 'no warnings': '警告なし', All: 'すべて', document: '文書', sheet: 'シート', item: '取組', plan: '計画', indicator: '指標', Sheets: 'シート', Plan: '計画', Indicators: '指標',
  Records: '記録', 'No findings': '確認事項はありません', 'empty: ': '空欄：', error: 'エラー', warning: '警告', info: '参考', 'left over': '読み残し', 'Width of the pages': 'ページの幅', 'As printed': '印刷どおり', 'Picture of the value': '値の画像',
  Right: '正しい', 'Correct…': '訂正…', Corrected: '訂正済み', 'Copy citation': '出典をコピー', 'The right value': '正しい値', Why: '理由', By: '確認者', Keep: '保存', 'Take back': '取り消す', Copied: 'コピーしました', 'The browser does not allow copying': 'ブラウザーがコピーを許しません',
  'not printed itself': 'そのままは印刷されていません', 'Characters that no field, label or furniture accounts for': 'どの項目にも入らなかった文字', 'Pages without a picture': '画像のないページ', 'Kinds of records': '記録の種類',
};

/** @type {readonly (readonly [RegExp, string])[]} */
const JA_PATTERNS = [
  [/^(\d+) documents?$/, '$1 文書'], [/^(\d+) items?$/, '取組 $1 件'], [/^(\d+) with warnings$/, '警告あり $1 文書'], [/^(\d+) findings?$/, '確認事項 $1 件'], [/^(\d+) errors?$/, 'エラー $1 件'], [/^(\d+) warnings?$/, '警告 $1 件'],
  [/^(\d+) left over$/, '読み残し $1 字'], [/^Go to page (\d+)$/, '$1 ページへ'], [/^(Sheets|Items|Plan|Indicators) (\d+)$/, '$1 $2'], [/^(\d+) decisions?: download corrections\.csv$/, '判断 $1 件：corrections.csv をダウンロード'],
  [/^(.+), as printed$/, '$1（印刷どおり）'], [/^(.+): not printed itself$/, '$1：そのままは印刷されていません'], [/^page ([\d, ]+), from (.+)$/, '$1 ページ、$2 から'], [/^page ([\d, ]+)$/, '$1 ページ'],
  [/^Empty in every item: (.*)\.$/, 'どの取組でも空欄：$1'], [/^Made by chohyo (.*)\. Nothing on this page leaves your machine\.$/, 'chohyo $1 が作成。このページの内容が外部に送られることはありません。'],
  [/^(\d+) characters: (\d+) in fields, (\d+) in labels, (\d+) page furniture, (\d+) left over(.*)\.$/, '$1 字：値 $2、見出し $3、ページ番号等 $4、読み残し $5$6'],
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
    for (const node of element.childNodes) if (node instanceof Text && node.data.trim() !== '') node.data = node.data.replace(node.data.trim(), t(node.data.trim()));
  }
}
