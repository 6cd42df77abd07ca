/** `chohyo export`: the database as CSV files, or one table to stdout. */
import { Option, type Command } from '@commander-js/extra-typings';
import { Readable } from 'node:stream';
import type { LostCharacter } from '../../export/table-stream.js';
import { phraseIn, wordIn, type Language } from '../../messages/translate.js';
import type { Console } from '../console.js';
import { oneLine } from '../console.js';
import { EXIT } from '../exit.js';
import { databaseOption, fiscalYear } from '../options.js';
import type { Session } from '../session.js';

export function registerExport(program: Command, session: Session): void {
  program
    .command('export')
    .summary('write the database as CSV')
    .description(
      'Writes every table of the database as NAME.csv, with a datapackage.json, into a folder; or with --table alone, one table to stdout. ' +
        "A text that a spreadsheet would run as a formula gets a leading apostrophe ('); JSON Lines hold the value itself.",
    )
    .addOption(databaseOption())
    .option('--out <dir>', 'the folder to write into; "-" is stdout, for one table')
    .option('--table <name>', 'only this table')
    .addOption(
      new Option('--format <format>', 'of the tables; xlsx is one workbook with a sheet a table, jsonl is of one table')
        .choices(['csv', 'jsonl', 'xlsx'] as const)
        .default('csv' as const),
    )
    .option('--review <address>', 'with xlsx: where the review page lies, for links to it')
    .addOption(
      new Option('--headers <lang>', 'headings of the columns: en as in the documentation, ja in Japanese')
        .choices(['en', 'ja'] as const)
        .default('en' as const),
    )
    .option('--excel', 'CSV for Excel: with byte order mark and CRLF')
    .addOption(
      new Option('--encoding <encoding>', 'of the CSV; what cp932 cannot write becomes 〓 and is listed on stderr')
        .choices(['utf-8', 'cp932'] as const)
        .default('utf-8' as const),
    )
    .option('--municipality <code>', 'only the documents of this municipality: six-digit code, or name')
    .addOption(new Option('--year <yyyy>', 'only the documents of this fiscal year').argParser(fiscalYear))
    .option('--all', 'superseded documents too')
    .option('--datasette', 'write a metadata.json for Datasette beside the CSVs')
    .option('--no-escape', 'leave cells alone that a spreadsheet would run as a formula')
    .action((options) => session.run({}, (console) => exportDatabase(options, console)));
}

interface ExportSettings {
  readonly db: string;
  readonly out?: string | undefined;
  readonly table?: string | undefined;
  readonly format: 'csv' | 'jsonl' | 'xlsx';
  readonly review?: string | undefined;
  readonly headers: 'en' | 'ja';
  readonly excel?: true | undefined;
  readonly encoding: 'utf-8' | 'cp932';
  readonly municipality?: string | undefined;
  readonly year?: number | undefined;
  readonly all?: true | undefined;
  readonly escape: boolean;
  readonly datasette?: true | undefined;
}

async function exportDatabase(options: ExportSettings, console: Console): Promise<number> {
  const { ChohyoError } = await import('../../model/errors.js');
  const { openForReading } = await import('../../store/database.js');
  const { isTableName, tableNames } = await import('../../store/views.js');
  const { listMunicipalities, selectDocuments } = await import('../../store/read.js');
  const { exportFile, exportFolder, tableStream } = await import('../../export/export.js');

  const usage = (message: string, remedy: string): Error => new ChohyoError({ code: 'E_USAGE', message, remedy });
  const { table, format } = options;
  const folder = options.out === '-' ? undefined : options.out;
  if (table === undefined && folder === undefined) {
    throw usage('nothing says where to write', 'Give --out DIR for all tables, or --table NAME for one on stdout.');
  }
  if (table !== undefined && !isTableName(table)) throw usage(`there is no table ${table}`, `Take one of: ${tableNames.join(', ')}.`);
  if (format === 'jsonl' && table === undefined) throw usage('--format jsonl is for one table', 'Name it with --table NAME.');
  if (format === 'xlsx' && (table !== undefined || folder === undefined))
    throw usage('--format xlsx writes all tables into a file', 'Give --out FILE.xlsx or a folder, without --table.');
  if (format === 'jsonl' && options.encoding !== 'utf-8') throw usage('JSON Lines are always UTF-8', 'Leave --encoding out, or take --format csv.');

  const opened = openForReading(options.db);
  if (!opened.ok) {
    console.failure(opened.failure);
    return EXIT.noneRead;
  }
  const db = opened.value;
  try {
    const { municipality, year } = options;
    const documents = selectDocuments(db, {
      ...(municipality === undefined ? {} : { municipality }),
      ...(year === undefined ? {} : { year }),
      all: options.all ?? false,
    });
    if (documents.length === 0) {
      const stored = listMunicipalities(db);
      console.note(`No document fits, so the tables are empty. The database holds: ${stored.join('; ') || 'nothing yet'}.\n`);
    }
    const csv = { encoding: options.encoding, excel: options.excel ?? false, escape: options.escape, headers: options.headers };
    let lost: LostCharacter[] = [];
    if (format === 'xlsx') {
      const { workbook } = await import('../../export/workbook.js');
      const { basename, dirname } = await import('node:path');
      const out = folder ?? '.';
      const [into, name] = /\.xlsx$/i.test(out) ? [dirname(out), basename(out)] : [out, 'chohyo.xlsx'];
      const { bytes, rows } = await workbook(db, documents, { headers: options.headers, ...(options.review === undefined ? {} : { review: options.review }) });
      await exportFile(() => Readable.from([Buffer.from(bytes)]), into, name);
      if (!console.quiet)
        console.result(
          await writtenText(
            rows.map(({ table: sheet, rows: count }) => ({ file: sheet, rows: count })),
            `${into}/${name}`,
            console.language,
            'sheet',
          ),
        );
    } else if (table === undefined) {
      const { programVersion } = await import('../program.js');
      const written = await exportFolder(db, documents, folder ?? '.', { ...csv, datasette: options.datasette ?? false }, programVersion());
      lost = [...written.lost];
      if (!console.quiet) console.result(await writtenText(written.tables, folder ?? '.', console.language));
    } else {
      const stream = (): Readable => tableStream(db, table, documents, format, csv, (found) => lost.push(found));
      if (folder === undefined) await pour(stream(), console);
      else await exportFile(stream, folder, `${table}.${format}`);
    }
    tellLost(lost, console);
    return EXIT.ok;
  } finally {
    db.close();
  }
}

async function writtenText(
  tables: readonly { readonly file: string; readonly rows: number }[],
  into: string,
  language: Language,
  head = 'file',
): Promise<string> {
  const { tableText } = await import('../table-text.js');
  const rows = tables.map(({ file, rows }) => [file, String(rows)]);
  return `${tableText([{ head: wordIn(language, head) }, { head: wordIn(language, 'rows'), align: 'right' }], rows)}\n${phraseIn(language, `written${head === 'file' ? ', with datapackage.json,' : ''} into ${into}`)}\n`;
}

/** Into stdout, which stays open. */
async function pour(stream: NodeJS.ReadableStream, console: Console): Promise<void> {
  const { pipeline } = await import('node:stream/promises');
  if (console.stdout.isTTY !== true) return pipeline(stream, console.stdout, { end: false });
  const { harmless } = await import('../../text/printable.js');
  const shown = async function* (chunks: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
    // Whole rows come at a time, so no character is cut in two.
    for await (const chunk of chunks) yield harmless(chunk.toString());
  };
  return pipeline(stream, shown, console.stdout, { end: false });
}

/** Every place where the CSV does not say what was published, one a line. */
function tellLost(lost: readonly LostCharacter[], console: Console): void {
  for (const { table, id, field, character } of lost) {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    console.stderr.write(`${phraseIn(console.language, oneLine(`chohyo: cp932 cannot write ${character} (U+${code}): ${table} ${id} ${field}`))}\n`);
  }
  if (lost.length > 0) {
    console.stderr.write(
      phraseIn(
        console.language,
        `chohyo: characters that stand as 〓 or, if they only choose a variant, are left out: ${lost.length}. UTF-8 (--excel for Excel) writes them all.\n`,
      ),
    );
  }
}
