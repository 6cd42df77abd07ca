/** Grammar files → grammars. A malformed file is an error with its path and line, never a warning. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import type { Failure, Result } from '../model/errors.js';
import { namesAt } from './json-schema.js';
import { problemsOfIssues, type KeyPath } from './problems.js';
import { grammarSchema, type Grammar } from './schema.js';
import { unusedNames } from './unused-names.js';

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

/** Something wrong in a grammar file; `line` from 1. */
export interface FileProblem {
  readonly line: number;
  readonly message: string;
}

export type ParsedGrammar = { readonly ok: true; readonly value: LoadedGrammar } | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** `FILE:LINE: key: what is wrong` */
export function problemText(file: string, { line, message }: FileProblem): string {
  return `${file}:${line}: ${message}`;
}

function failureOf(file: string, problems: readonly FileProblem[]): Failure {
  const [first, ...more] = problems;
  const others = more.length === 0 ? '' : ` (and ${more.length} more)`;
  return {
    code: 'E_GRAMMAR',
    message: `${first ? problemText(file, first) : file}${others}`,
    remedy: more.length === 0 ? 'Mend the file; `chohyo grammar show ID` prints one that is right.' : '`chohyo grammar validate FILE` lists them all.',
  };
}

/** Where a key stands: the innermost place that exists; a missing key is reported at the mapping that lacks it. */
function lineOf(document: Document, counter: LineCounter, path: KeyPath): number {
  let node: unknown = document.contents;
  let at = 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
      if (pair === undefined) break;
      at = isNode(pair.key) && pair.key.range ? pair.key.range[0] : at;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      if (node === undefined) break;
      at = isNode(node) && node.range ? node.range[0] : at;
    } else break;
  }
  return counter.linePos(at).line;
}

/** Everything that is wrong with a grammar's text, in the order of its lines; `file` names the source. */
export function readGrammar(source: string, file: string): ParsedGrammar {
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter, uniqueKeys: true });
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ pos, message }) => ({
      line: counter.linePos(pos[0]).line,
      message: message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/u, '') ?? 'not YAML',
    }));
    return { ok: false, problems };
  }
  const data: unknown = document.toJS();
  const parsed = grammarSchema.safeParse(data);
  const found = [...(parsed.success ? [] : problemsOfIssues(parsed.error.issues, data, namesAt)), ...unusedNames(data)];
  const problems = found
    .map(({ path: keys, message }) => ({ line: lineOf(document, counter, keys), message: `${keys.join('.') || 'the file'}: ${message}` }))
    .sort((a, b) => a.line - b.line);
  if (!parsed.success || problems.length > 0) return { ok: false, problems };
  const grammar = parsed.data;
  const digest = createHash('sha256').update(source).digest('hex').slice(0, 8);
  const { id, title, municipality } = grammar;
  return { ok: true, value: { id, title, version: `${grammar.version}+${digest}`, municipality, path: file, source, grammar } };
}

/** The grammar, or `E_GRAMMAR` with the first thing that is wrong and how many more there are. */
export function parseGrammar(source: string, file: string): Result<LoadedGrammar> {
  const read = readGrammar(source, file);
  return read.ok ? read : { ok: false, failure: failureOf(file, read.problems) };
}

/** The text of a grammar file; `E_NOT_FOUND` where there is none. */
export async function readGrammarFile(file: string): Promise<Result<string>> {
  try {
    return { ok: true, value: await readFile(file, 'utf8') };
  } catch {
    return { ok: false, failure: { code: 'E_NOT_FOUND', message: `${file}: no such grammar file`, remedy: 'Check the path.' } };
  }
}

export async function loadGrammarFile(file: string): Promise<Result<LoadedGrammar>> {
  const source = await readGrammarFile(file);
  return source.ok ? parseGrammar(source.value, file) : source;
}

/** The grammars of a folder's `*.yaml` files, in the order of their names. */
export async function loadGrammarFolder(folder: string): Promise<Result<readonly LoadedGrammar[]>> {
  let names: readonly string[];
  try {
    names = (await readdir(folder)).filter((name) => /\.ya?ml$/iu.test(name)).sort();
  } catch {
    return { ok: false, failure: { code: 'E_NOT_FOUND', message: `${folder}: no such folder of grammars`, remedy: 'Check the path.' } };
  }
  const loaded: LoadedGrammar[] = [];
  for (const name of names) {
    const result = await loadGrammarFile(path.join(folder, name));
    if (!result.ok) return result;
    loaded.push(result.value);
  }
  return { ok: true, value: loaded };
}

/** The grammars that come with the program, by id. */
export async function loadBuiltinGrammars(): Promise<Result<readonly LoadedGrammar[]>> {
  return loadGrammarFolder(builtinFolder);
}
