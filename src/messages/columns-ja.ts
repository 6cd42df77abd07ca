/** Names of tables and columns in Japanese: for `export --headers ja`, the review page and docs/columns.md. */
export const tablesJa: Readonly<Record<string, string>> = {
  items: '取組', measures: '指標・目標・実績', indicators: '成果指標', plan_nodes: '計画の体系', sheets: 'シート', documents: '文書', series: '年度別の値',
  ratings: 'その他の評価', fields: 'その他の欄', item_links: '前年度の取組', provenance: '出典の位置', diagnostics: '確認事項',
};

/** One name for a column wherever it stands; `table.column` where it means something else in that table. */
export const columnsJa: Readonly<Record<string, string>> = {
  item_id: '取組ID', municipality_code: '団体コード', municipality: '団体名', fiscal_year: '年度（西暦）', document_id: '文書ID', document_title: '文書名',
  sheet_no: 'シート番号', department: '部', division: '課', head_title: '長の職名', head_name: '長の氏名', item_no: '番号', title: '取組名', category: '区分',
  plan_path: '計画の体系', responsible: '担当課', goal: '目標', method: '具体的な活動内容', indicator: '指標', target: '目標値', deadline: '期限',
  deadline_month: '期限（年月）', midyear_status: '中間の進捗', midyear_level: '中間の進捗（段階）', midyear_review: '上半期の状況や評価', second_half_plan: '下半期の予定',
  result: '成果又は課題', actual: '実績値', rating: '評価', rating_level: '評価（段階）', rating_reason: '評価の理由', next_steps: '課題と対応', page_first: '開始ページ',
  page_last: '終了ページ', source_file: 'ファイル名', source_sha256: 'ファイルのSHA-256',
  measure_no: '指標番号', label: '記号', target_value: '目標値（数）', target_unit: '目標値の単位', target_bound: '目標値の上下限', actual_value: '実績値（数）',
  actual_unit: '実績値の単位', attained: '達成', measure_id: '指標ID', comparison: '目標値との比較',
  indicator_no: '成果指標番号', name: '指標名', unit: '単位', description: '説明', kind: '種類', raw: '印刷どおりの値', value: '値', value_alt: '括弧内の値', note: '注記',
  related: '関連する計画', indicator_id: '成果指標ID',
  node_id: '体系ID', parent_id: '上位の体系ID', level: '階層', number: '番号', indicator_nos: '成果指標番号', page: 'ページ',
  city_goal: '市の目標', department_goal: '部の目標', mission: '使命', staff: '人員', budget_yen: '予算（円）', prepared_on: '作成日', sheet_id: 'シートID',
  prepared_on_date: '作成日（ISO）',
  series_no: '通し番号', section: '見出し', row_label: '行の見出し', column_label: '列の見出し', amount_yen: '金額（円）', series_id: '値ID',
  rating_no: '評価番号', aspect: '評価の観点', reason: '理由', rating_id: '評価ID', field_no: '欄番号', field_id: '欄ID',
  fiscal_year_label: '年度', grammar: '様式定義', grammar_version: '様式定義の版', producer: '作成ソフト', pages: 'ページ数', items: '取組数', glyphs: '文字数',
  glyphs_in_fields: '値の文字数', glyphs_in_labels: '見出しの文字数', glyphs_in_furniture: 'ページ番号等の文字数', glyphs_left_over: '読み残した文字数', warnings: '警告数',
  source_path: 'ファイルの場所', source_url: '入手先URL', retrieved_on: '入手日', superseded_by: '代わりの文書ID',
  previous_item_id: '前年度の取組ID', score: '一致の度合い', basis: '根拠',
  table: '表', id: 'ID', field: '列', part: '部分', x0: '左', top: '上', x1: '右', bottom: '下', severity: '重さ', code: 'コード', message: '内容',
  'documents.title': '文書名', 'plan_nodes.title': '名称', 'ratings.level': '評価（段階）', 'ratings.raw': '評価', 'fields.label': '欄の見出し', 'indicators.label': '列の見出し',
};

export function columnJa(table: string, column: string): string {
  return columnsJa[`${table}.${column}`] ?? columnsJa[column] ?? column;
}
