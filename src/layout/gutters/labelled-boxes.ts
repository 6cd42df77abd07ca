/**
 * A box of one line with its label outside of it: a small table of two cells.
 *
 * ```
 *   No.                                       the label stands right before the box,
 *  ┌─────┐               ┌───────────────┐    or right above its left end
 *  │  1  │      所管局   │  環境政策局   │
 *  └─────┘               └───────────────┘
 * ```
 * Blanks in a running line (令和 [ 5 ] 年度) are no fields: there text goes on behind the box.
 */
import type { Box, Glyph } from '../../model/page.js';
import { ruledEvidence } from '../evidence/confidence.js';
import { type Rulebook, says } from '../evidence/rulebook.js';
import { boundingBox, centreY } from '../geometry.js';
import type { FilledTable } from '../layout-page.js';
import { gatherRows } from '../lines.js';
import { isSpace } from '../marks.js';
import type { PageCell, PageTable } from '../page-table.js';
import { writeLine, type Writer } from '../write-line.js';
import { writePhrases } from './build.js';
import type { GutterTables } from './index.js';
import { type Phrase, toPhraseLines } from './phrases.js';
import { SQUARE } from '../tolerances.js';

/** Characters of the longest label; a title is longer. */
const LONGEST_LABEL = 8;
/** White between a label and its box, in em of the label. */
const BEFORE = 4;
const ABOVE = 0.7;
/** A label above a box begins with it, to within this many em; what it heads is short. */
const BEGINS = 0.7;
const SHORT_VALUE = 6;
/** A line that goes on within this many em, before the label or behind the box, makes neither of them a field. */
const RUNS_ON = 2;

interface Field {
  readonly label: Phrase;
  readonly isAbove: boolean;
  readonly box: Box;
  readonly value: readonly Glyph[];
}

/** `boxes`: closed single cells of one line; `free`: glyphs of no table, those in the boxes among them. */
export function findLabelledBoxes(boxes: readonly FilledTable[], free: readonly Glyph[], writer: Writer): GutterTables {
  const isFree = new Set(free);
  const values = boxes.flatMap(({ grid, cells }) => {
    const glyphs = cells.flatMap((cell) => cell.glyphs);
    const isWhole = glyphs.some((glyph) => !isSpace(glyph)) && glyphs.every((glyph) => isSpace(glyph) || isFree.has(glyph));
    return isWhole ? [{ box: boundingBox(grid.cells.map(({ box }) => box)), value: glyphs }] : [];
  });
  if (values.length === 0) return { tables: [], free };
  const inside = new Set(values.flatMap(({ value }) => value));
  const near = phraseFinder(
    free.filter((glyph) => !inside.has(glyph)),
    writer.book,
  );
  const labels = new Set<Phrase>();
  const fields = values.flatMap(({ box, value }): Field[] => {
    const around = near(box).filter(({ phrase }) => !labels.has(phrase));
    const isBlank = around.some(({ phrase }) => isLevel(phrase, box) && isWithin(phrase.box.x0 - box.x1, RUNS_ON * phrase.size));
    if (says(writer.book, 'blank-in-a-line', isBlank, () => box)) return [];
    const label = labelOf(
      box,
      value,
      around.filter(isLabel).map(({ phrase }) => phrase),
    );
    if (label === undefined || !says(writer.book, label.isAbove ? 'label-above-box' : 'label-before-box', true, () => boundingBox([label.label.box, box])))
      return [];
    labels.add(label.label);
    return [{ ...label, box, value }];
  });
  const used = new Set(fields.flatMap(({ label, value }) => [...label.members.map(({ glyph }) => glyph), ...value]));
  return { tables: fields.map((field) => tableOf(field, writer)), free: free.filter((glyph) => !used.has(glyph)) };
}

function labelOf(box: Box, value: readonly Glyph[], labels: readonly Phrase[]): Pick<Field, 'label' | 'isAbove'> | undefined {
  const before = labels.find((phrase) => isLevel(phrase, box) && isWithin(box.x0 - phrase.box.x1, BEFORE * phrase.size));
  if (before !== undefined) return { label: before, isAbove: false };
  if (value.filter((glyph) => !isSpace(glyph)).length > SHORT_VALUE) return undefined;
  const above = labels.find(
    (phrase) =>
      isWithin(box.top - phrase.box.bottom, ABOVE * phrase.size) && Math.abs(phrase.box.x0 - box.x0) <= BEGINS * phrase.size && phrase.box.x1 <= box.x1,
  );
  return above === undefined ? undefined : { label: above, isAbove: true };
}

/** From touching, or a rounding less, up to `most`. */
const isWithin = (gap: number, most: number): boolean => gap >= -1.5 && gap <= most;

/** The phrase stands at the height of the box. */
const isLevel = (phrase: Phrase, box: Box): boolean => centreY(phrase.box) > box.top && centreY(phrase.box) < box.bottom;

/** A phrase with what stands before it on its line. */
interface Placed {
  readonly phrase: Phrase;
  readonly before: Phrase | undefined;
}

function isLabel({ phrase, before }: Placed): boolean {
  const printed = phrase.text.replace(/[\s\u3000]/gu, '');
  if (printed.length > LONGEST_LABEL || !/\p{L}/u.test(printed) || /[。、，]/u.test(printed)) return false;
  return before === undefined || phrase.box.x0 - before.box.x1 >= RUNS_ON * phrase.size;
}

/** Finds the phrases at the height of a box and right above it. */
function phraseFinder(glyphs: readonly Glyph[], book: Rulebook): (box: Box) => Placed[] {
  const bands = new Map<number, Placed[]>();
  for (const { phrases } of toPhraseLines(glyphs, book)) {
    phrases.forEach((phrase, i) => {
      const at = Math.floor(centreY(phrase.box) / SQUARE);
      const placed = { phrase, before: phrases[i - 1] };
      const band = bands.get(at);
      if (band) band.push(placed);
      else bands.set(at, [placed]);
    });
  }
  return (box) => {
    const found: Placed[] = [];
    for (let at = Math.floor(box.top / SQUARE) - 1; at <= Math.floor(box.bottom / SQUARE); at += 1) found.push(...(bands.get(at) ?? []));
    return found;
  };
}

function tableOf({ label, isAbove, box, value }: Field, writer: Writer): PageTable {
  const xs = isAbove ? [box.x0, box.x1] : [Math.min(label.box.x0, box.x0), box.x0, box.x1];
  const ys = isAbove ? [Math.min(label.box.top, box.top), box.top, box.bottom] : [box.top, box.bottom];
  const rows = gatherRows(value).filter((row) => row.members.some(({ glyph }) => !isSpace(glyph)));
  const cell = (row: number, col: number, lines: PageCell['lines']): PageCell => ({
    row,
    col,
    rowSpan: 1,
    colSpan: 1,
    box: { x0: xs[col] ?? 0, top: ys[row] ?? 0, x1: xs[col + 1] ?? 0, bottom: ys[row + 1] ?? 0 },
    lines,
    crossedOut: false,
    openTop: false,
    openBottom: false,
  });
  const cells = [
    cell(0, 0, writePhrases([label], writer)),
    cell(
      isAbove ? 1 : 0,
      isAbove ? 0 : 1,
      rows.map((row) => writeLine(row, writer)),
    ),
  ];
  return {
    kind: 'ruled',
    isField: true,
    evidence: ruledEvidence({ cells, xs, ys }, 1),
    page: writer.page,
    box: { x0: xs[0] ?? 0, top: ys[0] ?? 0, x1: box.x1, bottom: box.bottom },
    xs,
    ys,
    cells,
  };
}
