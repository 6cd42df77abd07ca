/** PDF bytes → records: the pipeline, then the grammar. Pure but for the time it takes; runs in a worker. */
import { acceptedScore, recognise, type Recognition } from '../grammar/recognise.js';
import { interpret, type Interpretation } from '../grammar/interpret.js';
import type { LoadedGrammar } from '../grammar/load.js';
import { makeRecords, type Source } from '../grammar/make-records.js';
import { ChohyoError, type Failure } from '../model/errors.js';
import type { DocumentLayout } from '../model/layout.js';
import type { Page } from '../model/page.js';
import type { DocumentRecords } from '../model/records.js';
import { pageKind } from '../pdf/index.js';
import { wordJudge } from '../text/judge.js';
import { layOut, readPages, type PagesRead } from './pipeline.js';
import { placedOnPages } from './placed-on-pages.js';
import type { ReadOutcome, ReadRequest } from './types.js';

/** Pages that cannot be read, each kind as one failure that names them. */
export function unreadablePages(pages: readonly Page[]): readonly Failure[] {
  const numbers = (kind: ReturnType<typeof pageKind>): string =>
    pages
      .filter((page) => pageKind(page) === kind)
      .map((page) => page.number)
      .join(', ');
  const images = numbers('image');
  const unmapped = numbers('unmapped');
  const failures: Failure[] = pages.flatMap(({ number, damage }) =>
    damage === undefined
      ? []
      : [
          {
            code: 'E_BROKEN_PDF' as const,
            message: `page ${number}: damaged (${damage}); what is left was read`,
            remedy: 'Download the file again, or repair it (qpdf IN.pdf OUT.pdf), and compare.',
          },
        ],
  );
  if (images !== '') {
    failures.push({
      code: 'E_NO_TEXT_LAYER',
      message: `page ${images}: an image without text`,
      remedy: 'Add a text layer first, for instance with OCRmyPDF (ocrmypdf -l jpn IN.pdf OUT.pdf), and check what it reads.',
    });
  }
  if (unmapped !== '') {
    failures.push({
      code: 'E_FONT_UNMAPPED',
      message: `page ${unmapped}: the fonts do not say which characters they draw`,
      remedy: 'Ask for the file from another program, or read the page by OCR (ocrmypdf --force-ocr -l jpn IN.pdf OUT.pdf).',
    });
  }
  return failures;
}

/** How many of the things that the nearest grammar lacked are named: a line that can be read, `inspect` has the rest. */
const NAMED_LACKS = 3;

/** @param unread pages that could not be read: they may have held what is missing. */
function unknownFormat(ranking: readonly Recognition[], unread: readonly Failure[]): Failure {
  const nearest = ranking[0];
  const percent = Math.round((nearest?.score ?? 0) * 100);
  const lacked = nearest?.evidence.filter(({ found }) => !found).map(({ what }) => what) ?? [];
  const more = lacked.length > NAMED_LACKS ? ` and ${lacked.length - NAMED_LACKS} more` : '';
  const near =
    nearest !== undefined && percent > 0
      ? `; nearest is ${nearest.grammar.id} (${percent} %), which lacks ${lacked.slice(0, NAMED_LACKS).join(', ')}${more}`
      : '';
  const beside = unread.map(({ message }) => `; ${message}`).join('');
  return {
    code: 'E_UNKNOWN_FORMAT',
    message: `no grammar fits${near}${beside}`,
    remedy: 'See what was seen with "chohyo inspect", or take the tables with "chohyo tables".',
  };
}

/** Where at least this share of the pages could not be read, that is why no format was seen: most of its signs were on them. */
const mostPages = 0.5;

/** Why a document without a fitting grammar was not read: a known cause goes before the guess that the format is unknown. */
function whyUnknown(pages: readonly Page[], problems: readonly Failure[], unknown: Failure): Failure {
  const unread = pages.filter((page) => page.damage !== undefined || !['text', 'blank'].includes(pageKind(page))).length;
  return problems[0] !== undefined && unread >= mostPages * pages.length ? problems[0] : unknown;
}

/** A reading by gutters that finds no more items must at least mend a gap of this share of the document's glyphs. */
const leftOverShare = 0.02;
/** A reading by gutters is taken when it leaves no more than this share of what the rulings alone left. */
const betterShare = 0.7;

/** A layout read with a grammar; places as in the layout. */
export interface GrammarReading {
  readonly layout: DocumentLayout;
  readonly interpretation: Interpretation;
  readonly records: DocumentRecords;
}

/**
 * Pages on which a program dropped a table's rulings are read by the white gutters between its columns, where that leaves clearly
 * less of them unread, or where the rulings alone show no item; the document says so, for gutters are weaker evidence than rulings.
 */
export async function readWithGrammar(read: PagesRead, layout: DocumentLayout, grammar: LoadedGrammar, source: Source): Promise<GrammarReading> {
  const ruled = readingOf(layout, grammar, source);
  const { records } = ruled;
  const { glyphs, glyphs_left_over: left } = records.document;
  const isEmpty = records.items.length === 0;
  if (left === 0 && !isEmpty) return ruled;
  const unread = new Set(records.diagnostics.flatMap(({ code, page }) => (code === 'W_LEFT_OVER' && page !== null ? [page] : [])));
  const byGutters = readingOf(layOut(read, { unruled: isEmpty || unread }), grammar, source);
  const again = byGutters.records;
  const gained = again.items.length - records.items.length;
  const isLess = again.document.glyphs_left_over <= betterShare * left && (gained > 0 || (gained === 0 && left > leftOverShare * glyphs));
  const isBetter = isEmpty ? gained > 0 : isLess;
  if (!isBetter) return ruled;
  return toldByGutters(byGutters, isEmpty ? '' : `: ${left - again.document.glyphs_left_over} glyphs more were read`);
}

const toldByGutters = (reading: GrammarReading, gain: string): GrammarReading => ({
  ...reading,
  records: withProblems(reading.records, [
    {
      code: 'W_READ_BY_GUTTERS',
      message: `columns without rulings were told by the white between them${gain}`,
      remedy: 'Look at the values of this document beside its pages (chohyo review).',
    },
  ]),
});

/** The grammar to read with: the one asked for, or the best that fits. */
function choose(layout: DocumentLayout, grammars: readonly LoadedGrammar[], wanted: string | undefined, unread: readonly Failure[]): LoadedGrammar | Failure {
  if (wanted !== undefined) {
    const own = grammars.find(({ id }) => id === wanted);
    return own ?? { code: 'E_UNKNOWN_GRAMMAR', message: `no grammar ${wanted}`, remedy: '`chohyo grammar list` names them.' };
  }
  const ranking = recognise(layout, grammars);
  const best = ranking[0];
  return best && best.score >= acceptedScore ? best.grammar : unknownFormat(ranking, unread);
}

/** A format whose tables are drawn without verticals shows in the columns that white parts; `failure`: why the rulings alone show none. */
function readOtherwise(
  read: PagesRead,
  grammars: readonly LoadedGrammar[],
  failure: Failure,
  unread: readonly Failure[],
  source: Source,
): GrammarReading | Failure {
  if (failure.code !== 'E_UNKNOWN_FORMAT') return failure;
  const layout = layOut(read, { unruled: true });
  const grammar = choose(layout, grammars, undefined, unread);
  return 'code' in grammar ? whyUnknown(read.pdf.pages, unread, failure) : toldByGutters(readingOf(layout, grammar, source), '');
}

function readingOf(layout: DocumentLayout, grammar: LoadedGrammar, source: Source): GrammarReading {
  const interpretation = interpret(layout, grammar.grammar);
  return { layout, interpretation, records: makeRecords(interpretation, layout, grammar, source, wordJudge) };
}

export async function readDocument(
  request: ReadRequest,
  grammars: readonly LoadedGrammar[],
  onPage?: (page: number, total: number) => void,
): Promise<ReadOutcome> {
  let read: PagesRead;
  try {
    read = await readPages(request, onPage ? { onPage } : {});
  } catch (error) {
    if (error instanceof ChohyoError) return { kind: 'failed', failure: error.failure };
    throw error;
  }
  return readRecords(read, request, grammars);
}

/** The records of pages that were read; their places are told on the pages as displayed. */
export async function readRecords(read: PagesRead, request: ReadRequest, grammars: readonly LoadedGrammar[]): Promise<ReadOutcome> {
  const { pdf } = read;
  const problems = unreadablePages(pdf.pages);
  if (pdf.pages.every((page) => page.glyphs.every((glyph) => glyph.hidden !== undefined || glyph.text.trim() === ''))) {
    const failure = problems[0] ?? { code: 'E_NO_TEXT_LAYER' as const, message: 'the pages hold no text', remedy: 'Check that this is the right file.' };
    return { kind: 'failed', failure };
  }
  const source = sourceOf(read, request);
  const layout = layOut(read);
  const grammar = choose(layout, grammars, request.grammar, problems);
  const reading = 'code' in grammar ? readOtherwise(read, grammars, grammar, problems, source) : await readWithGrammar(read, layout, grammar, source);
  if ('code' in reading) return { kind: 'failed', failure: reading };
  const records = placedOnPages(reading.records, read.upright);
  if (records.items.length === 0) {
    const { grammar: id } = records.document;
    return {
      kind: 'failed',
      failure: { code: 'E_NO_RECORDS', message: `recognised as ${id}, but no item was found`, remedy: '`chohyo inspect` shows what was seen.' },
    };
  }
  return { kind: 'read', records: withProblems(records, problems), problems };
}

export const sourceOf = ({ pdf }: PagesRead, request: ReadRequest): Source => ({
  file: request.sourceFile,
  sha256: request.sha256,
  producer: pdf.producer,
  title: pdf.title,
  pages: pdf.pageCount,
});

/** A failure, or a warning worded like one. */
interface Problem {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

/** What befell the document as a whole stands among its diagnostics too. */
function withProblems(records: DocumentRecords, problems: readonly Problem[]): DocumentRecords {
  if (problems.length === 0) return records;
  const rows = problems.map((problem) => ({
    document_id: records.document.document_id,
    page: null,
    severity: problem.code.startsWith('E_') ? ('error' as const) : ('warning' as const),
    code: problem.code,
    message: `${problem.message}. ${problem.remedy}`,
    x0: null,
    top: null,
    x1: null,
    bottom: null,
  }));
  return {
    ...records,
    document: { ...records.document, warnings: records.document.warnings + rows.length },
    diagnostics: [...rows, ...records.diagnostics],
  };
}
