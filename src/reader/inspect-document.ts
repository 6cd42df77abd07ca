/** What the reader sees in one PDF, without storing anything: for whoever wonders why, or writes a grammar. */
import { acceptedScore, recognise, type Recognition } from '../grammar/recognise.js';
import type { LoadedGrammar } from '../grammar/load.js';
import { ChohyoError, type Failure, type Result } from '../model/errors.js';
import type { Table } from '../model/layout.js';
import type { FontInfo, Page } from '../model/page.js';
import type { DiagnosticRow } from '../model/records.js';
import { pageKind } from '../pdf/index.js';
import { printable } from '../text/printable.js';
import { layOut, type PagesRead, readPages, unruledTables } from './pipeline.js';
import { readRecords, unreadablePages } from './read-document.js';
import type { ReadRequest } from './types.js';

export interface InspectedPage {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly rotation: number;
  readonly kind: string;
  readonly glyphs: number;
  readonly hidden: Readonly<Record<string, number>>;
  readonly rulings: number;
  readonly images: number;
}

export interface InspectedTable {
  readonly pages: readonly number[];
  readonly rows: number;
  readonly cols: number;
  readonly repeatedHeaderCells: number;
  /** False: its columns were told by the white between them. */
  readonly ruled: boolean;
  /** From 0 to 1: how much speaks for the table and its cells. */
  readonly confidence: number;
  /** Texts of the first row's cells. */
  readonly firstRow: readonly string[];
}

export interface Inspection {
  readonly file: string;
  readonly sha256: string;
  readonly producer: string;
  readonly creator: string;
  readonly title: string;
  readonly encrypted: boolean;
  readonly pages: readonly InspectedPage[];
  readonly fonts: readonly FontInfo[];
  /** Every grammar, the best first, with what it found and what it lacked. */
  readonly grammars: readonly {
    readonly id: string;
    readonly score: number;
    readonly fits: boolean;
    readonly found: readonly string[];
    readonly missing: readonly string[];
  }[];
  readonly tables: readonly InspectedTable[];
  /** What reading it with the best grammar gave; null when none fits, or when no item was found (`unread` says which). */
  readonly reading: {
    readonly grammar: string;
    readonly items: number;
    readonly glyphs: number;
    readonly leftOver: number;
    readonly diagnostics: readonly DiagnosticRow[];
  } | null;
  readonly unread: Failure | null;
  readonly problems: readonly Failure[];
}

function inspectPage(page: Page): InspectedPage {
  const hidden: Record<string, number> = {};
  for (const glyph of page.glyphs) if (glyph.hidden !== undefined) hidden[glyph.hidden] = (hidden[glyph.hidden] ?? 0) + 1;
  return {
    page: page.number,
    width: Math.round(page.width),
    height: Math.round(page.height),
    rotation: page.rotation,
    kind: pageKind(page),
    glyphs: page.glyphs.length,
    hidden,
    rulings: page.rulings.length,
    images: page.images.length,
  };
}

function inspectTable(table: Table): InspectedTable {
  const first = table.cells.filter((cell) => cell.row === 0);
  return {
    pages: table.parts.map((part) => part.page),
    rows: table.rows,
    cols: table.cols,
    repeatedHeaderCells: table.repeatedHeaders.length,
    ruled: table.kind === 'ruled',
    confidence: Math.round(table.confidence * 100) / 100,
    firstRow: first.map((cell) => cell.parts.flatMap((part) => part.lines.map((line) => line.text)).join('')),
  };
}

/** A grammar fits whose signs are printed, unless it was tried and found no item. */
function inspectGrammar({ grammar, score, evidence }: Recognition, withoutItems: string | undefined): Inspection['grammars'][number] {
  return {
    id: grammar.id,
    score: Math.round(score * 1000) / 1000,
    fits: score >= acceptedScore && grammar.id !== withoutItems,
    found: evidence.filter(({ found }) => found).map(({ what }) => what),
    missing: evidence.filter(({ found }) => !found).map(({ what }) => what),
  };
}

function fontsOf(pages: readonly Page[]): readonly FontInfo[] {
  const fonts = new Map<string, FontInfo>();
  for (const font of pages.flatMap((page) => page.fonts)) fonts.set(JSON.stringify(font), font);
  return [...fonts.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

async function readingOf(read: PagesRead, request: ReadRequest, grammars: readonly LoadedGrammar[]): Promise<Pick<Inspection, 'reading' | 'unread'>> {
  const outcome = await readRecords(read, request, grammars);
  if (outcome.kind === 'failed') return { reading: null, unread: outcome.failure };
  const { document, diagnostics } = outcome.records;
  return {
    reading: { grammar: document.grammar, items: document.items, glyphs: document.glyphs, leftOver: document.glyphs_left_over, diagnostics },
    unread: null,
  };
}

export async function inspectDocument(request: ReadRequest, grammars: readonly LoadedGrammar[]): Promise<Result<Inspection>> {
  try {
    const read = await readPages(request);
    const { pdf } = read;
    const layout = layOut(read);
    const ranking = recognise(layout, grammars);
    const { reading, unread } = await readingOf(read, request, grammars);
    // A grammar takes tables without rulings only where it needs them; without a grammar they are what `tables` finds besides.
    const besides = reading === null && unread?.code !== 'E_NO_RECORDS' ? unruledTables(layOut(read, { unruled: true })) : [];
    const withoutItems = unread?.code === 'E_NO_RECORDS' ? (request.grammar ?? ranking[0]?.grammar.id) : undefined;
    return {
      ok: true,
      value: {
        file: request.sourceFile,
        sha256: request.sha256,
        producer: pdf.producer,
        creator: pdf.creator,
        title: pdf.title,
        encrypted: pdf.encrypted,
        pages: pdf.pages.map(inspectPage),
        fonts: fontsOf(pdf.pages),
        grammars: ranking.map((recognition) => inspectGrammar(recognition, withoutItems)),
        tables: [...layout.tables, ...besides].map(inspectTable),
        reading,
        unread,
        problems: unreadablePages(pdf.pages),
      },
    };
  } catch (error) {
    if (error instanceof ChohyoError) return { ok: false, failure: error.failure };
    throw error;
  }
}

const percent = (share: number): string => `${Math.round(share * 100)} %`.padStart(5);

/** The inspection for people. */
export function formatInspection(inspection: Inspection): string {
  const lines: string[] = [];
  const { pages, fonts, grammars, tables, reading } = inspection;
  lines.push(`${inspection.file}  ${pages.length} pages  sha256 ${inspection.sha256.slice(0, 12)}…`);
  lines.push(`producer  ${inspection.producer || '(not stated)'}${inspection.encrypted ? '  encrypted, opens without a password' : ''}`);
  lines.push('', 'fonts');
  for (const font of fonts) {
    const notes = [font.embedded ? 'embedded' : 'not embedded', ...(font.vertical ? ['vertical'] : []), ...(font.unmapped ? ['maps to no characters'] : [])];
    lines.push(`  ${font.name}  ${notes.join(', ')}`);
  }
  lines.push('', 'pages');
  for (const page of pages) {
    const hidden = Object.entries(page.hidden).map(([reason, count]) => `${count} ${reason}`);
    const turned = page.rotation === 0 ? '' : `  /Rotate ${page.rotation}`;
    lines.push(
      `  ${String(page.page).padStart(3)}  ${page.kind}  ${page.width}×${page.height} pt${turned}  ${page.glyphs} glyphs  ${page.rulings} rulings${hidden.length > 0 ? `  hidden: ${hidden.join(', ')}` : ''}`,
    );
  }
  lines.push('', 'grammars, best first');
  const signs = grammars.filter(({ score }) => score > 0);
  for (const grammar of signs) {
    lines.push(`  ${percent(grammar.score)}  ${grammar.id}${grammar.fits ? '  fits' : ''}`);
    if (grammar.found.length > 0) lines.push(`         found    ${grammar.found.join(', ')}`);
    if (grammar.missing.length > 0) lines.push(`         missing  ${grammar.missing.join(', ')}`);
  }
  const strange = grammars.filter(({ score }) => score === 0);
  if (strange.length > 0) lines.push(`  nothing of  ${strange.map(({ id }) => id).join(', ')}`);
  lines.push('', 'tables');
  for (const [index, table] of tables.entries()) {
    lines.push(
      `  ${index + 1}  page ${table.pages.join(', ')}  ${table.rows} rows × ${table.cols} columns${table.ruled ? '' : '  without rulings'}  │${table.firstRow.join('│')}│`,
    );
  }
  if (reading) {
    lines.push('', `read as ${reading.grammar}: ${reading.items} items, ${reading.leftOver} of ${reading.glyphs} glyphs left over`);
    for (const { severity, code, page, message } of reading.diagnostics)
      lines.push(`  ${severity}  ${code}${page === null ? '' : `  page ${page}`}  ${message}`);
  }
  const { unread } = inspection;
  if (unread !== null && !inspection.problems.some(({ code, message }) => code === unread.code && message === unread.message))
    lines.push('', `${unread.code}: ${unread.message}. ${unread.remedy}`);
  for (const { code, message, remedy } of inspection.problems) lines.push('', `${code}: ${message}. ${remedy}`);
  return `${lines.map(printable).join('\n')}\n`;
}
