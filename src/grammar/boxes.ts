/**
 * A box with its label outside of it.
 *
 * ```
 * No.
 * ┌────┐               ┌────────────┐
 * │ 1  │        所管局 │ 環境政策局 │
 * └────┘               └────────────┘
 * ```
 */
import type { Cell, Line } from '../model/layout.js';
import type { Basis } from '../model/records.js';

/** A label stands within so many of its own sizes of its box. */
const nearInSizes = 3;
/** Beside a box stands what shares at least this much of the label's height with it. */
const sharedHeight = 0.5;

/** The box of one cell that the line labels: right of it at its height, else right below it. */
export function boxBeside(label: Line, boxes: readonly Cell[]): { readonly cell: Cell; readonly basis: Basis } | undefined {
  const near = label.size * nearInSizes;
  const found = boxes.flatMap((cell): readonly { readonly cell: Cell; readonly basis: Basis; readonly gap: number }[] => {
    const part = cell.parts[0];
    if (!part || part.page !== label.page || cell.parts.length !== 1) return [];
    const { box } = part;
    const height = Math.min(box.bottom, label.box.bottom) - Math.max(box.top, label.box.top);
    const right = box.x0 - label.box.x1;
    if (height >= (label.box.bottom - label.box.top) * sharedHeight && right >= -label.size / 2 && right <= near)
      return [{ cell, basis: 'beside', gap: right }];
    const below = box.top - label.box.bottom;
    const isOver = label.box.x0 < box.x1 && label.box.x1 > box.x0;
    if (isOver && below >= -label.size / 2 && below <= label.size) return [{ cell, basis: 'below', gap: below + near }];
    return [];
  });
  return found.sort((a, b) => a.gap - b.gap)[0];
}
