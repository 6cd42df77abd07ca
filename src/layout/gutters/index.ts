/** The tables of a page that rulings do not make, or make only in part. */
import type { Box, Glyph } from '../../model/page.js';
import { says } from '../evidence/rulebook.js';
import { contains, median } from '../geometry.js';
import type { FilledTable, PageGeometry } from '../layout-page.js';
import type { PageTable } from '../page-table.js';
import type { Writer } from '../write-line.js';
import { hasAxis } from './axis.js';
import type { Wall } from './cut.js';
import { findDrawings, isDrawn, isGround, isLabelOf } from './drawings.js';
import { joinHeads } from './headed.js';
import { insideFrame, insideOneCell, ON_EDGE } from './in-frames.js';
import { findLabelledBoxes } from './labelled-boxes.js';
import { isPanelled } from './panels.js';
import { splitRows } from './refine.js';
import { splitHeads } from './split-heads.js';
import { bandRules, byPlace, toRules } from './rules.js';
import { findUnruledTables, type GutterTables } from './unruled.js';

export { findUnruledTables, type GutterTables } from './unruled.js';

/** The page's tables of both kinds, and the glyphs that stand in none, `feet` among them. `ruled` reads `geometry.tables`, in their order. */
export function addUnruledTables(geometry: PageGeometry, ruled: readonly PageTable[], writer: Writer, feet: ReadonlySet<Glyph> = new Set()): GutterTables {
  const { book } = writer;
  const drawings = findDrawings(geometry.page, geometry.segments, geometry.tables, geometry.glyphs, book);
  const isOutside = (glyph: Glyph): boolean =>
    feet.has(glyph) ||
    says(
      book,
      'chart-label',
      drawings.some((drawing) => isLabelOf(glyph, drawing)),
      () => glyph.box,
    );
  const drawn = toRules(geometry.segments, geometry.underlines);
  const rules = [...drawn, ...bandRules(geometry.page.fills, drawn, book)].sort(byPlace);
  const tables: PageTable[] = [];
  const free = geometry.free.filter((glyph) => !isOutside(glyph));
  /** Where rulings already made a table, or a drawing. */
  const taken: Box[] = [...drawings];
  const leftOver: Glyph[] = geometry.free.filter(isOutside);
  const walls = geometry.segments.filter(({ axis }) => axis === 'v').map(({ at, from, to }): Wall => ({ x: at, top: from, bottom: to }));
  const bands: FilledTable[] = [];
  ruled.forEach((table, i) => {
    const filled = geometry.tables[i];
    if (filled === undefined) return;
    const place = (): Box => table.box;
    if (
      says(book, 'within-chart', isDrawn(table.box, drawings), place) ||
      says(book, 'chart-ground', isGround(filled), place) ||
      says(book, 'chart-scale', hasAxis(filled), place)
    ) {
      taken.push(table.box);
      leftOver.push(...filled.cells.flatMap((cell) => cell.glyphs));
      return;
    }
    if (says(book, 'band', isBand(filled), place)) {
      bands.push(filled);
      free.push(...filled.cells.flatMap((cell) => cell.glyphs));
      return;
    }
    taken.push(table.box);
    const isPanel = says(book, 'panels', isPanelled(filled), place);
    const inside =
      table.xs.length === 2 || isPanel ? insideFrame(filled, table, rules, isPanel ? walls : [], writer) : insideOneCell(filled, table, rules, walls, writer);
    tables.push(...(inside?.tables ?? [splitHeads(splitRows(filled, table, writer), writer)]));
    leftOver.push(...(inside?.free ?? []));
  });
  const isTaken = (box: Box): boolean => taken.some((table) => contains(table, box, ON_EDGE));
  const outside = rules.filter(({ y, x0, x1 }) => !isTaken({ x0, x1, top: y, bottom: y }));
  const found = findUnruledTables(
    free.sort(byOrder),
    outside,
    writer,
    walls.filter(({ x, top, bottom }) => !isTaken({ x0: x, x1: x, top, bottom })),
  );
  const fields = findLabelledBoxes(bands, found.free, writer);
  return { tables: [...joinHeads(tables, found.tables, rules, writer), ...fields.tables], free: [...leftOver, ...fields.free].sort(byOrder) };
}

const byOrder = (a: Glyph, b: Glyph): number => a.order - b.order;

/** A single cell no higher than this many of its characters is a band: the shaded header of a table without rulings. */
const BAND_LINES = 2.5;

function isBand({ cells, grid }: FilledTable): boolean {
  if (cells.length !== 1) return false;
  const size = median(cells.flatMap((cell) => cell.glyphs.map((glyph) => glyph.size)));
  return (grid.ys[grid.ys.length - 1] ?? 0) - (grid.ys[0] ?? 0) <= BAND_LINES * size;
}
