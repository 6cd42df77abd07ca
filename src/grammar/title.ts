/** The document's title and year, and the stretches of it that are no data. */
import { placeOf } from './draft.js';
import { match, passageOfCell, passageOfLine, plainText, type Passage, type PassageMatch } from './passage.js';
import type { Reading } from './reading.js';
import type { LineUnit, Unit } from './units.js';

export function passagesOf(unit: Unit): readonly Passage[] {
  return unit.kind === 'line' ? [passageOfLine(unit.line, unit.bounds)] : unit.cells.map(passageOfCell);
}

/** A title is set on so many lines at most. */
const titleLines = 3;

/** Passages in which a line of the title may stand: each by itself, then lines that follow each other on a page (a cover). */
function titlePassages(units: readonly Unit[]): readonly (readonly Passage[])[] {
  const single = units.flatMap(passagesOf);
  const lines = units.filter((unit): unit is LineUnit => unit.kind === 'line');
  const runs = lines.flatMap((_, index) =>
    [2, titleLines].flatMap((length) => {
      const run = lines.slice(index, index + length);
      return run.length === length && run.every(({ page }) => page === run[0]?.page) ? [run.flatMap((unit) => passageOfLine(unit.line, unit.bounds))] : [];
    }),
  );
  return [single, runs];
}

function findTitle(groups: readonly (readonly Passage[])[], pattern: string): PassageMatch | undefined {
  for (const passages of groups) {
    for (const passage of passages) {
      const found = match(passage, pattern);
      if (found) return found;
    }
  }
  return undefined;
}

/** The title's lines, each the first that matches its pattern; later repetitions are running heads. */
export function readTitle(units: readonly Unit[], reading: Reading): { title: Passage[]; fiscalYear: Passage } {
  const title: Passage[] = [];
  let fiscalYear: Passage = [];
  const groups = titlePassages(units);
  for (const pattern of reading.grammar.document.title) {
    const first = findTitle(groups, pattern);
    if (!first) continue;
    const own = first.groups['title'] ?? first.whole;
    title.push(own);
    if (fiscalYear.length === 0) fiscalYear = first.groups['fiscal_year_label'] ?? [];
    for (const passage of groups[0] ?? []) {
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
  return units.filter((unit) => {
    const passages = passagesOf(unit);
    const says = (pattern: string): boolean => passages.some((passage) => match(passage, pattern) !== undefined);
    if (open && (open.until === undefined ? unit.page > open.page : says(open.until))) open = undefined;
    if (!open) {
      const begun = asides.find(({ from }) => says(from));
      if (begun) open = { until: begun.until, page: unit.page };
    }
    if (!open) return true;
    for (const passage of passages) {
      reading.claims.claim(passage, 'furniture');
      takeListed(passage, reading);
    }
    return false;
  });
}

/** A line of the document's own list of items. */
function takeListed(passage: Passage, reading: Reading): void {
  const { listed } = reading.grammar.checks;
  const number = listed === undefined ? undefined : match(passage, listed)?.groups['item_no'];
  if (number) reading.listed.set(plainText(number), placeOf(passage));
}
