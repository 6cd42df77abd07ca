/** A PDF and the records read from it, small enough to know every place by heart. */
import type { DiagnosticRow, DocumentRecords, ProvenanceRow } from '../../src/model/records.js';
import { buildPdf, japaneseFont, utf16 } from '../../src/pdf/test-pdf.js';
import { sampleRecords } from './sample-records.js';

export interface ReviewSample {
  readonly pdf: Uint8Array;
  readonly records: DocumentRecords;
}

const WIDTH = 420;
const HEIGHT = 300;
const SIZE = 12;

/** A line of text with its left end and the top of its box, in points from the top left. */
interface PrintedLine {
  readonly text: string;
  readonly x: number;
  readonly top: number;
}

function content(lines: readonly PrintedLine[]): string {
  return lines.map(({ text, x, top }) => `BT /F2 ${SIZE} Tf 1 0 0 1 ${x} ${HEIGHT - top - 0.88 * SIZE} Tm ${utf16(text)} Tj ET`).join('\n');
}

const boxOf = ({ text, x, top }: PrintedLine): Pick<ProvenanceRow, 'x0' | 'top' | 'x1' | 'bottom'> => ({
  x0: x,
  top,
  x1: x + text.length * SIZE,
  bottom: top + SIZE,
});

function pdfOf(pages: readonly (readonly PrintedLine[])[]): { pdf: Uint8Array; seed: string } {
  const pdf = buildPdf({ pages: pages.map((lines) => ({ content: content(lines), box: [0, 0, WIDTH, HEIGHT] })), fonts: { F2: japaneseFont() } });
  return { pdf, seed: Buffer.from(pdf).toString('latin1') };
}

export const printed = {
  title: { text: '窓口サービスの向上', x: 40, top: 60 },
  goalHead: { text: '・待ち時間を短くする。', x: 40, top: 90 },
  rating: { text: 'Ｂ', x: 300, top: 60 },
  goalTail: { text: '・案内を改める。', x: 40, top: 40 },
  leftOver: { text: '欄外の注記', x: 40, top: 240 },
} as const satisfies Record<string, PrintedLine>;

/** Two pages; the goal stands on both; a note on the second belongs to nothing. */
export function reviewSample(): ReviewSample {
  const { pdf, seed } = pdfOf([
    [printed.title, printed.goalHead, printed.rating],
    [printed.goalTail, printed.leftOver],
  ]);
  const records = sampleRecords({ seed, item: { deadline: null, plan_path: '施策1 質の高い行政 > 方向性1 経営的な視点' } });
  const id = records.items[0]?.item_id ?? '';
  const place = (table: ProvenanceRow['table'], own: string, field: string, part: number, page: number, line: PrintedLine): ProvenanceRow => ({
    table,
    id: own,
    field,
    part,
    page,
    ...boxOf(line),
    raw: line.text,
    document_id: records.document.document_id,
    basis: 'beside',
  });
  const finding = (code: string, message: string, page: number | null, line?: PrintedLine): DiagnosticRow => ({
    document_id: records.document.document_id,
    page,
    severity: 'warning',
    code,
    message,
    ...(line === undefined ? { x0: null, top: null, x1: null, bottom: null } : boxOf(line)),
  });
  return {
    pdf,
    records: {
      ...records,
      provenance: [
        place('items', id, 'title', 1, 1, printed.title),
        place('items', id, 'goal', 1, 1, printed.goalHead),
        place('items', id, 'goal', 2, 2, printed.goalTail),
        { ...place('items', id, 'rating', 1, 1, printed.rating), raw: '~~A~~Ｂ' },
        place('plan_nodes', `${records.document.document_id}-1-1`, 'title', 1, 2, printed.goalTail),
      ],
      diagnostics: [finding('W_LEFT_OVER', '欄外の注記', 2, printed.leftOver), finding('W_ITEM_GAP', '1 is missing before number 2', null)],
    },
  };
}

/** A report of that many pages, an item on each, as long as real ones. */
export function longSample(pages: number): ReviewSample {
  const lines = Array.from({ length: pages }, (_, index): PrintedLine => ({ text: `取組項目${index + 1}`, x: 40, top: 60 }));
  const { pdf, seed } = pdfOf(lines.map((line) => [line]));
  const records = sampleRecords({ seed });
  const first = records.items[0];
  if (first === undefined) throw new Error('the sample has no item');
  const prose = '市民ニーズを正確に把握して、多様な要望にバランス良く応えることができる施設管理を行う。'.repeat(4);
  const document = records.document.document_id;
  const items = lines.map((line, index) => ({
    ...first,
    item_id: `${document}-1-${index + 1}`,
    item_no: String(index + 1),
    title: line.text,
    goal: prose,
    method: prose,
    result: prose,
    next_steps: prose,
    page_first: index + 1,
    page_last: index + 1,
  }));
  return {
    pdf,
    records: {
      ...records,
      document: { ...records.document, pages, items: pages, glyphs_left_over: 0, warnings: 0 },
      sheets: records.sheets.map((sheet) => ({ ...sheet, page_last: pages })),
      items,
      measures: [],
      provenance: items.flatMap((item, index) => {
        const line = lines[index];
        return line === undefined
          ? []
          : [
              {
                table: 'items' as const,
                id: item.item_id,
                field: 'title',
                part: 1,
                page: index + 1,
                ...boxOf(line),
                raw: line.text,
                document_id: item.document_id,
                basis: 'column' as const,
              },
            ];
      }),
      diagnostics: [],
    },
  };
}
