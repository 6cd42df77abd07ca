/**
 * The same 取組 through the years: an item and the one that it continues from the year before, in one municipality, one to one.
 * Number and title together are taken for certain; a title with its 課 by words is a guess, and says so in `basis`.
 */
import { searchWords } from '../text/search-words.js';
import type { Segmenter } from '../text/words.js';
import type { Database } from './database.js';
import { rowOf } from './read.js';

interface Item {
  readonly id: string;
  readonly code: string;
  readonly year: number;
  readonly number: string;
  readonly title: string;
  readonly office: string;
  readonly words: ReadonlySet<string>;
}

export interface Link {
  readonly item: string;
  readonly previous: string;
  readonly score: number;
  readonly basis: 'number_and_title' | 'title_and_office' | 'title' | 'guess';
}

/** Titles less alike than this are not the same 取組: half of the words in common, and the same 課, is where judgement begins. */
const LEAST_ALIKE = 0.5;
/** A title of another 課 must be nearly the same: offices are renamed, and similar titles stand in many of them. */
const LEAST_ALIKE_ELSEWHERE = 0.8;

/** Works the links of some municipalities (six-digit codes) out anew; writes where they differ. */
export function linkItems(db: Database, segment: Segmenter, municipalities: readonly string[]): void {
  const codes = JSON.stringify(municipalities);
  const items = itemsOf(db, segment, codes);
  const links: Link[] = [];
  const years = new Map<string, Item[]>();
  for (const item of items) {
    const year = years.get(`${item.code} ${item.year}`);
    if (year === undefined) years.set(`${item.code} ${item.year}`, [item]);
    else year.push(item);
  }
  for (const [key, own] of years) {
    const [code = '', year = ''] = key.split(' ');
    links.push(...linkYears(own, years.get(`${code} ${Number(year) - 1}`) ?? []));
  }
  const sorted = links.sort((a, b) => (a.item < b.item ? -1 : 1)).map(({ item, previous, score, basis }) => [item, previous, score, basis]);
  const before = db.prepare(`SELECT item_id, previous_item_id, score, basis FROM item_link WHERE ${OF_MUNICIPALITIES} ORDER BY item_id`).raw().all(codes);
  if (JSON.stringify(before) === JSON.stringify(sorted)) return;
  db.prepare(`DELETE FROM item_link WHERE ${OF_MUNICIPALITIES}`).run(codes);
  const insert = db.prepare('INSERT INTO item_link (item_id, previous_item_id, score, basis) VALUES (?, ?, ?, ?)');
  for (const link of sorted) insert.run(link);
}

/** `?` is a JSON array of municipality codes. */
const OF_MUNICIPALITIES = 'item_id IN (SELECT item_id FROM item JOIN document USING (document_id) WHERE municipality_code IN (SELECT value FROM json_each(?)))';

/** The best pairs first; each item is in one at most. */
export function linkYears(now: readonly Item[], before: readonly Item[]): readonly Link[] {
  const pairs = now.flatMap((item) => before.flatMap((previous) => pairOf(item, previous) ?? []));
  pairs.sort((a, b) => b.score - a.score || (a.item < b.item ? -1 : a.item > b.item ? 1 : a.previous < b.previous ? -1 : 1));
  const taken = new Set<string>();
  return pairs.filter(({ item, previous }) => {
    if (taken.has(item) || taken.has(previous)) return false;
    taken.add(item).add(previous);
    return true;
  });
}

function pairOf(item: Item, previous: Item): Link | undefined {
  const alike = likeness(item.words, previous.words);
  const sameTitle = item.title !== '' && item.title === previous.title;
  const sameNumber = item.number !== '' && item.number === previous.number;
  const sameOffice = item.office !== '' && item.office === previous.office;
  const link = (score: number, basis: Link['basis']): Link => ({ item: item.id, previous: previous.id, score: Math.round(score * 100) / 100, basis });
  if (sameTitle && sameNumber) return link(sameOffice ? 1 : 0.98, 'number_and_title');
  if (sameTitle && sameOffice) return link(0.96, 'title_and_office');
  if (sameTitle) return link(0.9, 'title');
  if (alike >= (sameOffice ? LEAST_ALIKE : LEAST_ALIKE_ELSEWHERE)) return link(0.85 * alike + (sameNumber ? 0.02 : 0), 'guess');
  return undefined;
}

/** Share of words in common (Jaccard). */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((word) => other.has(word)).length;
  const all = one.size + other.size - common;
  return all === 0 ? 0 : common / all;
}

/** Items of current documents whose year is known. */
function itemsOf(db: Database, segment: Segmenter, codes: string): readonly Item[] {
  return db
    .prepare(
      'SELECT item_id, municipality_code, fiscal_year, item_no, title, department, division, responsible FROM items WHERE fiscal_year IS NOT NULL AND municipality_code IN (SELECT value FROM json_each(?)) ORDER BY item_id',
    )
    .all(codes)
    .map(rowOf)
    .map((row) => {
      const text = (column: string): string =>
        String(row[column] ?? '')
          .normalize('NFKC')
          .replace(/\s/gu, '');
      const title = text('title');
      return {
        id: String(row['item_id']),
        code: text('municipality_code'),
        year: Number(row['fiscal_year']),
        number: text('item_no'),
        title,
        office: text('responsible') || text('division') || text('department'),
        words: new Set(searchWords(title, segment)),
      };
    });
}
