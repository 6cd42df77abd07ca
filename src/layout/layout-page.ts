/** One page → its tables and free lines, every intermediate result kept for whoever inspects it. */
import type { Line } from '../model/layout.js';
import type { Box, Diagonal, Glyph, Page, Ruling } from '../model/page.js';
import { joinAbutting } from './abutting.js';
import { assignGlyphs, type Assigned, type CellGrid } from './assign.js';
import { readBeside } from './beside.js';
import { mayHang } from './characters.js';
import { findCells } from './cells.js';
import { ruledEvidence } from './evidence/confidence.js';
import { onPage, PLAIN_BOOK, type Rulebook, says } from './evidence/rulebook.js';
import { boundingBox, boxOfLine, contains } from './geometry.js';
import { across, cover, down } from './intervals.js';
import { withoutGlyphStrokes } from './glyph-strokes.js';
import { partingEdges, tiledGrids } from './fill-edges.js';
import { drawnShare, extentOf, findGrids, type Grid } from './grid.js';
import { gatherRows } from './lines.js';
import { isSpace, markGlyphs } from './marks.js';
import { splitOverlays } from './overlays.js';
import type { FilledCell, PageCell, PageTable } from './page-table.js';
import { readFreeText } from './free.js';
import { addUnruledTables } from './gutters/index.js';
import { closeUnderHeader } from './headed-rows.js';
import { joinRulings, type Segment } from './rulings.js';
import { readSetDown } from './set-down.js';
import { type Along, measureSetting, type Setting } from './spaces.js';
import { readStack } from './stacks.js';
import { readUprightLines } from './upright-lines.js';
import { closeMissingSides } from './missing-sides.js';
import { meetStrayEnds } from './stray-ends.js';
import { indexText } from './text-index.js';
import { findTypedRules } from './typed-rules.js';
import { findTextLines } from './strikes.js';
import { along, writeLine, type Writer, writeStack } from './write-line.js';

/** Geometry of a page: what needs no knowledge of the document's other pages. */
export interface PageGeometry {
  readonly page: Page;
  readonly glyphs: readonly Glyph[];
  /** Marks laid over the page; not among `glyphs`. */
  readonly overlays: readonly Glyph[];
  readonly excluded: Readonly<Record<string, number>>;
  readonly struck: ReadonlySet<Glyph>;
  readonly strikes: readonly Ruling[];
  readonly underlines: readonly Ruling[];
  readonly segments: readonly Segment[];
  /** Those of them that nobody drew, known from other pages or from the white between texts. */
  readonly implied: readonly Segment[];
  readonly grids: readonly Grid[];
  readonly tables: readonly FilledTable[];
  /** Glyphs outside tables. */
  readonly free: readonly Glyph[];
}

export interface FilledTable {
  readonly grid: CellGrid;
  readonly cells: readonly FilledCell[];
}

/** A page laid out: the geometry and what it reads as. */
export interface PageWork extends PageGeometry {
  readonly pageTables: readonly PageTable[];
  readonly lines: readonly Line[];
  readonly overlayLines: readonly Line[];
}

/** `implied`: edges of tables that nobody drew, known from other pages. */
export function measurePage(page: Page, implied: readonly Segment[] = [], rules: Rulebook = PLAIN_BOOK): PageGeometry {
  const book = onPage(rules, page.number);
  const marked = markGlyphs(page, book);
  const typed = findTypedRules(marked.glyphs, page.rulings, book);
  const isTyped = typed.rulings.length > 0;
  const excluded = isTyped ? { ...marked.excluded, typed: marked.glyphs.length - typed.glyphs.length } : marked.excluded;
  const pageRulings = isTyped ? [...page.rulings, ...typed.rulings] : page.rulings;
  const { overlays, text } = splitOverlays(typed.glyphs, pageRulings, book);
  const glyphs = readSetDown(text, book);
  const { struck, strikes, underlines, rulings } = findTextLines(glyphs, joinAbutting(withoutGlyphStrokes(pageRulings, glyphs, book), book), book);
  // A comment's strike deletes text; its frame and arrows part no cells.
  const borders = rulings.filter((ruling) => !says(book, 'comment', ruling.annotation === true, () => boxOfLine(ruling)));
  const drawn = meetStrayEnds(joinRulings(borders, book), book);
  const hasText = indexText(glyphs);
  const hasStanding = indexText(glyphs, (glyph) => !mayHang(glyph.text));
  const segments = [...drawn, ...partingEdges(pageRulings, drawn, hasStanding, book), ...implied];
  const ruled = findGrids(segments, hasText, book);
  const tiled = tiledGrids(pageRulings, page.fills, ruled.map(extentOf), book);
  const grids = [...ruled, ...tiled].map((grid) => closeUnderHeader(closeMissingSides(grid, glyphs, book), glyphs, book));
  const cellGrids = grids.map((grid): CellGrid => ({ xs: grid.xs, ys: grid.ys, cells: findCells(grid, glyphs, book), drawn: drawnShare(grid) }));
  const assigned = assignGlyphs(glyphs, cellGrids, book);
  const kept = dropEmbedded(cellGrids, assigned.tables, book);
  const { tables, free } = kept.length === cellGrids.length ? assigned : assignGlyphs(glyphs, kept, book);
  return {
    page,
    glyphs,
    overlays,
    excluded,
    struck,
    strikes,
    underlines,
    segments,
    implied,
    grids,
    tables: kept.map((grid, i) => ({ grid, cells: tables[i] ?? [] })),
    free,
  };
}

/** How the document sets its text, from all of its pages together. */
export function measureDocument(pages: readonly PageGeometry[]): Setting {
  return measureSetting(linesOf(pages));
}

/** One at a time: nobody keeps them. */
function* linesOf(pages: readonly PageGeometry[]): Generator<readonly Along[]> {
  for (const page of pages) {
    for (const glyphs of [...page.tables.flatMap((table) => table.cells.map((cell) => cell.glyphs)), page.free]) {
      for (const row of gatherRows(glyphs)) yield row.members.map(along);
    }
  }
}

/** `unruled`: look for tables without rulings too, the page's `feet` left out; their text is not among the lines then. */
export function readPage(
  geometry: PageGeometry,
  setting: Setting,
  unruled = false,
  feet: ReadonlySet<Glyph> = new Set(),
  rules: Rulebook = PLAIN_BOOK,
): PageWork {
  const page = geometry.page.number;
  const writer: Writer = { page, struck: geometry.struck, setting, book: onPage(rules, page) };
  const ruled = geometry.tables.map(({ grid, cells }): PageTable => {
    const { xs, ys } = grid;
    const read = cells.map((cell) => readCell(cell, geometry.page.diagonals, writer));
    const evidence = ruledEvidence({ xs, ys, cells: read }, grid.drawn ?? 1);
    return { kind: 'ruled', page, box: boundingBox(grid.cells.map((cell) => cell.box)), xs, ys, cells: read, evidence };
  });
  const { tables: pageTables, free } = unruled ? addUnruledTables(geometry, ruled, writer, feet) : { tables: ruled, free: geometry.free };
  const lines = readFreeText(
    free,
    pageTables.map((table) => table.box),
    writer,
    geometry.segments,
  );
  return { ...geometry, pageTables, lines, overlayLines: readFreeText(geometry.overlays, [], writer) };
}

/** One page alone, for tools that look at a single page. */
export function layoutPage(page: Page): PageWork {
  const geometry = measurePage(page);
  return readPage(geometry, measureDocument([geometry]));
}

function readCell({ cell, glyphs }: FilledCell, diagonals: readonly Diagonal[], writer: Writer): PageCell {
  const rows = gatherRows(glyphs).filter((row) => row.members.some(({ glyph }) => !isSpace(glyph)));
  const { book } = writer;
  const crossedOut = says(book, 'crossed-out', rows.length === 0 && diagonals.some((line) => crosses(line, cell.box)), () => cell.box);
  const stack = readStack(rows, cell.box);
  if (stack && says(book, 'stack', true, () => cell.box)) return { ...cell, lines: [writeStack(stack, writer)], crossedOut };
  const across = (): Line[] => {
    const beside = readBeside(glyphs);
    return (beside !== undefined && says(book, 'beside', true, () => cell.box) ? beside : rows).map((row) => writeLine(row, writer));
  };
  const upright = readUprightLines(glyphs, cell.box);
  if (upright === undefined || !says(book, 'upright-lines', true, () => cell.box)) return { ...cell, lines: across(), crossedOut };
  const down = upright.lines.map((line) => writeStack(line, writer));
  if (upright.verdict === 'sure') return { ...cell, lines: down, crossedOut };
  const [lines, other] = upright.verdict === 'likely' ? [down, across()] : [across(), down];
  return { ...cell, lines, alternatives: [other], crossedOut };
}

/** A diagonal crosses a cell out when it runs from corner to corner, near enough. */
function crosses(line: Diagonal, box: Box): boolean {
  const drawn = {
    x0: Math.min(line.x0, line.x1),
    x1: Math.max(line.x0, line.x1),
    top: Math.min(line.y0, line.y1),
    bottom: Math.max(line.y0, line.y1),
  };
  return (
    cover([across(drawn)], across(box)) >= DIAGONAL_SHARE &&
    cover([down(drawn)], down(box)) >= DIAGONAL_SHARE &&
    drawn.x1 - drawn.x0 <= (box.x1 - box.x0) / DIAGONAL_SHARE
  );
}

/** A diagonal may stop short of the corners, or run over several merged cells, by this share. */
const DIAGONAL_SHARE = 0.7;

/**
 * A box drawn inside another table's cell and parting nothing itself (a frame round a word, a check box) is
 * decoration: its text belongs to the cell. Empty boxes are no tables at all.
 */
function dropEmbedded(grids: readonly CellGrid[], filled: Assigned['tables'], book: Rulebook): CellGrid[] {
  const boxes = grids.map((grid) => boundingBox(grid.cells.map((cell) => cell.box)));
  return grids.filter((grid, i) => {
    const box = boxes[i];
    if (box === undefined) return false;
    const isEmpty = !(filled[i] ?? []).some(({ glyphs: inCell }) => inCell.some((glyph) => !isSpace(glyph)));
    if (says(book, 'empty-box', isEmpty, () => box)) return false;
    if (grid.cells.length > 1) return true;
    const isEmbedded = grids.some((other, j) => j !== i && other.cells.length > 1 && contains(boxes[j] ?? box, box, 1));
    return !says(book, 'embedded-box', isEmbedded, () => box);
  });
}
