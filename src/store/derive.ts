/** What is worked out of all documents together: which are current, which items are the same over the years, the words for search. */
import type { Segmenter } from '../text/words.js';
import { settleAll } from './collection.js';
import type { Database } from './database.js';
import { linkItems } from './link-items.js';
import { indexItems } from './search.js';

/** After documents came or went. Writes nothing where nothing changed. */
export function derive(db: Database, segment: Segmenter): void {
  db.transaction(() => {
    settleAll(db);
    linkItems(db, segment);
    indexItems(db, segment);
  }).immediate();
}
