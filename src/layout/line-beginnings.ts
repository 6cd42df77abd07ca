/**
 * Punctuation that begins a line of its cell, and does not hang over the end of the line in the cell before it.
 *
 * ```
 *  │円滑に行わ│がある場合はこれを │   the 、 stands where がある begins; 効果的 is a character further in,
 *  │れ、安定運│、効果的な実施を   │   where no line begins
 * ```
 * Programs that break lines without 行頭禁則 begin lines so.
 */
import type { Glyph } from '../model/page.js';
import { mayHang } from './characters.js';
import { type Rulebook, says } from './evidence/rulebook.js';
import { centreY } from './geometry.js';
import { isSpace } from './marks.js';

/** Lines of one cell begin within this of each other, in em. */
const SAME_START = 0.1;

/** `locate` names the cell of a glyph, the same one each time. The cells are searched only where something may hang. */
export function lineBeginnings<Place>(glyphs: readonly Glyph[], locate: (glyph: Glyph) => Place | undefined, book: Rulebook): (glyph: Glyph) => boolean {
  let cells: ReadonlyMap<Place, readonly (readonly Glyph[])[]> | undefined;
  return (glyph) => {
    const place = locate(glyph);
    if (place === undefined) return false;
    cells ??= linesByCell(glyphs, locate);
    const lines = cells.get(place) ?? [];
    const [first, next] = lines.find((line) => line.includes(glyph)) ?? [];
    if (first !== glyph || next === undefined) return false;
    const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= SAME_START * glyph.size;
    // What hangs over the ruling too, line for line, shows nothing.
    const isStart = lines.some(([one]) => one !== undefined && !mayHang(one.text) && isNear(one.box.x0, glyph.box.x0));
    const isOther = lines.some(([one]) => one !== undefined && isNear(one.box.x0, next.box.x0));
    return says(book, 'begins-its-line', isStart && !isOther, () => glyph.box);
  };
}

/** The printed glyphs of each cell, line by line, each from the left. */
function linesByCell<Place>(glyphs: readonly Glyph[], locate: (glyph: Glyph) => Place | undefined): ReadonlyMap<Place, readonly (readonly Glyph[])[]> {
  const cells = new Map<Place, Glyph[][]>();
  const printed = glyphs.filter((glyph) => !isSpace(glyph)).sort((a, b) => centreY(a.box) - centreY(b.box));
  for (const glyph of printed) {
    const place = locate(glyph);
    if (place === undefined) continue;
    const lines = cells.get(place) ?? [];
    cells.set(place, lines);
    const line = lines.at(-1);
    if (line?.[0] !== undefined && centreY(glyph.box) < line[0].box.bottom) line.push(glyph);
    else lines.push([glyph]);
  }
  for (const lines of cells.values()) for (const line of lines) line.sort((a, b) => a.box.x0 - b.box.x0);
  return cells;
}
