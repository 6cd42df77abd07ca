/**
 * Tables whose columns are parted by white gutters: glyphs outside ruled tables → tables and the glyphs left.
 *
 *   glyphs ─▶ phrases ─▶ regions (without running text) ─▶ candidates ─▶ columns ─▶ evidence ─▶ rows ─▶ table
 */
import type { Box, Glyph } from '../../model/page.js';
import type { PageTable } from '../page-table.js';
import { contains, median } from '../geometry.js';
import { isSpace } from '../marks.js';
import type { FilledTable, PageGeometry } from '../layout-page.js';
import type { Writer } from '../write-line.js';
import { buildTable } from './build.js';
import { findCandidates } from './candidates.js';
import { findChannels } from './channels.js';
import { findColumns } from './columns.js';
import { findDrawings, isDrawn, isGround, isLabelOf } from './drawings.js';
import { cutAtGutters, cutAtWalls, type Wall } from './cut.js';
import { isTable } from './evidence.js';
import { markHeadings } from './headings.js';
import { findLabelledBoxes } from './labelled-boxes.js';
import { type PhraseLine, toPhraseLines } from './phrases.js';
import { isPanelled } from './panels.js';
import { findProse } from './prose.js';
import { splitRows } from './refine.js';
import { findRegions, regroup } from './regions.js';
import { findRows } from './rows.js';
import { bandRules, byPlace, type Rule, toRules } from './rules.js';
import { joinSpreadLabels } from './spread.js';
import { boxOf, findStacks, isInside, openBoxOf } from './stacks.js';
import { findTextTables } from './text-table.js';

export interface GutterTables {
  readonly tables: readonly PageTable[];
  /** The glyphs of no table, in the order given. */
  readonly free: readonly Glyph[];
}

/** A rule above the table, one under its header and one below it part no rows. */
const FRAME_RULES = 3;

/**
 * `glyphs`: the page's text outside ruled tables, in painting order; `isFramed`: all of it stands in one drawn frame, where larger
 * lines (資産の部, 負債の部) are headings of the table's rows, not of the text.
 */
export function findUnruledTables(
  glyphs: readonly Glyph[],
  rules: readonly Rule[],
  writer: Writer,
  walls: readonly Wall[] = [],
  isFramed = false,
): GutterTables {
  const spread = joinSpreadLabels(cutAtWalls(toPhraseLines(glyphs), walls));
  const labelled = isFramed ? spread : markHeadings(spread);
  const found = cutAtWalls(labelled, findChannels(labelled, rules));
  const sides = findStacks(rules, found, findProse(found)).map(openBoxOf);
  const lines = cutAtWalls(found, sides.flatMap(({ x0, x1, top, bottom }) => [{ x: x0, top, bottom }, { x: x1, top, bottom }]));
  const prose = findProse(lines);
  const tables: PageTable[] = [];
  const used = new Set<Glyph>();
  const stacks = findStacks(rules, lines, prose);
  const take = (taken: readonly PhraseLine[]): void => {
    for (const phrase of taken.flatMap((line) => line.phrases)) for (const { glyph } of phrase.members) used.add(glyph);
  };
  const ruled = stacks.filter((stack) => stack.ys.length > FRAME_RULES);
  const outside = regroup(lines.flatMap((line) => line.phrases).filter((phrase) => !ruled.some((stack) => isInside(phrase, boxOf(stack)))), lines);
  for (const { lines: own, placement, rows } of findTextTables(outside)) {
    tables.push(buildTable(own, placement, rows, rules, writer));
    take(own);
  }
  if (used.size > 0) {
    const rest = findUnruledTables(glyphs.filter((glyph) => !used.has(glyph)), rules, writer, walls, isFramed);
    return { tables: [...tables, ...rest.tables], free: rest.free };
  }
  for (const region of findRegions(lines, prose, stacks)) {
    for (const candidate of findCandidates(region, rules)) {
      const lines = cutAtGutters(candidate.lines, findColumns(candidate.lines.flatMap((line) => line.phrases)));
      const phrases = lines.flatMap((line) => line.phrases);
      const placement = findColumns(phrases);
      if (!isTable(lines, placement, rules)) continue;
      tables.push(buildTable(lines, placement, findRows({ ...candidate, lines }, placement, rules), rules, writer, walls));
      take(lines);
    }
  }
  return { tables, free: glyphs.filter((glyph) => !used.has(glyph)) };
}

/** The page's tables of both kinds, and the glyphs that stand in none. `ruled` reads `geometry.tables`, in their order. */
export function addUnruledTables(geometry: PageGeometry, ruled: readonly PageTable[], writer: Writer): GutterTables {
  const drawings = findDrawings(geometry.page, geometry.segments, geometry.tables, geometry.glyphs);
  const isLabel = (glyph: Glyph): boolean => drawings.some((drawing) => isLabelOf(glyph, drawing));
  const drawn = toRules(geometry.segments, geometry.underlines);
  const rules = [...drawn, ...bandRules(geometry.page.fills, drawn)].sort(byPlace);
  const tables: PageTable[] = [];
  const free = geometry.free.filter((glyph) => !isLabel(glyph));
  /** Where rulings already made a table, or a drawing. */
  const taken: Box[] = [...drawings];
  const leftOver: Glyph[] = geometry.free.filter(isLabel);
  const walls = geometry.segments
    .filter(({ axis }) => axis === 'v')
    .map(({ at, from, to }): Wall => ({ x: at, top: from, bottom: to }));
  const bands: FilledTable[] = [];
  ruled.forEach((table, i) => {
    const filled = geometry.tables[i];
    if (filled === undefined) return;
    if (isDrawn(table.box, drawings) || isGround(filled)) {
      taken.push(table.box);
      leftOver.push(...filled.cells.flatMap((cell) => cell.glyphs));
      return;
    }
    if (isBand(filled)) {
      bands.push(filled);
      free.push(...filled.cells.flatMap((cell) => cell.glyphs));
      return;
    }
    taken.push(table.box);
    const isPanel = isPanelled(filled);
    const inside = table.xs.length === 2 || isPanel ? insideFrame(filled, table, rules, isPanel ? walls : [], writer) : undefined;
    tables.push(...(inside?.tables ?? [splitRows(filled, table, writer)]));
    leftOver.push(...(inside?.free ?? []));
  });
  const isTaken = (box: Box): boolean => taken.some((table) => contains(table, box, ON_EDGE));
  const outside = rules.filter(({ y, x0, x1 }) => !isTaken({ x0, x1, top: y, bottom: y }));
  const found = findUnruledTables(free.sort(byOrder), outside, writer, walls.filter(({ x, top, bottom }) => !isTaken({ x0: x, x1: x, top, bottom })));
  const fields = findLabelledBoxes(bands, found.free, writer);
  return { tables: [...tables, ...found.tables, ...fields.tables], free: [...leftOver, ...fields.free].sort(byOrder) };
}

const byOrder = (a: Glyph, b: Glyph): number => a.order - b.order;

/** A single cell no higher than this many of its characters is a band: the shaded header of a table without rulings. */
const BAND_LINES = 2.5;

function isBand({ cells, grid }: FilledTable): boolean {
  if (cells.length !== 1) return false;
  const size = median(cells.flatMap((cell) => cell.glyphs.map((glyph) => glyph.size)));
  return (grid.ys[grid.ys.length - 1] ?? 0) - (grid.ys[0] ?? 0) <= BAND_LINES * size;
}

/** Rules this near (points) to a table's edge are its own. */
const ON_EDGE = 2;

/** The text of panels goes into tables all but for a note. */
const LEFT_IN_PANELS = 0.1;

/** A frame without a ruling down it, or with panels: the tables that stand in it, if any do. */
function insideFrame(filled: FilledTable, table: PageTable, rules: readonly Rule[], walls: readonly Wall[], writer: Writer): GutterTables | undefined {
  const glyphs = filled.cells.flatMap((cell) => cell.glyphs).sort(byOrder);
  const own = rules.filter(({ y, x0, x1 }) => contains(table.box, { x0, x1, top: y, bottom: y }, ON_EDGE));
  const parting = walls.filter(({ x, top, bottom }) => contains(table.box, { x0: x, x1: x, top, bottom }, ON_EDGE));
  const found = findUnruledTables(glyphs, own, writer, parting, true);
  if (walls.length > 0 && countPrinted(found.free) > LEFT_IN_PANELS * countPrinted(glyphs)) return undefined;
  return found.tables.length > 0 ? found : undefined;
}

const countPrinted = (glyphs: readonly Glyph[]): number => glyphs.filter((glyph) => !isSpace(glyph)).length;
