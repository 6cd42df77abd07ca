/** `--grammar ID` or a grammar file of the user's own. */
import type { LoadedGrammar } from '../grammar/load.js';
import { ChohyoError } from '../model/errors.js';

export interface ChosenGrammars {
  readonly grammars: readonly LoadedGrammar[];
  /** The id to read with; without it each document's format is recognised. */
  readonly chosen?: string;
  /** Files to load beside the grammars that come with the program. */
  readonly files: readonly string[];
}

/** Throws `E_UNKNOWN_GRAMMAR`, or `E_GRAMMAR` and `E_NOT_FOUND` for a file. */
export async function chooseGrammars(option: string | undefined): Promise<ChosenGrammars> {
  const { loadBuiltinGrammars, loadGrammarFile } = await import('../grammar/load.js');
  const builtin = await loadBuiltinGrammars();
  if (!builtin.ok) throw new ChohyoError(builtin.failure);
  if (option === undefined) return { grammars: builtin.value, files: [] };
  if (!/\.ya?ml$/i.test(option)) {
    return { grammars: builtin.value, chosen: findGrammar(builtin.value, option).id, files: [] };
  }
  const own = await loadGrammarFile(option);
  if (!own.ok) throw new ChohyoError(own.failure);
  const others = builtin.value.filter((grammar) => grammar.id !== own.value.id);
  return { grammars: [...others, own.value], chosen: own.value.id, files: [option] };
}

/** Throws `E_UNKNOWN_GRAMMAR` with the ids that there are. */
export function findGrammar(grammars: readonly LoadedGrammar[], id: string): LoadedGrammar {
  const found = grammars.find((grammar) => grammar.id === id);
  if (found !== undefined) return found;
  throw new ChohyoError({
    code: 'E_UNKNOWN_GRAMMAR',
    message: `there is no grammar ${id}`,
    remedy: `Take one of: ${grammars.map((grammar) => grammar.id).join(', ')}; or name a grammar file (*.yaml).`,
  });
}
