/**
 * Page furniture among the free lines: page numbers and running heads.
 *
 * Furniture stands in the margin, outside everything else on the page. A page number changes from page to page; a
 * running head says the same at the same place.
 */
import type { FreeLine, FurnitureKind, Line } from '../model/layout.js';
import type { Box } from '../model/page.js';
import { onPage, PLAIN_BOOK, type Rulebook, says } from './evidence/rulebook.js';
import { centreX, centreY } from './geometry.js';
import { SAME_PLACE } from './tolerances.js';
import type { Lexicon } from './words/index.js';

/** Share of the page's longer side, at its top and bottom, in which furniture stands: paper turned on its side keeps its margins. */
const MARGIN = 0.1;
/** A lone number without any dressing must stand this low (or high), of the page's height, to be a page number on a one-page document. */
const LONE_MARGIN = 0.08;
/** A running head repeats on this many pages, or on all pages of a document of two. */
const REPEATS = 3;

const BARE = /^[0-9０-９]{1,4}$/u;

export interface MarginPage {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
  /** The page's tables: nothing beside or inside the body is furniture. */
  readonly tables: readonly Box[];
}

/** The pages' free lines, furniture flagged; one list a page, order kept. */
export function flagFurniture(pages: readonly MarginPage[], book: Rulebook = PLAIN_BOOK): FreeLine[][] {
  const numbers = keepSequence(
    pages,
    pages.map((page) => pageNumberLines(page, book.lexicon)),
    book,
  );
  const heads = runningHeads(pages);
  const isLonePage = pages.length === 1;
  return pages.map((page, i) =>
    page.lines.map((line): FreeLine => {
      const furniture = kindOf(line, page, numbers[i] ?? new Set(), heads, isLonePage, onPage(book, page.page));
      return furniture === undefined ? { line } : { line, furniture };
    }),
  );
}

function kindOf(
  line: Line,
  page: MarginPage,
  numbers: ReadonlySet<Line>,
  heads: ReadonlySet<Line>,
  isLonePage: boolean,
  book: Rulebook,
): FurnitureKind | undefined {
  const place = (): Box => line.box;
  const isLoneValue = isLonePage && BARE.test(compact(line)) && !isInMargin(line.box, page, LONE_MARGIN * page.height);
  const isNumber = numbers.has(line) && !says(book, 'lone-number', isLoneValue, place);
  if (says(book, 'page-number', isNumber, place)) return 'page_number';
  return says(book, 'running-head', heads.has(line), place) ? 'running_head' : undefined;
}

const compact = (line: Line): string => line.text.replace(/[\s\u3000]/gu, '');

/** Lines of the margin that read as a page number, with nothing but margin lines beyond them. */
function pageNumberLines(page: MarginPage, lexicon: Lexicon): Set<Line> {
  return new Set(page.lines.filter((line) => lexicon.isPageNumber(compact(line)) && isInMargin(line.box, page, marginOf(page)) && isOutsideBody(line, page)));
}

/**
 * Page numbers count up with the pages. Where several pages agree on where they begin to count, a number
 * that does not fit (a reference to another page, a year) is no page number.
 */
function keepSequence(pages: readonly MarginPage[], candidates: readonly Set<Line>[], book: Rulebook): Set<Line>[] {
  const startOf = (line: Line, page: MarginPage): number => numberOf(line) - page.page;
  const counts = new Map<number, number>();
  pages.forEach((page, i) => {
    for (const start of new Set([...(candidates[i] ?? [])].map((line) => startOf(line, page)))) {
      counts.set(start, (counts.get(start) ?? 0) + 1);
    }
  });
  const [agreed] = [...counts].filter(([start]) => Number.isFinite(start)).sort((a, b) => b[1] - a[1]);
  if (agreed === undefined || agreed[1] < 2) return [...candidates];
  return pages.map((page, i) => {
    const all = [...(candidates[i] ?? [])];
    const fitting = all.filter((line) => startOf(line, page) === agreed[0]);
    // Pages that count by themselves (i, ii, iii; an annex from 1 on) keep theirs.
    const kept = new Set(fitting.length > 0 ? fitting : all.filter((line) => (counts.get(startOf(line, page)) ?? 2) > 1));
    return new Set(all.filter((line) => kept.has(line) || !says(onPage(book, page.page), 'number-sequence', true, () => line.box)));
  });
}

/** NaN for Roman numerals. */
function numberOf(line: Line): number {
  const digits = /[0-9０-９]+/u.exec(compact(line))?.[0];
  return digits === undefined ? NaN : Number(digits.normalize('NFKC'));
}

const marginOf = (page: MarginPage): number => MARGIN * Math.max(page.width, page.height);

/** `margin` in points. */
function isInMargin(box: Box, page: MarginPage, margin: number): boolean {
  return box.bottom <= margin || box.top >= page.height - margin;
}

/** No table reaches as far towards the page's edge as the line does. */
function isOutsideBody(line: Line, page: MarginPage): boolean {
  const isAbove = centreY(line.box) < page.height / 2;
  return page.tables.every((box) => (isAbove ? line.box.bottom <= box.top + SAME_PLACE : line.box.top >= box.bottom - SAME_PLACE));
}

function runningHeads(pages: readonly MarginPage[]): Set<Line> {
  const groups = new Map<string, { line: Line; page: number }[]>();
  for (const page of pages) {
    for (const line of page.lines) {
      if (!isInMargin(line.box, page, marginOf(page)) || !isOutsideBody(line, page) || compact(line) === '') continue;
      const key = compact(line);
      const group = groups.get(key);
      if (group) group.push({ line, page: page.page });
      else groups.set(key, [{ line, page: page.page }]);
    }
  }
  const needed = Math.min(REPEATS, Math.max(2, pages.length));
  const heads = new Set<Line>();
  for (const group of groups.values()) {
    const first = group[0];
    if (first === undefined) continue;
    const same = group.filter(
      ({ line }) => Math.abs(centreX(line.box) - centreX(first.line.box)) <= SAME_PLACE && Math.abs(centreY(line.box) - centreY(first.line.box)) <= SAME_PLACE,
    );
    if (new Set(same.map(({ page }) => page)).size >= needed) for (const { line } of same) heads.add(line);
  }
  return heads;
}
