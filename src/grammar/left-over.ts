/** Text that no part of the grammar accounts for: reported with its place, never dropped. */
import type { Cell } from '../model/layout.js';
import type { Claims } from './claims.js';
import { placeOf, type Finding } from './draft.js';
import type { Interpretation } from './interpret.js';
import { passageOfCell, passageOfLine, segmentRaw, type Passage } from './passage.js';
import type { Unit } from './units.js';

/** A message shows at most this much of the text; its place leads to the rest. */
const shown = 120;

function findingOf(claims: Claims, passage: Passage): readonly Finding[] {
  const left = claims.leftOver(passage);
  const place = placeOf(left);
  if (!place) return [];
  const text = left.map(segmentRaw).join(' ');
  const short = text.length > shown ? `${text.slice(0, shown)}…` : text;
  return [{ severity: 'warning', code: 'W_LEFT_OVER', message: `left over: ${short}`, place }];
}

export function leftOverFindings({ claims, units }: Interpretation): readonly Finding[] {
  const seen = new Set<Cell>();
  const fromUnit = (unit: Unit): readonly Finding[] => {
    if (unit.kind === 'line') return findingOf(claims, passageOfLine(unit.line, unit.bounds));
    const cells = unit.cells.filter((cell) => !seen.has(cell));
    for (const cell of cells) seen.add(cell);
    return cells.flatMap((cell) => cell.parts.flatMap((part) => findingOf(claims, passageOfCell({ ...cell, parts: [part] }))));
  };
  const headers = new Set(units.flatMap((unit) => (unit.kind === 'row' ? [unit.grid.table] : [])));
  const repeated = [...headers].flatMap((table) => table.repeatedHeaders.flatMap((cell) => findingOf(claims, passageOfCell(cell))));
  return [...units.flatMap(fromUnit), ...repeated];
}
