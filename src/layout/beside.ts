/**
 * Blocks of text set beside each other in a cell: a line beside two that are stacked, its middle between them.
 *
 * ```
 *            おおむね      達成までは       options of two lines beside their marks are read option
 *  ○ 達成  ●           ○                 by option: ○ 達成　● おおむね達成　○ 達成までは困難
 *            達成          困難
 *
 *                       【実施期間】
 *  創出事業の支援                        a note beside a line follows it, line by line
 *                       令和5年度
 * ```
 * Lines that run on one baseline from block to block are no such blocks, however wide the white between them.
 */
import type { Glyph } from '../model/page.js';
import { boundingBox, height, lastAtOrBefore, median, overlap } from './geometry.js';
import { gatherRows, type Row } from './lines.js';
import { isSpace } from './marks.js';

/** White as wide as this (em), over the whole height of the blocks, parts them. */
const GUTTER = 0.3;
/** Blocks on one baseline hang together over less white than this (em), and so does a mark with what it marks. */
const NEAR = 1.5;
/** A line lies between two others when its middle keeps this far (em) from both of theirs, and it reaches as far into each. */
const BETWEEN = 0.2;
/** A mark: ○, □, ①, (1). */
const LONGEST_MARK = 3;

/** Glyphs between two gutters, as lines from the top. */
interface Block {
  readonly rows: readonly Row[];
  readonly x0: number;
  readonly x1: number;
}

/** The cell's rows in reading order; undefined where no blocks stand beside each other so. */
export function readBeside(glyphs: readonly Glyph[]): Row[] | undefined {
  if (glyphs.some((glyph) => glyph.turn !== 0 || glyph.vertical)) return undefined;
  const printed = glyphs.filter((glyph) => !isSpace(glyph));
  if (isOneLine(printed)) return undefined;
  const plain = toBands(printed);
  if (plain.every(isOneLine)) return undefined;
  const bands = withSpaces(plain, glyphs);
  const read = bands.map(readBand);
  if (!read.some((rows) => rows !== undefined)) return undefined;
  return bands.flatMap((band, i) => read[i] ?? gatherRows(band)).filter(isPrinted);
}

const isPrinted = (row: Row): boolean => row.members.some(({ glyph }) => !isSpace(glyph));

/** Glyphs in bands with nothing but white between them, from the top. */
function toBands(printed: readonly Glyph[]): Glyph[][] {
  const bands: Glyph[][] = [];
  let bottom = -Infinity;
  for (const glyph of [...printed].sort((a, b) => a.box.top - b.box.top)) {
    if (glyph.box.top >= bottom) bands.push([]);
    bands[bands.length - 1]?.push(glyph);
    bottom = Math.max(bottom, glyph.box.bottom);
  }
  return bands;
}

/** The bands with the space glyphs that stand on them, in painting order. */
function withSpaces(bands: readonly (readonly Glyph[])[], glyphs: readonly Glyph[]): Glyph[][] {
  const full = bands.map((band) => [...band]);
  const tops = bands.map(([highest]) => highest?.box.top ?? 0);
  for (const glyph of glyphs) {
    if (isSpace(glyph)) full[Math.max(0, lastAtOrBefore(tops, (glyph.box.top + glyph.box.bottom) / 2))]?.push(glyph);
  }
  return full.map((band) => band.sort((a, b) => a.order - b.order));
}

function readBand(band: readonly Glyph[]): Row[] | undefined {
  if (isOneLine(band)) return undefined;
  const blocks = toBlocks(band);
  const isBeside = blocks.slice(1).some((right, i) => {
    const left = blocks[i];
    return left !== undefined && (liesBetween(left, right) || liesBetween(right, left));
  });
  if (!isBeside) return undefined;
  const units = joinLevel(blocks);
  const options = units.map((unit, i) => {
    const next = units[i + 1];
    return next !== undefined && isMark(unit) && next.rows.length > 1 && next.x0 - unit.x1 < NEAR * emOf(next);
  });
  // Marks make the band one line of options; without them each block is read by itself.
  return options.includes(true) ? [oneRow(units.flatMap((unit) => unit.rows))] : units.flatMap((unit) => unit.rows);
}

/** Most cells hold one line: nothing stands between its glyphs' middles. */
function isOneLine(band: readonly Glyph[]): boolean {
  let [low, high, em] = [Infinity, -Infinity, Infinity];
  for (const glyph of band) {
    if (isSpace(glyph)) continue;
    const middle = (glyph.box.top + glyph.box.bottom) / 2;
    low = Math.min(low, middle);
    high = Math.max(high, middle);
    em = Math.min(em, glyph.size);
  }
  return high - low <= 2 * BETWEEN * em;
}

/** The blocks of a band from the left; none where no gutter parts it. */
function toBlocks(band: readonly Glyph[]): Block[] {
  const printed = band.filter((glyph) => !isSpace(glyph)).sort((a, b) => a.box.x0 - b.box.x0);
  const em = median(printed.map((glyph) => glyph.size));
  const blocks: { members: Glyph[]; x0: number; x1: number }[] = [];
  for (const glyph of printed) {
    const block = blocks[blocks.length - 1];
    if (block !== undefined && glyph.box.x0 - block.x1 < GUTTER * em) {
      block.members.push(glyph);
      block.x1 = Math.max(block.x1, glyph.box.x1);
    } else {
      blocks.push({ members: [glyph], x0: glyph.box.x0, x1: glyph.box.x1 });
    }
  }
  const starts = blocks.map(({ x0 }) => x0);
  for (const glyph of band) {
    if (isSpace(glyph)) blocks[Math.max(0, lastAtOrBefore(starts, glyph.box.x0))]?.members.push(glyph);
  }
  if (blocks.length < 2) return [];
  return blocks.map(({ members, x0, x1 }) => ({ rows: gatherRows(members).filter(isPrinted), x0, x1 }));
}

const middleOf = ({ box }: Row): number => (box.top + box.bottom) / 2;
const baselineOf = (row: Row): number => median(row.members.map(({ box }) => box.bottom));
const emOf = (block: Block): number => median(block.rows.flatMap((row) => row.members.map(({ glyph }) => glyph.size)));

/** A line of `block` has its middle between those of two successive lines of `other`, and stands beside both. */
function liesBetween(block: Block, other: Block): boolean {
  const middles = other.rows.map(middleOf);
  return block.rows.some((row) => {
    const at = middleOf(row);
    const k = lastAtOrBefore(middles, at);
    const [above, below] = [other.rows[k], other.rows[k + 1]];
    if (above === undefined || below === undefined) return false;
    const margin = BETWEEN * Math.min(height(row.box), height(above.box), height(below.box));
    const isClear = at - middleOf(above) > margin && middleOf(below) - at > margin;
    return isClear && [above, below].every(({ box }) => overlap(box.top, box.bottom, row.box.top, row.box.bottom) > margin);
  });
}

/** Neighbours with their lines on the same baselines are one block. */
function joinLevel(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined[joined.length - 1];
    if (last !== undefined && block.x0 - last.x1 < NEAR * emOf(block) && isLevel(last, block)) {
      const rows = last.rows.map((row, i) => oneRow([row, block.rows[i] ?? row]));
      joined[joined.length - 1] = { rows, x0: last.x0, x1: block.x1 };
    } else {
      joined.push(block);
    }
  }
  return joined;
}

function isLevel(a: Block, b: Block): boolean {
  if (a.rows.length !== b.rows.length) return false;
  return a.rows.every((row, i) => {
    const other = b.rows[i];
    return other !== undefined && Math.abs(baselineOf(row) - baselineOf(other)) <= BETWEEN * height(row.box);
  });
}

const isMark = ({ rows }: Block): boolean => rows.length === 1 && (rows[0]?.members ?? []).filter(({ glyph }) => !isSpace(glyph)).length <= LONGEST_MARK;

function oneRow(rows: readonly Row[]): Row {
  const members = rows.flatMap((row) => row.members);
  return { direction: 'right', members, box: boundingBox(members.map(({ box }) => box)) };
}
