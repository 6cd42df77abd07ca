/**
 * Options of which a mark singles some out:
 *
 * ```
 * □ 日常生活に必要（必需）        │ ○ │ 貧困をなくそう │   │ 飢餓をゼロに │   the mark in a cell of its own, before its option
 * ■ 必要でない（選択）
 * ```
 */
import type { Cell } from '../model/layout.js';
import { isEmpty, passageOfCell, placedGlyphs, plainText, slice, type Passage } from './passage.js';

/** Signs that fill their empty twin: ■ among □, ● among ○, ☑ among ☐. */
const filled = /^[■●◉☑☒✓✔◼]$/u;
const empty = /^[□○◯〇☐◻]$/u;
/** A mark that stands alone in its cell; there ○ is the mark itself. */
const aloneInCell = /^[○◯〇●◎■☑✓✔レ]$/u;

export interface MarkedOptions {
  /** The options singled out, without their marks. */
  readonly options: readonly Passage[];
  /** True when there were marks to read by. */
  readonly isRead: boolean;
  /** Marks and options: what is neither, or a mark without an option, is not among them. */
  readonly cells: readonly Cell[];
}

/** Options within one passage, each behind its mark. */
function optionsWithin(passage: Passage): readonly { readonly isFilled: boolean; readonly text: Passage }[] {
  const glyphs = placedGlyphs(passage);
  const marks = glyphs.flatMap(({ glyph }, index) => (filled.test(glyph.text) || empty.test(glyph.text) ? [index] : []));
  return marks.map((at, nth) => ({
    isFilled: filled.test(glyphs[at]?.glyph.text ?? ''),
    text: slice(passage, at + 1, marks[nth + 1] ?? glyphs.length),
  }));
}

/** The marked options of the cells given, in reading order. */
export function readMarked(cells: readonly Cell[]): MarkedOptions {
  const options: Passage[] = [];
  const read = new Set<Cell>();
  for (const [index, cell] of cells.entries()) {
    const passage = passageOfCell(cell);
    if (aloneInCell.test(plainText(passage))) {
      const option = cells[index + 1];
      if (!option || option.row !== cell.row || isEmpty(passageOfCell(option))) continue;
      options.push(passageOfCell(option));
      read.add(cell).add(option);
      continue;
    }
    const within = optionsWithin(passage);
    if (within.length === 0) {
      // An option whose mark cell, right before it, was left empty.
      const before = cells[index - 1];
      if (before && before.row === cell.row && isEmpty(passageOfCell(before)) && !isEmpty(passage)) read.add(cell);
      continue;
    }
    read.add(cell);
    options.push(...within.filter(({ isFilled }) => isFilled).map(({ text }) => text));
  }
  return { options, isRead: read.size > 0, cells: [...read] };
}
