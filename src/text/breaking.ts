/**
 * Where a typesetter may break a line: 禁則処理 as JIS X 4051, Word, LibreOffice and browsers (UAX #14)
 * apply it. They differ in detail, so each question has a loose and a strict answer.
 */

/** May not start a line in any of them: closing brackets, commas and full stops. */
const closing = /^[、。，．,.)\]}）］｝〕〉》」』】〙〗｠»’”｡､｣!?！？:;：；%％‰℃°′″]$/u;
/** Besides these, what the strict sets forbid at the start: small kana, long-vowel and iteration marks, middle dots, hyphens. */
const strictlyNotFirst = /^[ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿｧ-ｯｰー々〻ゝゞヽヾ・･‐–〜～゠…‥―—‼⁇⁈⁉￠-]$/u;
/** May not end a line. */
const opening = /^[(\[{（［｛〔〈《「『【〘〖｟«‘“｢]$/u;
/** Currency and number signs that stay with the number after them. */
const prefix = /^[¥￥$＄£№#＃]$/u;

/** A letter or digit of a Latin word or a number in half width. */
const alphanumeric = /^[0-9A-Za-z\u00C0-\u024F\u0370-\u03FF\u0400-\u04FF]$/u;
/** Any half-width printing character: runs of these (`2.5%`, `a-b@c.jp/d`) are never broken by the strictest. */
const halfWidth = /^[\u0021-\u007E\u00A1-\u024F\u0370-\u04FF]$/u;
/** Pairs that are drawn as one mark. */
const inseparable = /^(?:——|――|……|‥‥)$/u;
/** Hang beyond the edge (ぶら下げ) where the program allows it. */
const hanging = /^[、。，．､｡]$/u;

const spacing = /^[\s\u3000]$/u;

export function isClosing(c: string): boolean {
  return closing.test(c);
}
export function isHanging(c: string): boolean {
  return hanging.test(c);
}
export function isAlphanumeric(c: string): boolean {
  return alphanumeric.test(c);
}
export function isHalfWidth(c: string): boolean {
  return halfWidth.test(c) || /^[\uFF61-\uFF9F]$/u.test(c) || c === ' ';
}

/** True when even the loosest program keeps `a` and `b` on one line. */
function gluedByAll(a: string, b: string): boolean {
  if (spacing.test(a) || spacing.test(b)) return false;
  if (closing.test(b) || opening.test(a)) return true;
  // Including the separators inside a number: 2,048 and 10:30.
  return (alphanumeric.test(a) || /^[.,:]$/u.test(a)) && alphanumeric.test(b);
}

/** True when some program keeps `a` and `b` on one line. */
export function gluedBySome(a: string, b: string): boolean {
  if (spacing.test(a) || spacing.test(b)) return false;
  if (gluedByAll(a, b) || strictlyNotFirst.test(b) || prefix.test(a)) return true;
  if (b === '/' || a === '/') return true;
  // LibreOffice keeps a letter or digit with the comma before it: い、8月 moves as one.
  if (hanging.test(a) && alphanumeric.test(b)) return true;
  return (halfWidth.test(a) && halfWidth.test(b)) || inseparable.test(a + b);
}

/** Number of characters at the head of a line that cannot be parted from each other, at least and at most. */
export interface LeadUnit {
  readonly least: number;
  readonly most: number;
}

/**
 * The head of the next line that would have had to fit on the line before: one character, a Latin word or a
 * number with what may not start or end a line: `「市` 2, `す。」` 3, `2,048時` 5.
 */
export function leadUnit(characters: readonly Character[]): LeadUnit {
  return { least: run(characters, gluedByAll), most: run(characters, gluedBySome) };
}

interface Character {
  readonly text: string;
}

function run(characters: readonly Character[], glued: (a: string, b: string) => boolean): number {
  let n = Math.min(1, characters.length);
  for (; n < characters.length; n += 1) {
    const [a, b] = [characters[n - 1], characters[n]];
    if (a === undefined || b === undefined || !glued(a.text, b.text)) break;
  }
  return n;
}
