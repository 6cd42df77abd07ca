/** `chohyo search`: items that say it. */
import { Option, type Command } from '@commander-js/extra-typings';
import type { Hit } from '../../store/search.js';
import type { Console } from '../console.js';
import { EXIT } from '../exit.js';
import { databaseOption, fiscalYear, positiveInteger } from '../options.js';
import type { Session } from '../session.js';

export function registerSearch(program: Command, session: Session): void {
  program
    .command('search')
    .summary('find the items that say something')
    .description(
      'Finds the items whose texts say every word given, best first, with the place in the PDF and the address in the review page. ' +
        'Half and full width, katakana and hiragana, capitals and small letters are one.',
    )
    .argument('<text...>', 'words; what stands together is searched together')
    .addOption(databaseOption())
    .option('--municipality <code>', 'only this municipality: six-digit code, or name')
    .addOption(new Option('--year <yyyy>', 'only this fiscal year').argParser(fiscalYear))
    .option('--office <name>', 'only this 部 or 課, or a part of its name')
    .addOption(new Option('--limit <n>', 'at most so many').argParser(positiveInteger).default(20))
    .option('--all', 'superseded documents too')
    .option('--json', 'one JSON object an item, one a line')
    .action((words, options) => session.run(options, (console) => search(words.join(' '), options, console)));
}

interface SearchSettings {
  readonly db: string;
  readonly municipality?: string | undefined;
  readonly year?: number | undefined;
  readonly office?: string | undefined;
  readonly limit: number;
  readonly all?: true | undefined;
  readonly json?: true | undefined;
}

async function search(text: string, options: SearchSettings, console: Console): Promise<number> {
  const { openForReading, openForWriting } = await import('../../store/database.js');
  const { searchItems } = await import('../../store/search.js');
  const { deriveAll } = await import('../../store/derive.js');
  const { segmenter } = await import('../../text/words.js');
  const readable = openForReading(options.db);
  if (!readable.ok) {
    console.failure(readable.failure);
    return EXIT.noneRead;
  }
  let db = readable.value;
  const segment = segmenter();
  try {
    // A database of an earlier version has no index yet.
    if (db.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'item_search'`).pluck().get() === 0) {
      const writable = openForWriting(options.db);
      if (!writable.ok) {
        console.failure(writable.failure);
        return EXIT.noneRead;
      }
      db.close();
      db = writable.value;
      deriveAll(db, segment);
    }
    const { municipality, year, office } = options;
    const filter = {
      all: options.all ?? false,
      ...(municipality === undefined ? {} : { municipality }),
      ...(year === undefined ? {} : { year }),
      ...(office === undefined ? {} : { office }),
    };
    const hits = searchItems(db, text, filter, segment);
    for (const hit of hits.slice(0, options.limit)) console.result(options.json ? `${JSON.stringify(jsonOf(hit))}\n` : textOf(hit, console));
    if (!options.json)
      console.note(
        hits.length > options.limit ? `${options.limit} of ${hits.length} items; --limit shows more\n` : `${hits.length} item${hits.length === 1 ? '' : 's'}\n`,
      );
    return EXIT.ok;
  } finally {
    db.close();
  }
}

/** Where the review page shows it, from its index.html. */
function addressOf(hit: Hit): string {
  return `#/d/${hit.documentId}/item/${hit.itemId}/${hit.field}`;
}

function textOf(hit: Hit, console: Console): string {
  const offices = [...new Set([hit.department, hit.division, hit.responsible])].filter((name) => name !== null && name !== '').join(' ');
  const head = [hit.municipality, hit.fiscalYear ?? '', offices].filter((part) => part !== '').join(' ');
  const title = `${hit.itemNo ?? ''} ${(hit.title ?? '').replaceAll('\n', ' ')}`.trim();
  return `${console.paint('bold', `${head}  ${title}`)}\n  ${hit.field}: ${hit.snippet}\n  ${hit.sourcePath} page ${hit.page ?? '?'}  review: index.html${addressOf(hit)}\n`;
}

function jsonOf(hit: Hit): unknown {
  return {
    item_id: hit.itemId,
    document_id: hit.documentId,
    municipality: hit.municipality,
    fiscal_year: hit.fiscalYear,
    department: hit.department,
    division: hit.division,
    responsible: hit.responsible,
    item_no: hit.itemNo,
    title: hit.title,
    field: hit.field,
    snippet: hit.snippet,
    page: hit.page,
    bbox: hit.box,
    source_file: hit.sourceFile,
    source_path: hit.sourcePath,
    review: addressOf(hit),
  };
}
