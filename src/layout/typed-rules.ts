/**
 * Rulings that were typed: rows of hyphens, and bars or colons below each other, on pages set on a typewriter or by a line printer.
 *
 * ```
 *   -----------------------------------
 *             :  Area    :  Yield
 *     State   :----------------------      a row of nothing but hyphens and bars is a ruling across,
 *             : 2010     :  2010           bars that stand below each other from one on are a ruling down
 *   -----------------------------------
 *   Arkansas .:    380       150.0
 *   Colorado .:  1,210       151.0
 *   -----------------------------------
 * ```
 */
import type { Glyph, Ruling } from '../model/page.js';
import { type Rulebook, says } from './evidence/rulebook.js';
import { boundingBox, centreX, centreY, groupWithin } from './geometry.js';
import { isSpace } from './marks.js';

const HYPHEN = /^[-=_‐‑–—─━]$/u;
const BAR = /^[|¦│:!+┼]$/u;
/** A bar that letters and figures use too: it has white on one side where it is a ruling. */
const SIGN = /^[:!+]$/u;

/** So many hyphens without a gap are a ruling across a table; where there is one, shorter ones are rulings too. */
const LONGEST = 20;
const SHORTEST = 5;
/** So many bars below each other are a ruling down, from a ruling across on; fewer, from one to the next. */
const LEAST_BARS = 3;
/** Bars stand below each other within this distance, em. */
const SAME_PLACE = 0.1;
/** Lines of typed text are no further apart, em. */
const LEADING = 1.7;
/** Characters of a row without a gap between them, em. */
const TOUCHING = 0.1;
/** White beside a bar, em. */
const WHITE = 0.3;

export interface TypedRules {
  readonly rulings: readonly Ruling[];
  /** The glyphs that are no rulings, in the order given. */
  readonly glyphs: readonly Glyph[];
}

/**
 * `glyphs`: visible ones, in painting order. `drawn`: the page's own rulings; where one runs down a page, its tables are drawn, and a
 * row of hyphens in a cell is text that somebody parted so: it stays in its value.
 */
export function findTypedRules(glyphs: readonly Glyph[], drawn: readonly Ruling[], book: Rulebook): TypedRules {
  if (glyphs.filter(isHyphen).length < LONGEST || drawn.some(({ axis }) => axis === 'v')) return { rulings: [], glyphs };
  const rows = groupWithin(
    glyphs.filter((glyph) => glyph.turn === 0 && glyph.askew !== true && !isSpace(glyph)),
    ({ box }) => box.bottom,
    1,
  ).map((row) => [...row].sort((a, b) => a.box.x0 - b.box.x0));
  const across = rows.flatMap((row) => runsOf(row).filter((run) => isAcross(run, row)));
  const isTyped = across.some((run) => run.length >= LONGEST);
  if (!says(book, 'typed-rule', isTyped, () => boundingBox(across.flat().map(({ box }) => box)))) return { rulings: [], glyphs };
  const horizontal = across.map((run) => rulingOf('h', run));
  const bars = rows.flatMap((row) => row.filter((glyph, i) => BAR.test(glyph.text) && (!SIGN.test(glyph.text) || hasWhite(row, i))));
  const columns = groupWithin(bars, ({ box }) => centreX(box), SAME_PLACE * (bars[0]?.size ?? 0)).flatMap(columnsOf);
  const down = columns.filter((column) => (column.length >= LEAST_BARS ? horizontal.some((rule) => touches(rule, column)) : isBetween(column, horizontal)));
  const used = new Set([...across.flat(), ...down.flat()]);
  const rest = glyphs.filter((glyph) => !used.has(glyph));
  return { rulings: [...horizontal, ...down.map((column) => reaching(rulingOf('v', column), column, horizontal))], glyphs: rest };
}

const isHyphen = (glyph: Glyph): boolean => HYPHEN.test(glyph.text);

/** Hyphens and bars alone; where text stands beside them in the row, a bar parts them from it: hyphens that lead from a text are none. */
function isAcross(run: readonly Glyph[], row: readonly Glyph[]): boolean {
  if (run.filter(isHyphen).length < SHORTEST || !run.every(isDrawn)) return false;
  const [first, last] = [run[0], run.at(-1)];
  const isText = (glyph: Glyph): boolean => !isDrawn(glyph);
  const before = first === undefined ? [] : row.slice(0, row.indexOf(first));
  const after = last === undefined ? [] : row.slice(row.indexOf(last) + 1);
  return (!before.some(isText) || isBar(first)) && (!after.some(isText) || isBar(last));
}

const isBar = (glyph: Glyph | undefined): boolean => glyph !== undefined && BAR.test(glyph.text);

const isDrawn = (glyph: Glyph): boolean => isHyphen(glyph) || isBar(glyph);

/** Characters of a row that touch. */
function runsOf(row: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = [];
  for (const glyph of row) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && glyph.box.x0 - last.box.x1 <= TOUCHING * glyph.size) run.push(glyph);
    else runs.push([glyph]);
  }
  return runs;
}

function hasWhite(row: readonly Glyph[], i: number): boolean {
  const [before, glyph, after] = [row[i - 1], row[i], row[i + 1]];
  if (glyph === undefined) return false;
  const least = WHITE * glyph.size;
  return glyph.box.x0 - (before?.box.x1 ?? -Infinity) >= least || (after?.box.x0 ?? Infinity) - glyph.box.x1 >= least;
}

/** Bars of one place, cut where a line between them has none. */
function columnsOf(bars: readonly Glyph[]): Glyph[][] {
  const columns: Glyph[][] = [];
  for (const bar of [...bars].sort((a, b) => a.box.top - b.box.top)) {
    const last = columns.at(-1)?.at(-1);
    if (last !== undefined && bar.box.bottom - last.box.bottom <= LEADING * bar.size) columns.at(-1)?.push(bar);
    else columns.push([bar]);
  }
  return columns;
}

const isNear = (rule: Ruling, { box, size }: Glyph): boolean => {
  const x = centreX(box);
  return x >= rule.from - size && x <= rule.to + size && Math.abs(rule.at - centreY(box)) <= LEADING * size;
};

/** The column begins or ends at the rule, or crosses it. */
const touches = (rule: Ruling, column: readonly Glyph[]): boolean => column.some((bar) => isNear(rule, bar));

/** From the ruling above it to the ruling below. */
function isBetween(column: readonly Glyph[], rules: readonly Ruling[]): boolean {
  const [first, last] = [column[0], column.at(-1)];
  if (first === undefined || last === undefined) return false;
  return rules.some((rule) => rule.at < first.box.top && isNear(rule, first)) && rules.some((rule) => rule.at > last.box.bottom && isNear(rule, last));
}

/** The ruling as far as the rulings across that it begins and ends at. */
function reaching(ruling: Ruling, column: readonly Glyph[], rules: readonly Ruling[]): Ruling {
  const [first, last] = [column[0], column.at(-1)];
  const ends = rules.filter((rule) => (first !== undefined && isNear(rule, first)) || (last !== undefined && isNear(rule, last))).map(({ at }) => at);
  return { ...ruling, from: Math.min(ruling.from, ...ends), to: Math.max(ruling.to, ...ends) };
}

function rulingOf(axis: 'h' | 'v', run: readonly Glyph[]): Ruling {
  const box = boundingBox(run.map((glyph) => glyph.box));
  const place = axis === 'h' ? { at: centreY(box), from: box.x0, to: box.x1 } : { at: centreX(box), from: box.top, to: box.bottom };
  return { axis, ...place, width: 0.5, color: run[0]?.color ?? '#000000', dashed: false, source: 'stroke', order: run[0]?.order ?? 0 };
}
