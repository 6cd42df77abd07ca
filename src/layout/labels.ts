/**
 * What the row labels of a document are, and which follows which: the leftmost cells of all its tables.
 *
 * A form repeated through a document says how it goes on over a page break: 推進部署 is followed by R3年度の取組状況, and a
 * label cut in two says, its halves put together, what it says elsewhere.
 */
import { type PageTable, wordsOf } from './page-table.js';

export interface Labels {
  /** `below` stands directly under `above` in some table of the document. */
  readonly follows: (above: string, below: string) => boolean;
  readonly isLabel: (words: string) => boolean;
}

/** Labels are short; longer first cells are text. */
const LONGEST = 24;

/** The words with their numbers left open: 取組項目１ and 取組項目２ are one label. */
const plain = (words: string): string => words.replace(/[0-9０-９①-⑳]+/gu, '#');

const isWord = (words: string): boolean =>
  words.length >= 2 && words.length <= LONGEST && /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(words);

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
  return {
    follows: (above, below) => pairs.has(`${plain(above)}\n${plain(below)}`),
    isLabel: (words) => labels.has(plain(words)),
  };
}

/** The words of the row's leftmost cell. */
export function labelOf(table: PageTable, row: number): string {
  const cell = table.cells.find((c) => c.col === 0 && c.row <= row && c.row + c.rowSpan > row);
  return cell ? wordsOf(cell.lines) : '';
}
