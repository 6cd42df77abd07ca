/**
 * The likeliest words of a sentence: the cheapest of all ways through it, word by word (Viterbi's search over a lattice, as MeCab and
 * kuromoji do it). kuromoji's own search copies the rest of the sentence at every character, and counts characters beyond the basic
 * plane twice where several stand together.
 */

/** Words that the dictionary knows, or makes up for characters that it does not know. Offsets are those of UTF-16. */
export interface Lexicon {
  /** Tells of every known word that begins at `start`, shortest first, and within a length in the dictionary's order. */
  known(sentence: string, start: number, tell: Tell): void;
  /** The same of words made of the characters there; `isKnown`: whether a known word begins there too. */
  unknown(sentence: string, start: number, isKnown: boolean, tell: Tell): void;
  /** What it costs that a word of one right context precedes one of another left context. */
  joint(right: number, left: number): number;
}

export type Tell = (end: number, left: number, right: number, cost: number) => void;

export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** The word's left context, by which dictionaries number parts of speech. */
  readonly left: number;
}

/** A word that may stand somewhere, with the cheapest way that leads to its end. */
interface Node extends Stretch {
  readonly right: number;
  readonly total: number;
  readonly before: Node | undefined;
}

/** The context of a sentence's beginning and end. */
const BOUNDARY = 0;

/** The words, one after the other, are the sentence. Of two ways at one cost, the one found first. */
export function likeliestWords(sentence: string, lexicon: Lexicon): readonly Stretch[] {
  const endingAt: Node[][] = Array.from({ length: sentence.length + 1 }, () => []);
  endingAt[0]?.push({ start: 0, end: 0, left: BOUNDARY, right: BOUNDARY, total: 0, before: undefined });
  for (let start = 0; start < sentence.length; start++) {
    const earlier = endingAt[start] ?? [];
    // Nothing that begins within every word there is can be on the way.
    if (earlier.length === 0) continue;
    let isKnown = false;
    const tell: Tell = (end, left, right, cost) => {
      isKnown = true;
      endingAt[end]?.push({ start, end, left, right, ...cheapest(earlier, left, cost, lexicon) });
    };
    lexicon.known(sentence, start, tell);
    lexicon.unknown(sentence, start, isKnown, tell);
  }
  const words: Stretch[] = [];
  for (let node = cheapest(endingAt[sentence.length] ?? [], BOUNDARY, 0, lexicon).before; node?.before !== undefined; node = node.before) words.push(node);
  return words.reverse();
}

function cheapest(earlier: readonly Node[], left: number, cost: number, lexicon: Lexicon): Pick<Node, 'total' | 'before'> {
  let total = Infinity;
  let before: Node | undefined;
  for (const node of earlier) {
    const way = node.total + lexicon.joint(node.right, left) + cost;
    if (way >= total) continue;
    total = way;
    before = node;
  }
  return { total, before };
}
