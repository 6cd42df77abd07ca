/** Outline nodes → `plan_nodes` rows and the `plan_path` of what stands under them. */
import type { Basis, PlanNodeRow, ProvenanceRow } from '../model/records.js';
import type { NodeDraft } from './draft.js';
import type { Passage } from './passage.js';
import { nameOf, textOf, type Joining } from './values.js';

/** What takes down where each value stands. */
export interface Tracer {
  /** Where a value stands; one that is printed over the ruling of its cell is told of. */
  trace(table: ProvenanceRow['table'], id: string, field: string, passage: Passage, basis: Basis): void;
  /** Where a title, label or section stands: which cell it belongs to, its values say. */
  traceName(table: ProvenanceRow['table'], id: string, field: string, passage: Passage, basis: Basis): void;
  warn(code: string, message: string, passage: Passage | undefined): void;
}

/** `document_id-1-2-3`: the numbers from the top level down; a path that occurs again gets a suffix (`….2`). */
function nodeIdsOf(nodes: readonly NodeDraft[], document: string): ReadonlyMap<NodeDraft, string> {
  const used = new Set<string>();
  return new Map(nodes.map((node) => [node, uniqueId([document, ...node.path].join('-'), used)]));
}

/** The id, or the first of `id.2`, `id.3` … that is not used yet; it counts as used from then on. */
export function uniqueId(base: string, used: Set<string>): string {
  let id = base;
  for (let nth = 2; used.has(id); nth++) id = `${base}.${nth}`;
  used.add(id);
  return id;
}

/** `施策1 質の高い行政運営の推進`. */
export function nodeNameOf(node: NodeDraft, joining: Joining): string {
  return `${node.level}${node.number} ${(textOf(node.title, joining) ?? '').replaceAll('\n', ' ')}`.trim();
}

/** `施策1 … > 方向性1 … > 基本事業1 …`. */
export function planPathOf(node: NodeDraft, joining: Joining): string {
  const names: string[] = [];
  for (let above: NodeDraft | undefined = node; above; above = above.parent) names.unshift(nodeNameOf(above, joining));
  return names.join(' > ');
}

export function planRows(nodes: readonly NodeDraft[], document: string, joining: Joining, tracer: Tracer): PlanNodeRow[] {
  const ids = nodeIdsOf(nodes, document);
  return nodes.map((node) => {
    const id = ids.get(node) ?? document;
    tracer.traceName('plan_nodes', id, 'title', node.title, 'line');
    tracer.trace('plan_nodes', id, 'description', node.description, 'line');
    tracer.trace('plan_nodes', id, 'indicator_nos', node.marks, 'line');
    return {
      node_id: id,
      document_id: document,
      parent_id: (node.parent && ids.get(node.parent)) ?? null,
      level: node.level,
      number: node.number,
      title: textOf(node.title, joining),
      description: textOf(node.description, joining),
      indicator_nos: nameOf(node.marks),
      page: node.page,
    };
  });
}
