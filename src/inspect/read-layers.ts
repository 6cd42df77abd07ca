/** PDF bytes → layers: the pipeline and the grammar as `ingest` uses them, everything kept. Runs in the reading thread. */
import type { LoadedGrammar } from '../grammar/load.js';
import { acceptedScore, recognise } from '../grammar/recognise.js';
import { PLAIN_BOOK, type Proposal } from '../layout/evidence/rulebook.js';
import { layOut, readPages, unruledTables } from '../reader/pipeline.js';
import { placedOnPages } from '../reader/placed-on-pages.js';
import { readWithGrammar, sourceOf } from '../reader/read-document.js';
import type { ReadRequest } from '../reader/types.js';
import type { Layers } from './layers.js';
import { makeLayers } from './make-layers.js';

/** Throws `ChohyoError` as reading does. Reads with the grammar asked for, or with the best if it fits. */
export async function readLayers(request: ReadRequest, grammars: readonly LoadedGrammar[]): Promise<Layers> {
  const read = await readPages(request);
  const layout = layOut(read);
  const proposals: Proposal[] = [];
  const searched = layOut(read, { unruled: true, book: { ...PLAIN_BOOK, ledger: proposals } });
  const ranking = recognise(layout, grammars).map((recognition) => ({ ...recognition, fits: recognition.score >= acceptedScore }));
  const best = ranking[0];
  const wanted = request.grammar === undefined ? (best?.fits ? best.grammar : undefined) : grammars.find(({ id }) => id === request.grammar);
  const base = { file: request.sourceFile, read, ranking, proposals };
  if (wanted === undefined) return makeLayers({ ...base, layout, besides: unruledTables(searched) });
  const reading = await readWithGrammar(read, layout, wanted, sourceOf(read, request));
  const records = placedOnPages(reading.records, read.upright);
  return makeLayers({ ...base, layout: reading.layout, reading: { interpretation: reading.interpretation, records } });
}
