/**
 * Japanese words by kuromoji and its dictionary (IPADIC), without what only its `tokenize` needs.
 *
 * kuromoji loads 42 MB of readings and base forms and makes an array for each of 330,000 words. Here its search is
 * given the words as they lie in the file, and what kind of word a token is follows from its left context id: the same
 * words for a sixth of the memory and of the time.
 */
import ViterbiBuilder from 'kuromoji/src/viterbi/ViterbiBuilder.js';
import { dictionaryFile as read } from './dictionary-files.js';
import ViterbiSearcher, { type CharacterClass, type Trie } from 'kuromoji/src/viterbi/ViterbiSearcher.js';

/** A word of a text; the words of a text, one after the other, are the text. */
export interface Word {
  readonly surface: string;
  readonly kind: WordKind;
}

/** What is asked of a word: the rest of IPADIC's parts of speech are `other`. */
export type WordKind =
  | 'fullStop'
  | 'comma'
  | 'opening'
  | 'sign'
  | 'particle'
  | 'finalParticle'
  | 'auxiliary'
  | 'suffix'
  | 'dependent'
  | 'adnominal'
  | 'prefix'
  | 'other';

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

/** The dictionary is read when it is first wanted, once for all threads. */
export function segmenter(): Segmenter {
  loaded ??= load();
  return loaded;
}

function load(): Segmenter {
  const costs = int16(read('cc'));
  const builder = new ViterbiBuilder({
    trie: trieOf(int32(read('base')), int32(read('check'))),
    token_info_dictionary: { target_map: targetMap(int32(read('tid_map'))), dictionary: shorts(read('tid')) },
    unknown_dictionary: { target_map: targetMap(int32(read('unk_map'))), dictionary: shorts(read('unk')), ...characterClasses() },
  });
  const columns = costs[1] ?? 0;
  const searcher = new ViterbiSearcher({ get: (right, left) => costs[right * columns + left + 2] ?? 0 });
  return (text) =>
    (text.match(SENTENCE) ?? []).flatMap((sentence) =>
      searcher.search(builder.build(sentence)).map((node) => ({ surface: node.surface_form, kind: kindOf(node.left_id) })),
    );
}

function shorts(bytes: Uint8Array): { getShort(offset: number): number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { getShort: (offset) => view.getInt16(offset, true) };
}

/** kuromoji's double array (a trie over UTF-8), walked no further than the words go. */
function trieOf(base: Int32Array, check: Int32Array): Trie {
  const step = (parent: number, code: number): number => {
    const child = (base[parent] ?? 0) + code;
    return check[child] === parent ? child : -1;
  };
  return {
    commonPrefixSearch(text) {
      const found: { k: string; v: number }[] = [];
      let node = 0;
      for (let end = 0; end < text.length; end++) {
        for (const byte of utf8(text.charCodeAt(end))) {
          node = step(node, byte);
          if (node === -1) return found;
        }
        const leaf = step(node, 0);
        if (leaf !== -1) found.push({ k: text.slice(0, end + 1), v: -(base[leaf] ?? 0) - 1 });
      }
      return found;
    },
  };
}

/** The bytes of a character of the basic plane: there are no others in the dictionary, and half of a pair leads nowhere. */
function utf8(code: number): readonly number[] {
  if (code < 0x80) return [code];
  if (code < 0x800) return [0xc0 | (code >> 6), 0x80 | (code & 0x3f)];
  return [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)];
}

/** How words that the dictionary lacks are made of characters (`char.def`): what each class of characters does. */
function characterClasses(): { lookup(character: string): CharacterClass } {
  const classOf = read('unk_char');
  const definitions = Buffer.from(read('unk_invoke'));
  const classes: CharacterClass[] = [];
  // Of each: always, grouping, the longest word (4 bytes), the name and a zero.
  for (let at = 0; at + 6 < definitions.length && definitions[at + 6] !== 0; ) {
    const end = definitions.indexOf(0, at + 6);
    const name = definitions.toString('utf8', at + 6, end);
    classes.push({ class_id: classes.length, class_name: name, is_always_invoke: definitions[at] ?? 0, is_grouping: definitions[at + 1] ?? 0 });
    at = end + 1;
  }
  const otherwise = classes.find(({ class_name: name }) => name === 'DEFAULT');
  if (otherwise === undefined) throw new Error('the dictionary names no class of other characters');
  return {
    lookup(character) {
      const code = character.charCodeAt(0);
      return (code >= 0xd800 && code <= 0xdbff ? undefined : classes[classOf[code] ?? -1]) ?? otherwise;
    },
  };
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
