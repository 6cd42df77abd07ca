/** Indicator drafts → `indicators` rows: one a value, with its footnote and its related plan nodes. */
import type { IndicatorRow } from '../model/records.js';
import { findFiscalYear } from '../text/era.js';
import { parseIndicatorValue } from '../text/quantity.js';
import type { Draft, IndicatorDraft, NodeDraft, RelatedDraft } from './draft.js';
import { match, plainText } from './passage.js';
import { planPathOf, uniqueId, type Tracer } from './plan-records.js';
import type { Grammar } from './schema.js';
import { nameOf, textOf, type Joining } from './values.js';

/** `市債残高（億円）` → 億円: a unit closes the name, in parentheses. */
function unitOf(name: string | null): string | null {
  return /[(（]([^()（）]{1,6})[)）]\s*$/u.exec(name ?? '')?.[1]?.trim() ?? null;
}

/** The node named by numbers from the top level down, as far as the document has it. */
function nodeAt(nodes: readonly NodeDraft[], path: readonly string[]): NodeDraft | undefined {
  return nodes.find((node) => node.path.length === path.length && node.path.every((number, depth) => number === path[depth]));
}

/** `方向性1 基本事業1 基本事業2 方向性2 …` under 施策1 → the paths of the deepest nodes named. */
function relatedPaths(related: RelatedDraft, grammar: Grammar, nodes: readonly NodeDraft[], joining: Joining): readonly string[] {
  const levels = grammar.outline?.levels ?? [];
  const heading = levels[0] && match(related.heading, levels[0].pattern)?.groups['number'];
  if (!heading) return [];
  const top = plainText(heading);
  const names = levels.map(({ level }) => level);
  const tokens = [...plainText(related.cells).matchAll(new RegExp(`(${names.join('|')})(\\d+)`, 'gu'))];
  const paths: string[][] = [];
  let current = [top];
  for (const [, level, number] of tokens) {
    const depth = names.indexOf(level ?? '');
    if (depth < 1 || number === undefined) continue;
    current = [...current.slice(0, depth), number];
    paths.push(current);
  }
  // A node whose children are named is named through them.
  const deepest = paths.filter((path) => !paths.some((other) => other.length > path.length && path.every((number, depth) => other[depth] === number)));
  return deepest.map((path) => {
    const node = nodeAt(nodes, path);
    return node ? planPathOf(node, joining) : path.map((number, depth) => `${names[depth] ?? ''}${number}`).join(' > ');
  });
}

/** Footnote marks in a value's text, in order: ※1. */
function marksIn(text: string): readonly string[] {
  return [...text.normalize('NFKC').matchAll(/※\s*(\d+)/gu)].map((found) => found[1] ?? '');
}

export function indicatorRows(draft: Draft, document: string, grammar: Grammar, joining: Joining, tracer: Tracer): IndicatorRow[] {
  const series = grammar.indicators;
  if (!series) return [];
  const used = new Set<string>();
  return draft.indicators.flatMap((indicator, index) => rowsOf(indicator, index, series.target));

  function rowsOf(indicator: IndicatorDraft, index: number, target: string): IndicatorRow[] {
    const number = nameOf(indicator.number);
    const name = textOf(indicator.name, joining);
    const related = indicator.related.flatMap((part) => relatedPaths(part, grammar, draft.nodes, joining)).join('; ');
    const base = uniqueId(`${document}-${number ?? `x${index + 1}`}`, used);
    const describing = marksIn(plainText(indicator.description));
    return indicator.values.map(({ label, value }, nth) => {
      const raw = textOf(value, joining);
      const read = raw === null ? undefined : parseIndicatorValue(raw);
      const marks = [...marksIn(raw ?? ''), ...describing];
      const notes = draft.footnotes.filter(({ mark }) => marks.includes(mark));
      const id = `${base}-${nth + 1}`;
      tracer.trace('indicators', id, 'raw', value, 'below');
      tracer.traceName('indicators', id, 'label', label, 'grid');
      tracer.trace('indicators', id, 'indicator_no', indicator.number, 'beside');
      tracer.traceName('indicators', id, 'name', indicator.name, 'grid');
      tracer.trace('indicators', id, 'description', indicator.description, 'beside');
      tracer.trace(
        'indicators',
        id,
        'related',
        indicator.related.flatMap(({ cells }) => cells),
        'below',
      );
      for (const { note } of notes) tracer.trace('indicators', id, 'note', note, 'line');
      return {
        document_id: document,
        municipality: grammar.municipality.name,
        indicator_no: number,
        name,
        unit: unitOf(name),
        description: textOf(indicator.description, joining),
        label: nameOf(label),
        fiscal_year: findFiscalYear(plainText(label))?.year ?? null,
        kind: match(label, target) ? 'target' : 'actual',
        raw,
        value: read?.value ?? null,
        value_alt: read?.valueAlt ?? null,
        note:
          notes
            .map(({ note }) => textOf(note, joining))
            .filter((text) => text !== null)
            .join('\n') || null,
        related: related === '' ? null : related,
        indicator_id: id,
      };
    });
  }
}
