/** `chohyo remove`: takes documents out of the database. */
import type { Command } from '@commander-js/extra-typings';
import type { Console } from '../console.js';
import { EXIT } from '../exit.js';
import { databaseOption } from '../options.js';
import type { Session } from '../session.js';
import { printable } from '../../text/printable.js';

export function registerRemove(program: Command, session: Session): void {
  program
    .command('remove')
    .summary('take documents out of the database')
    .description(
      'Takes documents, and tables kept of PDFs, out of the database, with all their rows: by the id that "chohyo list" shows, or by file. ' +
        'A document that one of them had superseded is current again. Corrections and given facts are kept, for when the file comes back.',
    )
    .argument('[id...]', 'document ids, or the beginning of one')
    .option('--file <name>', 'the documents, and failures, of this file: its name or its path as "chohyo list" shows it')
    .addOption(databaseOption())
    .action((ids, options) => session.run({}, (console) => remove(ids, options, console)));
}

async function remove(ids: readonly string[], options: { readonly db: string; readonly file?: string | undefined }, console: Console): Promise<number> {
  const { ChohyoError } = await import('../../model/errors.js');
  const { openForWriting, openForReading } = await import('../../store/database.js');
  const { findToRemove, removeDocuments } = await import('../../store/remove.js');
  const { deriveAll } = await import('../../store/derive.js');
  const { segmenter } = await import('../../text/words.js');
  if (ids.length === 0 && options.file === undefined) {
    throw new ChohyoError({ code: 'E_USAGE', message: 'nothing says what to remove', remedy: 'Give ids from "chohyo list", or --file NAME.' });
  }
  // A database that is not there is not made.
  const readable = openForReading(options.db);
  if (!readable.ok) {
    console.failure(readable.failure);
    return EXIT.noneRead;
  }
  readable.value.close();
  const opened = openForWriting(options.db);
  if (!opened.ok) throw new ChohyoError(opened.failure);
  try {
    const found = findToRemove(opened.value, ids, options.file);
    for (const failure of found.failures) console.failure(failure);
    if (found.documents.length + found.tables.length === 0 && found.failedPaths.length === 0) return EXIT.noneRead;
    // One wrong id may mean that the others are wrong too: nothing is taken out.
    if (found.failures.length > 0) return EXIT.someUnread;
    removeDocuments(opened.value, found);
    deriveAll(opened.value, segmenter());
    for (const { documentId, sourcePath, items } of found.documents)
      console.note(`removed document ${documentId} (${printable(sourcePath)}), items: ${items}\n`);
    for (const { documentId, sourcePath, tables } of found.tables)
      console.note(`removed the tables of ${documentId} (${printable(sourcePath)}), tables: ${tables}\n`);
    for (const path of found.failedPaths) console.note(`forgot that ${printable(path)} failed\n`);
    return EXIT.ok;
  } finally {
    opened.value.close();
  }
}
