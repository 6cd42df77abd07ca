/**
 * Japanese words by kuromoji's dictionary (IPADIC), the same that its `tokenize` finds.
 *
 * kuromoji loads 42 MB of readings and base forms and makes an array for each of 330,000 words. Here the words are looked up as they lie
 * in its files, and what kind of word a token is follows from its left context id: a sixth of the memory, a tenth of the time.
 */
import { dictionaryFile as read } from './dictionary-files.js';
import { likeliestWords, type Lexicon, type Tell } from './lattice.js';

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

/** Of each left context id. */
const kinds: readonly WordKind[] = Array.from({ length: 1316 }, (_, id) => KINDS.find(([first, last]) => first <= id && id <= last)?.[2] ?? 'other');

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
  const lexicon = lexiconOf(read);
  return (text) =>
    (text.match(SENTENCE) ?? []).flatMap((sentence) =>
      likeliestWords(sentence, lexicon).map(({ start, end, left }) => ({ surface: sentence.slice(start, end), kind: kinds[left] ?? 'other' })),
    );
}

function lexiconOf(file: typeof read): Lexicon {
  const costs = int16(file('cc'));
  const columns = costs[1] ?? 0;
  const wordsFrom = trieOf(int32(file('base')), int32(file('check')));
  const known = tokensOf(int32(file('tid_map')), file('tid'));
  const made = tokensOf(int32(file('unk_map')), file('unk'));
  const classAt = characterClasses(file('unk_char'), Buffer.from(file('unk_invoke')));
  return {
    known: (sentence, start, tell) => wordsFrom(sentence, start, (end, id) => known(id, end, tell)),
    unknown(sentence, start, isKnown, tell) {
      const own = classAt(sentence, start);
      if (isKnown && !own.always) return;
      let end = start + unitsAt(sentence, start);
      while (own.groups && end < sentence.length && classAt(sentence, end) === own) end += unitsAt(sentence, end);
      made(own.id, end, tell);
    },
    joint: (right, left) => costs[right * columns + left + 2] ?? 0,
  };
}

/** Two for a character beyond the basic plane. */
function unitsAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** kuromoji's double array (a trie over UTF-8), walked no further than the words go; tells of each word's end and id. */
function trieOf(base: Int32Array, check: Int32Array) {
  const step = (parent: number, code: number): number => {
    if (parent === -1) return -1;
    const child = (base[parent] ?? 0) + code;
    return check[child] === parent ? child : -1;
  };
  /** Half of a pair leads nowhere: the dictionary has words of the basic plane only. */
  const character = (node: number, code: number): number => {
    if (code < 0x80) return step(node, code);
    if (code < 0x800) return step(step(node, 0xc0 | (code >> 6)), 0x80 | (code & 0x3f));
    return step(step(step(node, 0xe0 | (code >> 12)), 0x80 | ((code >> 6) & 0x3f)), 0x80 | (code & 0x3f));
  };
  return (text: string, start: number, tell: (end: number, id: number) => void): void => {
    let node = 0;
    for (let end = start; end < text.length; ) {
      node = character(node, text.charCodeAt(end++));
      if (node === -1) return;
      const leaf = step(node, 0);
      if (leaf !== -1) tell(end, -(base[leaf] ?? 0) - 1);
    }
  };
}

/**
 * Tells of the tokens of an id. `map` as in the file: the number of ids, then each id with the number of its tokens and their offsets
 * in `tokens`; ids ascend. A token begins with its left and right context and its cost.
 */
function tokensOf(map: Int32Array, tokens: Uint8Array): (id: number, end: number, tell: Tell) => void {
  const places = new Int32Array(map[0] ?? 0);
  for (let i = 0, place = 1; i < places.length; i++) {
    places[i] = place;
    place += 2 + (map[place + 1] ?? 0);
  }
  const view = new DataView(tokens.buffer, tokens.byteOffset, tokens.byteLength);
  const short = (offset: number): number => view.getInt16(offset, true);
  return (id, end, tell) => {
    let [low, high] = [0, places.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const place = places[middle] ?? 0;
      const there = map[place] ?? 0;
      if (there < id) low = middle + 1;
      else if (there > id) high = middle - 1;
      else {
        const last = place + 2 + (map[place + 1] ?? 0);
        for (let i = place + 2; i < last; i++) {
          const offset = map[i] ?? 0;
          tell(end, short(offset), short(offset + 2), short(offset + 4));
        }
        return;
      }
    }
  };
}

/** How words that the dictionary lacks are made of characters (`char.def`). */
interface CharacterClass {
  readonly id: number;
  /** Makes words even where the dictionary has some. */
  readonly always: boolean;
  /** A run of its characters is one word. */
  readonly groups: boolean;
}

function characterClasses(classOf: Uint8Array, definitions: Buffer): (text: string, at: number) => CharacterClass {
  const classes: CharacterClass[] = [];
  let otherwise: CharacterClass | undefined;
  // Of each: always, grouping, the longest word (4 bytes), the name and a zero.
  for (let at = 0; at + 6 < definitions.length && definitions[at + 6] !== 0; ) {
    const end = definitions.indexOf(0, at + 6);
    const own = { id: classes.length, always: definitions[at] === 1, groups: definitions[at + 1] === 1 };
    classes.push(own);
    if (definitions.toString('utf8', at + 6, end) === 'DEFAULT') otherwise = own;
    at = end + 1;
  }
  if (otherwise === undefined) throw new Error('the dictionary names no class of other characters');
  const rest = otherwise;
  return (text, at) => (unitsAt(text, at) === 2 ? undefined : classes[classOf[text.charCodeAt(at)] ?? -1]) ?? rest;
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
