/** The inner parts of kuromoji 0.1.2 that are used, which come without types. */
declare module 'kuromoji/src/viterbi/ViterbiBuilder.js' {
  import type { Lattice, Lexicon } from 'kuromoji/src/viterbi/ViterbiSearcher.js';
  export default class ViterbiBuilder {
    constructor(lexicon: Lexicon);
    build(sentence: string): Lattice;
  }
}

declare module 'kuromoji/src/viterbi/ViterbiSearcher.js' {
  export interface Lexicon {
    readonly trie: object;
    readonly token_info_dictionary: {
      /** Trie id → offsets into `dictionary`. */
      readonly target_map: object;
      readonly dictionary: { getShort(offset: number): number };
    };
    readonly unknown_dictionary: object;
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
    constructor(connectionCosts: object);
    search(lattice: Lattice): LatticeNode[];
  }
}

declare module 'kuromoji/src/dict/DynamicDictionaries.js' {
  import type { Lexicon } from 'kuromoji/src/viterbi/ViterbiSearcher.js';
  export default class DynamicDictionaries {
    readonly trie: object;
    readonly connection_costs: object;
    readonly unknown_dictionary: Lexicon['unknown_dictionary'];
    loadTrie(base: Int32Array, check: Int32Array): this;
    loadConnectionCosts(costs: Int16Array): this;
    loadUnknownDictionaries(words: Uint8Array, features: Uint8Array, map: Uint8Array, classes: Uint8Array, compatible: Uint32Array, invoke: Uint8Array): this;
  }
}
