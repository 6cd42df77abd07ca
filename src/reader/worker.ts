/** The thread in which a document is read: one task at a time, from message to message. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { loadBuiltinGrammars, loadGrammarFile, type LoadedGrammar } from '../grammar/load.js';
import { ChohyoError, type Failure } from '../model/errors.js';
import { limitNames } from '../model/limits.js';
import { useDictionaryRoom } from '../text/dictionary-files.js';
import { listenForFaults } from '../pdf/faults.js';
import { heldMemory } from './held-memory.js';
import { readDocument } from './read-document.js';
import type { TablesOutcome, TablesRequest } from './document-tables.js';
import type { ReadOutcome } from './types.js';
import type { InspectOutcome, LayersOutcome, WorkerMessage, WorkerTask } from './worker-protocol.js';

const settings = z
  .object({
    grammarFiles: z.array(z.string()),
    limits: z.partialRecord(z.enum(limitNames), z.number()).default({}),
    dictionary: z.instanceof(SharedArrayBuffer).exactOptional(),
  })
  .parse(workerData);

if (settings.dictionary !== undefined) useDictionaryRoom(settings.dictionary);

/** The program's grammars and the user's own; one of the user's replaces the program's of the same id. */
async function loadGrammars(): Promise<readonly LoadedGrammar[]> {
  const builtin = await loadBuiltinGrammars();
  if (!builtin.ok) throw new ChohyoError(builtin.failure);
  const grammars = new Map(builtin.value.map((grammar) => [grammar.id, grammar]));
  for (const file of settings.grammarFiles) {
    const own = await loadGrammarFile(file);
    if (!own.ok) throw new ChohyoError(own.failure);
    grammars.set(own.value.id, own.value);
  }
  return [...grammars.values()];
}

const grammars = loadGrammars();

async function inspect(request: WorkerTask['request'], loaded: readonly LoadedGrammar[]): Promise<InspectOutcome> {
  const { formatInspection, inspectDocument } = await import('./inspect-document.js');
  const inspected = await inspectDocument(request, loaded);
  if (!inspected.ok) return { kind: 'failed', failure: inspected.failure };
  return { kind: 'inspected', text: formatInspection(inspected.value), json: JSON.stringify(inspected.value) };
}

async function trial(request: WorkerTask['request'], loaded: readonly LoadedGrammar[]): Promise<InspectOutcome> {
  const { trialDocument } = await import('./trial-document.js');
  const { trialText } = await import('../grammar/trial-text.js');
  const tried = await trialDocument(request, loaded);
  if (!tried.ok) return { kind: 'failed', failure: tried.failure };
  return { kind: 'inspected', text: trialText(request.sourceFile, tried.value), json: JSON.stringify({ file: request.sourceFile, ...tried.value }) };
}

async function draft(request: WorkerTask['request']): Promise<InspectOutcome> {
  const { draftGrammar } = await import('./draft-document.js');
  const drafted = await draftGrammar(request);
  if (!drafted.ok) return { kind: 'failed', failure: drafted.failure };
  return { kind: 'inspected', text: drafted.value, json: JSON.stringify({ file: request.sourceFile, grammar: drafted.value }) };
}

async function layers(request: WorkerTask['request'], loaded: readonly LoadedGrammar[]): Promise<LayersOutcome> {
  const { readLayers } = await import('../inspect/read-layers.js');
  return { kind: 'layers', layers: await readLayers(request, loaded) };
}

async function tables(request: TablesRequest, onPage: (page: number, total: number) => void): Promise<TablesOutcome> {
  const { documentTables } = await import('./document-tables.js');
  return documentTables(request, onPage);
}

function post(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

// Of a damaged file promises may go astray long after it was closed: they must neither end the thread nor be taken for the next file's.
listenForFaults({ warning: () => undefined, stray: () => post({ kind: 'spoilt' }) });

type Outcome = ReadOutcome | InspectOutcome | LayersOutcome | TablesOutcome;

function done(outcome: Outcome, stack?: string): void {
  post({ kind: 'done', outcome, memory: heldMemory(), ...(stack === undefined ? {} : { stack }) });
}

/** The task with the limits that hold for every document of this run. */
function limited(task: WorkerTask): WorkerTask {
  const { limits } = settings;
  return task.kind === 'tables' ? { ...task, request: { ...task.request, limits } } : { ...task, request: { ...task.request, limits } };
}

function failureOf(error: unknown): Failure {
  if (error instanceof ChohyoError) return error.failure;
  return {
    code: 'E_INTERNAL',
    message: `the reader failed: ${error instanceof Error ? error.message : String(error)}`,
    remedy: 'Please report this, with the file and the output of the same command and --debug.',
  };
}

parentPort?.on('message', (given: WorkerTask) => {
  const task = limited(given);
  const onPage = (page: number, total: number): void => post({ kind: 'page', page, total });
  const work = (): Promise<Outcome> => {
    switch (task.kind) {
      case 'read':
        return grammars.then((loaded) => readDocument(task.request, loaded, onPage));
      case 'inspect':
        return grammars.then((loaded) => inspect(task.request, loaded));
      case 'trial':
        return grammars.then((loaded) => trial(task.request, loaded));
      case 'draft':
        return draft(task.request);
      case 'layers':
        return grammars.then((loaded) => layers(task.request, loaded));
      case 'tables':
        return tables(task.request, onPage);
    }
  };
  void work().then(
    (outcome) => done(outcome),
    (error: unknown) => done({ kind: 'failed', failure: failureOf(error) }, error instanceof Error ? error.stack : undefined),
  );
});
