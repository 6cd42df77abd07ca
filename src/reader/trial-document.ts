/** PDF bytes × one grammar → what was read, from where, and why fields stayed empty; nothing is stored. */
import type { LoadedGrammar } from '../grammar/load.js';
import { makeTrial, type Trial } from '../grammar/trial.js';
import { ChohyoError, type Result } from '../model/errors.js';
import { layOut, readPages } from './pipeline.js';
import { placedOnPages } from './placed-on-pages.js';
import { readWithGrammar, sourceOf } from './read-document.js';
import type { ReadRequest } from './types.js';

/** Reads with `request.grammar` whether it fits or not: whoever tries a grammar wants to see where it fails. */
export async function trialDocument(request: ReadRequest, grammars: readonly LoadedGrammar[]): Promise<Result<Trial>> {
  const loaded = grammars.find(({ id }) => id === request.grammar);
  if (!loaded)
    return { ok: false, failure: { code: 'E_UNKNOWN_GRAMMAR', message: `no grammar ${request.grammar ?? ''}`, remedy: '`chohyo grammar list` names them.' } };
  try {
    const read = await readPages(request);
    const { layout, records } = await readWithGrammar(read, layOut(read), loaded, sourceOf(read, request));
    return { ok: true, value: makeTrial({ layout, loaded, records, displayed: placedOnPages(records, read.upright) }) };
  } catch (error) {
    if (error instanceof ChohyoError) return { ok: false, failure: error.failure };
    throw error;
  }
}
