/** PDF bytes → layers: the rooms in a row, everything kept. Runs in the reading thread. */
import { interpret } from '../grammar/interpret.js';
import type { LoadedGrammar } from '../grammar/load.js';
import { makeRecords } from '../grammar/make-records.js';
import { acceptedScore, recognise } from '../grammar/recognise.js';
import { layoutDocument } from '../layout/index.js';
import { readPdf } from '../pdf/index.js';
import { limitsOf, type ReadRequest } from '../reader/types.js';
import type { Layers } from './layers.js';
import { makeLayers } from './make-layers.js';

/** Throws `ChohyoError` as reading does. Reads with the grammar asked for, or with the best if it fits. */
export async function readLayers(request: ReadRequest, grammars: readonly LoadedGrammar[]): Promise<Layers> {
  const pdf = await readPdf(request.bytes, limitsOf(request));
  const layout = layoutDocument(pdf.pages);
  const ranking = recognise(layout, grammars).map((recognition) => ({ ...recognition, fits: recognition.score >= acceptedScore }));
  const best = ranking[0];
  const wanted = request.grammar === undefined ? (best?.fits ? best.grammar : undefined) : grammars.find(({ id }) => id === request.grammar);
  const base = { file: request.sourceFile, producer: pdf.producer, pages: pdf.pages, layout, ranking };
  if (wanted === undefined) return makeLayers(base);
  const interpretation = interpret(layout, wanted.grammar);
  const source = { file: request.sourceFile, sha256: request.sha256, producer: pdf.producer, pages: pdf.pageCount };
  // Places do not depend on how lines are joined: no dictionary is needed.
  const records = makeRecords(interpretation, layout, wanted, source, () => 'break');
  return makeLayers({ ...base, reading: { interpretation, records } });
}
