/** Pages, layout and interpretation of one document → layers. Pure. */
import type { Interpretation } from '../grammar/interpret.js';
import type { Recognition } from '../grammar/recognise.js';
import { ruleOf } from '../layout/evidence/registry.js';
import type { Proposal } from '../layout/evidence/rulebook.js';
import type { Cell, DocumentLayout, Line, Table } from '../model/layout.js';
import type { Box, Glyph, Ruling } from '../model/page.js';
import type { DocumentRecords } from '../model/records.js';
import { pageKind } from '../pdf/index.js';
import { type PagesRead, placeFinder } from '../reader/pipeline.js';
import type { LayerBox, LayerGlyph, Layers, LayersPage } from './layers.js';

/** What reading with a grammar gave; the records' places are those on the pages as displayed. */
export interface GrammarReading {
  readonly interpretation: Interpretation;
  readonly records: DocumentRecords;
}

export interface LayersInput {
  readonly file: string;
  readonly read: PagesRead;
  readonly layout: DocumentLayout;
  /** Tables without rulings, where no grammar was there to look for them: their cells are drawn too. */
  readonly besides?: readonly Table[];
  /** What the rules proposed, places as on the pages as they are read. */
  readonly proposals: readonly Proposal[];
  readonly ranking: readonly (Recognition & { readonly fits: boolean })[];
  /** Absent when no grammar fits. */
  readonly reading?: GrammarReading;
}

export function makeLayers(input: LayersInput): Layers {
  const { layout, reading } = input;
  const { pdf, upright } = input.read;
  const place = placeFinder(input.read);
  const lines = linesByPage(layout);
  const struck = new Map<Glyph, boolean>();
  for (const list of lines.values()) {
    for (const { line } of list) for (const placed of line.glyphs) struck.set(placed.glyph, placed.struck);
  }
  const stateOf = (glyph: Glyph | undefined): Pick<LayerGlyph, 'state' | 'why'> => {
    if (glyph === undefined) return { state: 'hidden', why: 'on a page whose fonts map to no characters' };
    if (glyph.hidden !== undefined) return { state: 'hidden', why: glyph.hidden };
    const isStruck = struck.get(glyph);
    // The layout keeps out what is no text of its own: the second copy of fake bold, leaders, underlines.
    if (isStruck === undefined) return { state: 'hidden', why: 'in no line: kept out by the layout' };
    if (isStruck) return { state: 'struck' };
    if (reading === undefined) return { state: 'unread' };
    return { state: reading.interpretation.claims.of(glyph) ?? 'left-over' };
  };
  return {
    file: input.file,
    producer: pdf.producer,
    grammar: reading?.records.document.grammar ?? '',
    ranking: input.ranking.map(({ grammar, score, evidence, fits }) => ({
      id: grammar.id,
      score: Math.round(score * 100) / 100,
      fits,
      found: evidence.filter(({ found }) => found).map(({ what }) => what),
      missing: evidence.filter(({ found }) => !found).map(({ what }) => what),
    })),
    pages: pdf.pages.map((page, index): LayersPage => {
      const own = lines.get(page.number) ?? [];
      // The same glyph as the layout knows it.
      const read = new Map(page.glyphs.map((glyph, i) => [glyph, upright[index]?.page.glyphs[i]]));
      return {
        number: page.number,
        width: tenth(page.width),
        height: tenth(page.height),
        kind: pageKind(page),
        fonts: page.fonts.map((font) => `${font.name}${font.embedded ? '' : ' (not embedded)'}${font.unmapped ? ' (maps to no characters)' : ''}`),
        glyphs: page.glyphs.filter((glyph) => glyph.text.trim() !== '').map((glyph) => layerGlyph(glyph, stateOf(read.get(glyph)))),
        rulings: page.rulings.map(layerRuling),
        fills: page.fills.map(({ box, color }) => ({ box: corners(box), color })),
        cells: [...layout.tables, ...(input.besides ?? [])].flatMap((table, number) => cellsOn(table, number + 1, page.number, place)),
        lines: own.map(({ line, free, furniture }) => ({
          box: corners(place(page.number, line.box)),
          text: line.raw,
          writing: line.writing,
          free,
          ...(furniture === undefined ? {} : { furniture }),
        })),
        fields: (reading?.records.provenance ?? [])
          .filter((row) => row.page === page.number)
          .map(({ table, id, field, raw, ...box }) => ({ box: corners(box), name: `${table}.${field}`, record: id, raw })),
        proposals: proposalsOn(page.number, input.proposals, place),
        findings: (reading?.records.diagnostics ?? [])
          .filter((row) => row.page === page.number)
          .map(({ severity, code, message, x0, top, x1, bottom }) => ({
            severity,
            code,
            message,
            box: x0 === null || top === null || x1 === null || bottom === null ? null : corners({ x0, top, x1, bottom }),
          })),
      };
    }),
    findings: (reading?.records.diagnostics ?? []).filter((row) => row.page === null).map(({ code, message }) => `${code} ${message}`),
  };
}

const tenth = (points: number): number => Math.round(points * 10) / 10;
const corners = ({ x0, top, x1, bottom }: Box): LayerBox => [tenth(x0), tenth(top), tenth(x1), tenth(bottom)];

/** Each once: pages are measured again where another page helps, and a rule is asked for the same place more than once. */
function proposalsOn(page: number, proposals: readonly Proposal[], place: (page: number, box: Box) => Box): LayersPage['proposals'] {
  const found = new Map<string, LayersPage['proposals'][number]>();
  for (const { rule, box, won, against } of proposals.filter((proposal) => proposal.page === page)) {
    const { says, weight } = ruleOf(rule);
    const own = { box: corners(place(page, box)), rule, proposes: says, weight, won, against: [...against] };
    found.set(JSON.stringify(own), own);
  }
  return [...found.values()];
}

function layerGlyph(glyph: Glyph, state: Pick<LayerGlyph, 'state' | 'why'>): LayerGlyph {
  return {
    box: corners(glyph.box),
    text: glyph.text,
    ...state,
    size: tenth(glyph.size),
    font: glyph.font,
    color: glyph.color,
    turn: glyph.turn,
    ...(glyph.vertical ? { vertical: true as const } : {}),
  };
}

function layerRuling({ axis, at, from, to, width, color, dashed, source }: Ruling): LayersPage['rulings'][number] {
  const box = axis === 'h' ? { x0: from, top: at, x1: to, bottom: at } : { x0: at, top: from, x1: at, bottom: to };
  return { box: corners(box), axis, width: Math.round(width * 100) / 100, color, dashed, source };
}

interface LineOnPage {
  readonly line: Line;
  readonly free: boolean;
  readonly furniture?: string;
}

function linesByPage(layout: DocumentLayout): ReadonlyMap<number, readonly LineOnPage[]> {
  const lines = new Map<number, LineOnPage[]>();
  const put = (own: LineOnPage): void => {
    const list = lines.get(own.line.page);
    if (list) list.push(own);
    else lines.set(own.line.page, [own]);
  };
  for (const { free } of layout.pages) for (const { line, furniture } of free) put({ line, free: true, ...(furniture === undefined ? {} : { furniture }) });
  for (const table of layout.tables) {
    for (const cell of [...table.cells, ...table.repeatedHeaders]) for (const part of cell.parts) for (const line of part.lines) put({ line, free: false });
  }
  return lines;
}

function cellsOn(table: Table, number: number, page: number, place: (page: number, box: Box) => Box): LayersPage['cells'] {
  const from = (cells: readonly Cell[], repeated: boolean): LayersPage['cells'] =>
    cells.flatMap((cell) =>
      cell.parts.flatMap((part, index) =>
        part.page !== page
          ? []
          : [
              {
                box: corners(place(page, part.box)),
                table: number,
                ruled: table.kind === 'ruled',
                row: cell.row,
                col: cell.col,
                rowSpan: cell.rowSpan,
                colSpan: cell.colSpan,
                text: part.lines.map((line) => line.raw).join('\n'),
                ...(repeated ? { repeated: true as const } : {}),
                ...(part.crossedOut ? { crossedOut: true as const } : {}),
                ...(cell.parts.length > 1 ? { part: `${index + 1} of ${cell.parts.length}` } : {}),
              },
            ],
      ),
    );
  return [...from(table.cells, false), ...from(table.repeatedHeaders, true)];
}
