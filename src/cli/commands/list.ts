/** `chohyo list`: what the database holds, what is superseded, what failed. */
import type { Command } from '@commander-js/extra-typings';
import type { StoredDocument } from '../../store/read.js';
import type { KeptTables } from '../../store/found-tables.js';
import type { FailedFile } from '../../store/failed-files.js';
import { phraseIn, wordIn, type Language } from '../../messages/translate.js';
import type { Console } from '../console.js';
import { EXIT } from '../exit.js';
import { databaseOption } from '../options.js';
import type { Session } from '../session.js';

export function registerList(program: Command, session: Session): void {
  program
    .command('list')
    .summary('list the documents of the database, and the files that failed')
    .description(
      'Lists the documents that the database holds: current ones, superseded ones, files that could not be read, and PDFs whose tables are kept (chohyo tables --db).',
    )
    .addOption(databaseOption())
    .option('--json', 'one JSON object a document, failed file or file with tables, one a line')
    .action((options) => session.run(options, (console) => list(options, console)));
}

async function list(options: { readonly db: string; readonly json?: true | undefined }, console: Console): Promise<number> {
  const { openForReading } = await import('../../store/database.js');
  const { listDocuments } = await import('../../store/read.js');
  const { listFailures } = await import('../../store/failed-files.js');
  const { listKeptTables } = await import('../../store/found-tables.js');
  const opened = openForReading(options.db);
  if (!opened.ok) {
    console.failure(opened.failure);
    return EXIT.noneRead;
  }
  try {
    const documents = listDocuments(opened.value);
    const failures = listFailures(opened.value);
    const tables = listKeptTables(opened.value);
    console.result(options.json ? jsonLines(documents, failures, tables) : await listText(documents, failures, tables, console.language));
    return EXIT.ok;
  } finally {
    opened.value.close();
  }
}

function jsonLines(documents: readonly StoredDocument[], failures: readonly FailedFile[], tables: readonly KeptTables[]): string {
  const held = documents.map((document) => ({
    state: stateOf(document),
    document_id: document.documentId,
    municipality_code: document.municipalityCode,
    municipality: document.municipality,
    fiscal_year: document.fiscalYear,
    title: document.title,
    source_file: document.sourceFile,
    source_path: document.sourcePath,
    source_sha256: document.sha256,
    grammar: document.grammar,
    pages: document.pages,
    items: document.items,
    warnings: document.warnings,
    superseded_by: document.supersededBy,
  }));
  const failed = failures.map(({ path, sha256, failure }) => ({ state: 'failed', source_path: path, source_sha256: sha256, error: failure }));
  const kept = tables.map(({ documentId, sourcePath, sha256, tables: found }) => ({
    state: 'tables',
    document_id: documentId,
    source_path: sourcePath,
    source_sha256: sha256,
    found,
  }));
  return [...held, ...failed, ...kept].map((line) => `${JSON.stringify(line)}\n`).join('');
}

function stateOf({ supersededBy }: StoredDocument): string {
  return supersededBy === null ? 'current' : 'superseded';
}

async function listText(
  documents: readonly StoredDocument[],
  failures: readonly FailedFile[],
  tables: readonly KeptTables[],
  language: Language,
): Promise<string> {
  const { tableText } = await import('../table-text.js');
  const head = (text: string): { readonly head: string } => ({ head: wordIn(language, text) });
  const count = (text: string): { readonly head: string; readonly align: 'right' } => ({ ...head(text), align: 'right' });
  const columns = [head('document'), head('municipality'), count('year'), head('title'), head('file'), count('items'), count('warnings'), head('state')];
  const rows = documents.map((document) => [
    document.documentId,
    document.municipality,
    String(document.fiscalYear ?? ''),
    (document.title ?? '').replace(/\s+/g, ' '),
    document.sourcePath,
    String(document.items),
    String(document.warnings),
    document.supersededBy === null ? wordIn(language, 'current') : phraseIn(language, `superseded by ${document.supersededBy}`),
  ]);
  const failed = failures.map(({ path, failure }) => ['', '', '', '', path, '', '', phraseIn(language, `failed ${failure.code}`)]);
  const superseded = documents.filter((document) => document.supersededBy !== null).length;
  const counts = phraseIn(language, `${documents.length - superseded} current, ${superseded} superseded, ${failures.length} failed\n`);
  const kept = tableText(
    [head('document'), head('file'), count('tables')],
    tables.map(({ documentId, sourcePath, tables: found }) => [documentId, sourcePath, String(found)]),
  );
  const held = `${tableText(columns, [...rows, ...failed])}\n${counts}`;
  if (tables.length === 0) return held;
  return documents.length + failures.length === 0 ? kept : `${held}\n${kept}`;
}
