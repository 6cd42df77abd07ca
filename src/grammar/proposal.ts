/**
 * A grammar to begin with, guessed from one document's layout alone: its title, the labels beside and above values, the
 * grids, headings and check marks. No vocabulary of any one form; the few words that every form uses name the fields.
 */
import type { Cell, DocumentLayout, Table } from '../model/layout.js';
import type { Box, Page } from '../model/page.js';
import { matchKey } from '../text/fold.js';
import { boxBeside } from './boxes.js';
import { keyOf, withoutSubLabel } from './labels.js';
import { readMarked } from './marks.js';
import { boxOf, isEmpty, passageOfCell, passageOfLine, plainText, segmentBox, type Passage } from './passage.js';
import { gridOf, type Grid } from './units.js';

export interface ProposedLabel {
  readonly label: string;
  /** The column it fills, by a word that every form uses; undefined: it goes to `fields`. */
  readonly field: string | undefined;
  readonly level: 'sheet' | 'item';
  readonly isMarked: boolean;
  readonly isLines: boolean;
  /** The text that the guess came from. */
  readonly from: string;
  readonly times: number;
}

export interface ProposedGrid {
  readonly columns: readonly string[];
  readonly from: string;
}

export interface Proposal {
  readonly title: { readonly pattern: string; readonly text: string } | undefined;
  readonly municipality: string | undefined;
  readonly labels: readonly ProposedLabel[];
  readonly grids: readonly ProposedGrid[];
  readonly sections: readonly { readonly label: string; readonly from: string }[];
}

/** A label is no longer than this, without spaces. */
const longestLabel = 30;
/** A year over a column, or what the numbers below it are. */
const columnWord = /^(?:[^。]{0,4}(?:\d+|元)年度?[^。]{0,10}|(?:当初|補正後?|最終|年間)?(?:予算|決算|実績|見込み?|目標|計画|差引|増減)(?:額|値)?(?:\(.+\))?)$/u;
const number = /^[△▲−-]?[\d,.]+[%％]?$/u;
const mark = /^[□■○●◎☑✓レ]+$/u;

/** Words that forms everywhere use, with the column that they fill; the first that fits. */
const words: readonly (readonly [field: string, level: 'sheet' | 'item', word: RegExp])[] = [
  ['title', 'item', /^(?:\D*\d+年度)?(?:事務)?事業名(?:称)?$|^取組(?:項目|名)$|^件名$/u],
  ['item_no', 'item', /^no\.?$|^(?:整理|事業|評価書)?番号$/u],
  ['division', 'sheet', /^(?:所管|担当|所属)\S{0,8}$|^部課名$|^課名$/u],
  ['method', 'item', /^\d*(?:事業|取組)の?(?:概要|内容)$/u],
  ['goal', 'item', /^\d*(?:事業の?)?目的$|^\d*(?:事業|取組|年度)?目標$/u],
  ['result', 'item', /^\d*(?:取組)?(?:実績|成果)(?:\(.*\))?$/u],
  ['next_steps', 'item', /^\d*今後の(?:方向性|取組|課題)\S{0,6}$/u],
];

const endRow = (cell: Cell): number => cell.row + cell.rowSpan;
const endCol = (cell: Cell): number => cell.col + cell.colSpan;
const keyOfCell = (cell: Cell): string => keyOf(passageOfCell(cell));
const isBlank = (cell: Cell): boolean => isEmpty(passageOfCell(cell));

/** Numbers in a label count it or name its year; others (an address, a telephone) are a value's. */
function hasLabelNumbers(key: string): boolean {
  return !/\d/u.test(key.replace(/^\(?\d{1,2}[).．]?/u, '').replace(/\d+(?=[年月歳])/gu, ''));
}

function isLabelLike(whole: string): boolean {
  const key = withoutSubLabel(whole);
  return (
    hasLabelNumbers(key) &&
    key.length >= 1 &&
    key.length <= longestLabel &&
    !/[。、]/u.test(key) &&
    !number.test(key) &&
    !mark.test(key) &&
    !/^[・□■○●]/u.test(key) &&
    /[\p{L}]/u.test(key)
  );
}

/** A label as a grammar writes it: what changes from year to year, its numbers, as an expression. */
export function labelFor(key: string): string {
  const own = withoutSubLabel(key);
  if (!/\d/u.test(own) || own.startsWith('/')) return own.startsWith('/') ? `/${escape(own)}/` : own;
  return `/${escape(own).replace(/\d+/gu, '\\d+')}/`;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}

export function proposeGrammar(layout: DocumentLayout, pages: readonly Page[]): Proposal {
  const title = titleOf(layout);
  const titleKey = title && matchKey(title.text);
  const found = layout.tables.map((table) => readTable(table, groundsOf(table, pages), titleKey));
  const labels = [...boxedLabels(layout, titleKey), ...found.flatMap(({ labels: own }) => own)];
  const inTables = new Set(labels.map(({ key }) => key));
  const headings = layout.pages.flatMap(({ free, width, height }) =>
    free.flatMap(({ line, furniture }) => {
      const key = keyOf(passageOfLine(line, { x0: 0, top: 0, x1: width, bottom: height }));
      const isHeading = /^(?:≪.+≫|【.+】|[(]\d+[)].+|\d+[.．]?\D.+)$/u.test(key) && isLabelLike(key) && key !== titleKey && !inTables.has(key);
      return furniture === undefined && isHeading ? [{ key, from: line.text }] : [];
    }),
  );
  const sections = [...found.flatMap(({ sections: own }) => own), ...headings].filter(({ key }) => !inTables.has(key));
  const town = layout.pages
    .flatMap(({ free }) => free.map(({ line }) => /^(?:.*第\d+次)?([^\s\d]{1,5}[市区町村])(?![町民内])/u.exec(line.text)?.[1]))
    .find((name) => name !== undefined);
  return {
    title,
    municipality: town,
    labels: named(labels),
    grids: merged(found.flatMap(({ grids }) => grids)),
    sections: unique(
      sections.map(({ key, from }) => ({ label: labelFor(key), from })),
      ({ label }) => label,
    ),
  };
}

/** A line beside or above a box of its own. */
function boxedLabels(layout: DocumentLayout, titleKey: string | undefined): readonly FoundLabel[] {
  const boxes = layout.tables.flatMap(({ cells }) => (cells.length === 1 ? cells : []));
  return layout.pages.flatMap(({ free, width, height }) =>
    free.flatMap(({ line, furniture }) => {
      const key = keyOf(passageOfLine(line, { x0: 0, top: 0, x1: width, bottom: height }));
      const box = furniture === undefined && isLabelLike(key) && key !== titleKey ? boxBeside(line, boxes) : undefined;
      return box && !isBlank(box.cell) ? [{ key, from: `${line.text} → ${textOf(box.cell)}`, isMarked: false, isLines: false }] : [];
    }),
  );
}

interface FoundLabel {
  readonly key: string;
  readonly from: string;
  readonly isMarked: boolean;
  readonly isLines: boolean;
}

/** Labels by what they say; a field is filled by one label only. */
function named(found: readonly FoundLabel[]): readonly ProposedLabel[] {
  const used = new Set<string>();
  return unique(found, ({ key }) => labelFor(key)).map((one) => {
    const key = withoutSubLabel(one.key);
    const word = words.find(([field, , expression]) => !used.has(field) && expression.test(key));
    if (word) used.add(word[0]);
    const same = found.filter((other) => labelFor(other.key) === labelFor(one.key));
    return {
      label: labelFor(one.key),
      field: word?.[0],
      level: word?.[1] ?? 'item',
      isMarked: same.some(({ isMarked }) => isMarked),
      isLines: same.some(({ isLines }) => isLines),
      from: one.from,
      times: same.length,
    };
  });
}

function unique<Entry>(list: readonly Entry[], keyFor: (entry: Entry) => string): readonly Entry[] {
  const seen = new Set<string>();
  return list.filter((entry) => {
    const key = keyFor(entry);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

function merged(grids: readonly ProposedGrid[]): readonly ProposedGrid[] {
  return unique(grids, ({ columns }) => columns.join('\n'));
}

interface FoundInTable {
  readonly labels: readonly FoundLabel[];
  readonly sections: readonly { readonly key: string; readonly from: string }[];
  readonly grids: readonly ProposedGrid[];
}

/** `isToned`: the cell stands on a colour, where other filled cells of its table do not. */
function readTable(table: Table, isToned: (cell: Cell) => boolean, titleKey: string | undefined): FoundInTable {
  const grid = gridOf(table);
  const taken = new Set<Cell>();
  const grids = bandsOf(table, taken);
  const labels: FoundLabel[] = [];
  const sections: { readonly key: string; readonly from: string }[] = [];
  const tones = table.cells.some((cell) => !isBlank(cell) && isToned(cell));
  for (const cell of table.cells) {
    const key = keyOfCell(cell);
    if (taken.has(cell) || !isLabelLike(key) || key === titleKey) continue;
    if (tones && !isToned(cell)) continue;
    const beside = besideOf(grid, cell).filter((one) => !taken.has(one));
    const below = grid.at(endRow(cell), cell.col);
    const from = textOf(cell);
    // ①… and A.… are options to choose from.
    if (/^(?:[①-⑳]|[A-Zａ-ｚＡ-Ｚ][.．])/u.test(from)) continue;
    const [first, ...more] = beside;
    const isHeadOf = first !== undefined && isLabelLike(keyOfCell(first)) && (tones ? isToned(first) : heads(grid, first));
    if (first && isHeadOf) {
      // A label whose neighbours are labels themselves names what stands beside it.
      sections.push({ key, from });
      taken.add(cell);
    } else if (first && (tones || looksLikeValueOf(key, first))) {
      const marked = readMarked(rowOf(grid, cell));
      labels.push({
        key,
        from: `${from} → ${textOf(first)}`,
        isMarked: marked.isRead && marked.options.length > 0,
        isLines: more.some((one) => !isBlank(one)),
      });
      taken.add(cell);
      for (const one of marked.options.length > 0 ? rowOf(grid, cell) : beside) taken.add(one);
    } else if (
      besideOf(grid, cell).length === 0 &&
      (tones || cell.colSpan === table.cols) &&
      below &&
      below.col === cell.col &&
      below.colSpan === cell.colSpan &&
      !taken.has(below)
    ) {
      if (isBlank(below) || keyOfCell(below).length > key.length || tones) {
        labels.push({ key, from: `${from} ↓ ${textOf(below)}`, isMarked: false, isLines: false });
        taken.add(below);
      } else sections.push({ key, from });
      taken.add(cell);
    } else if (!first && cell.colSpan === table.cols) {
      sections.push({ key, from });
      taken.add(cell);
    }
  }
  return { labels, sections, grids };
}

/** A label whose own value stands right of it. */
function heads(grid: Grid, cell: Cell): boolean {
  const next = grid.at(cell.row, endCol(cell));
  return (
    next !== undefined &&
    next.row === cell.row &&
    (number.test(keyOfCell(next)) || keyOfCell(next).length > keyOfCell(cell).length) &&
    keyOfCell(cell).length <= longestLabel / 2
  );
}

function looksLikeValueOf(key: string, value: Cell): boolean {
  const own = keyOfCell(value);
  return own === '' || number.test(own) || own.length >= withoutSubLabel(key).length / 2;
}

function besideOf(grid: Grid, label: Cell): readonly Cell[] {
  const cells: Cell[] = [];
  for (let row = label.row; row < endRow(label); row++) {
    const cell = grid.at(row, endCol(label));
    if (cell && cell.row >= label.row && !cells.includes(cell)) cells.push(cell);
  }
  return cells;
}

/** All cells right of a label in its rows. */
function rowOf(grid: Grid, label: Cell): readonly Cell[] {
  return grid.table.cells.filter((cell) => cell.row >= label.row && cell.row < endRow(label) && cell.col >= endCol(label));
}

/**
 * Rows of column labels: several that say a year or what the numbers below them are, or heads over columns of numbers.
 * Their cells, and those below them, are taken.
 */
function bandsOf(table: Table, taken: Set<Cell>): readonly ProposedGrid[] {
  const grids: ProposedGrid[] = [];
  for (let row = 0; row < table.rows; row++) {
    const own = table.cells.filter((cell) => cell.row === row && !isBlank(cell) && !taken.has(cell));
    const yearly = own.filter((cell) => columnWord.test(keyOfCell(cell)));
    const numeric = own.filter((cell) => isOverNumbers(table, cell));
    const heads = yearly.length >= 2 ? yearly : numeric.length >= 3 ? numeric : [];
    if (heads.length === 0) continue;
    let labelsFrom = 0;
    // Grids may stand side by side: each run of heads is one.
    for (const run of runsOf(heads)) {
      const from = Math.min(...run.map((cell) => cell.col));
      const to = Math.max(...run.map(endCol));
      const under = Math.min(...run.map(endRow));
      const found = table.cells.filter(
        (cell) =>
          cell.row === under && cell.col >= from && endCol(cell) <= to && !isBlank(cell) && (columnWord.test(keyOfCell(cell)) || isOverNumbers(table, cell)),
      );
      const lower = found.length >= 2 ? found : [];
      const all = [...run, ...lower];
      const last = Math.max(...all.map((cell) => endRow(cell) - 1));
      const leaves = all.filter((cell) => !lower.some((one) => one !== cell && one.row >= endRow(cell) && one.col >= cell.col && endCol(one) <= endCol(cell)));
      if (leaves.length < 2) continue;
      grids.push({
        columns: unique(
          all.map((cell) => labelFor(keyOfCell(cell))),
          (label) => label,
        ),
        from: all.map(textOf).join(' │ '),
      });
      const until = endOfBody(table, last, leaves, from, to);
      for (const cell of table.cells) if (cell.row >= row && endRow(cell) <= until + 1 && cell.col >= labelsFrom && endCol(cell) <= to) taken.add(cell);
      labelsFrom = to;
    }
  }
  return grids;
}

/** Heads that touch, left to right. */
function runsOf(heads: readonly Cell[]): readonly (readonly Cell[])[] {
  const runs: Cell[][] = [];
  for (const head of [...heads].sort((a, b) => a.col - b.col)) {
    const run = runs.at(-1);
    if (run && Math.max(...run.map(endCol)) >= head.col) run.push(head);
    else runs.push([head]);
  }
  return runs;
}

function isOverNumbers(table: Table, head: Cell): boolean {
  const below = table.cells.filter((cell) => cell.row > head.row && cell.col >= head.col && endCol(cell) <= endCol(head) && !isBlank(cell));
  const numbers = below.filter((cell) => number.test(keyOfCell(cell))).length;
  return isLabelLike(keyOfCell(head)) && numbers >= 3 && numbers >= 0.7 * below.length;
}

/** The last row below the band whose cells stand under its columns, each under one. */
function endOfBody(table: Table, band: number, leaves: readonly Cell[], from: number, to: number): number {
  let last = band;
  for (let row = band + 1; row < table.rows; row++) {
    const values = table.cells.filter((cell) => cell.row === row && cell.col < to && endCol(cell) > from);
    const isUnder = (cell: Cell): boolean => leaves.some((leaf) => cell.col >= leaf.col && endCol(cell) <= endCol(leaf));
    const isOfBody = values.length >= Math.min(2, leaves.length) && values.every(isUnder) && values.every((cell) => keyOfCell(cell).length <= longestLabel);
    if (!isOfBody || values.some((cell) => columnWord.test(keyOfCell(cell)))) break;
    last = row;
  }
  return last;
}

function textOf(cell: Cell): string {
  const text = passageOfCell(cell)
    .map(({ line }) => line.text)
    .join('');
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}

/** A colour this light is taken for paper. */
const paper = 'ffffff';

/** Colours tell labels where so large a share of a table's texts stands on one. */
const leastToned = 0.3;
const mostToned = 0.75;

function groundsOf(table: Table, pages: readonly Page[]): (cell: Cell) => boolean {
  const toned = new Set<Cell>();
  for (const cell of table.cells) {
    const [part] = cell.parts;
    const fills = part && pages.find(({ number: no }) => no === part.page)?.fills.filter(({ box }) => covers(box, part.box));
    const top = fills?.at(-1);
    if (top && !top.color.toLowerCase().endsWith(paper)) toned.add(cell);
  }
  const filled = table.cells.filter((cell) => !isBlank(cell));
  const own = filled.filter((cell) => toned.has(cell));
  const labels = own.filter((cell) => isLabelLike(keyOfCell(cell))).length;
  const tells = own.length >= filled.length * leastToned && own.length <= filled.length * mostToned && labels >= own.length * 0.8;
  return (cell) => tells && toned.has(cell);
}

function covers(outer: Box, inner: Box): boolean {
  const x = Math.min(outer.x1, inner.x1) - Math.max(outer.x0, inner.x0);
  const y = Math.min(outer.bottom, inner.bottom) - Math.max(outer.top, inner.top);
  return x > 0 && y > 0 && x * y >= 0.6 * (inner.x1 - inner.x0) * (inner.bottom - inner.top);
}

const year = /(?:\d{4}|(?:令和|平成|昭和)[\d元]+)年度/u;

/** The text on the first page that looks most like a title: large, high up, in the words of titles. */
function titleOf(layout: DocumentLayout): Proposal['title'] {
  const [page] = layout.pages;
  if (!page) return undefined;
  const room = { x0: 0, top: 0, x1: page.width, bottom: page.height };
  const cells = layout.tables.flatMap(({ cells: own }) => own.filter(({ parts }) => parts[0]?.page === page.page).map(passageOfCell));
  const lines = page.free.filter(({ furniture }) => furniture !== 'page_number' && furniture !== 'overlay').map(({ line }) => passageOfLine(line, room));
  const ranked = [...lines, ...cells].flatMap((passage) => {
    const text = plainText(passage);
    if (text.length < 3 || text.length > 60 || !isTitleText(text)) return [];
    const top = boxOf(passage.map(segmentBox))?.top ?? 0;
    const score =
      sizeOf(passage) *
      (/(?:シート|評価書|調書|一覧|整理表|計画|報告書|表|状況)\S{0,12}$/u.test(text) ? 1.6 : 1) *
      (year.test(text) ? 1.4 : 1) *
      (1 - (0.5 * top) / page.height);
    return [{ text, score }];
  });
  const best = ranked.sort((a, b) => b.score - a.score)[0];
  return best && { text: best.text, pattern: titlePattern(best.text) };
}

function isTitleText(text: string): boolean {
  return /\p{L}{2}/u.test(text) && !/[。]/u.test(text) && !/^[(（]/u.test(text);
}

const sizeOf = (passage: Passage): number => Math.max(...passage.map(({ line }) => line.size));

function titlePattern(text: string): string {
  const found = year.exec(text);
  const plain = (part: string): string => escape(part).replace(/\\\//gu, '/').replace(/\d+/gu, '\\d+');
  if (!found) return `^(?<title>${plain(text)})$`;
  const after = text.slice(found.index + found[0].length);
  return `^(?<title>${plain(text.slice(0, found.index))}(?<fiscal_year_label>(\\d{4}|(令和|平成|昭和)[\\d元]+)年度)${plain(after)})$`;
}
