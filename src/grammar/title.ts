/** The document's title and year, and the stretches of it that are no data. */
import { once } from '../model/once.js';
import { placeOf } from './draft.js';
import { match, says, passageOfCell, passageOfLine, plainText, type Passage, type PassageMatch } from './passage.js';
import { isLabel } from './labels.js';
import type { Reading } from './reading.js';
import type { Grammar } from './schema.js';
import { itemEntries } from './targets.js';
import type { LineUnit, Unit } from './units.js';

export const passagesOf = once((unit: Unit): readonly Passage[] =>
  unit.kind === 'line' ? [passageOfLine(unit.line, unit.bounds)] : unit.cells.map(passageOfCell),
);

/** A title is set on so many lines at most. */
const titleLines = 3;

/** Passages in which a line of the title may stand: each by itself, then lines that follow each other on a page (a cover). */
function titlePassages(units: readonly Unit[]): { readonly single: readonly Passage[]; readonly runs: readonly Passage[] } {
  const single = units.flatMap(passagesOf);
  const lines = units.filter((unit): unit is LineUnit => unit.kind === 'line');
  const runs = lines.flatMap((_, index) =>
    [2, titleLines].flatMap((length) => {
      const run = lines.slice(index, index + length);
      return run.length === length && run.every(({ page }) => page === run[0]?.page) ? [run.flatMap((unit) => passageOfLine(unit.line, unit.bounds))] : [];
    }),
  );
  return { single, runs };
}

function findTitle(passages: readonly Passage[], pattern: string): PassageMatch | undefined {
  for (const passage of passages) {
    const found = match(passage, pattern);
    if (found) return found;
  }
  return undefined;
}

/** The title's lines, each the first that matches its pattern; later repetitions are running heads. */
export function readTitle(units: readonly Unit[], reading: Reading): { title: Passage[]; fiscalYear: Passage } {
  const title: Passage[] = [];
  let fiscalYear: Passage = [];
  const { single, runs } = titlePassages(units);
  for (const pattern of reading.grammar.document.title) {
    const whole = findTitle(single, pattern);
    const first = whole ?? findTitle(runs, pattern);
    if (!first) continue;
    const own = first.groups['title'] ?? first.whole;
    // Lines of a cover are lines; within one cell or line the title may have wrapped.
    title.push(...(whole ? [own] : own.map((segment) => [segment])));
    if (fiscalYear.length === 0) fiscalYear = first.groups['fiscal_year_label'] ?? [];
    for (const passage of single) {
      const again = match(passage, pattern);
      const words = again && (again.groups['title'] ?? again.whole);
      // The same words once more: a running head. Inside a longer text they are that text's.
      if (words && plainText(passage) === plainText(words)) reading.claims.claim(words, 'label');
    }
    reading.claims.claim(own, 'field');
  }
  return { title, fiscalYear };
}

/** Stretches that are not data leave the stream; their text is furniture. */
export function withoutAsides(units: readonly Unit[], reading: Reading): readonly Unit[] {
  const asides = reading.grammar.asides;
  if (asides.length === 0) return units;
  let open: { readonly until: string | undefined; readonly page: number } | undefined;
  return units.filter((unit, index) => {
    const passages = passagesOf(unit);
    const isSaid = (pattern: string): boolean => passages.some((passage) => says(passage, pattern));
    if (open && (isData(unit, reading.grammar) || beginsData(unit, units[index + 1], reading.grammar))) open = undefined;
    if (open && (open.until === undefined ? unit.page > open.page : isSaid(open.until))) open = undefined;
    if (!open) {
      const begun = asides.find(({ from }) => isSaid(from));
      if (begun) open = { until: isPrinted(begun.until, units.slice(index + 1)) ? begun.until : undefined, page: unit.page };
    }
    if (!open) return true;
    for (const passage of passages) {
      reading.claims.claim(passage, 'furniture');
      takeListed(passage, reading);
    }
    return false;
  });
}

/** A heading that is never printed ends no stretch: the stretch then ends with its page. */
function isPrinted(until: string | undefined, units: readonly Unit[]): boolean {
  return until !== undefined && units.some((unit) => passagesOf(unit).some((passage) => says(passage, until)));
}

/** A label beside a value of a record, or two heads of columns or of indicators' values in a row: no contents page has them. */
function isData(unit: Unit, grammar: Grammar): boolean {
  if (unit.kind === 'line') return false;
  const passages = unit.cells.map(passageOfCell);
  const { items } = grammar;
  const labels = itemEntries(grammar).flatMap(([, field]) => field.label);
  // What begins a block stands in lists of items too.
  const isStart = (passage: Passage): boolean => items.each === 'block' && says(passage, `^(?:${items.starts})`);
  const labelled = passages.filter((passage) => isLabel(passage, labels) && !isStart(passage)).length;
  const values = grammar.indicators ? passages.filter((passage) => isLabel(passage, grammar.indicators?.values ?? [])).length : 0;
  return labelled >= (items.each === 'row' ? 2 : 1) || values >= 2;
}

/** The first row of a block whose next row has a label of the record. */
function beginsData(unit: Unit, next: Unit | undefined, grammar: Grammar): boolean {
  const { items } = grammar;
  if (items.each !== 'block' || unit.kind === 'line' || next?.kind !== 'row' || next.grid !== unit.grid) return false;
  return unit.cells.some((cell) => says(passageOfCell(cell), `^(?:${items.starts})`)) && isData(next, grammar);
}

/** A line of the document's own list of items. */
function takeListed(passage: Passage, reading: Reading): void {
  const { listed } = reading.grammar.checks;
  const number = listed === undefined ? undefined : match(passage, listed)?.groups['item_no'];
  if (number) reading.listed.set(plainText(number), placeOf(passage));
}
