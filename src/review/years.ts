/** The row of years of an item: the same 取組 in the years before and after, as `item_links` has them. */
import type { Database } from '../store/database.js';
import { rowOf, type Row } from '../store/read.js';
import type { Year } from './model.js';

/** Item → its years, oldest first, itself among them; items without a link have none. Only documents of the review can be gone to. */
export function yearsOfItems(db: Database, shown: ReadonlySet<string>): ReadonlyMap<string, readonly Year[]> {
  const links = db.prepare('SELECT item_id, previous_item_id, basis FROM item_links').all().map(rowOf);
  const previous = new Map(links.map((row) => [String(row['item_id']), String(row['previous_item_id'])]));
  const next = new Map(links.map((row) => [String(row['previous_item_id']), String(row['item_id'])]));
  const basis = new Map(links.map((row) => [String(row['item_id']), String(row['basis'])]));
  const linked = [...new Set([...previous.keys(), ...previous.values()])];
  const find = db.prepare('SELECT item_id, document_id, fiscal_year, title, rating FROM items WHERE item_id = ?');
  const facts = new Map(linked.flatMap((id) => find.all(id).map((row) => [id, rowOf(row)] as const)));

  const years = new Map<string, readonly Year[]>();
  for (const id of linked.filter((one) => !previous.has(one))) {
    const chain: string[] = [];
    for (let at: string | undefined = id; at !== undefined; at = next.get(at)) chain.push(at);
    const row = chain.flatMap((one) => {
      const own = facts.get(one);
      return own === undefined ? [] : [yearOf(own, basis.get(one) ?? '', shown)];
    });
    for (const one of chain) years.set(one, row);
  }
  return years;
}

function yearOf(row: Row, basis: string, shown: ReadonlySet<string>): Year {
  const document = String(row['document_id']);
  const year = row['fiscal_year'];
  return {
    item: String(row['item_id']),
    document,
    year: typeof year === 'number' ? year : null,
    title: String(row['title'] ?? ''),
    rating: String(row['rating'] ?? ''),
    isGuess: basis === 'guess',
    isShown: shown.has(document),
  };
}
