/**
 * Whether lines with gutters are a table: figures under each other, rules, columns whose cells begin or end together.
 *
 * Lists (a mark and its text), contents pages (a title and its page) and forms have gutters too.
 */
import type { Box } from '../../model/page.js';
import type { RuleId, SignId } from '../evidence/registry.js';
import { lost, PLAIN_BOOK, type Rulebook, says } from '../evidence/rulebook.js';
import { boundingBox, median, overlap } from '../geometry.js';
import type { Placement } from './columns.js';
import type { Phrase, PhraseLine } from './phrases.js';
import { type Rule, rulesBetween } from './rules.js';
import { isDate, isEnumerator, isNumber, isValue } from './values.js';

/** Cells of a column begin, end or are centred within this distance (em) of each other. */
const ALIGNED = 0.35;
/** Lines of horizontal text lie further apart than this, baseline to baseline, em. */
const SOLID = 1.1;
/** Of text set across this share of the characters at most stand below others by chance. */
const MOSTLY_BELOW = 0.6;
const FIGURE_COLUMN = 0.6;
/** The number of a section or a chapter. */
const SECTION = /^[0-9]{1,2}(?:[.-][0-9]{1,2})*\.?$/u;

/** The signs that these lines are a table, by name; none where they are none. */
export function signsOfTable(lines: readonly PhraseLine[], placement: Placement, rules: readonly Rule[], book: Rulebook = PLAIN_BOOK): readonly SignId[] {
  const { columns, places } = placement;
  const multi = lines.filter((line) => line.phrases.length > 1);
  if (columns.length < 2 || multi.length < 2) return [];
  const byColumn = columns.map((_, c) => lines.flatMap((line) => line.phrases.filter((p) => places.get(p)?.first === c && places.get(p)?.last === c)));
  const figures = byColumn.filter((cells) => cells.length >= 2 && share(cells, (p) => isValue(p.text) || isDate(p.text)) >= FIGURE_COLUMN).length;
  const numbers = lines.flatMap((line) => line.phrases).filter((p) => isNumber(p.text) || isDate(p.text)).length;
  const bounds = countRules(lines, columns, rules);
  const aligned = byColumn.filter((cells) => cells.length >= 2 && isAligned(cells)).length;
  const fill = multi.reduce((sum, line) => sum + line.phrases.length, 0) / (multi.length * columns.length);
  const enough = multi.length >= 3 || (multi.length === 2 && figures >= 2 && bounds >= 1);
  const long = share(lines.flatMap((line) => line.phrases), (p) => p.words > 8);
  // Japanese text is spread and indented to even columns without being a table.
  const isOfWords = !isJapanese(lines);
  const signs: Readonly<Record<SignId, boolean>> = {
    'ruled-off': bounds >= 2 && fill >= 0.4,
    'figure-columns': figures >= 1 && numbers >= 3 && enough && fill >= 0.4 && aligned * 2 >= columns.length,
    'headed-list': !isOfWords && isHeadedList(lines, byColumn),
    'own-font-head': isOfWords && aligned === columns.length && fill >= 0.6 && hasOwnFontHead(lines, columns.length),
    'aligned-columns': isOfWords && columns.length >= 3 && multi.length >= 3 && fill >= 0.6 && aligned >= columns.length - 1 && long < 0.2,
  };
  const found = SIGNS.filter((sign) => signs[sign]);
  if (found.length === 0) return [];
  const place = (): Box => boundingBox(lines.flatMap((line) => line.phrases.map(({ box }) => box)));
  const vetoes: Readonly<Record<VetoId, () => boolean>> = {
    list: () => isList(byColumn, columns.length),
    contents: () => isContents(byColumn, lines),
    'vertical-writing': () => isVertical(lines),
    formula: () => isFormula(lines),
  };
  const against = VETOES.filter((veto) => says(book, veto, vetoes[veto](), place));
  if (against.length === 0) return found.filter((sign) => says(book, sign, true, place));
  for (const sign of found) lost(book, sign, against, place);
  return [];
}

const SIGNS: readonly SignId[] = ['ruled-off', 'figure-columns', 'headed-list', 'own-font-head', 'aligned-columns'];
const VETOES = ['list', 'contents', 'vertical-writing', 'formula'] as const satisfies readonly RuleId[];
type VetoId = (typeof VETOES)[number];

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
function isHeadedList(lines: readonly PhraseLine[], byColumn: readonly (readonly Phrase[])[]): boolean {
  const [head, ...body] = lines;
  if (head === undefined || byColumn.length < 3 || body.length < LIST_ROWS) return false;
  const isLong = (phrase: Phrase, most: number): boolean => phrase.box.x1 - phrase.box.x0 > most * phrase.size;
  if (head.phrases.length !== byColumn.length || head.phrases.some((phrase) => isValue(phrase.text) || isEnumerator(phrase.text) || isLong(phrase, HEADER_LENGTH))) return false;
  const cells = body.flatMap((line) => line.phrases);
  if (byColumn.flat().length !== cells.length + head.phrases.length || cells.some((phrase) => isLong(phrase, CELL_LENGTH))) return false;
  if (cells.length < LIST_FILL * body.length * byColumn.length || byColumn.some((column) => column.length < 2)) return false;
  const pitch = lines.slice(1).map((line, i) => line.baseline - (lines[i]?.baseline ?? 0));
  if (Math.max(...pitch.slice(1)) > (1 + SAME_PITCH) * Math.min(...pitch.slice(1))) return false;
  return byColumn.every((column) => isAligned(column.filter((phrase) => phrase.line !== head.index), LIST_ALIGNED));
}

/** Rows under a header in a font of its own make a table of two columns of text; headers have no more words. */
const HEADED_ROWS = 3;
const HEADER_WORDS = 4;

/** The first line has a header over each column, in a font that the cells below, labels aside, are not set in. */
function hasOwnFontHead(lines: readonly PhraseLine[], columns: number): boolean {
  const [head, ...body] = lines;
  if (head === undefined || head.phrases.length !== columns || head.phrases.some((p) => p.words > HEADER_WORDS || isValue(p.text))) return false;
  const cells = body.filter((line) => line.phrases.length > 1).flatMap((line) => line.phrases.slice(1));
  if (cells.length < HEADED_ROWS) return false;
  const fontsOf = (phrases: readonly Phrase[]): Set<string> =>
    new Set(phrases.flatMap((p) => p.members.filter(({ glyph }) => glyph.text.trim() !== '').map(({ glyph }) => `${glyph.font} ${glyph.color}`)));
  const own = fontsOf(head.phrases);
  return [...fontsOf(cells)].every((font) => !own.has(font));
}

const share = (cells: readonly Phrase[], test: (phrase: Phrase) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(test).length / cells.length;

function isAligned(cells: readonly Phrase[], least = 0.5): boolean {
  const edges = [(p: Phrase) => p.box.x0, (p: Phrase) => p.box.x1, (p: Phrase) => (p.box.x0 + p.box.x1) / 2];
  return edges.some((edge) => {
    const at = median(cells.map(edge));
    return share(cells, (p) => Math.abs(edge(p) - at) <= ALIGNED * p.size) >= least;
  });
}

/** The first of two columns holds nothing but marks of a list. */
function isList(byColumn: readonly (readonly Phrase[])[], columns: number): boolean {
  const first = byColumn[0] ?? [];
  return columns <= 2 && share(first, (p) => isEnumerator(p.text)) >= 0.6;
}

/** Operators that stand alone above and below their terms, and an equals sign. */
function isFormula(lines: readonly PhraseLine[]): boolean {
  const phrases = lines.flatMap((line) => line.phrases);
  return phrases.some((p) => /^[∑∏∫√]+$/u.test(p.text)) && phrases.some((p) => /(?:^|\s)[=≤≥](?:\s|$)/u.test(p.text));
}

/** Characters right below each other, with no white between, are vertical writing that is read across here. */
function isVertical(lines: readonly PhraseLine[]): boolean {
  let all = 0;
  let below = 0;
  lines.forEach((line, i) => {
    const above = lines[i - 1];
    const isSolid = above !== undefined && line.baseline - above.baseline <= SOLID * line.size;
    const starts = new Set(isSolid ? startsOf(above) : []);
    for (const start of startsOf(line)) {
      all += 1;
      if ([start - 1, start, start + 1].some((x) => starts.has(x))) below += 1;
    }
  });
  return below > MOSTLY_BELOW * all && isJapanese(lines);
}

/** Where the line's characters begin, whole points. */
const startsOf = (line: PhraseLine): number[] => line.phrases.flatMap((p) => p.members.map(({ box }) => Math.round(box.x0)));

const isJapanese = (lines: readonly PhraseLine[]): boolean =>
  share(lines.flatMap((line) => line.phrases), (p) => /[\u3041-\u30ff\u3400-\u9fff]/u.test(p.text)) > 0.5;

/** The last column holds rising page numbers, led to by dots or by titles. */
function isContents(byColumn: readonly (readonly Phrase[])[], lines: readonly PhraseLine[]): boolean {
  const last = byColumn[byColumn.length - 1] ?? [];
  if (last.length < 2) return false;
  const pages = last.map((p) => Number(/^[\s.․‥…·]*([0-9]{1,3})$/u.exec(p.text)?.[1] ?? NaN));
  if (!isRising(pages)) return false;
  const leaders = lines.filter((line) => line.phrases.some((p) => p.hasLeader)).length;
  if (leaders * 2 >= lines.length) return true;
  // Sections' numbers before the titles, and leaders behind some of them.
  const others = byColumn.slice(0, -1).flat();
  if (leaders > 0 && others.every((p) => !isValue(p.text) || isEnumerator(p.text) || SECTION.test(p.text))) return true;
  return byColumn.length === 2 && last.length >= 4 && pages.every((page) => !Number.isNaN(page));
}

const isRising = (pages: readonly number[]): boolean =>
  pages.slice(1).filter((page, i) => page >= (pages[i] ?? Infinity)).length >= 0.85 * (pages.length - 1);

/** Rules about as wide as the table: above it, under its header, between rows, below it. */
function countRules(lines: readonly PhraseLine[], columns: Placement['columns'], rules: readonly Rule[]): number {
  const first = lines[0];
  const last = lines[lines.length - 1];
  if (first === undefined || last === undefined) return 0;
  const x0 = columns[0]?.x0 ?? 0;
  const x1 = columns[columns.length - 1]?.x1 ?? 0;
  const near = rulesBetween(rules, first.top - 2 * first.size, last.bottom + 2 * last.size);
  const covered = new Map<number, number>();
  for (const rule of near) {
    const key = Math.round(rule.y);
    covered.set(key, (covered.get(key) ?? 0) + Math.max(0, overlap(rule.x0, rule.x1, x0, x1)));
  }
  return [...covered.values()].filter((length) => length >= 0.7 * (x1 - x0)).length;
}
