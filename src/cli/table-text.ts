/** Rows as aligned columns for a terminal, where a kanji is two columns wide. */
import stringWidth from 'string-width';
import { printable } from '../text/printable.js';

export interface Column {
  readonly head: string;
  readonly align?: 'left' | 'right';
}

/** Lines joined by `\n`, with a header; no trailing spaces. */
export function tableText(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const all = [columns.map((column) => column.head), ...rows.map((row) => row.map(printable))];
  const widths = columns.map((_, index) => Math.max(...all.map((row) => stringWidth(row[index] ?? ''))));
  const line = (row: readonly string[]): string =>
    columns
      .map((column, index) => {
        const cell = row[index] ?? '';
        const padding = ' '.repeat((widths[index] ?? 0) - stringWidth(cell));
        return column.align === 'right' ? padding + cell : cell + padding;
      })
      .join('  ')
      .trimEnd();
  return all.map((row) => `${line(row)}\n`).join('');
}
