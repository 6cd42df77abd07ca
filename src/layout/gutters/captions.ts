/** Captions, sources and notes: they part what stands above them from what stands below. */
import type { Phrase, PhraseLine } from './phrases.js';

const CAPTION =
  /^(?:(?:table|figure|fig\.|exhibit|chart|graph|box|panel|appendix|annex|source|sources|notes?)\b[\s.:]*(?:[a-z]?[0-9ivx]+|[a-z]\b|:)|[[【(（<＜]?(?:表|図|別表|資料|様式)\s*[0-9０-９一二三四五六七八九十]+)/iu;

/** `Table 7.`, 表７ set apart from its title. */
const NUMBERED =
  /^(?:(?:table|figure|exhibit|chart)\s*[a-z]?[0-9]+(?:[.-][0-9]+)*[.:]?|[[【(（<＜]?(?:表|図|別表)\s*[0-9０-９一二三四五六七八九十]+(?:[-－][0-9０-９]+)*[\]】)）>＞]?)$/iu;

/** The whole line is one, or a heading of the text. */
export const partsTables = ({ phrases, isHeading }: PhraseLine): boolean =>
  isHeading === true || phrases.every(isCaption) || (phrases.length === 2 && NUMBERED.test(phrases[0]?.text ?? ''));

export const isCaption = (phrase: Phrase): boolean => CAPTION.test(phrase.text);

/** What a caption is the caption of. */
const OF_TABLE = /^(?:table|[[【(（<＜]?(?:第\s*[0-9０-９一二三四五六七八九十]+\s*表|別?表))/iu;
const OF_FIGURE = /^(?:figure|fig\.|chart|graph|map|[[【(（<＜]?図)/iu;
/** A caption stands no further above its table than this, em, and has no more lines. */
const CAPTION_ABOVE = 3.4;
const CAPTION_LINES = 3;

/** What the caption right above the lines says that they are. `page`: all lines of the page; of running text none is a caption. */
export function captionAbove(lines: readonly PhraseLine[], page: readonly PhraseLine[], prose: ReadonlySet<Phrase>): 'table' | 'figure' | undefined {
  const [top] = lines;
  if (top === undefined) return undefined;
  const boxes = lines.flatMap((line) => line.phrases.map(({ box }) => box));
  const [x0, x1] = [Math.min(...boxes.map((box) => box.x0)), Math.max(...boxes.map((box) => box.x1))];
  let below = top.top;
  let seen = 0;
  for (let i = top.index - 1; i >= 0 && seen < CAPTION_LINES; i -= 1) {
    const line = page[i];
    if (line === undefined || below - line.bottom > CAPTION_ABOVE * line.size) return undefined;
    const over = line.phrases.filter(({ box }) => box.x1 > x0 && box.x0 < x1);
    if (over.length === 0) continue;
    if (over.some((phrase) => prose.has(phrase) && !CAPTION.test(phrase.text))) return undefined;
    if (over.some(({ text }) => OF_TABLE.test(text) && isNumberedAs(text))) return 'table';
    if (over.some(({ text }) => OF_FIGURE.test(text) && isNumberedAs(text))) return 'figure';
    below = line.top;
    seen += 1;
  }
  return undefined;
}

/** The number of the table or figure follows. */
const isNumberedAs = (text: string): boolean => CAPTION.test(text) || /^第\s*[0-9０-９一二三四五六七八九十]+\s*表/u.test(text);

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
