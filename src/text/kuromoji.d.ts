/** The inner parts of kuromoji 0.1.2 that are used, which come without types. */
declare module 'kuromoji/src/viterbi/ViterbiBuilder.js' {
  import type { Lattice, Lexicon } from 'kuromoji/src/viterbi/ViterbiSearcher.js';
  export default class ViterbiBuilder {
    constructor(lexicon: Lexicon);
    build(sentence: string): Lattice;
  }
}

declare module 'kuromoji/src/viterbi/ViterbiSearcher.js' {
  export interface Trie {
    /** Every word that the text begins with, the shortest first: the word, and the id of its tokens. */
    commonPrefixSearch(text: string): readonly { readonly k: string; readonly v: number }[];
  }
  export interface Tokens {
    /** Id → offsets into `dictionary`. */
    readonly target_map: object;
    readonly dictionary: { getShort(offset: number): number };
  }
  export interface CharacterClass {
    readonly class_id: number;
    readonly class_name: string;
    readonly is_always_invoke: number;
    readonly is_grouping: number;
  }
  export interface Lexicon {
    readonly trie: Trie;
    readonly token_info_dictionary: Tokens;
    readonly unknown_dictionary: Tokens & { lookup(character: string): CharacterClass };
  }
  /** What a word could be, at each place of a sentence. */
  export interface Lattice {
    readonly eos_pos: number;
  }
  export interface LatticeNode {
    readonly surface_form: string;
    readonly left_id: number;
  }
  export default class ViterbiSearcher {
    constructor(connectionCosts: { get(right: number, left: number): number });
    search(lattice: Lattice): LatticeNode[];
  }
}
