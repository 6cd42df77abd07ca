/** Captions, sources and notes: they part what stands above them from what stands below. */
import type { CaptionOf } from '../words/index.js';
import { boundingBox } from '../geometry.js';
import { boxOfPhraseLine, type Phrase, type PhraseLine } from './phrases.js';
import { isValue } from './values.js';

/** The whole line is one, or a heading of the text. */
export const partsTables = ({ phrases, isHeading }: PhraseLine): boolean =>
  isHeading === true || phrases.every(isCaption) || (phrases.length === 2 && phrases.slice(0, 1).every(({ text, lexicon }) => lexicon.isCaptionNumber(text)));

export const isCaption = ({ text, lexicon }: Phrase): boolean => lexicon.isCaption(text);

/** A caption stands no further above its table than this, em, and has no more lines. */
const CAPTION_ABOVE = 3.4;
const CAPTION_LINES = 3;

/** What the caption right above the lines says that they are. `page`: all lines of the page; of running text none is a caption. */
export function captionAbove(lines: readonly PhraseLine[], page: readonly PhraseLine[], prose: ReadonlySet<Phrase>): CaptionOf | undefined {
  const [top] = lines;
  if (top === undefined) return undefined;
  const { x0, x1 } = boundingBox(lines.map(boxOfPhraseLine));
  let below = top.top;
  let seen = 0;
  for (let i = top.index - 1; i >= 0 && seen < CAPTION_LINES; i -= 1) {
    const line = page[i];
    if (line === undefined || below - line.bottom > CAPTION_ABOVE * line.size) return undefined;
    const over = line.phrases.filter(({ box }) => box.x1 > x0 && box.x0 < x1);
    if (over.length === 0) continue;
    if (over.some((phrase) => prose.has(phrase) && !isCaption(phrase))) return undefined;
    const captions = over.map(({ text, lexicon }) => lexicon.captionOf(text));
    const found = captions.find((of) => of === 'table') ?? captions.find((of) => of !== undefined);
    if (found !== undefined) return found;
    below = line.top;
    seen += 1;
  }
  return undefined;
}

/** A mark of a footnote at the head of a line: 1/ or a/, stars and daggers. */
const NOTE_MARK = /^(?:[0-9]{1,2}\/|[a-z]\/|[*†‡§]{1,3})(?=\s|\p{L}|$)/u;
/** A raised mark is set this much smaller than its text. */
const RAISED = 0.8;
/** A note is a sentence, or the most of one. */
const NOTE_WORDS = 3;

/** `* Preliminary figures of the bureau.`: a line that begins with a footnote's mark and has no figure in any column. */
function isMarkedNote({ phrases }: PhraseLine, marks: ReadonlySet<string>): boolean {
  const [first, ...others] = phrases;
  if (first === undefined || phrases.reduce((sum, phrase) => sum + phrase.words, 0) < NOTE_WORDS || others.some(isValue)) return false;
  return NOTE_MARK.test(first.text) || hasRaisedMark(first) || marks.has(MARK_BEFORE.exec(first.text)?.[1] ?? '');
}

/** A mark in brackets before a text, and behind one: `Denmark (1)` in a table, `(1) Break in series.` below it. */
const MARK_BEFORE = /^(\((?:[0-9]{1,2}|[a-z])\)|\p{So})\s/u;
/** A sign that is a cell: `● Fully met  ○ Not met` below the table says what it means. */
const SIGN = /^\p{So}$/u;
const MARK_BEHIND = /\S\s?(\((?:[0-9]{1,2}|[a-z])\))$/u;

/** The first character is a digit, letter or star set smaller than the text behind it. */
function hasRaisedMark({ members, size }: Phrase): boolean {
  const glyph = members.find((member) => member.glyph.text.trim() !== '')?.glyph;
  return glyph !== undefined && glyph.size <= RAISED * size && /^[0-9a-z*†‡§]/u.test(glyph.text);
}

/** The number of a further note. */
const NUMBER = /^[(（]?[0-9０-９]{1,2}[)）.．]?(?:\s|$)/u;
/** Notes and the lines that they run on into lie no further apart than this, baseline to baseline, em. */
const NOTE_LEADING = 2.4;

/**
 * The lines that are notes to a table: each begins with the word for it or the mark of a footnote, or goes on below one that did.
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
  /** Marks that texts above end with. */
  const marks = new Set<string>();
  for (const line of lines) {
    const [first] = line.phrases;
    if (first === undefined) continue;
    if (first.lexicon.isNote(first.text) || isMarkedNote(line, marks) || (last !== undefined && goesOn(last, line, first))) {
      notes.add(line);
      last = line;
    } else last = undefined;
    for (const { text } of line.phrases) {
      const mark = SIGN.test(text) ? text : MARK_BEHIND.exec(text)?.[1];
      if (mark !== undefined) marks.add(mark);
    }
  }
  return notes;
}

function goesOn(note: PhraseLine, line: PhraseLine, first: Phrase): boolean {
  const x0 = note.phrases[0]?.box.x0 ?? 0;
  if (line.baseline - note.baseline > NOTE_LEADING * line.size || first.box.x0 < x0 + 0.5 * line.size) return false;
  return line.phrases.length === 1 || (line.phrases.length === 2 && NUMBER.test(first.text));
}
