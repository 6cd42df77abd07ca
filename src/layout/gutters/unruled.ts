/**
 * Glyphs outside ruled tables → tables whose columns are parted by white gutters, and the glyphs left.
 *
 *   glyphs ─▶ phrases ─▶ regions (without running text) ─▶ candidates ─▶ columns ─▶ evidence ─▶ rows ─▶ table
 */
import type { Glyph } from '../../model/page.js';
import type { PageTable } from '../page-table.js';
import type { Writer } from '../write-line.js';
import { buildTable } from './build.js';
import { findCandidates } from './candidates.js';
import { findChannels } from './channels.js';
import { cutAtGutters, cutAtWalls, type Wall } from './cut.js';
import { signsOfTable, type Surroundings } from './evidence.js';
import { markHeadings } from './headings.js';
import { findColumnsUnderHeadings } from './mid-heading.js';
import { type PhraseLine, toPhraseLines } from './phrases.js';
import { findProse } from './prose.js';
import { findRegions, regroup } from './regions.js';
import { findRows } from './rows.js';
import type { Rule } from './rules.js';
import { findSharedEdges, joinCodes } from './shared-edges.js';
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
  const { book } = writer;
  const spread = joinSpreadLabels(cutAtWalls(joinCodes(toPhraseLines(glyphs, book), book), walls, book), book);
  const labelled = isFramed ? spread : markHeadings(spread, book);
  const parted = cutAtWalls(labelled, findSharedEdges(labelled, book), book);
  const found = cutAtWalls(parted, findChannels(parted, rules, book), book);
  const text = findProse(found, book);
  const sides = findStacks(rules, found, text, book).map((stack) => openBoxOf(stack, text, book));
  const lines = cutAtWalls(
    found,
    sides.flatMap(({ x0, x1, top, bottom }) => [
      { x: x0, top, bottom },
      { x: x1, top, bottom },
    ]),
    book,
  );
  const prose = lines === found ? text : findProse(lines, book);
  const tables: PageTable[] = [];
  const used = new Set<Glyph>();
  const stacks = findStacks(rules, lines, prose, book);
  const take = (taken: readonly PhraseLine[]): void => {
    for (const phrase of taken.flatMap((line) => line.phrases)) for (const { glyph } of phrase.members) used.add(glyph);
  };
  const around: Surroundings = { rules, page: lines, prose, walls };
  const ruled = stacks.filter((stack) => stack.ys.length > FRAME_RULES);
  const outside = regroup(
    lines.flatMap((line) => line.phrases).filter((phrase) => !ruled.some((stack) => isInside(phrase, boxOf(stack)))),
    lines,
  );
  for (const { lines: own, placement, rows } of findTextTables(outside, around, book)) {
    tables.push(buildTable(own, placement, rows, rules, writer, ['pausing-columns']));
    take(own);
  }
  if (used.size > 0) {
    const rest = findUnruledTables(
      glyphs.filter((glyph) => !used.has(glyph)),
      rules,
      writer,
      walls,
      isFramed,
    );
    return { tables: [...tables, ...rest.tables], free: rest.free };
  }
  for (const region of findRegions(lines, prose, stacks, book, rules)) {
    for (const candidate of findCandidates(region, rules, book)) {
      const lines = cutAtGutters(candidate.lines, findColumnsUnderHeadings(candidate.lines, book), book);
      const placement = findColumnsUnderHeadings(lines, book);
      const signs = signsOfTable(lines, placement, around, book);
      if (signs.length === 0) continue;
      tables.push(buildTable(lines, placement, findRows({ ...candidate, lines }, placement, rules, book), rules, writer, signs));
      take(lines);
    }
  }
  return { tables, free: glyphs.filter((glyph) => !used.has(glyph)) };
}
