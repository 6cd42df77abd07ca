/** `chohyo review`: the database beside the pages that it was read from, as a web page. */
import { Option, type Command } from '@commander-js/extra-typings';
import type { Console } from '../console.js';
import { EXIT } from '../exit.js';
import { databaseOption, fiscalYear, jobsOption } from '../options.js';
import type { Session } from '../session.js';

export function registerReview(program: Command, session: Session): void {
  program
    .command('review')
    .summary('write a web page that shows every value in its place')
    .description(
      'Writes a self-contained web page into a folder: open its index.html, no server needed. It shows each page of each document ' +
        'beside the records read from it, every value linked to its place. The PDFs are found by their content, whatever they are called now.',
    )
    .addOption(databaseOption())
    .requiredOption('--out <dir>', 'the folder to write into: new, empty, or an earlier review')
    .option('--source <dir...>', "folders that hold the PDFs (default: the current folder and the database's)")
    .option('--municipality <code>', 'only the documents of this municipality: six-digit code, or name')
    .addOption(new Option('--year <yyyy>', 'only the documents of this fiscal year').argParser(fiscalYear))
    .option('--all', 'superseded documents too')
    .addOption(jobsOption())
    .action((options) => session.run({}, (console) => review(options, console)));
}

interface ReviewSettings {
  readonly db: string;
  readonly out: string;
  readonly source?: readonly string[] | undefined;
  readonly municipality?: string | undefined;
  readonly year?: number | undefined;
  readonly all?: true | undefined;
  readonly jobs: number;
}

async function review(options: ReviewSettings, console: Console): Promise<number> {
  const { dirname, join } = await import('node:path');
  const { openForReading } = await import('../../store/database.js');
  const { writeReview } = await import('../../review/review.js');
  const { programVersion } = await import('../program.js');
  const { startProgress } = await import('../progress.js');

  const opened = openForReading(options.db);
  if (!opened.ok) {
    console.failure(opened.failure);
    return EXIT.noneRead;
  }
  const db = opened.value;
  const { selectDocuments } = await import('../../store/read.js');
  const filter = {
    ...(options.municipality === undefined ? {} : { municipality: options.municipality }),
    ...(options.year === undefined ? {} : { year: options.year }),
    all: options.all ?? false,
  };
  const progress = startProgress(console, selectDocuments(db, filter).length);
  try {
    const reports = await writeReview(db, {
      out: options.out,
      sources: options.source ?? ['.', dirname(options.db)],
      filter,
      jobs: options.jobs,
      version: programVersion(),
      language: console.language,
      onPage: (file, page, total) => progress.page(file, page, total),
      onDocument({ failure }) {
        progress.done();
        if (failure !== undefined) progress.above(() => console.failure(failure));
      },
    });
    progress.stop();
    const pages = reports.reduce((sum, report) => sum + report.drawn, 0);
    console.note(
      `${reports.length} document${reports.length === 1 ? '' : 's'}, ${pages} page${pages === 1 ? '' : 's'}: open ${join(options.out, 'index.html')}\n`,
    );
    return reports.some((report) => report.failure !== undefined) ? EXIT.someUnread : EXIT.ok;
  } finally {
    progress.stop();
    db.close();
  }
}
