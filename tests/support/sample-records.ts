/** A small document as the reader would hand it over, for tests of what comes after the reader. */
import { createHash } from 'node:crypto';
import type { DocumentRecords, IndicatorRow, ItemRow, MeasureRow } from '../../src/model/records.js';

export interface SampleOptions {
  /** Stands for the file's bytes: another seed is another document. */
  readonly seed?: string;
  readonly sourceFile?: string;
  readonly municipality?: readonly [code: string, name: string];
  readonly year?: number;
  readonly item?: Partial<ItemRow>;
  readonly measure?: Partial<MeasureRow>;
}

export function sampleRecords(options: SampleOptions = {}): DocumentRecords {
  const sha256 = createHash('sha256')
    .update(options.seed ?? 'sample')
    .digest('hex');
  const id = sha256.slice(0, 12);
  const [code, municipality] = options.municipality ?? ['132136', '東村山市'];
  const year = options.year ?? 2021;
  const sourceFile = options.sourceFile ?? 'shimin.pdf';
  const title = '目標管理シート';
  const item: ItemRow = {
    item_id: `${id}-1-1`,
    municipality_code: code,
    municipality,
    fiscal_year: year,
    document_id: id,
    document_title: title,
    sheet_no: 1,
    department: '市民部',
    division: null,
    head_title: '市民部長',
    head_name: '山田 太郎',
    item_no: '1',
    title: '窓口サービスの向上',
    category: '総計・行革',
    plan_path: null,
    responsible: '市民課',
    goal: '・待ち時間を短くする。\n・案内を改める。',
    method: null,
    indicator: null,
    target: null,
    deadline: null,
    deadline_month: null,
    midyear_status: null,
    midyear_level: null,
    midyear_review: null,
    second_half_plan: null,
    result: '「はい」, と言われた。',
    actual: null,
    rating: 'B',
    rating_level: 'achieved',
    rating_reason: null,
    next_steps: null,
    page_first: 1,
    page_last: 2,
    source_file: sourceFile,
    source_sha256: sha256,
    ...options.item,
  };
  const measure: MeasureRow = {
    item_id: item.item_id,
    measure_no: 1,
    label: '①',
    indicator: '待ち時間',
    target: '90以下',
    target_value: 90,
    target_unit: null,
    target_bound: 'max',
    actual: '85.5分',
    actual_value: 85.5,
    actual_unit: '分',
    attained: 1,
    comparison: 'below',
    measure_id: `${item.item_id}-1`,
    ...options.measure,
  };
  const indicator: Omit<IndicatorRow, 'indicator_id' | 'label' | 'fiscal_year' | 'raw' | 'value'> = {
    document_id: id,
    municipality,
    indicator_no: '1',
    name: '満足度',
    unit: '%',
    description: null,
    kind: 'actual',
    value_alt: null,
    note: null,
    related: null,
  };
  return {
    document: {
      document_id: id,
      municipality_code: code,
      municipality,
      fiscal_year: year,
      fiscal_year_label: '令和3年度',
      title,
      grammar: 'sample',
      grammar_version: '1',
      source_file: sourceFile,
      source_sha256: sha256,
      producer: 'Sample Producer',
      pages: 2,
      items: 1,
      glyphs: 100,
      glyphs_in_fields: 70,
      glyphs_in_labels: 25,
      glyphs_in_furniture: 3,
      glyphs_left_over: 2,
      warnings: 1,
      source_path: null,
      source_url: null,
      retrieved_on: null,
      superseded_by: null,
    },
    sheets: [
      {
        document_id: id,
        sheet_no: 1,
        department: item.department,
        division: item.division,
        head_title: item.head_title,
        head_name: item.head_name,
        city_goal: '笑顔あふれるまち',
        department_goal: null,
        mission: null,
        staff: 44,
        budget_yen: 5_445_323_000,
        prepared_on: null,
        page_first: 1,
        page_last: 2,
        sheet_id: `${id}-1`,
        prepared_on_date: null,
      },
    ],
    items: [item],
    measures: [measure],
    indicators: [
      { ...indicator, label: 'R2', fiscal_year: 2020, raw: '36.1', value: 36.1, indicator_id: `${id}-1-1` },
      { ...indicator, label: 'R3', fiscal_year: 2021, raw: '37.0', value: 37, indicator_id: `${id}-1-2` },
    ],
    plan_nodes: [
      {
        node_id: `${id}-1`,
        document_id: id,
        parent_id: null,
        level: '施策',
        number: '1',
        title: '質の高い行政',
        description: null,
        indicator_nos: null,
        page: 1,
      },
      {
        node_id: `${id}-1-1`,
        document_id: id,
        parent_id: `${id}-1`,
        level: '方向性',
        number: '1',
        title: '経営的な視点',
        description: null,
        indicator_nos: '1・2',
        page: 1,
      },
    ],
    series: [
      {
        document_id: id,
        sheet_no: 1,
        item_id: item.item_id,
        series_no: 1,
        section: '事業費（千円）',
        row_label: '財源 > 一般財源',
        column_label: '令和3年度 > 決算',
        fiscal_year: 2021,
        kind: 'settled',
        raw: '5,690',
        value: 5690,
        unit: '千円',
        amount_yen: 5_690_000,
        note: null,
        series_id: `${id}-1-s1`,
      },
    ],
    ratings: [{ item_id: item.item_id, rating_no: 1, aspect: '有効性', raw: '高い', level: null, reason: '「はい」', rating_id: `${item.item_id}-r1` }],
    fields: [{ document_id: id, sheet_no: 1, item_id: item.item_id, field_no: 1, section: null, label: '根拠法令等', raw: '地方税法', field_id: `${id}-1-f1` }],
    provenance: [
      {
        table: 'items',
        id: item.item_id,
        field: 'rating',
        part: 1,
        page: 1,
        x0: 100.123456,
        top: 50,
        x1: 120.1,
        bottom: 62.000000001,
        raw: 'B',
        document_id: id,
        basis: 'column',
      },
    ],
    diagnostics: [{ document_id: id, page: 2, severity: 'warning', code: 'left_over_text', message: '「余り」', x0: 1, top: 2, x1: 3.3333333, bottom: 4 }],
    excluded: { struck: 4, duplicate: 1 },
  };
}
