/** The grammars of one run: those of the program, a folder of the user's own (`--grammars`), one chosen (`--grammar`). */
import type { LoadedGrammar } from '../grammar/load.js';
import { ChohyoError } from '../model/errors.js';

export interface GrammarSettings {
  /** An id, or a grammar file of the user's own. */
  readonly grammar?: string | undefined;
  /** A folder of grammar files. */
  readonly grammars?: string | undefined;
}

export interface ChosenGrammars {
  readonly grammars: readonly LoadedGrammar[];
  /** The id to read with; without it each document's format is recognised. */
  readonly chosen?: string;
  /** Files to load beside the grammars that come with the program. */
  readonly files: readonly string[];
}

/** Throws `E_UNKNOWN_GRAMMAR`, or `E_GRAMMAR` and `E_NOT_FOUND` for a file or folder. Of one id the user's own stands. */
export async function chooseGrammars({ grammar, grammars: folder }: GrammarSettings): Promise<ChosenGrammars> {
  const { loadBuiltinGrammars, loadGrammarFile, loadGrammarFolder } = await import('../grammar/load.js');
  const builtin = await loadBuiltinGrammars();
  if (!builtin.ok) throw new ChohyoError(builtin.failure);
  const own = folder === undefined ? undefined : await loadGrammarFolder(folder);
  if (own && !own.ok) throw new ChohyoError(own.failure);
  const ofFolder = own?.value ?? [];
  if (folder !== undefined && ofFolder.length === 0) {
    throw new ChohyoError({ code: 'E_NOT_FOUND', message: `${folder} holds no grammar`, remedy: 'Name a folder with grammar files (*.yaml) in it.' });
  }
  refuseTwins(ofFolder);
  const together = withOwn(builtin.value, ofFolder);
  const files = ofFolder.map(({ path }) => path);
  if (grammar === undefined) return { grammars: together, files };
  if (!/\.ya?ml$/i.test(grammar)) return { grammars: together, chosen: findGrammar(together, grammar).id, files };
  const named = await loadGrammarFile(grammar);
  if (!named.ok) throw new ChohyoError(named.failure);
  return { grammars: withOwn(together, [named.value]), chosen: named.value.id, files: [...files, grammar] };
}

function withOwn(grammars: readonly LoadedGrammar[], own: readonly LoadedGrammar[]): readonly LoadedGrammar[] {
  const ids = new Set(own.map(({ id }) => id));
  return [...grammars.filter(({ id }) => !ids.has(id)), ...own];
}

/** Of two files with one id in a folder nobody could say which is meant. */
function refuseTwins(own: readonly LoadedGrammar[]): void {
  for (const [index, { id, path }] of own.entries()) {
    const twin = own.slice(0, index).find((other) => other.id === id);
    if (twin)
      throw new ChohyoError({ code: 'E_GRAMMAR', message: `${path} and ${twin.path} are both the grammar ${id}`, remedy: 'Give one of them another id.' });
  }
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
