/** Parts of tables made by hand, for tests of how parts belong together. */
import type { Line } from '../model/layout.js';
import type { PageCell, PageTable } from './page-table.js';

const lineOf = (text: string): Line => ({
  page: 1,
  text,
  raw: text,
  writing: 'horizontal',
  size: 10,
  glyphs: [],
  box: { x0: 0, x1: 10 * text.length, top: 0, bottom: 10 },
});

/** Rows of cell texts between these column edges, 20 pt high each, all edges drawn. */
export function partOf(xs: readonly number[], rows: readonly (readonly string[])[]): PageTable {
  const cells = rows.flatMap((texts, row) =>
    texts.map(
      (text, col): PageCell => ({
        row,
        col,
        rowSpan: 1,
        colSpan: 1,
        crossedOut: false,
        openTop: false,
        openBottom: false,
        box: { x0: xs[col] ?? 0, x1: xs[col + 1] ?? 0, top: 20 * row, bottom: 20 * row + 20 },
        lines: text === '' ? [] : [lineOf(text)],
      }),
    ),
  );
  return {
    kind: 'ruled',
    page: 1,
    box: { x0: xs[0] ?? 0, x1: xs.at(-1) ?? 0, top: 0, bottom: 20 * rows.length },
    xs,
    ys: [...rows, []].map((_, i) => 20 * i),
    cells,
  };
}
