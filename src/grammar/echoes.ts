/**
 * Headings that an overview prints (a diagram of the plan, a list of its items) before the plan itself: the same headings come
 * again on a later page, with what stands under them. The overview's are no nodes of their own.
 */
import type { Claims } from './claims.js';
import type { ItemDraft, NodeDraft } from './draft.js';
import { plainText } from './passage.js';

/** A heading's words alone: in a diagram arrows stand between the headings. */
const wordsOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
const keyOf = (node: NodeDraft, words: string): string => `${node.level} ${node.number} ${words}`;

/**
 * Nodes under which nothing stands and which are printed again later, their text becomes furniture; and numbers alone (基本事業2, in a
 * list of what is related) that neither have a title nor anything under them.
 */
export function withoutEchoes(nodes: readonly NodeDraft[], items: readonly ItemDraft[], claims: Claims): readonly NodeDraft[] {
  const withItems = new Set<NodeDraft>();
  for (const item of items) for (let above = item.node; above && !withItems.has(above); above = above.parent) withItems.add(above);
  const titleOf = (node: NodeDraft): string => wordsOf(plainText(node.title));
  const descriptionOf = (node: NodeDraft): string => wordsOf(plainText(node.description));
  /** The last page on which a heading stands over something. */
  const pages = new Map<string, number>();
  for (const node of nodes) {
    if (!withItems.has(node) && descriptionOf(node) === '') continue;
    const key = keyOf(node, titleOf(node));
    pages.set(key, Math.max(node.page, pages.get(key) ?? 0));
  }
  const parents = new Set(nodes.map(({ parent }) => parent));
  return nodes.filter((node) => {
    if (node.title.length === 0 && node.marks.length === 0 && descriptionOf(node) === '' && !withItems.has(node) && !parents.has(node)) return false;
    if (withItems.has(node) || node.marks.length > 0) return true;
    // In a narrow cell the second line of a title may have been taken for what stands under it.
    const words = titleOf(node) + descriptionOf(node);
    if ((pages.get(keyOf(node, words)) ?? 0) <= node.page) return true;
    for (const passage of [node.title, node.description]) claims.release(passage, 'furniture');
    return false;
  });
}
