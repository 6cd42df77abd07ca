/** What stands between two levels of a stack: the words of a row, and the white that they leave. */
import type { Glyph } from '../../model/page.js';
import { PLAIN_BOOK, type Rulebook } from '../evidence/rulebook.js';
import { type Phrase, type PhraseLine, toPhraseLines, type Word } from '../gutters/phrases.js';
import { unitsOf } from '../gutters/channels.js';
import { boundingBox } from '../geometry.js';
import { gatherRows } from '../lines.js';
import { isSpace } from '../marks.js';
import type { Stack } from './stacks.js';

/** A word, a number or a label set downwards, and the line that it stands on. */
export interface Piece {
  readonly x0: number;
  readonly x1: number;
  readonly top: number;
  readonly bottom: number;
  /** Index of its line on the page; a label set downwards has one of its own. */
  readonly line: number;
  readonly size: number;
  /** What it is part of; undefined for a label set downwards. */
  readonly phrase?: Phrase;
  readonly word?: Word;
}

export interface BandRow {
  readonly top: number;
  readonly bottom: number;
  /** Line by line, each from the left. */
  readonly pieces: readonly Piece[];
}

/** The page's text by its place, from the top. */
export function piecesOf(glyphs: readonly Glyph[], book: Rulebook = PLAIN_BOOK): readonly Piece[] {
  const lines = toPhraseLines(glyphs, book);
  const upright = lines.flatMap((line) => line.phrases.flatMap((phrase) => unitsOf(phrase).map((word) => pieceOf(word, phrase, line))));
  const down = gatherRows(glyphs)
    .filter(({ direction, members }) => direction !== 'right' && members.some(({ glyph }) => !isSpace(glyph)))
    .map(({ members }, i): Piece => {
      const printed = members.map(({ glyph }) => glyph).filter((glyph) => !isSpace(glyph));
      return { ...boundingBox(printed.map(({ box }) => box)), line: lines.length + i, size: printed[0]?.size ?? 0 };
    });
  return [...upright, ...down].sort((a, b) => middleOf(a) - middleOf(b) || a.x0 - b.x0);
}

const pieceOf = (word: Word, phrase: Phrase, line: PhraseLine): Piece => ({
  x0: word.x0,
  x1: word.x1,
  top: line.top,
  bottom: line.bottom,
  line: phrase.line,
  size: phrase.size,
  phrase,
  word,
});

const middleOf = ({ top, bottom }: Piece): number => (top + bottom) / 2;

/** The rows of a stack, one between each level and the next; `pieces` from the top. */
export function rowsOf({ x0, x1, levels }: Stack, pieces: readonly Piece[]): BandRow[] {
  let at = 0;
  return levels.slice(1).map(({ y: bottom }, i): BandRow => {
    const top = levels[i]?.y ?? bottom;
    while (at < pieces.length && middleOf(pieces[at] ?? NOWHERE) <= top) at += 1;
    const own: Piece[] = [];
    for (; at < pieces.length && middleOf(pieces[at] ?? NOWHERE) < bottom; at += 1) {
      const piece = pieces[at];
      if (piece !== undefined && (piece.x0 + piece.x1) / 2 > x0 && (piece.x0 + piece.x1) / 2 < x1) own.push(piece);
    }
    return { top, bottom, pieces: own.sort((a, b) => a.line - b.line || a.x0 - b.x0) };
  });
}

const NOWHERE = { x0: 0, x1: 0, top: Infinity, bottom: Infinity, line: 0, size: 0 };
