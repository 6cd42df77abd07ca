/** Marks with which authors begin a line. */

/**
 * - `sure`: never stands inside a sentence (●■◆➢)
 * - `ordinal`: numbers an item, but may also refer to one inside a sentence (①, (1), ア)
 * - `likely`: begins a line far more often than it stands inside a text that happens to wrap there (・※○)
 */
export type BulletKind = 'sure' | 'ordinal' | 'likely';

export interface Bullet {
  readonly kind: BulletKind;
  /** What marks of one sequence or one list share: `●`, `circled`, `()`. */
  readonly family: string;
  /** Position in its sequence, for ordinals: ③ → 3. */
  readonly ordinal: number | null;
}

const sure = /^[●■◆★▶►▸➢➤➔➡✓✔❖❑❏◉⚫⬛◼▪‣⁃]/u;
const likely = /^(?:[・･•※○〇◯◎□◇☆△▲▽▼→⇒＊*](?![0-9０-９]{1,3}[%％])|[-－‐–—―](?=[\s\u3000]*[^\s\u3000\d０-９]))/u;
const circled = /^[\u2460-\u2473\u24F5-\u24FE\u2776-\u277F]/u;
const parenthesised = /^[\u2474-\u2487]/u;
const bracketed = /^[(（]([0-9０-９]{1,2})[)）]/u;
const pointed = /^([0-9０-９]{1,2})(?:(?:[～〜~][0-9０-９]{1,2})?[.．](?![0-9０-９])|[、\u3000]|[ ](?=[^\d\s]))/u;
const kana = /^[(（]?([ア-ン])(?:[)）]|[\u3000 ．.])/u;
const kanaOrder = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン';
/** A line that names a note and says nothing else, under the name that the note is on: 注１, 注2. */
const noteMark = /^注[0-9０-９]{1,2}$/u;
/** 一　…, 二　… as statutes and what follows their form number items; the space tells them from 一部 and 二人. */
const kanji = /^(十?[一二三四五六七八九]|[二三]?十)\u3000/u;
const kanjiOrder = '一二三四五六七八九';
/** A heading in brackets: 【課題】, ＜実績＞, 〈イベント内訳〉. */
const heading = /^(?:【[^】]+】|[〈＜<][^〉＞>]+[〉＞>])/u;

/** What begins none of these, as most lines do, is no bullet. */
const beginning =
  /^[●■◆★▶►▸➢➤➔➡✓✔❖❑❏◉⚫⬛◼▪‣⁃・･•※○〇◯◎□◇☆△▲▽▼→⇒＊*\-－‐–—―\u2460-\u2487\u24F5-\u24FE\u2776-\u277F(（0-9０-９ア-ン一二三四五六七八九十注【〈＜<]/u;

function ascii(digits: string): number {
  return Number(digits.normalize('NFKC'));
}

/** The bullet with which a line begins, or null. */
export function bulletOf(line: string): Bullet | null {
  const text = line.trimStart();
  if (!beginning.test(text)) return null;
  const [first = ''] = text;
  if (sure.test(text)) return { kind: 'sure', family: first, ordinal: null };
  if (circled.test(text)) return { kind: 'ordinal', family: 'circled', ordinal: circledNumber(first) };
  if (parenthesised.test(text)) return { kind: 'ordinal', family: '()', ordinal: (first.codePointAt(0) ?? 0) - 0x2473 };
  const numbered = bracketed.exec(text)?.[1];
  if (numbered !== undefined) return { kind: 'ordinal', family: '()', ordinal: ascii(numbered) };
  const counted = pointed.exec(text)?.[1];
  if (counted !== undefined) return { kind: 'ordinal', family: '1.', ordinal: ascii(counted) };
  const letter = kana.exec(text);
  if (letter !== null) return { kind: 'ordinal', family: 'ア', ordinal: kanaOrder.indexOf(letter[1] ?? '') + 1 };
  const written = kanji.exec(text)?.[1];
  if (written !== undefined) return { kind: 'ordinal', family: '一', ordinal: kanjiNumber(written) };
  if (noteMark.test(text.trimEnd())) return { kind: 'likely', family: '注', ordinal: null };
  if (likely.test(text)) return { kind: 'likely', family: first, ordinal: null };
  const titled = heading.exec(text);
  return titled === null ? null : { kind: 'likely', family: titled[0].slice(0, 1), ordinal: null };
}

function circledNumber(mark: string): number {
  const code = mark.codePointAt(0) ?? 0;
  if (code <= 0x2473) return code - 0x245f;
  return code >= 0x2776 ? code - 0x2775 : code - 0x24f4;
}

/** 一 to 三十. */
function kanjiNumber(written: string): number {
  const [tens, ones] = written.includes('十') ? written.split('十') : [undefined, written];
  const digit = (character: string | undefined): number => (character === undefined || character === '' ? 0 : kanjiOrder.indexOf(character) + 1);
  return (tens === undefined ? 0 : 10 * Math.max(1, digit(tens))) + digit(ones);
}
