/**
 * Text → what code page 932 (Windows' Shift_JIS) can write. Six characters that JIS X 0208 shares with
 * cp932 have another Unicode twin there; what is not in cp932 at all becomes 〓, the printer's mark for a
 * missing sort, and is reported. Never `?`, which a reader could take for the published text.
 */
import iconv from 'iconv-lite';

/** The same printed character, as JIS X 0208 maps it to Unicode and as cp932 does. */
const twins: Readonly<Record<string, string>> = {
  '\u301c': '\uff5e', // 〜 wave dash → fullwidth tilde
  '\u2212': '\uff0d', // − minus sign → fullwidth hyphen-minus
  '\u2014': '\u2015', // — em dash → horizontal bar
  '\u2016': '\u2225', // ‖ double vertical line → parallel to
  '\u00a2': '\uffe0', // ¢ cent sign → fullwidth cent sign
  '\u00a3': '\uffe1', // £ pound sign → fullwidth pound sign
};

/** 〓 GETA MARK. */
export const GETA = '\u3013';

/** Variation selectors choose among shapes of one character: leaving them out keeps the character. */
const variationSelector = /^[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]$/u;

export interface Cp932Text {
  readonly text: string;
  /** Characters that cp932 cannot write, in order, as often as they stand. */
  readonly lost: readonly string[];
}

export function toCp932(text: string): Cp932Text {
  let written = '';
  const lost: string[] = [];
  for (const character of text) {
    const twin = twins[character] ?? character;
    if (isWritable(twin)) {
      written += twin;
      continue;
    }
    lost.push(character);
    if (!variationSelector.test(character)) written += GETA;
  }
  return { text: written, lost };
}

const writable = new Map<string, boolean>();

function isWritable(character: string): boolean {
  let answer = writable.get(character);
  if (answer === undefined) {
    answer = iconv.decode(iconv.encode(character, 'cp932'), 'cp932') === character;
    writable.set(character, answer);
  }
  return answer;
}

export function encodeCp932(text: string): Buffer {
  return iconv.encode(text, 'cp932');
}
