/** What a font's mapping says → the text of a glyph: repairs of the mapping only, no folding of characters. */
import type { Face, ShownGlyph } from './operations.js';
import { withoutPrivateUse } from './symbol-fonts.js';

/** A glyph that is there but says nothing readable; it stays, so that it can be reported. */
export const UNREADABLE = '\uFFFD';

/**
 * Vertical presentation forms → the characters they present (Unicode's CJK Compatibility Forms and
 * Vertical Forms blocks, U+FE10–FE19 and U+FE30–FE4F, `<vertical>` decompositions; the full-width form
 * where the decomposition is ASCII). Vertical fonts name their glyphs so, and pdf.js puts these in the
 * place of the ordinary ones for vertical fonts that are not embedded.
 */
export const VERTICAL_FORMS: ReadonlyMap<string, string> = new Map([
  ['︐', '，'],
  ['︑', '、'],
  ['︒', '。'],
  ['︓', '：'],
  ['︔', '；'],
  ['︕', '！'],
  ['︖', '？'],
  ['︗', '〖'],
  ['︘', '〗'],
  ['︙', '…'],
  ['︰', '‥'],
  ['︱', '—'],
  ['︲', '–'],
  ['︳', '＿'],
  ['︴', '＿'],
  ['︵', '（'],
  ['︶', '）'],
  ['︷', '｛'],
  ['︸', '｝'],
  ['︹', '〔'],
  ['︺', '〕'],
  ['︻', '【'],
  ['︼', '】'],
  ['︽', '《'],
  ['︾', '》'],
  ['︿', '〈'],
  ['﹀', '〉'],
  ['﹁', '「'],
  ['﹂', '」'],
  ['﹃', '『'],
  ['﹄', '』'],
  ['﹇', '［'],
  ['﹈', '］'],
]);

/** A page shows the same few hundred glyphs again and again. */
const texts = new WeakMap<Face, Map<ShownGlyph, string>>();

/** The text of a shown glyph, as its font maps it. */
export function glyphText(face: Face, glyph: ShownGlyph): string {
  let known = texts.get(face);
  if (known === undefined) texts.set(face, (known = new Map<ShownGlyph, string>()));
  let text = known.get(glyph);
  if (text === undefined) known.set(glyph, (text = mappedText(face, glyph)));
  return text;
}

function mappedText(face: Face, glyph: ShownGlyph): string {
  const mapped = face.unicodeOf(glyph);
  // Code 32 of a Type 3 font is a glyph like any other.
  if (mapped === null) return (glyph.isSpace && !face.type3) || face.isInkless(glyph) ? ' ' : UNREADABLE;
  if (/^[\t\n\r ]+$/.test(mapped)) return ' ';
  if (isControl(mapped)) return face.isInkless(glyph) ? ' ' : UNREADABLE;
  const single = withoutPrivateUse(face.name, withoutTwin(mapped));
  return face.vertical ? (VERTICAL_FORMS.get(single) ?? single) : single;
}

function isControl(text: string): boolean {
  return /^[\p{Cc}\p{Cs}\p{Cn}]+$/u.test(text);
}

/**
 * Some producers (macOS Quartz) write two characters for one glyph: a radical and the ideograph that
 * looks like it, or a compatibility ideograph and its ordinary one ("⼦子"). One glyph is one of them.
 */
function withoutTwin(text: string): string {
  const [first, second, ...rest] = [...text];
  if (first === undefined || second === undefined || rest.length > 0) return text;
  if (isStandIn(first) && isIdeograph(second)) return second;
  if (isStandIn(second) && isIdeograph(first)) return first;
  return text;
}

/** Kangxi radicals, CJK radicals supplement, compatibility ideographs. */
function isStandIn(character: string): boolean {
  return /^[\u2E80-\u2FDF\uF900-\uFAFF]$/u.test(character);
}

function isIdeograph(character: string): boolean {
  return /^[\u3400-\u4DBF\u4E00-\u9FFF\u{20000}-\u{3FFFF}]$/u.test(character);
}
