/** Heads of the tables that commands print, and the words in them. */
export const wordsJa: Readonly<Record<string, string>> = {
  file: 'ファイル', municipality: '団体', year: '年度', pages: 'ページ', items: '取組', warnings: '警告', result: '結果', title: '文書名', document: '文書ID', state: '状態',
  tables: '表', database: 'データベース', new: '新規', same: '同じ', conflicts: '食い違い', rows: '行数', sheet: 'シート', id: 'ID', version: '版', code: '団体コード',
  stored: '保存', replaced: '更新', unchanged: '変更なし', read: '読み取り', copy: '同じファイル', failed: '失敗', doubtful: '要確認', superseded: '旧版', current: '現行', merged: '統合済み',
  '(not read again)': '（前回と同じため読み直していません）', 'of them superseded': 'うち旧版', 'nothing written': '書き込みなし', item: '取組', warning: '警告', table: '表',
};
