/** `chohyo merge`: one database from several. */
import type { Command } from '@commander-js/extra-typings';
import type { MergeReport } from '../merge-files.js';
import type { Console } from '../console.js';
import type { Session } from '../session.js';
import { wordIn } from '../../messages/translate.js';
import { printable } from '../../text/printable.js';

export function registerMerge(program: Command, session: Session): void {
  program
    .command('merge')
    .summary('make one database from several')
    .description(
      'Puts the documents of several databases into one, which is made if need be: what one run over all the files would have stored. ' +
        'Merging a database again changes nothing. Where two say different things of one document, the newer version of its grammar is kept, ' +
        'else the reading that leaves less of the page unread; each such document is named.',
    )
    .argument('<out>', 'the database to merge into')
    .argument('<in...>', 'the databases to take the documents from; they stay as they are')
    .option('--json', 'one JSON object a database, one a line')
    .action((out, inputs, options) => session.run(options, (console) => merge(out, inputs, console)));
}

async function merge(out: string, inputs: readonly string[], console: Console): Promise<number> {
  const { mergeFiles } = await import('../merge-files.js');
  const { exitOf } = await import('../exit.js');
  const { tableText } = await import('../table-text.js');
  const reports = mergeFiles(out, inputs, (report) => tell(report, console));
  if (!console.json && !console.quiet) {
    const rows = reports.map(({ path, merged, failure }) => [
      path,
      String(merged?.added.length ?? ''),
      String(merged?.same.length ?? ''),
      String(merged?.conflicts.length ?? ''),
      failure?.code ?? wordIn(console.language, 'merged'),
    ]);
    const word = (text: string): string => wordIn(console.language, text);
    const columns = [
      { head: word('database') },
      ...['new', 'same', 'conflicts'].map((head) => ({ head: word(head), align: 'right' as const })),
      { head: word('result') },
    ];
    console.result(tableText(columns, rows));
  }
  const failed = reports.filter((report) => report.failure !== undefined).length;
  return exitOf(reports.length - failed, failed);
}

function tell({ path, merged, failure }: MergeReport, console: Console): void {
  if (failure !== undefined) console.failure(failure);
  if (console.json) {
    console.result(
      `${JSON.stringify({ database: path, ...(merged === undefined ? {} : { new: merged.added, same: merged.same, conflicts: merged.conflicts }), ...(failure === undefined ? {} : { error: failure }) })}\n`,
    );
    return;
  }
  for (const { documentId, sourceFile, kept, because } of merged?.conflicts ?? []) {
    console.note(
      `${printable(path)}: document ${documentId} (${printable(sourceFile)}) was read differently: ${kept === 'theirs' ? 'its reading is taken' : 'the reading that was there stays'}, for ${because}\n`,
    );
  }
}
