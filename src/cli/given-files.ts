/** `sources.csv` and `corrections.csv`: named, or lying beside the PDFs. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CORRECTIONS_FILE, readCorrections, type Correction } from '../given/corrections.js';
import { readSources, SOURCES_FILE, type Facts } from '../given/facts.js';
import type { Input } from './inputs.js';

export interface Given {
  readonly factsOf: (path: string) => Facts;
  readonly corrections: readonly Correction[];
  /** What the user should know: lines that are about no file. */
  readonly notes: readonly string[];
}

export interface GivenOptions {
  readonly sources?: string | undefined;
  readonly corrections?: string | undefined;
  readonly year?: number | undefined;
  readonly title?: string | undefined;
}

/** Throws `E_CSV`. What stands in a file of facts goes before --year and --title, which are for all. */
export async function readGiven(inputs: readonly Input[], options: GivenOptions): Promise<Given> {
  const folders = foldersOf(inputs);
  const beside = (name: string): readonly string[] => folders.map((folder) => join(folder, name)).filter((path) => existsSync(path));
  const facts = new Map<string, Facts>();
  const notes: string[] = [];
  for (const path of new Set([...beside(SOURCES_FILE), ...(options.sources === undefined ? [] : [options.sources])])) {
    for (const [file, fact] of await readSources(path)) {
      facts.set(file, { ...facts.get(file), ...fact });
      if (!existsSync(file)) notes.push(`${path}: there is no ${file}`);
    }
  }
  const corrections: Correction[] = [];
  for (const path of new Set([...beside(CORRECTIONS_FILE), ...(options.corrections === undefined ? [] : [options.corrections])])) {
    corrections.push(...(await readCorrections(path)));
  }
  const forAll: Facts = {
    ...(options.year === undefined ? {} : { fiscalYear: options.year }),
    ...(options.title === undefined ? {} : { title: options.title }),
  };
  return { factsOf: (path) => ({ ...forAll, ...facts.get(resolve(path.normalize('NFC'))) }), corrections, notes };
}

/** The folders of the files, up to the one that was given; sorted. */
function foldersOf(inputs: readonly Input[]): readonly string[] {
  const folders = new Set<string>();
  for (const { path, root } of inputs) {
    if (path === '-') continue;
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      folders.add(folder);
      if (root === undefined || resolve(folder) === resolve(root) || dirname(folder) === folder) break;
    }
  }
  return [...folders].sort();
}
