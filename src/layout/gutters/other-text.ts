/** Text that is set in columns and is no table: lists, contents pages, equations, addresses. */
import type { Phrase, PhraseLine } from './phrases.js';
import { isEnumerator, isValue } from './values.js';

const share = (cells: readonly Phrase[], test: (phrase: Phrase) => boolean): number => (cells.length === 0 ? 0 : cells.filter(test).length / cells.length);

/** The first of two columns holds nothing but marks of a list, or numbers that count its items. */
export function isList(byColumn: readonly (readonly Phrase[])[]): boolean {
  const first = byColumn[0] ?? [];
  return (byColumn.length <= 2 && (share(first, isEnumerator) >= 0.6 || countsUp(first))) || byColumn.every(areItems);
}

/** A mark of a list, with its text behind it. */
const ITEM = /^[•●○◦▪■□◆◇‣➢✓]\s?\S/u;

/** Items, but for the heading above them and the lines that they run on into. */
const areItems = (cells: readonly Phrase[]): boolean =>
  cells.filter(({ text }) => ITEM.test(text)).length > 1 && share(cells, ({ text }) => ITEM.test(text)) >= 0.5;

/** The number before the label of a field. */
const FIELD = /^([0-9]{1,2})[.)]\s?\p{L}/u;

/** Every text has a number before it, which counts them line by line: the fields of a form. */
export function areNumberedFields(lines: readonly PhraseLine[]): boolean {
  const numbers = lines.flatMap(({ phrases }) => phrases.map(({ text }) => Number(FIELD.exec(text)?.[1])));
  return numbers.length > 3 && numbers.every((number, i) => number === (numbers[0] ?? 0) + i);
}

/** 1, 2, 3 …, from the first on: what a page before it began counts years or rows. So do numbers filled up by noughts, 0010, 0020, 0030. */
export const countsUp = (cells: readonly Phrase[]): boolean =>
  cells.length >= 3 && (cells.every(({ text }, i) => /^[0-9０-９]{1,2}$/u.test(text) && Number(text.normalize('NFKC')) === i + 1) || areSerial(cells));

/** Numbers of one length, each a step of the same length after the one before, the first with noughts before it. */
function areSerial(cells: readonly Phrase[]): boolean {
  const [first, second] = cells.map(({ text }) => Number(text));
  const length = cells[0]?.text.length;
  if (first === undefined || second === undefined || second <= first) return false;
  return (
    cells.every(({ text }, i) => /^[0-9]{3,}$/u.test(text) && text.length === length && Number(text) === first + i * (second - first)) &&
    /^0/u.test(cells[0]?.text ?? '')
  );
}

/** The number of a section or a chapter. */
const SECTION = /^[0-9]{1,2}(?:[.-][0-9]{1,2})*\.?$/u;

/** Pairs of columns, titles and pages, whose pages go on from the foot of one pair to the head of the next: an index. */
function isIndex(byColumn: readonly (readonly Phrase[])[]): boolean {
  if (byColumn.length < 4 || byColumn.length % 2 === 1) return false;
  const [titles, pages] = [byColumn.filter((_, c) => c % 2 === 0).flat(), byColumn.filter((_, c) => c % 2 === 1).flat()];
  return titles.every((title) => !isValue(title)) && pages.every(({ text }) => /^[0-9]{1,3}$/u.test(text)) && isRising(pages.map(({ text }) => Number(text)));
}

/** Of the last column this share is page numbers; pages of an annex have others. */
const PAGES = 0.7;

/** The last column holds rising page numbers, led to by dots or by titles. */
export function isContents(byColumn: readonly (readonly Phrase[])[], lines: readonly PhraseLine[]): boolean {
  const last = byColumn[byColumn.length - 1] ?? [];
  if (last.length < 2) return false;
  if (isIndex(byColumn)) return true;
  const numbered = last.flatMap((phrase) => {
    const page = /^[\s.․‥…·]*([0-9]{1,3})$/u.exec(phrase.text)?.[1];
    return page === undefined ? [] : [{ line: phrase.line, page: Number(page) }];
  });
  const pages = numbered.map(({ page }) => page);
  if (pages.length < PAGES * last.length || !listsOf(numbered, lines).every(isRising)) return false;
  const leaders = lines.filter((line) => line.phrases.some((p) => p.hasLeader)).length;
  if (leaders * 2 >= lines.length) return true;
  // Sections' numbers before the titles, and leaders behind some of them.
  const others = byColumn.slice(0, -1).flat();
  const isTitled = others.every((p) => !isValue(p) || isEnumerator(p) || SECTION.test(p.text));
  if (leaders > 0 && isTitled) return true;
  const isPages = last.length >= 4 && pages.length === last.length;
  return isPages && (byColumn.length === 2 || (byColumn.length === 3 && isTitled && isNumbering(byColumn[0] ?? [])));
}

/** The pages of each list: below the contents stand the lists of tables and of figures, each under a heading that has no page. */
function listsOf(numbered: readonly { readonly line: number; readonly page: number }[], lines: readonly PhraseLine[]): number[][] {
  const headings = lines.flatMap(({ index, phrases: [only, ...others] }) =>
    only !== undefined && others.length === 0 && only.words <= HEADING_WORDS ? [index] : [],
  );
  const lists = new Map<number, number[]>();
  for (const { line, page } of numbered) {
    const key = headings.filter((heading) => heading < line).length;
    const list = lists.get(key);
    if (list) list.push(page);
    else lists.set(key, [page]);
  }
  return [...lists.values()];
}

/** The heading of a list has no more words. */
const HEADING_WORDS = 2;

/** Numbers of sections, chapters, figures or tables. */
function isNumbering(cells: readonly Phrase[]): boolean {
  const numbers = cells.filter((cell) => SECTION.test(cell.text) || isEnumerator(cell) || cell.lexicon.isNumbering(cell.text));
  return numbers.length >= 0.5 * cells.length;
}

const isRising = (pages: readonly number[]): boolean => pages.slice(1).filter((page, i) => page >= (pages[i] ?? Infinity)).length >= 0.85 * (pages.length - 1);

/** The number of an equation. */
const EQUATION = /^\([0-9]{1,2}(?:\.[0-9]{1,2})?[a-z]?\)$/u;

/** Equations with their numbers behind them. */
export function areEquations(byColumn: readonly (readonly Phrase[])[], lines: readonly PhraseLine[]): boolean {
  const last = byColumn.at(-1) ?? [];
  const equations = lines.filter(({ phrases }) => phrases.some(({ text }) => /[=≤≥≈]/u.test(text))).length;
  return last.length > 1 && last.every(({ text }) => EQUATION.test(text)) && equations * 2 >= lines.length;
}

/** What a text begins with, up to its first space, sign or number; empty where nothing follows. */
const labelOf = ({ text }: Phrase): string => /^(\p{L}{1,12})[\s:：.0-9(（]+\S/u.exec(text)?.[1] ?? '';

/** Lines whose texts all begin with one word (Tel. … Tel. … Tel. …), while the lines differ: addresses side by side. */
export function areBlocks(lines: readonly PhraseLine[]): boolean {
  const labels = lines.flatMap(({ phrases }) => {
    const [first = '', ...others] = phrases.map(labelOf);
    return first !== '' && others.length > 0 && others.every((other) => other === first) ? [first] : [];
  });
  return labels.length * 2 >= lines.length && new Set(labels).size > 1;
}
