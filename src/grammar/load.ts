/** Grammar files → grammars. A malformed file is an error with its path and line, never a warning. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { Failure, Result } from '../model/errors.js';
import { grammarSchema, type Grammar } from './schema.js';

export interface LoadedGrammar {
  readonly id: string;
  readonly title: string;
  /** `version` of the file and a digest of its text: a changed file is another version. */
  readonly version: string;
  readonly municipality: { readonly code: string; readonly name: string };
  readonly path: string;
  readonly source: string;
  readonly grammar: Grammar;
}

const builtinFolder = fileURLToPath(new URL('../../grammars/', import.meta.url));

function malformed(file: string, line: number, what: string): Failure {
  return {
    code: 'E_GRAMMAR',
    message: `${file}:${line}: ${what}`,
    remedy: 'Mend the file; `chohyo grammar show ID` prints one that is right.',
  };
}

/** `file` names the source in messages only. */
export function parseGrammar(source: string, file: string): Result<LoadedGrammar> {
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter, uniqueKeys: true });
  const broken = document.errors[0];
  if (broken) {
    return { ok: false, failure: malformed(file, counter.linePos(broken.pos[0]).line, broken.message.split('\n')[0] ?? 'not YAML') };
  }
  const parsed = grammarSchema.safeParse(document.toJS());
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const keys = [...(issue?.path ?? [])];
    let line = 1;
    // The innermost place that exists: a missing key is reported at the mapping that lacks it.
    for (let depth = keys.length; depth > 0; depth--) {
      const node: unknown = document.getIn(keys.slice(0, depth), true);
      if (isNode(node) && node.range) {
        line = counter.linePos(node.range[0]).line;
        break;
      }
    }
    return { ok: false, failure: malformed(file, line, `${keys.join('.') || 'the file'}: ${issue?.message ?? 'not a grammar'}`) };
  }
  const grammar = parsed.data;
  const digest = createHash('sha256').update(source).digest('hex').slice(0, 8);
  return {
    ok: true,
    value: {
      id: grammar.id,
      title: grammar.title,
      version: `${grammar.version}+${digest}`,
      municipality: grammar.municipality,
      path: file,
      source,
      grammar,
    },
  };
}

export async function loadGrammarFile(file: string): Promise<Result<LoadedGrammar>> {
  let source: string;
  try {
    source = await readFile(file, 'utf8');
  } catch {
    return { ok: false, failure: { code: 'E_NOT_FOUND', message: `${file}: no such grammar file`, remedy: 'Check the path.' } };
  }
  return parseGrammar(source, file);
}

/** The grammars that come with the program, by id. */
export async function loadBuiltinGrammars(folder: string = builtinFolder): Promise<Result<readonly LoadedGrammar[]>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  const loaded: LoadedGrammar[] = [];
  for (const name of names) {
    const result = await loadGrammarFile(path.join(folder, name));
    if (!result.ok) return result;
    loaded.push(result.value);
  }
  return { ok: true, value: loaded };
}
