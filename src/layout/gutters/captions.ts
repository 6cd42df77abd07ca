/** Captions, sources and notes: they part what stands above them from what stands below. */
import type { Phrase, PhraseLine } from './phrases.js';

const CAPTION = /^(?:(?:table|figure|fig\.|exhibit|chart|graph|box|panel|appendix|annex|source|sources|notes?)\b[\s.:]*(?:[a-z]?[0-9ivx]+|[a-z]\b|:)|[[【(（<＜]?(?:表|図|別表|資料|様式)\s*[0-9０-９一二三四五六七八九十]+)/iu;

/** `Table 7.` set apart from its title. */
const NUMBERED = /^(?:table|figure|exhibit|chart)\s*[a-z]?[0-9]+(?:[.-][0-9]+)*[.:]?$/iu;

/** The whole line is one, or a heading of the text. */
export const partsTables = ({ phrases, isHeading }: PhraseLine): boolean =>
  isHeading === true || phrases.every(isCaption) || (phrases.length === 2 && NUMBERED.test(phrases[0]?.text ?? ''));

export const isCaption = (phrase: Phrase): boolean => CAPTION.test(phrase.text);

/** 注, （注１）, 資料：, 出典 at the head of a line. 資料 alone may as well head a column. */
const NOTE = /^(?:[(（]注[\s0-9０-９]*[)）]|注[0-9０-９]*(?:[:：.．、)）\s]|$)|(?:資料|出典|出所)(?:[:：]|\s\S))/u;
/** The number of a further note. */
const NUMBER = /^[(（]?[0-9０-９]{1,2}[)）.．]?(?:\s|$)/u;
/** Notes and the lines that they run on into lie no further apart than this, baseline to baseline, em. */
const NOTE_LEADING = 2.4;

/**
 * The lines that are notes to a table: each begins with the word for it, or goes on below one that did.
 *
 * ```
 *   資料：市民課
 *   注１　世帯を含まない。
 *     ２　四捨五入のため合計と一致しない場合がある。
 * ```
 */
export function findNotes(lines: readonly PhraseLine[]): ReadonlySet<PhraseLine> {
  const notes = new Set<PhraseLine>();
  let last: PhraseLine | undefined;
  for (const line of lines) {
    const [first] = line.phrases;
    if (first === undefined) continue;
    if (NOTE.test(first.text) || (last !== undefined && goesOn(last, line, first))) {
      notes.add(line);
      last = line;
    } else last = undefined;
  }
  return notes;
}

function goesOn(note: PhraseLine, line: PhraseLine, first: Phrase): boolean {
  const x0 = note.phrases[0]?.box.x0 ?? 0;
  if (line.baseline - note.baseline > NOTE_LEADING * line.size || first.box.x0 < x0 + 0.5 * line.size) return false;
  return line.phrases.length === 1 || (line.phrases.length === 2 && NUMBER.test(first.text));
}
