/**
 * How the tables of a document go: what their row labels are and which follows which, which rows come last.
 *
 * A form repeated through a document says how it goes on over a page break: 推進部署 is followed by R3年度の取組状況, and a
 * label cut in two says, its halves put together, what it says elsewhere.
 */
import { type PageTable, wordsOf } from './page-table.js';
import { agree } from './same-edges.js';

export interface Labels {
  /** `below` stands directly under `above` in some table of the document. */
  readonly follows: (above: string, below: string) => boolean;
  /** So does a label that begins with `below`: the rest of it may stand on a later page. */
  readonly leadsTo: (above: string, below: string) => boolean;
  readonly isLabel: (words: string) => boolean;
  /** The words are the beginning of a label, cut within it. */
  readonly beginsLabel: (words: string) => boolean;
  /** Rows with these column edges close the document's tables: they stand last, and none like them follows. */
  readonly isLastRow: (edges: readonly number[]) => boolean;
  /** Rows with the second edges stand directly under rows with the first in the document's tables. */
  readonly rowsFollow: (above: readonly number[], below: readonly number[]) => boolean;
}

/** So often, at least, must rows of a kind close a table to be known as last rows. */
const OFTEN = 2;

/** Labels are short; longer first cells are text. */
const LONGEST = 24;

/** The words with their numbers left open: 取組項目１ and 取組項目２ are one label. */
const plain = (words: string): string => words.replace(/[0-9０-９①-⑳]+/gu, '#');

const hasLetters = (words: string): boolean => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(words);

const isWord = (words: string): boolean => words.length >= 2 && words.length <= LONGEST && hasLetters(words);

export function findLabels(tables: readonly PageTable[]): Labels {
  const labels = new Set<string>();
  const pairs = new Set<string>();
  for (const table of tables) {
    const column = table.cells.filter((cell) => cell.col === 0).map((cell) => plain(wordsOf(cell.lines)));
    column.forEach((words, i) => {
      if (!isWord(words)) return;
      labels.add(words);
      const above = column[i - 1];
      if (above !== undefined && isWord(above)) pairs.add(`${above}\n${words}`);
    });
  }
  const ends = findEnds(tables);
  const steps = findSteps(tables);
  return {
    rowsFollow: (above, below) => steps.some((step) => step.count >= OFTEN && agree(step.above, above) && agree(step.below, below)),
    isLastRow: (edges) => ends.some((end) => agree(end.edges, edges) && end.last >= OFTEN && !end.isFollowed),
    follows: (above, below) => pairs.has(`${plain(above)}\n${plain(below)}`),
    leadsTo: (above, below) => hasLetters(below) && [...pairs].some((pair) => pair.startsWith(`${plain(above)}\n${plain(below)}`)),
    isLabel: (words) => labels.has(plain(words)),
    beginsLabel: (words) => isWord(words) && [...labels].some((label) => label.length > plain(words).length && label.startsWith(plain(words))),
  };
}

interface End {
  readonly edges: readonly number[];
  last: number;
  isFollowed: boolean;
}

/** For each kind of row: how often it stands last in a table, and whether a row of its kind ever follows it. */
function findEnds(tables: readonly PageTable[]): End[] {
  const ends: End[] = [];
  for (const table of tables) {
    const rows = table.ys.length - 1;
    const [last, before] = [edgesOf(table, rows - 1), edgesOf(table, rows - 2)];
    if (rows < 2) continue;
    const known = ends.find((end) => agree(end.edges, last));
    const end = known ?? { edges: last, last: 0, isFollowed: false };
    if (known === undefined) ends.push(end);
    end.last += 1;
    if (agree(before, last)) end.isFollowed = true;
    if (ends.length >= MOST_KINDS) break;
  }
  return ends;
}

interface Step {
  readonly above: readonly number[];
  readonly below: readonly number[];
  count: number;
}

/** Which kind of row follows which other kind, at the foot of the document's tables and beside labels merged over both. */
function findSteps(tables: readonly PageTable[]): Step[] {
  const steps: Step[] = [];
  for (const table of tables) {
    for (const [above, below] of rowPairs(table)) {
      if (steps.length >= MOST_KINDS) return steps;
      if (agree(above, below)) continue;
      const known = steps.find((step) => agree(step.above, above) && agree(step.below, below));
      if (known) known.count += 1;
      else steps.push({ above, below, count: 1 });
    }
  }
  return steps;
}

/** The edges of rows that stand directly below each other: the last two, and those beside one merged label. */
function rowPairs(table: PageTable): (readonly [readonly number[], readonly number[]])[] {
  const rows = table.ys.length - 1;
  if (rows < 2) return [];
  const seams = new Set(
    table.cells.filter((cell) => cell.col === 0 && cell.rowSpan > 1).flatMap(({ row, rowSpan }) => Array.from({ length: rowSpan - 1 }, (_, i) => row + i)),
  ).add(rows - 2);
  const edges = new Map<number, Set<number>>();
  for (const seam of seams) for (const row of [seam, seam + 1]) edges.set(row, new Set());
  const left = table.xs[0] ?? 0;
  for (const cell of table.cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
      edges
        .get(row)
        ?.add((table.xs[cell.col] ?? 0) - left)
        .add((table.xs[cell.col + cell.colSpan] ?? 0) - left);
    }
  }
  const sorted = new Map([...edges].map(([row, own]) => [row, [...own].sort((a, b) => a - b)]));
  return [...seams].map((seam) => [sorted.get(seam) ?? [], sorted.get(seam + 1) ?? []] as const);
}

/** A document with more kinds of tables than this is no form filled in again and again. */
const MOST_KINDS = 200;

/** The edges of the cells that stand in a row, from the table's left edge. */
export function edgesOf(table: PageTable, row: number): number[] {
  const left = table.xs[0] ?? 0;
  const edges = new Set<number>();
  for (const cell of table.cells) {
    if (cell.row > row || cell.row + cell.rowSpan <= row) continue;
    edges.add((table.xs[cell.col] ?? 0) - left);
    edges.add((table.xs[cell.col + cell.colSpan] ?? 0) - left);
  }
  return [...edges].sort((a, b) => a - b);
}

/** The words of the row's leftmost cell. */
export function labelOf(table: PageTable, row: number): string {
  const cell = table.cells.find((c) => c.col === 0 && c.row <= row && c.row + c.rowSpan > row);
  return cell ? wordsOf(cell.lines) : '';
}
