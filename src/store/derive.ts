/** What is worked out of all documents together: which are current, which items are the same over the years, the words for search. */
import type { Segmenter } from '../text/words.js';
import { settleGroups } from './collection.js';
import type { Database } from './database.js';
import { linkItems } from './link-items.js';
import { prepared } from './prepared.js';
import { indexItems } from './search.js';

/**
 * After documents came: what hangs on those that the rest does not know yet (`document.derived`), be it of this run or of one that was
 * stopped. Nothing else is looked at, and nothing is written where nothing came.
 *
 * @returns whether there was any.
 */
export function derive(db: Database, segment: Segmenter): boolean {
  const run = db.transaction((): boolean => {
    // A document may have left its group: all of its municipality are looked at.
    const municipalities = prepared(db, 'SELECT DISTINCT municipality_code FROM document WHERE derived = 0 ORDER BY 1', 'value').all().map(String);
    if (municipalities.length === 0) return false;
    settleGroups(db, municipalities);
    linkItems(db, segment, municipalities);
    indexItems(db, segment);
    db.prepare('UPDATE document SET derived = 1 WHERE derived = 0').run();
    return true;
  });
  return run.immediate();
}

/** After documents went, or databases came together: everything anew. */
export function deriveAll(db: Database, segment: Segmenter): void {
  db.transaction(() => {
    db.prepare('UPDATE document SET derived = 0').run();
    if (db.prepare('SELECT count(*) FROM document').pluck().get() === 0) indexItems(db, segment);
    derive(db, segment);
  }).immediate();
}
