/** PDF bytes → a grammar to begin with: guessed from the layout, then tried on the same document and mended where that fails. */
import { interpret } from '../grammar/interpret.js';
import { parseGrammar, type LoadedGrammar } from '../grammar/load.js';
import { isLabel } from '../grammar/labels.js';
import { makeRecords } from '../grammar/make-records.js';
import { proposeGrammar, type Proposal, type ProposedLabel } from '../grammar/proposal/index.js';
import { proposalText } from '../grammar/proposal/text.js';
import { recognise } from '../grammar/recognise.js';
import { makeTrial, type Trial } from '../grammar/trial.js';
import { ChohyoError, type Result } from '../model/errors.js';
import type { DocumentLayout } from '../model/layout.js';
import { layOut, readPages } from './pipeline.js';
import { sourceOf } from './read-document.js';
import type { ReadRequest } from './types.js';

/** Mending stops here at the latest; each turn takes away what the one before showed to be wrong. */
const mostTurns = 4;

/** The draft's text. It is a right grammar and finds all of its evidence in the document. */
export async function draftGrammar(request: ReadRequest): Promise<Result<string>> {
  try {
    const read = await readPages(request);
    const layout = layOut(read);
    const id = idOf(request.sourceFile);
    let proposal = proposeGrammar(
      layout,
      read.upright.map(({ page }) => page),
    );
    for (let turn = 0; turn < mostTurns; turn++) {
      const text = proposalText(id, proposal);
      const parsed = parseGrammar(text, 'the draft');
      if (!parsed.ok)
        return {
          ok: false,
          failure: { code: 'E_INTERNAL', message: `the draft is no grammar: ${parsed.failure.message}`, remedy: 'Please report this, with the file.' },
        };
      const mended = mend(proposal, layout, parsed.value, tried(layout, parsed.value, sourceOf(read, request)));
      if (mended === undefined) break;
      proposal = mended;
    }
    return { ok: true, value: proposalText(id, proposal) };
  } catch (error) {
    if (error instanceof ChohyoError) return { ok: false, failure: error.failure };
    throw error;
  }
}

function idOf(file: string): string {
  const id = file
    .replace(/\.pdf$/iu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
  return id === '' ? 'draft' : id;
}

function tried(layout: DocumentLayout, loaded: LoadedGrammar, source: Parameters<typeof makeRecords>[3]): Trial {
  const records = makeRecords(interpret(layout, loaded.grammar), layout, loaded, source, () => 'break');
  return makeTrial({ layout, loaded, records, displayed: records });
}

/** The proposal without what its own document does not bear out; undefined where there is nothing to mend. */
function mend(proposal: Proposal, layout: DocumentLayout, loaded: LoadedGrammar, trial: Trial): Proposal | undefined {
  const [recognition] = recognise(layout, [loaded]);
  const lacked = new Set(recognition?.evidence.filter(({ found }) => !found).map(({ what }) => what.replace(/^\w+ /u, '')));
  const said = (code: string, label: string): boolean =>
    trial.diagnostics.some((one) => one.code === code && isLabel(passageNamed(layout, one.page, one.x0, one.top), [label]));
  const gaps = new Map([...trial.unread, ...trial.records.flatMap(({ gaps: own }) => own)].map(({ field, why }) => [field, why]));
  let isMended = false;
  const headings = [...proposal.sections];
  const labels = proposal.labels.flatMap((one): readonly ProposedLabel[] => {
    const why = gaps.get(one.field ?? one.label) ?? '';
    if (lacked.has(one.label)) {
      isMended = true;
      return [];
    }
    if (!one.isLines && !one.isMarked && (why.startsWith('W_SEVERAL_CELLS') || said('W_SEVERAL_CELLS', one.label))) {
      isMended = true;
      return [{ ...one, isLines: true }];
    }
    if (why.endsWith('which is a label itself') && one.field === undefined) {
      isMended = true;
      headings.push({ label: one.label, from: one.from });
      return [];
    }
    if (one.isMarked && why.startsWith('W_MARKS_UNREAD')) {
      isMended = true;
      return [{ ...one, isMarked: false }];
    }
    return [one];
  });
  return isMended ? { ...proposal, labels, sections: headings } : undefined;
}

/** The cell whose text begins at a place that a diagnostic names. */
function passageNamed(layout: DocumentLayout, page: number | null, x0: number | null, top: number | null) {
  const cells = layout.tables.flatMap((table) => table.cells);
  const cell = cells.find(({ parts }) =>
    parts.some((part) => part.page === page && part.lines.some(({ box }) => Math.abs(box.top - (top ?? -1)) < 1 && Math.abs(box.x0 - (x0 ?? -1)) < 1)),
  );
  return cell ? cell.parts.flatMap((part) => part.lines.map((line) => ({ line, from: 0, to: line.glyphs.length, bounds: part.box }))) : [];
}
