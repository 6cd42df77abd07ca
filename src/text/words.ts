/**
 * Japanese words by kuromoji and its dictionary (IPADIC), without what only its `tokenize` needs.
 *
 * kuromoji loads 42 MB of readings and base forms and makes an array for each of 330,000 words: 350 MB and
 * half a second. Here the same trie, costs and search are given the words as they lie in the file, and what
 * kind of word a token is follows from its left context id: 35 MB, a tenth of the time, the same words.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import DynamicDictionaries from 'kuromoji/src/dict/DynamicDictionaries.js';
import ViterbiBuilder from 'kuromoji/src/viterbi/ViterbiBuilder.js';
import ViterbiSearcher from 'kuromoji/src/viterbi/ViterbiSearcher.js';

/** A word of a text; the words of a text, one after the other, are the text. */
export interface Word {
  readonly surface: string;
  readonly kind: WordKind;
}

/** What is asked of a word: the rest of IPADIC's parts of speech are `other`. */
export type WordKind = 'fullStop' | 'comma' | 'opening' | 'sign' | 'particle' | 'finalParticle' | 'auxiliary' | 'suffix' | 'dependent' | 'adnominal' | 'prefix' | 'other';

/**
 * IPADIC numbers its context ids by part of speech (`left-id.def` of mecab-ipadic 2.7.0): first and last id of each.
 */
const KINDS: readonly (readonly [first: number, last: number, kind: WordKind])[] = [
  [4, 5, 'sign'],
  [6, 6, 'opening'],
  [7, 7, 'sign'],
  [8, 8, 'fullStop'],
  [9, 9, 'sign'],
  [10, 10, 'comma'],
  [53, 104, 'suffix'],
  [105, 146, 'dependent'],
  [147, 263, 'particle'],
  [264, 295, 'finalParticle'],
  [296, 368, 'particle'],
  [369, 554, 'auxiliary'],
  [557, 560, 'prefix'],
  [868, 894, 'suffix'],
  [895, 1280, 'dependent'],
  [1297, 1305, 'suffix'],
  [1310, 1313, 'dependent'],
  [1315, 1315, 'adnominal'],
];

function kindOf(leftId: number): WordKind {
  return KINDS.find(([first, last]) => first <= leftId && leftId <= last)?.[2] ?? 'other';
}

export type Segmenter = (text: string) => readonly Word[];

/** kuromoji takes a text apart behind each of these first (`Tokenizer.splitByPunctuation`). */
const SENTENCE = /[^、。]*[、。]|[^、。]+/gu;

let loaded: Segmenter | undefined;

/** The dictionary is read when it is first wanted, once a thread. */
export function segmenter(): Segmenter {
  loaded ??= load();
  return loaded;
}

function load(): Segmenter {
  const folder = join(dirname(createRequire(import.meta.url).resolve('kuromoji/package.json')), 'dict');
  const read = (name: string): Uint8Array => gunzipSync(readFileSync(join(folder, `${name}.dat.gz`)));
  const dictionaries = new DynamicDictionaries()
    .loadTrie(int32(read('base')), int32(read('check')))
    .loadConnectionCosts(int16(read('cc')))
    // The features of unknown words are not looked at: their left ids say enough.
    .loadUnknownDictionaries(read('unk'), new Uint8Array(), read('unk_map'), read('unk_char'), new Uint32Array(int32(read('unk_compat'))), read('unk_invoke'));
  const tokens = read('tid');
  const view = new DataView(tokens.buffer, tokens.byteOffset, tokens.byteLength);
  const builder = new ViterbiBuilder({
    trie: dictionaries.trie,
    token_info_dictionary: {
      target_map: targetMap(int32(read('tid_map'))),
      dictionary: { getShort: (offset) => view.getInt16(offset, true) },
    },
    unknown_dictionary: dictionaries.unknown_dictionary,
  });
  const searcher = new ViterbiSearcher(dictionaries.connection_costs);
  return (text) =>
    (text.match(SENTENCE) ?? []).flatMap((sentence) =>
      searcher.search(builder.build(sentence)).map((node) => ({ surface: node.surface_form, kind: kindOf(node.left_id) })),
    );
}

/**
 * Trie id → offsets of its tokens, as kuromoji asks for them (`map[id]`), over the file's numbers as they are: the
 * number of ids, then each id with the number of its tokens and their offsets; ids ascend.
 */
function targetMap(numbers: Int32Array): object {
  const places = new Int32Array(numbers[0] ?? 0);
  for (let i = 0, place = 1; i < places.length; i++) {
    places[i] = place;
    place += 2 + (numbers[place + 1] ?? 0);
  }
  const offsetsOf = (id: number): Int32Array | undefined => {
    let [low, high] = [0, places.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const place = places[middle] ?? 0;
      const there = numbers[place] ?? 0;
      if (there === id) return numbers.subarray(place + 2, place + 2 + (numbers[place + 1] ?? 0));
      if (there < id) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  };
  return new Proxy({}, { get: (_, id) => offsetsOf(Number(id)) });
}

/** The bytes as numbers; copied where they do not begin at a whole number's place. */
function int32(bytes: Uint8Array): Int32Array {
  const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  return new Int32Array(whole.buffer, whole.byteOffset, whole.byteLength >> 2);
}

function int16(bytes: Uint8Array): Int16Array {
  const whole = bytes.byteOffset % 2 === 0 ? bytes : bytes.slice();
  return new Int16Array(whole.buffer, whole.byteOffset, whole.byteLength >> 1);
}
