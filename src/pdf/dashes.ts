/**
 * Dotted and dashed lines drawn piece by piece → one dashed ruling each.
 *
 *   ▪ ▪ ▪ ▪ ▪ ▪      ── ── ── ──      ── ▪ ── ▪ ──
 *
 * A dot is as wide as high: the row or column that it stands in tells its axis. A dot alone is no ruling.
 */
import type { Ruling } from '../model/page.js';

/** Points. Longer pieces are lines in their own right … */
const LONGEST_DASH = 8;
/** … and so are those that a line of text fits beside, em of the text: sides of cells. */
const ROW = 1.1;
/** Pieces of one line are drawn on one line: slack for rounding. */
const SAME_LINE = 0.3;
/** Points. A gap is at least visible, and at most this, or this many times the piece before it. */
const SMALLEST_GAP = 0.05;
const WIDEST_GAP = 3.5;
const WIDEST_GAP_RATIO = 2.5;
/** Two gaps of one pattern are alike: points, or share. */
const GAP_SLACK = 0.6;
const FEWEST_PIECES = 3;
/** Nobody paints a line more often than this; what lies over each other in greater numbers is artwork. */
const MOST_LAYERS = 4;
/** A piece this many times longer than thick shows its own axis. */
const DOT_RATIO = 3;

interface Piece {
  /** Index in the given rulings. */
  readonly index: number;
  readonly ruling: Ruling;
}

/** The rulings with every chain of pieces replaced by one dashed ruling, and lone dots left out. `em`: size of the page's text. */
export function joinDashes(rulings: readonly Ruling[], em: number): Ruling[] {
  const longest = Math.min(LONGEST_DASH, ROW * em);
  const pieces: Piece[] = [];
  rulings.forEach((ruling, index) => {
    if (ruling.to - ruling.from > longest) return;
    pieces.push({ index, ruling });
    if (isDot(ruling)) pieces.push({ index, ruling: turned(ruling) });
  });
  const taken = new Set<number>();
  const joined: Ruling[] = [];
  const chains = chainsOf(pieces).sort((a, b) => b.length - a.length);
  for (const chain of chains) {
    // A dot at a corner belongs to a row and a column; a chain of dots already used up is no line of its own.
    const free = chain.filter(({ index }) => !taken.has(index));
    if (free.length * 2 < chain.length) continue;
    for (const { index } of chain) taken.add(index);
    joined.push(wholeLine(chain));
  }
  return [...rulings.filter((ruling, index) => !taken.has(index) && !isDot(ruling)), ...joined];
}

function isDot({ from, to, width }: Ruling): boolean {
  return to - from < DOT_RATIO * width;
}

/** The same dot seen as a piece of a line along the other axis. */
function turned(dot: Ruling): Ruling {
  const middle = (dot.from + dot.to) / 2;
  return {
    ...dot,
    axis: dot.axis === 'h' ? 'v' : 'h',
    at: middle,
    from: dot.at - dot.width / 2,
    to: dot.at + dot.width / 2,
    width: dot.to - dot.from,
  };
}

function chainsOf(pieces: readonly Piece[]): Piece[][] {
  const chains: Piece[][] = [];
  for (const axis of ['h', 'v'] as const) {
    const onAxis = pieces.filter(({ ruling }) => ruling.axis === axis).sort((a, b) => a.ruling.at - b.ruling.at);
    let row: Piece[] = [];
    for (const piece of onAxis) {
      const last = row.at(-1);
      if (last !== undefined && piece.ruling.at - last.ruling.at > SAME_LINE) {
        chains.push(...chainsInRow(row));
        row = [];
      }
      row.push(piece);
    }
    chains.push(...chainsInRow(row));
  }
  return chains;
}

function chainsInRow(row: readonly Piece[]): Piece[][] {
  return layersOf([...row].sort((a, b) => a.ruling.from - b.ruling.from)).flatMap(chainsInLayer);
}

/**
 * Dashes of a line that was painted twice from other beginnings lie over each other; of one line they never do.
 *
 *     ── ── ── ──          the lower edge of a cell over all columns, and the upper edges of those below it
 *      ── ── ── ──
 */
function layersOf(sorted: readonly Piece[]): Piece[][] {
  const layers: Piece[][] = [];
  for (const piece of sorted) {
    const layer = layers.find((pieces) => {
      const last = pieces.at(-1)?.ruling;
      return last !== undefined && (isDrawnAgain(last, piece.ruling) || last.to <= piece.ruling.from);
    });
    if (layer !== undefined) layer.push(piece);
    else if (layers.length < MOST_LAYERS) layers.push([piece]);
    else layers.at(-1)?.push(piece);
  }
  return layers;
}

function chainsInLayer(sorted: readonly Piece[]): Piece[][] {
  const chains: Piece[][] = [];
  let chain: Piece[] = [];
  let gap: number | null = null;
  const finish = (): void => {
    if (chain.length >= FEWEST_PIECES) chains.push(chain);
    chain = [];
    gap = null;
  };
  for (const piece of sorted) {
    const last = chain.at(-1);
    if (last !== undefined && isDrawnAgain(last.ruling, piece.ruling)) {
      chain.push(piece);
      continue;
    }
    if (last !== undefined) {
      const next = piece.ruling.from - last.ruling.to;
      if (!isGap(next, last.ruling, piece.ruling) || (gap !== null && Math.abs(next - gap) > GAP_SLACK)) finish();
      else gap = next;
    }
    chain.push(piece);
  }
  finish();
  return chains;
}

/** Browsers paint the border between a repeated header and the row below it once for each, dot on dot. */
function isDrawnAgain(before: Ruling, after: Ruling): boolean {
  return before.color === after.color && Math.abs(before.from - after.from) <= SAME_LINE && Math.abs(before.to - after.to) <= SAME_LINE;
}

function isGap(gap: number, before: Ruling, after: Ruling): boolean {
  const longest = Math.max(before.to - before.from, after.to - after.from);
  return gap >= SMALLEST_GAP && gap <= Math.max(WIDEST_GAP, WIDEST_GAP_RATIO * longest) && before.color === after.color;
}

function wholeLine(chain: readonly Piece[]): Ruling {
  const rulings = chain.map(({ ruling }) => ruling);
  const [first] = rulings;
  if (first === undefined) throw new Error('a chain has pieces');
  return {
    ...first,
    from: Math.min(...rulings.map(({ from }) => from)),
    to: Math.max(...rulings.map(({ to }) => to)),
    width: Math.max(...rulings.map(({ width }) => width)),
    dashed: true,
  };
}
