/** Samples → a database, their PDFs in a folder, and the review of both. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeReview, type DocumentReport, type ReviewOptions } from '../../src/review/review.js';
import { openForWriting } from '../../src/store/database.js';
import { derive } from '../../src/store/derive.js';
import { writeDocument } from '../../src/store/write.js';
import { segmenter } from '../../src/text/words.js';
import type { ReviewSample } from './review-sample.js';

/** Threads run the built program (npm test builds it first). */
export const drawWorker = new URL('../../dist/render/draw-worker.js', import.meta.url);

/** Into `folder/site`; makes the folder. The PDFs get names of their own: they are known by their bytes. */
export async function writeSampleReview(
  folder: string,
  samples: readonly ReviewSample[],
  options: Partial<ReviewOptions> = {},
): Promise<readonly DocumentReport[]> {
  mkdirSync(join(folder, 'pdf'), { recursive: true });
  const opened = openForWriting(join(folder, 'db.sqlite'));
  if (!opened.ok) throw new Error(opened.failure.message);
  for (const [index, { pdf, records }] of samples.entries()) {
    writeFileSync(join(folder, 'pdf', `renamed-${index}.pdf`), pdf);
    writeDocument(opened.value, records, 'test');
  }
  derive(opened.value, segmenter());
  try {
    return await writeReview(opened.value, {
      out: join(folder, 'site'),
      sources: [join(folder, 'pdf')],
      jobs: 2,
      version: '0.0.0',
      worker: drawWorker,
      ...options,
    });
  } finally {
    opened.value.close();
  }
}
