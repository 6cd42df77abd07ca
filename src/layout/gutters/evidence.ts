/**
 * What speaks for lines with gutters being a table, and against it.
 *
 * Lists (a mark and its text), contents pages (a title and its page), forms and the labels of charts have gutters too.
 */
import type { Box } from '../../model/page.js';
import type { SignId } from '../evidence/registry.js';
import { PLAIN_BOOK, type Rulebook, says } from '../evidence/rulebook.js';
import { hasSquare } from '../characters.js';
import { boundingBox, median, overlap } from '../geometry.js';
import { across, hull } from '../intervals.js';
import { isMatrix } from './brackets.js';
import { captionAbove } from './captions.js';
import type { Placement } from './columns.js';
import type { Wall } from './cut.js';
import { areBlocks, areEquations, areNumberedFields, countsUp, isContents, isList } from './other-text.js';
import type { Phrase, PhraseLine } from './phrases.js';
import { areAsWide, type Rule, rulesBetween } from './rules.js';
import { isEnumerator, isNumber, isValue } from './values.js';
import { judge, type Witnesses } from './verdict.js';

/** Cells of a column begin, end or are centred within this distance (em) of each other. */
const ALIGNED = 0.35;
const FIGURE_COLUMN = 0.6;
/** Fewer of the places of a table's rows, as a share, are not left empty. */
const SPARSE = 0.4;

/** The page that the lines stand on. */
export interface Surroundings {
  /** Horizontal rules, ascending. */
  readonly rules: readonly Rule[];
  readonly page: readonly PhraseLine[];
  readonly prose: ReadonlySet<Phrase>;
  /** Vertical rulings; none where nobody drew any. */
  readonly walls?: readonly Wall[];
}

/** Lines that may be a table, and what was counted of them. */
interface Case {
  readonly lines: readonly PhraseLine[];
  /** Phrases that stand in one column only, by column. */
  readonly byColumn: readonly (readonly Phrase[])[];
  readonly rows: readonly PhraseLine[];
  /** Columns of figures. */
  readonly figures: number;
  /** All figures. */
  readonly numbers: number;
  /** Columns whose cells begin, end or are centred together. */
  readonly aligned: number;
  /** Share of the places of its rows that hold text. */
  readonly fill: number;
  /** Rules as wide as the lines. */
  readonly bounds: number;
  readonly caption: 'table' | 'figure' | undefined;
  readonly isMatrix: boolean;
}

const WITNESSES: Witnesses<Case> = {
  signs: [
    { rule: 'ruled-off', counts: 3, speaks: ({ bounds, fill }) => bounds >= 2 && fill >= SPARSE },
    { rule: 'figure-columns', counts: 3, speaks: hasFigures },
    { rule: 'headed-list', counts: 2, speaks: isHeadedList },
    { rule: 'own-font-head', counts: 2, speaks: hasOwnFontHead },
    { rule: 'table-caption', counts: 2, speaks: ({ caption }) => caption === 'table' },
    { rule: 'aligned-columns', counts: 1, speaks: isAllAligned },
    { rule: 'repeated-entries', counts: 1, speaks: repeatsEntries },
  ],
  vetoes: [
    { rule: 'figure-caption', counts: 3, speaks: ({ caption }) => caption === 'figure' },
    { rule: 'list', counts: 5, speaks: ({ byColumn }) => isList(byColumn) },
    { rule: 'contents', counts: 5, speaks: ({ byColumn, lines }) => isContents(byColumn, lines) },
    { rule: 'formula', counts: 5, speaks: ({ byColumn, lines }) => isFormula(lines) || areEquations(byColumn, lines) },
    { rule: 'matrix', counts: 8, speaks: (of) => of.isMatrix },
    { rule: 'numbered-fields', counts: 5, speaks: ({ lines }) => areNumberedFields(lines) },
    { rule: 'blocks-side-by-side', counts: 4, speaks: ({ lines }) => areBlocks(lines) },
  ],
};

/** The signs that these lines are a table, by name; none where they are none. */
export function signsOfTable(
  lines: readonly PhraseLine[],
  placement: Placement,
  { rules, page, prose, walls = [] }: Surroundings,
  book: Rulebook = PLAIN_BOOK,
): readonly SignId[] {
  const { columns, places } = placement;
  const rows = lines.filter((line) => line.phrases.length > 1);
  if (columns.length < 2 || rows.length < 2) return [];
  const place = (): Box => boxOf(lines.flatMap((line) => line.phrases));
  const byColumn = columns.map((_, c) => lines.flatMap((line) => line.phrases.filter((p) => places.get(p)?.first === c && places.get(p)?.last === c)));
  return judge(
    {
      lines,
      byColumn,
      rows,
      figures: byColumn.filter((cells) => isFigureColumn(cells, lines, columns.length, book)).length,
      numbers: lines.flatMap((line) => line.phrases).filter((p) => isNumber(p) || p.lexicon.isDate(p.text)).length,
      aligned: byColumn.filter((cells) => cells.length >= 2 && isAligned(cells)).length,
      fill: rows.reduce((sum, line) => sum + line.phrases.length, 0) / (rows.length * columns.length),
      bounds: countRules(lines, columns, rules, book),
      caption: captionAbove(lines, page, prose),
      isMatrix: isMatrix(lines, rules, walls),
    },
    WITNESSES,
    book,
    place,
  );
}

const boxOf = (phrases: readonly Phrase[]): Box => boundingBox(phrases.map(({ box }) => box));

/** A directory has numbers of telephones on this share of its lines at least; under addresses they stand on a few. */
const DIRECTORY = 0.7;

const isTelephone = ({ text, lexicon }: Phrase): boolean => lexicon.isTelephone(text);

/** Most of its cells are figures, and not such as count nothing. */
function isFigureColumn(cells: readonly Phrase[], lines: readonly PhraseLine[], columns: number, book: Rulebook): boolean {
  const shareOf = (test: (phrase: Phrase) => boolean): boolean => cells.length >= 2 && share(cells, test) >= FIGURE_COLUMN;
  if (!shareOf((phrase) => isValue(phrase) || phrase.lexicon.isDate(phrase.text))) return false;
  const place = (): Box => boxOf(cells);
  const areTimes = columns === 2 && shareOf(({ text, lexicon }) => lexicon.isTimeOfDay(text));
  const areTelephones = shareOf(isTelephone) && cells.filter(isTelephone).length < DIRECTORY * lines.length;
  if (says(book, 'times-of-day', areTimes, place)) return false;
  return !says(book, 'counting-numbers', countsUp(cells), place) && !says(book, 'telephone-numbers', areTelephones, place);
}

/** A column of figures, in three rows, or in two between rules. */
function hasFigures({ rows, figures, numbers, aligned, bounds, byColumn, fill }: Case): boolean {
  if (fill < SPARSE || figures < 1 || numbers < 3 || aligned * 2 < byColumn.length) return false;
  return rows.length > 2 || (figures >= 2 && bounds >= 1);
}

/** So many columns and rows of short text are set to edges of their own. */
const ALIGNED_COLUMNS = 3;
const ALIGNED_ROWS = 3;
const LONG_WORDS = 8;

/** Text in square letters is spread and indented to even columns without being a table. */
function isAllAligned({ lines, rows, byColumn, aligned, fill }: Case): boolean {
  const long = share(
    lines.flatMap((line) => line.phrases),
    (p) => p.words > LONG_WORDS,
  );
  return (
    !isSquareText(lines) && byColumn.length >= ALIGNED_COLUMNS && rows.length >= ALIGNED_ROWS && fill >= 0.6 && aligned >= byColumn.length - 1 && long < 0.2
  );
}

/** Of the entries of a column (yes, no, yes; ministry, university, ministry) this share stand in it more than once. */
const REPEATED = 0.6;
const REPEATING_ROWS = 4;

function repeatsEntries({ byColumn }: Case): boolean {
  return byColumn.some((cells) => {
    const counts = new Map<string, number>();
    for (const cell of cells) if (!isValue(cell) && !isEnumerator(cell)) counts.set(cell.text, (counts.get(cell.text) ?? 0) + 1);
    const again = [...counts.values()].filter((count) => count > 1).reduce((sum, count) => sum + count, 0);
    return cells.length >= REPEATING_ROWS && again >= REPEATED * cells.length;
  });
}

/** Rows of a list with headers: so many of them … */
const LIST_ROWS = 4;
/** … at the same distance, within this share … */
const SAME_PITCH = 0.1;
/** … with text in this share of their columns, each of which is set to one edge. */
const LIST_FILL = 0.7;
const LIST_ALIGNED = 0.95;
/** Headers and cells are no longer than this, em. */
const HEADER_LENGTH = 8;
const CELL_LENGTH = 25;

/**
 * A list of names, dates and places without figures and without rules:
 *
 *   職名      氏名          任期
 *   会長      山本　一郎    令和６年４月から       every column has its header, every row keeps
 *   委員      森　太        令和５年４月から       to the columns and to the rows' distance
 */
function isHeadedList({ lines, byColumn }: Case): boolean {
  const [head, ...body] = lines;
  if (head === undefined || !isSquareText(lines) || byColumn.length < 3 || body.length < LIST_ROWS) return false;
  const isLong = (phrase: Phrase, most: number): boolean => phrase.box.x1 - phrase.box.x0 > most * phrase.size;
  if (head.phrases.length !== byColumn.length || head.phrases.some((phrase) => isValue(phrase) || isEnumerator(phrase) || isLong(phrase, HEADER_LENGTH)))
    return false;
  const cells = body.flatMap((line) => line.phrases);
  if (byColumn.flat().length !== cells.length + head.phrases.length || cells.some((phrase) => isLong(phrase, CELL_LENGTH))) return false;
  if (cells.length < LIST_FILL * body.length * byColumn.length || byColumn.some((column) => column.length < 2)) return false;
  const pitch = lines.slice(1).map((line, i) => line.baseline - (lines[i]?.baseline ?? 0));
  if (Math.max(...pitch.slice(1)) > (1 + SAME_PITCH) * Math.min(...pitch.slice(1))) return false;
  return byColumn.every((column) =>
    isAligned(
      column.filter((phrase) => phrase.line !== head.index),
      LIST_ALIGNED,
    ),
  );
}

/** Rows under a header in a font of its own make a table of two columns of text; headers have no more words. */
const HEADED_ROWS = 3;
const HEADER_WORDS = 4;

/** The first line has a header over each column, in a font that the cells below, labels aside, are not set in. */
function hasOwnFontHead({ lines, byColumn, aligned, fill }: Case): boolean {
  const [head, ...body] = lines;
  if (head === undefined || aligned < byColumn.length || fill < 0.6) return false;
  if (head.phrases.length !== byColumn.length || head.phrases.some((p) => p.words > HEADER_WORDS || isValue(p))) return false;
  const cells = body.filter((line) => line.phrases.length > 1).flatMap((line) => line.phrases.slice(1));
  if (cells.length < HEADED_ROWS) return false;
  const own = fontsOf(head.phrases);
  return [...fontsOf(cells)].every((font) => !own.has(font));
}

export const fontsOf = (phrases: readonly Phrase[]): Set<string> =>
  new Set(phrases.flatMap((p) => p.members.filter(({ glyph }) => glyph.text.trim() !== '').map(({ glyph }) => `${glyph.font} ${glyph.color}`)));

const share = (cells: readonly Phrase[], test: (phrase: Phrase) => boolean): number => (cells.length === 0 ? 0 : cells.filter(test).length / cells.length);

function isAligned(cells: readonly Phrase[], least = 0.5): boolean {
  const edges = [(p: Phrase) => p.box.x0, (p: Phrase) => p.box.x1, (p: Phrase) => (p.box.x0 + p.box.x1) / 2];
  return edges.some((edge) => {
    const at = median(cells.map(edge));
    return share(cells, (p) => Math.abs(edge(p) - at) <= ALIGNED * p.size) >= least;
  });
}

/** Operators that stand alone above and below their terms, and an equals sign. */
function isFormula(lines: readonly PhraseLine[]): boolean {
  const phrases = lines.flatMap((line) => line.phrases);
  return phrases.some((p) => /^[∑∏∫√]+$/u.test(p.text)) && phrases.some((p) => /(?:^|\s)[=≤≥](?:\s|$)/u.test(p.text));
}

const isSquareText = (lines: readonly PhraseLine[]): boolean =>
  share(
    lines.flatMap((line) => line.phrases),
    (p) => hasSquare(p.text),
  ) > 0.5;

/** Rules about as wide as the table: above it, under its header, between rows, below it. */
export function countRules(lines: readonly PhraseLine[], columns: Placement['columns'], rules: readonly Rule[], book: Rulebook): number {
  const first = lines[0];
  const last = lines[lines.length - 1];
  if (first === undefined || last === undefined) return 0;
  const near = rulesBetween(rules, first.top - 2 * first.size, last.bottom + 2 * last.size);
  const atHeight = new Map<number, Rule[]>();
  for (const rule of near.filter((other) => !says(book, 'fill-in-blank', isBlank(other, lines), () => ({ ...other, top: other.y, bottom: other.y })))) {
    const key = Math.round(rule.y);
    atHeight.set(key, [...(atHeight.get(key) ?? []), rule]);
  }
  const table = hull(columns.map(across));
  return [...atHeight.values()].filter((pieces) => areAsWide(pieces, table)).length;
}

/** A rule at the foot of a line, em … */
const AT_FOOT = 0.5;
/** … that begins so near behind a label of the line, em. */
const BEHIND_LABEL = 2.5;

/** A blank to be filled in: it begins behind its label, and nothing stands on it. */
function isBlank(rule: Rule, lines: readonly PhraseLine[]): boolean {
  return lines.some(({ phrases, bottom, size }) => {
    if (Math.abs(rule.y - bottom) > AT_FOOT * size || phrases.some(({ box }) => overlap(box.x0, box.x1, rule.x0, rule.x1) > 0.5 * size)) return false;
    return phrases.some(({ box }) => box.x1 <= rule.x0 + 0.5 * size && rule.x0 - box.x1 <= BEHIND_LABEL * size);
  });
}
