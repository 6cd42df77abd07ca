/** Databases into one, each as a whole or not at all. */
import { existsSync, rmSync, statSync } from 'node:fs';
import { ChohyoError, type Failure } from '../model/errors.js';
import { openForReading, openForWriting } from '../store/database.js';
import { deriveAll } from '../store/derive.js';
import { databaseFailure } from '../store/failures.js';
import { mergeDatabase, type Merged } from '../store/merge.js';
import { segmenter } from '../text/words.js';

export interface MergeReport {
  readonly path: string;
  readonly merged?: Merged;
  readonly failure?: Failure;
}

/** Throws `ChohyoError` when `out` cannot be written. What cannot be read is told, and the others are merged. */
export function mergeFiles(out: string, inputs: readonly string[], onReport: (report: MergeReport) => void): readonly MergeReport[] {
  const target = identityOf(out);
  const own = inputs.find((path) => target !== undefined && identityOf(path) === target);
  if (own !== undefined) {
    throw new ChohyoError({ code: 'E_USAGE', message: `${own} is the database to merge into`, remedy: 'Its documents stay in it: name it once, first.' });
  }
  const isNew = !existsSync(out);
  const opened = openForWriting(out);
  if (!opened.ok) throw new ChohyoError(opened.failure);
  const db = opened.value;
  const reports: MergeReport[] = [];
  try {
    for (const path of inputs) {
      const report = mergeOne(path);
      reports.push(report);
      onReport(report);
    }
    // Which documents are current, among all that there are now.
    if (reports.some(({ merged }) => merged !== undefined)) deriveAll(db, (text) => segmenter()(text));
  } finally {
    db.close();
    if (isNew && reports.every(({ merged }) => merged === undefined)) rmSync(out, { force: true });
  }
  return reports;

  function mergeOne(path: string): MergeReport {
    // Whether it is one of ours, and of this version; an older one is brought up to date.
    const checked = openForReading(path);
    if (!checked.ok) return { path, failure: { ...checked.failure, remedy: REMEDIES[checked.failure.code] ?? checked.failure.remedy } };
    checked.value.close();
    try {
      return { path, merged: mergeDatabase(db, path) };
    } catch (error) {
      return { path, failure: databaseFailure(path, error) };
    }
  }
}

/** What to do about a database to be merged: the usual remedy speaks of the one that is worked with. */
const REMEDIES: Readonly<Record<string, string>> = {
  E_DB_MISSING: 'Check its path.',
  E_DB_FOREIGN: 'Name databases that "chohyo ingest" made.',
};

function identityOf(path: string): string | undefined {
  const info = statSync(path, { throwIfNoEntry: false });
  return info === undefined ? undefined : `${info.dev}:${info.ino}`;
}
